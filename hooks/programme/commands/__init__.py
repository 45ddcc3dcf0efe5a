"""The commands of `programme`, one small file each: `add` describes a command, `run` does it.

`run` gives the exit status: 0 all is well, 1 something to look at, 2 the command was not understood.
"""

from programme.commands import (
    adopt,
    build_centres,
    check,
    drift,
    export,
    files,
    hosting,
    new,
    reference,
    translations,
)

COMMANDS = (check, new, adopt, drift, export, files, hosting, build_centres, translations, reference)
"""In the order in which --help lists them."""
