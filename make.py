"""Everyday tasks, one command each. Needs only Python 3.11 or newer; everything else goes into .venv.

This file knows nothing of the course: it makes an environment and starts the right tool in it.
"""

import argparse
import hashlib
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this file may have any Python
    sys.exit(f"This needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}.")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
STAMP = VENV / "made-from"
CONSTRAINTS = ROOT / "constraints.txt"
CONSTRAINTS_HEADER = """\
# Every package, pinned, with those that ours need. Written by `python3 make.py pins`: do not edit.
# To update, change versions in pyproject.toml, then run that command and the tests.
"""
CHECKS = {
    "ruff check": ["ruff", "check"],
    "ruff format": ["ruff", "format", "--check"],
    "mypy": ["mypy"],
    "pytest": ["pytest"],  # last, so that its summary closes the output
}
BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


def build(words: list[str]) -> int:
    """build the site into site/; a mistake in a source stops it, and the last good site stays"""
    environment()
    failed = tool("mkdocs", "build", "--strict", *words)
    if not failed:
        print(f"The site is built. Open {ROOT / 'site' / 'index.html'}")
    return failed


def serve(words: list[str]) -> int:
    """show the site at http://127.0.0.1:8000 and follow every change you save; Ctrl+C stops it"""
    environment()
    with socket.socket() as port:
        if not words and not port.connect_ex(("127.0.0.1", 8000)):
            sys.exit("A preview is running already. Close it, or type: serve -a 127.0.0.1:8001")
    return tool("mkdocs", "serve", *words)


def new(words: list[str]) -> int:
    """begin your own by a few questions: new centre, new session, new page, new poster, new run, new local"""
    return programme("new", *words)


def adopt(words: list[str]) -> int:
    """copy a shared file into centre/ to change it there, for example: adopt relapse"""
    return programme("adopt", *words)


def translations(words: list[str]) -> int:
    """what is translated and what is left; also begins translations"""
    return programme("translations", *words)


def drift(words: list[str]) -> int:
    """after an update: which of your files rest on shared text that has changed"""
    return programme("drift", *words)


def check(words: list[str]) -> int:
    """list every mistake; check --publish also what must not be put out yet"""
    return programme("check", *words)


def hosting(words: list[str]) -> int:
    """write settings for nginx, Apache, IIS and others into the folder hosting/"""
    return programme("hosting", *words)


def centres(words: list[str]) -> int:
    """build a site for each centre of a folder into sites/, for example: centres our-region --part 2/8"""
    return programme("build-centres", *words)


def test(words: list[str]) -> int:
    """run all checks and tests; words after it go to pytest, for example: test -k plan"""
    environment("test")
    os.environ["CHROMIUM"] = browser()  # where the browser tests look for it
    needed = {
        "browser": os.environ["CHROMIUM"],
        "npm packages": node_packages(),
        "Java": program("java", "default-jre-headless"),
        "liblouis": program("lou_translate", "liblouis-bin"),
        "LibreOffice": office(),
        "nginx": program("nginx", "nginx-light"),
        "Apache": program("apache2", "apache2-bin"),  # without its service, which would start
    }
    failed = [name for name, found in needed.items() if not found]
    for name, command in CHECKS.items():
        print(f"== {name}", flush=True)
        if tool(*command, *(words if name == "pytest" else ())):
            failed.append(name)
    if failed:
        print("Failed:", ", ".join(failed))
    return len(failed)


def files(words: list[str]) -> int:
    """make the handouts and all else to print into to-print/; files --help tells how to make only some"""
    return programme("files", *words)


def pack(words: list[str]) -> int:
    """make all that people need to lead a session or a run, as one zip, for example: pack relapse"""
    return programme("pack", *words)


def bench(words: list[str]) -> int:
    """measure speed and size beside plain mkdocs-material; bench --help tells more"""
    environment("test")  # some measure in a browser
    return tool("bench", *words)


def pins(words: list[str]) -> int:
    """write constraints.txt anew from the versions in pyproject.toml"""
    new_environment()
    install("test")
    freeze = [PYTHON, "-m", "pip", "freeze", "--exclude-editable"]
    frozen = subprocess.run(freeze, check=True, capture_output=True, text=True).stdout
    CONSTRAINTS.write_text(CONSTRAINTS_HEADER + frozen, encoding="utf-8", newline="\n")
    STAMP.write_text(digest("test"))
    return 0


def environment(extra: str = "") -> None:
    """Make .venv hold what is pinned. The stamp, written last, spares the next run all of pip's time."""
    made_from = STAMP.read_text() if STAMP.is_file() else ""
    if made_from in (digest(extra), digest("test")) and works():
        return
    print("Installing what is needed into .venv. This takes a minute, once.", flush=True)
    new_environment()
    install(extra, "--constraint", str(CONSTRAINTS))
    STAMP.write_text(digest(extra))


def digest(extra: str) -> str:
    """What an environment depends on: the pins, this Python, where the folder is, the extra packages."""
    sources = (ROOT / "pyproject.toml").read_bytes() + CONSTRAINTS.read_bytes()
    return hashlib.sha256(sources + repr((sys.version, sys.base_prefix, ROOT, extra)).encode()).hexdigest()


