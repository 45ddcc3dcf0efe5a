"""Files that were made before: none is made again while its key is the same."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2

from programme.formats.job import Job
from programme.problems import Problem

LIST = "made.json"


@dataclass(frozen=True)
class Kept:
    """What is known of a file that was made: `key` of the job, its size, and how many pages a PDF has."""

    key: str
    digest: str
    bytes_: int
    pages: int


@dataclass(frozen=True)
class Result:
    """One job done. `fresh` when the file was made now. Without `kept`, `problems` say why."""

    job: Job
    kept: Kept | None
    fresh: bool
    problems: tuple[Problem, ...] = ()


def make_all(
    jobs: Iterable[Job], folder: Path, tell: Callable[[Job], None] = lambda job: None
) -> Iterator[Result]:
    """Make what is new or changed into `folder`, each file under its site path; `tell` before each is made.

    The list of what was made stands in `folder` too, written anew even when somebody stops the work.
    """
    known = _read(folder / LIST)
    try:
        for job in jobs:
            result = _make(job, folder, known.get(job.uri), tell)
            if result.kept:
                known[job.uri] = result.kept
            yield result
    finally:
        _write(folder / LIST, known)


def _make(job: Job, folder: Path, kept: Kept | None, tell: Callable[[Job], None]) -> Result:
    file = folder / job.uri
    if kept and kept.key == job.key and file.is_file() and file.stat().st_size == kept.bytes_:
        return Result(job, kept, fresh=False)
    tell(job)
    made, problems = job.make()
    if problems:
        return Result(job, None, fresh=True, problems=tuple(problems))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(made)
    kept = Kept(job.key, hashlib.sha256(made).hexdigest(), len(made), _pages(job, made))
    return Result(job, kept, fresh=True)


def _pages(job: Job, made: bytes) -> int:
    if job.format != "pdf":
        return 0
    with pypdfium2.PdfDocument(BytesIO(made)) as document:
        return len(document)


def _read(file: Path) -> dict[str, Kept]:
    """What was made before; nothing where the list is not there or is not whole."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        return {uri: Kept(**one) for uri, one in json.loads(file.read_text(encoding="utf-8")).items()}
    return {}


def _write(file: Path, known: dict[str, Kept]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    listed = {uri: asdict(one) for uri, one in sorted(known.items())}
    file.write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8", newline="\n")
