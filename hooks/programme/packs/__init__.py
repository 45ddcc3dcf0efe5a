"""Facilitator packs: all that people need to lead a session, a run or the whole course, in one zip."""
