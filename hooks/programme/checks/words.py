"""What each rule says: what is wrong, and what right looks like."""

from dataclasses import replace

from programme.hints import short
from programme.problems import Problem
from programme.whole import Programme

WORDS: dict[str, tuple[str, str]] = {
    "address-taken": ("'{other}' makes the same page, {uri}", "give one of the two files another name"),
    "block-in-yaml": ("a heading, a block or a box of code cannot stand in YAML", "write plain text here"),
    "unknown-source": ("there is no source '{key}' in sources.yml", "{hint}"),
    "citation-form": ("'{text}' is not a citation", "write [@key] or [@one; @two] with keys of sources.yml"),
    "unknown-id": ("there is no {kind} '{key}'", "{hint}"),
    "id-twice": ("the id '{key}' is used twice; it was first used in {where}", "give one of them another id"),
    "heading-one": (
        "a text has no heading with one #",
        "begin with ##; the title comes from the front matter",
    ),
    "heading-empty": ("a heading has no words", "write them after ##, or take the line out"),
    "heading-space": ("a space is missing after #", "write ## Heading"),
    "heading-underlined": (
        "this line makes a heading of the one above",
        "write ## Heading, or an empty line above",
    ),
    "heading-skipped": ("the heading '{title}' skips a level", "use {right} here"),
    "heading-help": ("'{title}' is not a heading of a help box", "{hint}"),
    "heading-help-order": (
        "'{title}' stands too late in the help box",
        "put 999 first, then today, then your team",
    ),
    "heading-help-none": (
        "the help box has none of its headings",
        "write #### Call 999 now if, or one of the others",
    ),
    "check-answers": (
        "the check '{title}' has no answers",
        "write an answer, and under it : and the feedback",
    ),
    "html-tag": ("the HTML <{tag}> is not used in texts", "{hint}"),
    "html-form": ("the HTML <{tag}> is not written in full", 'write it on one line, as in <span lang="cy">'),
    "html-pair": (
        "<{tag}> and </{tag}> do not stand in pairs on this line",
        "write both around the same words",
    ),
    "html-attribute": ("the HTML attribute {name} is not used in <{tag}>", "take it out"),
    "html-runs": (
        "the HTML <{tag}> could run code in the reader's browser",
        "take it out; use Markdown and the blocks",
    ),
    "broken-link": ("the link leads to {target}, which is not there", "{hint}"),
    "link-scheme": ("the link '{target}' is of a kind that is not used", "write https://, mailto: or tel:"),
    "link-in-yaml": (
        "the link '{target}' would lead elsewhere on each page",
        "write it whole, from https:// on",
    ),
    "empty-link": ("the link has no address", "write [words](address)"),
    "picture-form": ("this picture is not written in full", "write ![what it shows](file.png)"),
    "picture-alt": (
        "the picture has no words for people who cannot see it",
        "write ![what it shows](file.png)",
    ),
    "picture-elsewhere": (
        "the picture would come from another site",
        "put its file in docs/ and name it here",
    ),
    "name-form": (
        "'{text}' is more than a name",
        "between {{{{ and }}}} stands one name, for example centre.name",
    ),
    "name-code": ("'{text}' is code, and texts hold none", "write the words themselves, or {{{{ a name }}}}"),
    "name-in-yaml": ("'{text}' is filled in only in Markdown texts", "write the words themselves"),
    "unknown-name": ("there is no name '{name}'", "{hint}"),
    "role-twice": ("the role '{role}' stands here twice", "put all names: under one of them"),
    "checked-later": ("the day {day} has not come yet", "write the day on which someone last tried it"),
    "name-empty": (
        "'{name}' is shown here, but your centre has not filled it in",
        "write {key}: {where} centre/centre.yml",
    ),
    "name-not-alone": (
        "'{name}' makes a list",
        "write it alone on its line, with an empty line above and below",
    ),
    "urgent-advice": ("'{name}' is missing, and each help box shows it", "write whom to call the same day"),
    "brackets": (
        "'{text}' is neither a name nor a class",
        "take the brackets {{ }} out, or write {{{{ a name }}}}",
    ),
    "review-order": (
        "the next review ({next}) is not after the text was written ({written})",
        "write a later day",
    ),
    "review-by": ("reviewed_on and reviewed_by belong together", "fill in both, or neither"),
    "review-passed": (
        "the next review was due by {day}",
        "have it reviewed, then write reviewed_on, reviewed_by and a new next_review",
    ),
    "review-missing": (
        "this page cites sources but has no review dates",
        "write review: with written_on and next_review",
    ),
    "unused-source": (
        "the source '{key}' is cited nowhere",
        "cite it where a text rests on it, as in [@{key}], or delete it",
    ),
    "fact-without-source": (
        "'{claim}' is a fact, and no source is cited for it",
        "write [@key] after the sentence, with a key of sources.yml",
    ),
    "sum-in-text": ("the sum {text} stands in a text", "put it in nations.yml, where its date is kept"),
    "number-in-text": (
        "the phone number {text} stands in a text",
        "put it in nations.yml, where its date is kept",
    ),
    "wait-in-text": ("a wait of {text} stands in a text", "put it in nations.yml, where its date is kept"),
    "name-of-nation": (
        "'{name}' is only right for {nations}",
        "write it in a nation block for these, or in nations.yml",
    ),
    "word-hurts": ("'{word}' can hurt the people we write for", "{hint}"),
    "word-not-plain": ("'{word}' is not a plain word", "{hint}"),
    "link-words": (
        "the link '{words}' does not say where it leads",
        "name the page that it leads to, as in [your MS team](your-team.md)",
    ),
    "questionnaire": (
        "{name} belongs to others, and this sentence seems to offer it",
        "say what it is for, and that an MS team can give it; never print it",
    ),
    "language-not-there": (
        "there is no translation into '{code}', so the site would be without it",
        "{hint}",
    ),
    "centre-unnamed": (
        "there is no centre/centre.yml, so nobody can tell which centre this is about",
        "write centre/centre.yml, with the name of your centre",
    ),
    "meeting-ends": (
        "the meeting ends at {end}, before it begins at {begin}",
        "write times by the 24-hour clock, for example from: 10:30 and to: 12:30",
    ),
    "meeting-night": (
        "the meeting, from {begin} to {end}, is at night",
        "write times from 7:00 to 22:00 by the 24-hour clock: half past one in the afternoon is 13:30",
    ),
    "meeting-order": (
        "the meeting on {day} begins before the one above it, on {before}, has ended",
        "put the meetings in order of time, or mend the day",
    ),
    "meeting-gap": (
        "the meeting on {day} is more than half a year after the one above it, on {before}",
        "mend the month or the year; a new group is a run of its own",
    ),
    "meetings-clash": (
        "'{what}' is taken at this time by the meeting at {where}",
        "change the time, the place or who leads",
    ),
    "meeting-nowhere": (
        "nothing says where this meeting is",
        "write place: or online:, for the run or for this meeting",
    ),
    "meeting-short": (
        "the sessions take {needed} minutes by their run sheets, and the meeting has {there}",
        "make it longer, move a session, or choose what to leave out",
    ),
    "booking-late": (
        "the last day to book, {by}, is after the last meeting, on {last}",
        "write an earlier day",
    ),
    "session-not-covered": (
        "the session '{session}' is not among those that the run '{run}' covers",
        "add it to sessions: of the run, or take it out here",
    ),
    "dates-left-out": (
        "'{name}' is left out in centre.yml, so the page of dates does not name it",
        "take it out here, or leave it in the course",
    ),
    "aim-in-future": ("the day {day} has not come yet", "write the day on which it was so"),
    "poster-source": (
        "nothing shows where this record comes from",
        "write sources: with a key of sources.yml",
    ),
    "local-name": (
        "'{name}' cannot be the name of a file",
        "write small letters, digits and hyphens, as in before-your-visit",
    ),
    "local-twice": ("the place '{name}' is named twice; it is also in {where}", "give one another name"),
    "local-inside": ("the place '{name}' stands inside another block", "close that block above it"),
    "local-unknown": ("no text has a place named '{name}', so this would not be shown", "{hint}"),
    "local-gone": (
        "the shared course no longer has the place '{name}', so this is not shown",
        "move what you need elsewhere, and delete this file",
    ),
    "local-front-matter": (
        "these words stand inside a page and need no front matter",
        "take out all from --- to ---, and both these lines",
    ),
    "not-in-course": ("the course has nothing named '{key}' here", "{hint}"),
    "leaves-out-help": (
        "'{key}' cannot be left out, because people in danger are led to {names}",
        "take it out of this list; you can put your own words in its place",
    ),
    "like-another": (
        "this adds a session or module named '{name}'",
        "if it should stand for '{other}', give it that name",
    ),
    "not-in-your-list": (
        "{name} is new in the shared course and is not in your list, so it comes last",
        "add it to {list}, or leave it out in centre.yml",
    ),
    "publish-placeholder": ("'{text}' still stands here", "write your own words, or take it out"),
    "publish-example": ("'{text}' is an example", "write what is true for you, or take it out"),
    "publish-access": (
        "nobody is named for people who cannot use this site",
        "write accessibility_contact: with a purpose, and a phone or email below it",
    ),
    "publish-past": ("the run '{run}' was over on {day}", "take it out, or write its new dates"),
    "poster-licence": ("a poster with a file needs its licence", "write licence: for example CC BY 4.0"),
    "translation-numbers": (
        "numbers differ from the shared text: missing are {missing}, added are {more}",
        "write the same numbers, in digits where the shared text has digits",
    ),
    "translation-blocks": (
        "the blocks are not those of the shared text",
        "keep every block, in the same order and with the same minutes",
    ),
    "translation-sources": (
        "citations differ from the shared text: missing are {missing}, added are {more}",
        "keep each [@…] where the shared text has it",
    ),
    "translation-names": (
        "names in {{{{ }}}} differ from the shared text: missing are {missing}, added are {more}",
        "keep each as it is",
    ),
    "translation-links": (
        "links differ from the shared text: missing are {missing}, added are {more}",
        "translate the words of a link, and keep its address",
    ),
}


def mild(problem: Problem) -> Problem:
    """The same as a warning: told, and the site is built."""
    return replace(problem, severity="warning")


def gone(programme: Programme, problem: Problem) -> Problem:
    """A warning where the file is a centre's copy of a shared text: what that led to may be no more."""
    return mild(problem) if problem.path in programme.based_on else problem


def say(path: str, line: int, rule: str, **words: object) -> Problem:
    """The problem of `rule` with its words filled in."""
    text, advice = WORDS[rule]
    shown = {key: word if key == "hint" else short(word) for key, word in words.items()}
    return Problem(path, line, rule, text.format(**shown), advice.format(**shown))
