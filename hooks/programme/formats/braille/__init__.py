"""The tree → braille, made only on request: its bytes depend on the liblouis of the machine."""
