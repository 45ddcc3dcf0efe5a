"""The folders of other languages → translations, each file laid over the text that it translates."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from gettext import GNUTranslations, NullTranslations
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from programme.blocks_text import scan
from programme.hints import did_you_mean
from programme.language import Language
from programme.layers import LAYERS
from programme.model.translation import TranslationMeta
from programme.problems import Problem
from programme.reading import read
from programme.sources import FRONT_MATTER, Held, Sourced, located, typed
from programme.translations.overlay import OF_ITSELF, fingerprint, overlay
from programme.whole import Body, Programme, Translated, Translation
from programme.yaml_lines import Document, parse

FOLDER = "translations"
CATALOGUE = "programme.po"


def translations(root: Path, programme: Programme) -> tuple[list[Translation], list[Problem], set[str]]:
    """Every language below translations/ or a centre's own; problems; the files that were read.

    Nothing is raised for what a file says.
    """
    reader = _Reader(root, programme)
    found = [reader.language(code) for code in reader.codes()]
    return [one for one in found if one], reader.problems, reader.used


def is_other_language(code: str) -> bool:
    """Whether `code` names a language besides English, as cy or pt-BR."""
    try:
        return bool(Locale.parse(code, sep="-")) and code != "en"
    except (ValueError, UnknownLocaleError):
        return False


@dataclass
class _Reader:
    root: Path
    programme: Programme
    problems: list[Problem] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def codes(self) -> list[str]:
        folders = [self.root / layer / FOLDER for layer in LAYERS]
        there = {
            one.name for folder in folders if folder.is_dir() for one in folder.iterdir() if one.is_dir()
        }
        return sorted(code for code in there if not code.startswith((".", "_")) and any(self.files(code)))

    def language(self, code: str) -> Translation | None:
        files = dict(self.files(code))
        if not is_other_language(code):
            text = f"'{code}' is not the code of another language"
            advice = "name the folder by its code, for example cy for Welsh or pl for Polish"
            self.problem(f"{FOLDER}/{code}", "unknown-language", text, advice)
            self.used |= set(files.values())
            return None
        language = self.catalogue(code, files.pop(CATALOGUE, None))
        made = (self.file(code, key, path) for key, path in sorted(files.items()))
        return Translation(language, {one.of: one for one in made if one})

    def files(self, code: str) -> Iterator[tuple[str, str]]:
        """Path of the shared file → path of its translation; a centre's own wins."""
        found: dict[str, str] = {}
        for layer in LAYERS:
            base = self.root / layer / FOLDER / code
            for file in sorted(base.rglob("*")) if base.is_dir() else ():
                name = file.relative_to(base).as_posix()
                if (
                    file.is_file()
                    and name != "README.md"
                    and not any(p.startswith((".", "_")) for p in name.split("/"))
                ):
                    path = file.relative_to(self.root).as_posix()
                    self.used.add(path)
                    found.setdefault(name, path)
        yield from found.items()

    def catalogue(self, code: str, path: str | None) -> Language:
        if path is None:
            text = f"the words of the frame are missing: there is no {FOLDER}/{code}/{CATALOGUE}"
            advice = f"make it: programme translations --words {code}"
            self.problem(f"{FOLDER}/{code}", "catalogue", text, advice)
            return Language(code)
        found = read(self.root, path)
        if isinstance(found, Problem):
            self.problems.append(found)
            return Language(code)
        try:
            return Language(code, compiled(found.text, code))
        except (PoFileError, ValueError) as error:
            line = getattr(error, "lineno", None) or 0
            what = f"this is not a catalogue of words: {str(error).split(' on ')[0]}"
            advice = "open it in a program for .po files, such as Poedit"
            self.problem(path, "catalogue", what, advice, line + 1)
            return Language(code)

    def file(self, code: str, key: str, path: str) -> Translated | None:
        source = self.translatable().get(key)
        if source is None:
            there = self.translatable()
            text = "this translates nothing: no shared text that can be translated has this path"
            self.problem(path, "translates-nothing", text, did_you_mean(key, there))
            return None
        if source.path.startswith("centre/") and not path.startswith("centre/"):
            return None  # the centre has a text of its own in place of the shared one
        if source.read != "whole":
            return None
        found = read(self.root, path)
        if isinstance(found, Problem):
            self.problems.append(found)
            return None
        return self.laid_over(code, key, path, source, found.text)

    def translatable(self) -> dict[str, Sourced[Any]]:
        return {one.path.removeprefix("centre/"): one for one in translatable(self.programme)}

    def laid_over(self, code: str, key: str, path: str, source: Sourced[Any], text: str) -> Translated | None:
        own, body, first_line = parts_of(path, text)
        if own is None:
            advice = "begin with ---, translates: and the translated lines, and ---"
            self.problem(path, "front-matter", "the front matter is missing", advice)
            return None
        self.problems += located(path, own.faults)
        if not isinstance(own.value, dict):
            if not own.faults:
                self.problem(path, "empty-file", "nothing is translated here", "write translates: and words")
            return None
        meta, wrong = typed(path, replace(own, faults=[], value=_only(own.value)), TranslationMeta)
        self.problems += wrong
        shared_body = body_of(self.programme, source.path)
        picked = overlay(source.document.value, own, lenient=True).picked
        stale = fingerprint(picked, shared_body) != meta.value.translates
        laid = overlay(source.document.value, own, stale)
        self.problems += located(path, laid.faults)
        merged, wrong = typed(path, Document(laid.value, own.lines), type(source.value), translated=True)
        self.problems += [one for one in wrong if one.severity == "error"]
        if wrong or laid.faults or meta.read != "whole":
            return None
        held = Held(code, frozenset(laid.held), stale, meta.value.reviewed_by or "")
        made = None
        if body is not None:
            blocks, faults = scan(body, first_line)
            self.problems += located(path, faults)
            made = Body(path, self.uri(source.path), body, first_line, blocks)
        return Translated(key, replace(merged, held=held), made)

    def uri(self, path: str) -> str:
        return next(body.uri for body in self.programme.bodies if body.path == path)

    def problem(self, path: str, rule: str, text: str, advice: str, line: int = 1) -> None:
        self.problems.append(Problem(path, line, rule, text, advice))


