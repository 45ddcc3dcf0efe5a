"""How good, how fast and how large the search is: over the course as it is, and over ten times its text.

Run it as `python3 make.py bench search`. It builds the site into a folder of its own, and asks every query of
tests/queries.tsv in Chromium. Ten times the text is the course ten times over, with one word in twenty
changed from copy to copy, so that the number of different words grows as it would.
"""

import csv
import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

REPOSITORY = Path(__file__).parent.parent
LIMIT = 20
"""Milliseconds in which a query is answered, at ten times the text."""
PAGE_KINDS = ("plain", "synonym", "typo", "nation")
COPY = """(times) => {
    const data = structuredClone(courseSearch.data), pages = data.pages;
    for (let copy = 1; copy < times; copy++) {
        let count = 0;
        const other = (word) => ++count % 20 ? word : word + "xyz"[copy % 3] + copy;
        const change = (text) => text.replace(/\\p{L}{4,}/gu, other);
        const passage = (one) => typeof one === "string" ? change(one) : [one[0], change(one[1])];
        for (const page of courseSearch.data.pages) {
            const sections = page[5].map((one) => [...one.slice(0, 4), one[4].map(passage)]);
            pages.push([copy + page[0], change(page[1]), ...page.slice(2, 5), sections]);
        }
    }
    window.copied = data;
}"""
ASK = """(queries) => {
    const data = window.copied, begin = performance.now();
    const engine = new courseSearch.Engine(data), built = performance.now() - begin;
    const danger = new courseSearch.Danger(data.safety, (word) => engine.places.has(word));
    const ask = (query) => {
        const from = performance.now();
        const found = engine.find(query), signs = danger.find(query);
        return { time: performance.now() - from, signs, pages: found.map((one) => data.pages[one.page][0]) };
    };
    const answers = queries.map(ask);  // each asked for the first time
    return { built, first: answers[0].time, words: engine.places.known.size, answers };
}"""


def main() -> int:
    with (REPOSITORY / "tests/queries.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    with tempfile.TemporaryDirectory(prefix="search-bench-") as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
        subprocess.run(command, cwd=REPOSITORY, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True)
        for file in sorted((site / "assets").glob("search*.js")):
            print(f"{file.name:34} {len(gzip.compress(file.read_bytes(), 9)) / 1000:7.1f} kB gzip")
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or "google-chrome"
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto((site / "search.html").as_uri())
        page.keyboard.insert_text("relapse")
        page.wait_for_selector(".results a")
        _quality(_measure(page, 1, rows), rows)
        _measure(page, 10, rows)
        browser.close()
    return 0


def _measure(page: Page, times: int, rows: list[dict[str, str]]) -> list[dict[str, Any]]:
    page.evaluate(COPY, times)
    found = page.evaluate(ASK, [row["query"] for row in rows])
    spent = sorted(answer["time"] for answer in found["answers"])
    print(
        f"{times:2} times the text: {found['words']} words, ready after {found['built']:.0f} ms,"
        f" first query {found['first']:.1f} ms, then median {spent[len(spent) // 2]:.1f},"
        f" 95 in 100 under {spent[len(spent) * 95 // 100]:.1f}, longest {spent[-1]:.1f} ms,"
        f" {sum(one > LIMIT for one in spent)} of {len(spent)} over {LIMIT} ms"
    )
    return list(found["answers"])


def _quality(answers: list[dict[str, Any]], rows: list[dict[str, str]]) -> None:
    for name in ("tune", "held", *PAGE_KINDS):
        asked = [
            (row["expected"].split(), answer["pages"])
            for row, answer in zip(rows, answers, strict=True)
            if row["kind"] in PAGE_KINDS and name in (row["kind"], row["set"])
        ]
        first = sum(bool(set(right) & set(pages[:1])) for right, pages in asked)
        three = sum(bool(set(right) & set(pages[:3])) for right, pages in asked)
        shares = f"first {first / len(asked):5.1%}, in three {three / len(asked):5.1%}"
        print(f"{name:8} {len(asked):4} queries: {shares}")
    for kind, wanted in (("danger", True), ("harmless", False)):
        signs = [bool(a["signs"]) for row, a in zip(rows, answers, strict=True) if row["kind"] == kind]
        print(f"{kind:8} {len(signs):4} queries: {signs.count(wanted)} as they should be")


if __name__ == "__main__":
    sys.exit(main())
