"""What each rule says: what is wrong, and what right looks like."""

from programme.problems import Problem

WORDS: dict[str, tuple[str, str]] = {
    "address-taken": ("'{other}' makes the same page, {uri}", "give one of the two files another name"),
    "unknown-source": ("there is no source '{key}' in sources.yml", "{hint}"),
    "citation-form": ("'{text}' is not a citation", "write [@key] or [@one; @two] with keys of sources.yml"),
    "unknown-id": ("there is no {kind} '{key}'", "{hint}"),
    "id-twice": ("the id '{key}' is used twice; it was first used in {where}", "give one of them another id"),
    "heading-one": ("a text has no heading with one #", "begin with ##; the title comes from the front matter"),
    "heading-skipped": ("the heading '{title}' skips a level", "use {right} here"),
    "heading-help": ("'{title}' is not a heading of a help box", "{hint}"),
    "heading-help-order": ("'{title}' stands too late in the help box", "put 999 first, then today, then your team"),
    "check-answers": ("the check '{title}' has no answers", "write an answer, and under it : and the feedback"),
    "html-tag": ("the HTML <{tag}> is not used in texts", "{hint}"),
    "html-attribute": ("the HTML attribute {name} is not used in texts", "take it out"),
    "html-script": ("this could run code in the reader's browser", "take it out; use Markdown and the blocks"),
    "broken-link": ("the link leads to {target}, and there is no such page", "{hint}"),
    "link-scheme": ("the link '{target}' is of a kind that is not used", "write https://, mailto: or tel:"),
    "empty-link": ("the link has no address", "write [words](address)"),
    "name-form": ("'{text}' is more than a name", "between {{{{ and }}}} stands one name, for example centre.name"),
    "name-code": ("'{text}' is code, and texts hold none", "write the words themselves, or {{{{ a name }}}}"),
    "unknown-name": ("there is no name '{name}'", "{hint}"),
    "name-not-alone": ("'{name}' makes a list", "write it alone on its line, with an empty line above and below"),
    "review-order": ("the next review ({next}) is not after the text was written ({written})", "write a later day"),
    "review-by": ("reviewed_on and reviewed_by belong together", "fill in both, or neither"),
    "poster-licence": ("a poster with a file needs its licence", "write licence: for example CC BY 4.0"),
}


def say(path: str, line: int, rule: str, **words: object) -> Problem:
    """The problem of `rule` with its words filled in."""
    text, advice = WORDS[rule]
    return Problem(path, line, rule, text.format(**words), advice.format(**words))
