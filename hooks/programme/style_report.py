"""The style findings, told: as text for a terminal, and as one HTML page for editors."""

from collections.abc import Iterable
from statistics import median

from programme.rendering import render
from programme.style import LONGEST_SENTENCE, PageStyle

_HEAD = f"{'reading age':>11} {'words':>6} {'sentence':>8} {'to look at':>10}  file"


def as_text(pages: list[PageStyle], most: int = 5) -> str:
    """A table, the hardest page first, and below each page its first `most` findings."""
    rows = [summary(pages), "", _HEAD]
    for page in pages:
        found = page.figures
        numbers = f"{found.smog:>11} {found.words:>6} {found.median:>8g} {len(page.findings):>10}"
        rows.append(f"{numbers}  {page.path}")
    for page in pages:
        rows += ["", page.path] if page.findings else []
        rows += [f"  {page.path}:{one.line}: {one.text}" for one in page.findings[:most]]
        if len(page.findings) > most:
            rows.append(f"  and {len(page.findings) - most} more, all on the HTML page")
    return "\n".join(rows)


def as_html(pages: list[PageStyle]) -> str:
    """A whole HTML page that opens from a folder and asks for nothing else."""
    return render("style-report.html", pages=pages, summary=summary(pages), longest=LONGEST_SENTENCE)


def summary(pages: Iterable[PageStyle]) -> str:
    """The medians of the sessions in one line; they are what readers meet most."""
    sessions = [page.figures for page in pages if page.session]
    if not sessions:
        return "There is no session to measure."
    ages = [found.smog for found in sessions]
    middle = median(found.median for found in sessions)
    return (
        f"{len(sessions)} sessions: reading age {median(ages):.1f} in the middle, {max(ages):.1f} at most, "
        f"by SMOG. Half of the sentences have {middle:g} words or fewer."
    )
