"""The commands of `programme`, one small file each: `add` describes a command, `run` does it.

`run` gives the exit status: 0 all is well, 1 something to look at, 2 the command was not understood.
"""

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

COMMANDS = (
    *("check", "new", "adopt", "drift", "export", "files", "pack", "hosting", "build-centres"),
    *("translations", "reference"),
)
"""In the order in which --help lists them."""


def commands(words: Sequence[str]) -> list[ModuleType]:
    """Those that `words` may mean, else all: a command that is not asked for need not be read."""
    wanted = [name for name in COMMANDS if name in words] or COMMANDS
    return [import_module(f"{__name__}.{name.replace('-', '_')}") for name in wanted]
