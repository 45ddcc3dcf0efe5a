"""The tree → Word: handouts and run sheets that a centre can change, fill in and read aloud."""
