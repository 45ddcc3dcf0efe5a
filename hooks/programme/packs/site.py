"""The packs that a site offers, put together from files that it has already: nothing is made twice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from programme import addresses as at
from programme.formats.job import Job
from programme.formats.manuscripts import Manuscripts
from programme.formats.occasion import ANY
from programme.formats.store import Result
from programme.packs.leaf import Leaf, in_order, session_leaves, sheet_leaf
from programme.packs.pack import Pack, pack_job
from programme.paper.engine import Engine
from programme.paper.jobs import Press
from programme.paper.pack import sheet_docs
from programme.whole import Session

LARGEST = 25_000_000
"""Bytes of a pack that people still fetch and send; a larger one is not offered."""
PEOPLE = 12


def site_packs(all_texts: Iterable[Manuscripts], made: Iterable[Result], folder: Path) -> Iterator[Job]:
    """A pack for each session, and one of the whole course where all of it is in that language. `made` are
    all files of the site, which are in `folder`."""
    engine = Engine()
    by_page: dict[str, list[Result]] = {}
    for result in made:
        if result.kept:
            by_page.setdefault(result.job.page, []).append(result)
    for texts in all_texts:
        shelf = _Shelf(Press(texts, engine), by_page, folder)
        yield from (shelf.session(one) for one in texts.sessions)
        if len(texts.modules) == len(texts.programme.modules):
            yield from shelf.course()


@dataclass(frozen=True)
class _Shelf:
    press: Press
    by_page: dict[str, list[Result]]
    folder: Path

    @property
    def texts(self) -> Manuscripts:
        return self.press.texts

    def session(self, one: Session) -> Job:
        uri, page = at.session_pack(one.module_id, one.id), at.run_sheet(one.module_id, one.id)
        leaves = in_order([*self._of_session(one), *self._sheets()])
        return self._zip(Pack(f"{one.id}-pack", one.meta.title, ANY, leaves, PEOPLE), uri, page)

    def course(self) -> Iterator[Job]:
        """Sheets once, and a folder for each session; none where it would be too large."""
        leaves = list(in_order(self._sheets()))
        for number, one in enumerate(self.texts.sessions, 1):
            within = f"sessions/{number:02}-{one.id}"
            leaves += (replace(leaf, path=f"{within}/{leaf.name}") for leaf in self._of_session(one))
        title = self.texts.programme.course.value.title
        pack = Pack("whole-course-pack", title, ANY, tuple(leaves), PEOPLE)
        if sum(one.kept.bytes_ for one in self._results(pack) if one.kept) < LARGEST:
            yield self._zip(pack, at.COURSE_PACK, at.SCHEDULE)

    def _of_session(self, one: Session) -> Iterator[Leaf]:
        pages = (at.run_sheet(one.module_id, one.id), one.body.uri)
        jobs = [made.job for uri in pages for made in self.by_page.get(self.texts.at(uri), ())]
        return session_leaves(jobs, one.id, PEOPLE, self.texts.programme.language.gettext)

    def _sheets(self) -> Iterator[Leaf]:
        """In English where they are not translated."""
        for doc in sheet_docs(self.texts.programme):
            uri, title = doc.body.uri, doc.prose.meta.value.title
            for made in self.by_page.get(self.texts.at(uri)) or self.by_page.get(uri) or ():
                yield sheet_leaf(made.job, title, PEOPLE, self.texts.programme.language.gettext)

    def _zip(self, pack: Pack, uri: str, page: str) -> Job:
        digests = [one.kept.digest for one in self._results(pack) if one.kept]
        here, there = self.texts.at(uri), self.texts.at(page)
        return pack_job(
            pack, self.press, here, there, digests, lambda job: (self.folder / job.uri).read_bytes()
        )

    def _results(self, pack: Pack) -> Iterator[Result]:
        by_uri = {
            made.job.uri: made for page in {job.page for job in pack.jobs} for made in self.by_page[page]
        }
        return (by_uri[job.uri] for job in pack.jobs)
