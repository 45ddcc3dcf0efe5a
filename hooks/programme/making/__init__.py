"""What `programme new` makes: each module asks its questions and gives what is to be written."""

from dataclasses import dataclass, field
from pathlib import Path

from programme.adopting import CannotAdoptError
from programme.based_on import keep
from programme.everyday import MAKE

LOOK = f"Look at it in the preview: {MAKE} serve"


@dataclass(frozen=True)
class Made:
    """Files to write: path → text or content; words that say what to do `next`; and the shared texts that the
    files are based on: path below centre/ → text."""

    files: dict[str, str | bytes]
    next: str = LOOK
    based_on: dict[str, str] = field(default_factory=dict)
    edition: str = ""
    replaces: bool = False

    def write(self, root: Path) -> list[str]:
        """Write all of them; gives their paths. What is there is kept, unless the new file `replaces` it."""
        for path in self.files if not self.replaces else ():
            free(root, path)
        for path, content in self.files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            data = content if isinstance(content, bytes) else content.encode()
            (root / path).write_bytes(data)
        for path, text in self.based_on.items():
            keep(root, path, text, self.edition)
        return list(self.files)


def free(root: Path, path: str) -> None:
    """Refuse a path at which there is something, before any question is asked."""
    if (root / path).exists():
        raise CannotAdoptError(f"{path} is there already; change that file, or delete it first")
