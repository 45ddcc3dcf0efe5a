"""The programme → files that people print, keep or change: one module or folder for each format."""
