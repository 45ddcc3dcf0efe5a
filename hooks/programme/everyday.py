"""What people type: make.py is there before anything is installed, on Windows too."""

import os

MAKE = "py make.py" if os.name == "nt" else "python3 make.py"
