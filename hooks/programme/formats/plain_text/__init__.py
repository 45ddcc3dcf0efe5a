"""The tree → plain text, for any program and any device; its pieces serve braille too."""
