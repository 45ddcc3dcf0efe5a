"""A build beside the site, which takes its place only when it is finished."""

import shutil
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ABANDONED_AFTER = 3600
"""Seconds. No build takes an hour, and another build may be under way beside this one."""


@dataclass
class Swap:
    """`site` is the folder people see; `workshop` a new one beside it, on the same disk."""

    site: Path
    workshop: Path = field(init=False)

    def __post_init__(self) -> None:
        self.site.parent.mkdir(parents=True, exist_ok=True)
        for left in self.site.parent.glob(f".{self.site.name}-*"):  # by builds that were killed
            if time.time() - left.stat().st_mtime > ABANDONED_AFTER:
                shutil.rmtree(left, ignore_errors=True)
        self.workshop = Path(tempfile.mkdtemp(prefix=f".{self.site.name}-", dir=self.site.parent))
        self.workshop.chmod(0o755)

    def finish(self) -> Path:
        """Put the finished build in the site's place; returns where it is. OSError leaves the old site."""
        old = self.workshop.with_name(f"{self.workshop.name}-old")
        if self.site.exists():
            self.site.rename(old)
        try:
            self.workshop.rename(self.site)
        except OSError:
            if old.exists():
                old.rename(self.site)
            raise
        shutil.rmtree(old, ignore_errors=True)
        return self.site

    def discard(self) -> None:
        """Throw an unfinished build away; nothing to do for a finished one."""
        shutil.rmtree(self.workshop, ignore_errors=True)
