"""The shapes of every source: frozen, unknown keys refused, every field described in one sentence."""