def _only(value: dict[str, Any]) -> dict[str, Any]:
    return {key: value[key] for key in OF_ITSELF if key in value}


def parts_of(path: str, text: str) -> tuple[Document | None, str | None, int]:
    if not path.endswith(".md"):
        return parse(text), None, 1
    found = FRONT_MATTER.match(text)
    if not found:
        return None, None, 1
    return parse(found[1], first_line=2), text[found.end() :], text.count("\n", 0, found.end()) + 1


def compiled(text: str, code: str) -> NullTranslations:
    """A catalogue as gettext reads it. Entries marked fuzzy are guesses of a program, and are left out."""
    catalogue = read_po(StringIO(text), locale=code.replace("-", "_"), abort_invalid=True)
    made = BytesIO()
    write_mo(made, catalogue)
    made.seek(0)
    return GNUTranslations(made)


def translatable(programme: Programme) -> Iterable[Sourced[Any]]:
    """What can be translated: the course, what its texts draw on, a centre's own facts, dates and words, and
    the pages of docs/."""
    yield from (programme.course, programme.nations, programme.glossary, programme.roles)
    yield from (programme.search, programme.safety)
    yield from filter(None, (programme.centre, programme.dates))
    yield from (one.source for one in programme.local)
    yield from (module.source for module in programme.modules)
    yield from (session.prose.meta for session in programme.sessions)
    yield from (doc.prose.meta for doc in programme.docs)


def body_of(programme: Programme, path: str) -> str:
    """The Markdown text of the shared file at `path`; nothing for YAML."""
    return next((body.text for body in programme.bodies if body.path == path), "")
