"""What the search takes from a page, and under which anchor."""

from programme.search.sections import Passage, sections


def told(html: str) -> list[tuple[str, str, list[str]]]:
    return [(one.anchor, one.heading, [part.text for part in one.passages]) for one in sections(html)]


def test_sections_begin_at_headings() -> None:
    html = (
        '<h1 id="a">Title</h1><p>Lead.</p><h2 id="b">One</h2><p>Text <b>of</b> one.</p><ul><li>Item</li></ul>'
    )
    assert told(html) == [("", "", ["Lead."]), ("b", "One", ["Text of one.", "Item"])]


def test_after_a_box_the_text_goes_on_under_the_heading_before_it() -> None:
    html = '<h2 id="b">One</h2><div class="box-help"><h3 id="c">Help</h3><p>Call.</p></div><p>More.</p>'
    assert told(html) == [("b", "One", ["More."]), ("c", "Help", ["Call."])]
    assert [one.kind for one in sections(html)] == ["", "help"]


def test_words_explained_are_sections() -> None:
    html = (
        '<dl><dt id="word-uti">UTI</dt><dd>An infection.</dd><dt id="word-ot">OT</dt><dd>A person.</dd></dl>'
    )
    assert told(html) == [("word-uti", "UTI", ["An infection."]), ("word-ot", "OT", ["A person."])]


def test_what_is_not_for_the_search_is_left_out() -> None:
    html = """<p data-search-exclude>No.</p><p class="review">No.</p>
    <p>Yes<a class="cite">1</a>.</p><details class="answer"><summary>No</summary></details><script>no</script>
    <h2 id="s" data-search-exclude>Sources</h2><p>No.</p><h2 id="t">T</h2>"""
    assert told(html) == [("", "", ["Yes."]), ("t", "T", [])]


def test_text_for_one_nation_is_known_by_its_label_or_its_block() -> None:
    html = """<ul><li><strong>Wales:</strong> Ask Llais.</li><li>England is large.</li></ul>
    <div data-nations="england scotland"><p>Here.</p></div>"""
    assert sections(html)[0].passages == [
        Passage("Wales: Ask Llais.", ("wales",)),
        Passage("England is large."),
        Passage("Here.", ("england", "scotland")),
    ]


def test_rows_of_a_table_are_passages() -> None:
    assert told("<table><tr><th>When</th><td>2019</td></tr><tr><td>a</td><td>b</td></tr></table>")[0][2] == [
        "When 2019",
        "a b",
    ]
