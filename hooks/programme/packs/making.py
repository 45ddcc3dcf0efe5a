"""One pack for people who asked for it: its files are made, or taken from those made before."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from programme.formats import every
from programme.formats.job import Job
from programme.formats.manuscripts import Manuscripts
from programme.formats.slides.jobs import SlideShows
from programme.formats.store import make_all
from programme.formats.word.jobs import WordFiles
from programme.packs.gather import Gather, course_pack, run_pack, session_pack
from programme.packs.leaf import Leaf
from programme.packs.pack import Pack, pack_job
from programme.paper.engine import Engine
from programme.paper.jobs import Press
from programme.problems import Problem
from programme.whole import Programme


@dataclass(frozen=True)
class Wanted:
    """A session, or a run and of it only `sessions`, or the whole course; when it starts; for how many."""

    session: str = ""
    run: str = ""
    sessions: tuple[str, ...] = ()
    start: str = ""
    people: int = 12
    sizes: tuple[int, ...] = every.SIZES


def made_pack(
    programme: Programme, wanted: Wanted, kept: Path, tell: Callable[[Job], None] = lambda job: None
) -> tuple[Pack, Job | None, list[Problem]]:
    """The pack, the job that zips it, and what stands in its way. Its files are made into `kept`; `tell`
    before each is made."""
    engine, all_texts = Engine(), every.manuscripts(programme)
    packs = []
    for texts in all_texts:
        makers = Press(texts, engine), WordFiles(texts), SlideShows(texts)
        gather = Gather(*makers, wanted.sizes, wanted.people)
        packs.append(_pack(gather, wanted))
    first, *rest = packs
    pack = replace(first, leaves=(*first.leaves, *_in_other_languages(all_texts[1:], rest)))
    results = list(make_all(pack.jobs, kept, tell))
    problems = [problem for one in results for problem in one.problems]
    if problems:
        return pack, None, problems
    digests = [one.kept.digest for one in results if one.kept]
    press = Press(all_texts[0], engine)
    uri = f"{pack.name}.zip"
    return pack, pack_job(pack, press, uri, uri, digests, lambda job: (kept / job.uri).read_bytes()), []


def _pack(gather: Gather, wanted: Wanted) -> Pack:
    if wanted.run:
        run = next(one for one in gather.programme.runs if one.id == wanted.run)
        return run_pack(gather, run, wanted.sessions)
    if wanted.session:
        session = next(one for one in gather.programme.sessions if one.id == wanted.session)
        return session_pack(gather, session, wanted.start)
    return course_pack(gather, wanted.start)


def _in_other_languages(all_texts: list[Manuscripts], packs: list[Pack]) -> list[Leaf]:
    """What there is in another language, in a folder of its code."""
    return [
        _within(leaf, texts.programme.language.code)
        for texts, pack in zip(all_texts, packs, strict=True)
        for leaf in pack.leaves
    ]


def _within(leaf: Leaf, code: str) -> Leaf:
    return replace(leaf, path=f"{code}/{leaf.path}", language=code)
