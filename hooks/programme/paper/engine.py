"""Typst code → PDF/UA-1 and PDF/A-2a, the same bytes from the same code on any day."""

import hashlib
import re
import shutil
import weakref
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import mkdtemp

import typst

from programme.paper.fonts import fonts

LOOKS = ("parts.typ", "pack.typ")
"""How sheets look; code names them by these paths."""
STANDARDS: "list[typst.PDFStandard]" = ["ua-1", "a-2a"]
_NO_FONT = re.compile(r'(?:text|codepoint) `"(.+?)"`')
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")
"""How Typst names what it cannot print, and a sign that it will not print in a message either."""


class RefusedError(Exception):
    """The engine would not make the file. `signs` are those that no font has, if that is why."""

    def __init__(self, message: str, signs: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.signs = signs


@dataclass
class Engine:
    """One compiler for many files: it keeps fonts and templates read. It sees only the files in `folder`,
    which goes when the engine does."""

    folder: Path = field(default_factory=lambda: Path(mkdtemp(prefix="programme-")))

    def __post_init__(self) -> None:
        weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        for name in LOOKS:
            shutil.copy(Path(__file__).parent / name, self.folder)
        self.compiler = typst.Compiler(root=self.folder, font_paths=fonts())

    def put(self, content: bytes, suffix: str) -> str:
        """The path by which code names a picture, or a PDF that is shown as one."""
        name = f"{hashlib.sha256(content).hexdigest()}{suffix}"
        (self.folder / name).write_bytes(content)
        return f"/{name}"

    def pdf(self, code: str, day: date, **inputs: str) -> bytes:
        """The PDF of `code`, dated `day`. `inputs` are what the templates read. Raises RefusedError."""
        try:
            made = self.compiler.compile(
                input=code.encode(),
                format="pdf",
                pdf_standards=STANDARDS,
                timestamp=int(datetime.combine(day, time(), UTC).timestamp()),
                sys_inputs=inputs,
            )
        except typst.TypstError as error:
            raise _refused(error) from error
        assert isinstance(made, bytes)
        return made

    def forget(self) -> None:
        """Before a large file: the engine keeps what it made of its last ten, so ten of nothing take their
        place. The largest book then needs 130 MB less."""
        for _ in range(10):
            self.compiler.compile(input=b"", format="svg")


def _refused(error: typst.TypstError) -> RefusedError:
    found = _NO_FONT.findall(f"{error.message}\n{error.diagnostic}")
    signs = (_CODE.sub(lambda code: chr(int(code[1], 16)), one) for one in found)
    return RefusedError(error.message, tuple(dict.fromkeys(signs)))