def works() -> bool:
    """A Python that was upgraded or removed leaves a .venv that looks whole and cannot start."""
    try:
        return not subprocess.run([PYTHON, "-c", "import mkdocs"], capture_output=True).returncode
    except OSError:
        return False


def new_environment() -> None:
    """Make .venv from nothing: mending a half-made one costs more than it saves."""
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):  # Debian and Ubuntu split them off
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        if not (is_root() and apt_install(package)):
            sys.exit(
                f"This Python has no venv module. On Debian and Ubuntu, type: sudo apt install {package}"
            )
    for leftover in (VENV, STAMP):  # the stamp before all else: a stop half-way must not leave it
        if leftover.is_symlink() or leftover.is_file():
            leftover.unlink()
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)]).returncode:
        sys.exit(f"Cannot make {VENV}. Close programs that use it, delete it, and try again.")


def install(extra: str, *options: str) -> None:
    """Install the project, editable, into .venv. All that pip says is kept for when it fails."""
    command = [PYTHON, "-m", "pip", "install", "--progress-bar", "off", *options]
    command += ["--editable", f".[{extra}]" if extra else "."]
    pip = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if pip.returncode:
        print(pip.stdout.decode(errors="replace"))
        sys.exit("pip could not install what is needed: its reason is above. Is there a network connection?")


def tool(*words: str) -> int:
    """Run a Python tool of .venv in the repository's folder; its exit code."""
    return subprocess.run([PYTHON, "-m", *words], cwd=ROOT).returncode


def programme(*words: str) -> int:
    """Run the command for the sources, which asks its questions in this window."""
    environment()
    return tool("programme", *words)


def browser() -> str:
    """The path of a Chromium that runs, installed with apt where there is none; empty if there is no way."""
    found = next(filter(runs, (os.environ.get("CHROMIUM", ""), *BROWSERS)), "")
    for package in ("chromium", "chromium-browser"):  # on Ubuntu a stub for a snap, which may not start
        if not found and apt_install(package) and runs(package):
            found = package
    if not found:
        print("No Chromium or Chrome was found. Install either, or set CHROMIUM to the path of one.")
    return shutil.which(found) or ""


def program(name: str, package: str) -> str:
    """The path of a program, installed with apt where it is not there; empty if there is no way."""
    paths = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin"))  # servers are there on Debian
    if not shutil.which(name, path=paths) and not apt_install(package):
        print(f"{name} was not found. Install it; on Debian and Ubuntu: sudo apt install {package}")
    return shutil.which(name, path=paths) or ""


def office() -> str:
    """The path of LibreOffice, which opens our Word files and slides; installed without its windows."""
    wanted = ("libreoffice-writer-nogui", "libreoffice-impress-nogui")
    if not shutil.which("soffice"):
        apt_install(wanted[0])
        apt_install(wanted[1])
    return program("soffice", " ".join(wanted))


def node_packages() -> bool:
    """Install what tests/package.json names into .venv/node, once. Their install scripts never run."""
    wanted, folder = (ROOT / "tests" / "package.json").read_bytes(), VENV / "node"
    made_from = folder / "made-from"
    if made_from.is_file() and made_from.read_bytes() == wanted:
        return True
    npm = program("npm", "npm")
    if not npm:
        return False
    folder.mkdir(exist_ok=True)
    (folder / "package.json").write_bytes(wanted)
    options = ["--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run([npm, "install", "--silent", *options, "--prefix", str(folder)])
    if not done.returncode:
        made_from.write_bytes(wanted)
    return not done.returncode


def runs(program: str) -> bool:
    path = shutil.which(program)
    if not path or os.name == "nt":  # on Windows --version would open a window
        return bool(path)
    return not subprocess.run([path, "--version"], capture_output=True).returncode


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def apt_install(package: str) -> bool:
    """Install a package of Debian or Ubuntu; False where there is no apt, or it fails."""
    apt, sudo = shutil.which("apt-get"), shutil.which("sudo")
    if not apt or not (is_root() or sudo):
        return False
    print(f"Installing {package} with apt-get.", flush=True)
    command = [*([] if is_root() else [str(sudo)]), "env", "DEBIAN_FRONTEND=noninteractive", apt, "-qq"]
    subprocess.run([*command, "update"], stdout=subprocess.DEVNULL)
    options = ["install", "--yes", "--no-install-recommends", package]
    return not subprocess.run([*command, *options], stdout=subprocess.DEVNULL).returncode


def main() -> int:
    own = (build, serve, new, adopt, drift, check, files, pack, hosting, centres, translations)
    tasks = {task.__name__: task for task in (*own, test, bench, pins)}
    parser = argparse.ArgumentParser(
        usage="python3 make.py TASK      (on Windows: py make.py TASK)",
        description="\n".join(f"  {name:7} {task.__doc__}" for name, task in tasks.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("task", choices=tasks, metavar="TASK", help=argparse.SUPPRESS)
    parser.add_argument("words", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    chosen = parser.parse_args(sys.argv[1:] or ["--help"])
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # the theme's banner, printed at every build
    try:
        return tasks[chosen.task](chosen.words)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
