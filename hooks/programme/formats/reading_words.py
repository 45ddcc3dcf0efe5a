"""The words that e-books, plain text and braille have besides those of paper, for translators."""

from dataclasses import dataclass, fields

from programme.language import N_, Language


@dataclass(frozen=True)
class ReadingWords:
    """Each is a whole sentence or label; what stands in { } is filled in."""

    about: str = N_("About this copy")
    end: str = N_("End of: {title}")
    link: str = N_("link {number}")
    links: str = N_("Addresses of links")
    picture: str = N_("Picture: {alt}")
    choose_for_each: str = N_("For each one, choose: {choices}.")
    write_for_each: str = N_("Write something for each one.")
    write_about: str = N_("Write about each of these:")
    columns: str = N_("A table to fill in. Its columns are: {columns}.")
    rows: str = N_("Its rows are: {rows}.")
    empty_rows: str = N_("It has room for {count} rows.")
    your_way: str = N_("Write on paper, or in any way that suits you.")
    check_how: str = N_("Think what you would say. Nothing is scored.")
    replies_at_end: str = N_("The replies are at the end.")
    to_replies: str = N_("Replies, at the end of this session")
    to_question: str = N_("Back to the question")
    to_text: str = N_("Back to the text")
    place: str = N_("place {number}")
    cover: str = N_("Cover")
    cover_shows: str = N_("{title}. Above the title, five stones make a path.")
    about_book: str = N_("About this e-book")
    main_parts: str = N_("Main parts")
    licence: str = N_("You may copy and change it under the licence CC BY 4.0. Name where it is from.")
    access: str = N_(
        "All of it is text, with headings, lists and a table of contents. You choose the size of letters and "
        "the colours. Pictures have words. Programs tested it against rules for access. No one has tested it "
        "with screen readers yet, so we do not claim that it meets a standard."
    )
    braille: str = N_(
        "A program made this braille, and no braille reader has checked it. Bold is not shown. "
        "Tables are lists. Numbers in square brackets are those of sources, listed near the end."
    )


ENGLISH = ReadingWords()


def words_in(language: Language) -> ReadingWords:
    """These words in `language`; English ones where its catalogue has none."""
    return ReadingWords(
        **{one.name: language.gettext(getattr(ENGLISH, one.name)) for one in fields(ReadingWords)}
    )
