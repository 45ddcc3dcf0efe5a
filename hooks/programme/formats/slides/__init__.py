"""The tree → slides for the people who lead a session: few words on the screen, the rest in the notes."""
