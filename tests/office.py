"""LibreOffice, as a person would open our files with it, but without its windows."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator


def opened(files: list[Path], folder: Path) -> dict[str, bytes]:
    """Name of each file → the PDF that LibreOffice makes of it. One start serves all: it takes seconds."""
    office = shutil.which("soffice")
    if not office:
        pytest.fail("LibreOffice (soffice) is not there: run python3 make.py test, which installs it")
    to, profile = folder / "opened", (folder / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    told = subprocess.run(
        [*command, "--outdir", str(to), *map(str, files)], capture_output=True, text=True, timeout=170
    )
    made = {file.name: to / f"{file.stem}.pdf" for file in files}
    missing = [name for name, pdf in made.items() if not pdf.is_file()]
    assert not missing, f"LibreOffice did not open {missing}: {told.stdout}{told.stderr}"
    return {name: pdf.read_bytes() for name, pdf in made.items()}


def faults(file: Path) -> list[str]:
    """What Office would not accept in a Word file or in slides."""
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(file)
    return [str(error) for error in result.errors]


def elsewhere(root: Path, kind: str, uris: list[str]) -> list[str]:
    """The digests of files as another machine makes them, on another day."""
    script = (
        "import sys, hashlib; from pathlib import Path; from programme.load import load;"
        "from programme.formats.every import jobs, manuscripts;"
        "every = {job.uri: job for job in jobs(manuscripts(load(Path(sys.argv[1]))[0]), [sys.argv[2]])};"
        "[print(hashlib.sha256(every[uri].make()[0]).hexdigest()) for uri in sys.argv[3:]]"
    )
    other = os.environ | {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    other["PYTHONPATH"] = str(root / "hooks")
    command = [sys.executable, "-c", script, str(root), kind, *uris]
    done = subprocess.run(command, env=other, capture_output=True, text=True, check=True)
    return done.stdout.split()
