"""Paper: the tree → PDF, with Typst. Author text goes in as strings, and is never read as Typst."""
