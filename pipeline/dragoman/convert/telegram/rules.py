"""What can be amiss in a telegram. None of it stops a conversion: what is there is converted."""

from __future__ import annotations

from typing import Final, NamedTuple

from dragoman.diagnostics import Rule, Severity

NO_TEXT: Final = Rule(
    "CBL001",
    Severity.WARNING,
    "the telegram has no text",
    "Many telegrams are on microfilm only: their file holds the message attributes and nothing else. "
    "The document then consists of its header.",
    "Message Text, and at once Message Attributes",
    "Message Text, the telegram, Message Attributes",
)
NO_ATTRIBUTES: Final = Rule(
    "CBL002",
    Severity.NOTE,
    "the message attributes are missing",
    "The attributes give the document number, the film number and the review's decisions, and the text can "
    "be held against them. A copy from a mirror often lacks them.",
    "a file that ends with NNN",
    "a file that ends with Message Attributes and their keys",
)
NO_DATE: Final = Rule(
    "CBL003",
    Severity.WARNING,
    "there is no date-time group",
    "The date-time group is the telegram's date. Without it the date is taken from the attributes, or "
    "there is none.",
    "FM AMEMBASSY MOSCOW",
    "R 291530Z JAN 79",
)
IMPOSSIBLE_DATE: Final = Rule(
    "CBL004",
    Severity.WARNING,
    "the date-time group names a moment that cannot exist",
    "A garbled group must not become a wrong date: it stays in the text and gives none.",
    "R 311317Z APR 78",
    "R 301317Z APR 78",
)
NO_SENDER: Final = Rule(
    "CBL005",
    Severity.WARNING,
    "the sender's line is missing",
    "The line that begins with FM says who sent the telegram.",
    "R 291530Z JAN 79, and at once TO SECSTATE WASHDC",
    "FM AMEMBASSY MOSCOW",
)
NO_ADDRESSEE: Final = Rule(
    "CBL006",
    Severity.WARNING,
    "the addressee's line is missing",
    "The line that begins with TO says who was to act on the telegram.",
    "FM AMEMBASSY MOSCOW, and at once the text",
    "TO SECSTATE WASHDC 1893",
)
NO_TAGS: Final = Rule(
    "CBL007",
    Severity.NOTE,
    "there are no TAGS",
    "TAGS are the subject headings of the time; without them the telegram is found by its words only.",
    "E.O. 11652: GDS, and at once SUBJECT",
    "TAGS: PFOR, UR",
)
NO_SUBJECT: Final = Rule(
    "CBL008",
    Severity.NOTE,
    "the subject line is missing",
    "Lists and searches show the subject of a telegram.",
    "TAGS: PFOR, UR, and at once the text",
    "SUBJECT: SELENGA RIVER COMMISSION",
)
MISSING_SECTION: Final = Rule(
    "CBL009",
    Severity.WARNING,
    "a section of the telegram is missing",
    "A long telegram was sent in sections, and each says how many there are. A section that is not in the "
    "file may exist in another.",
    "a file that holds SECTION 2 OF 3 only",
    "a file that holds SECTION 1 OF 3, 2 OF 3 and 3 OF 3",
)
CONTRADICTION: Final = Rule(
    "CBL010",
    Severity.WARNING,
    "the message attributes contradict the text",
    "The attributes were written by another hand and another program than the telegram. Where they differ, "
    "the header follows the telegram, and an editor should decide.",
    "TAGS: PFOR, UR in the text, TAGS: PFOR, CH in the attributes",
    "TAGS: PFOR, UR in both",
)
UNKNOWN_KEY: Final = Rule(
    "CBL011",
    Severity.NOTE,
    "an attribute's key is not known",
    "Values are taken apart by a table of the keys of 1973 to 1979. A key outside it is taken from the "
    "line's form.",
    "Ferry Number: 4",
    "Film Number: D790046-0412",
)
UNKNOWN_LINE: Final = Rule(
    "CBL012",
    Severity.NOTE,
    "a line of the header was not understood",
    "It is kept in its place without a meaning.",
    "QWX/9: ?? before FM AMEMBASSY MOSCOW",
    "ZDK CITING STATE 1234 before FM AMEMBASSY MOSCOW",
)
NUMBERING: Final = Rule(
    "CBL013",
    Severity.NOTE,
    "the numbers of the paragraphs have a gap",
    "A gap can mean that a page is missing, or that a number was garbled.",
    "paragraph 2, then paragraph 4",
    "paragraph 2, then paragraph 3",
)
MISSING_PAGE: Final = Rule(
    "CBL014",
    Severity.NOTE,
    "a page is missing between two banners",
    "Each page begins with a banner that bears its number, and each section counts from 1.",
    "PAGE 01 MOSCOW 02204, then PAGE 03 MOSCOW 02204",
    "PAGE 01 MOSCOW 02204, then PAGE 02 MOSCOW 02204",
)
UNPAIRED_TEXT: Final = Rule(
    "CBL015",
    Severity.WARNING,
    "a quoted message has no beginning or no end",
    "BEGIN TEXT and END TEXT enclose another document. Without both it cannot be told where it begins "
    "or ends.",
    "BEGIN TEXT, and no END TEXT",
    "BEGIN TEXT, the message, END TEXT",
)
MISSPELT: Final = Rule(
    "CBL016",
    Severity.NOTE,
    "a classification is misspelt",
    "It stands where a page's classification stands and differs from it by a letter or two; it is read "
    "as such.",
    "CONFIDENTAIL above PAGE 02 MOSCOW 02204",
    "CONFIDENTIAL above PAGE 02 MOSCOW 02204",
)
AFTER_END: Final = Rule(
    "CBL017",
    Severity.NOTE,
    "there is text after the end of the message",
    "NNN ends a message. What follows it may belong to another.",
    "NNN, then a line of text",
    "NNN, then the message attributes or nothing",
)
NO_CLASSIFICATION: Final = Rule(
    "CBL018",
    Severity.NOTE,
    "the telegram bears no classification",
    "Every telegram bore one, if only UNCLASSIFIED; its absence may mean that lines are missing.",
    "MOSCOW 02204 under the addressees",
    "CONFIDENTIAL MOSCOW 02204 under the addressees",
)
MISTYPED_DATE: Final = Rule(
    "CBL019",
    Severity.NOTE,
    "the date-time group has letters for figures",
    "The letters O, I and l look like 0 and 1 and were typed, or recognised, for them. The group is read "
    "with the figures, which stand beside the transcript's letters.",
    "R 12O915Z APR 78",
    "R 120915Z APR 78",
)
OTHER_MESSAGE: Final = Rule(
    "CBL020",
    Severity.WARNING,
    "the file holds another telegram",
    "A document is one telegram: with one number, one date, one list of addressees. Where a file holds two, "
    "header and calendar know the first alone, and the second is found by nobody who looks for it.",
    "NNN / R 121100Z MAR 76 / … / UNCLAS LIMA 0312, behind LIMA 0311",
    "a file for each",
)


class Wanted(NamedTuple):
    """What is said of each line that a header has and this one lacks."""

    date: str
    sender: str
    addressee: str
    subject: str
    classification: str


WANTED: Final = Wanted(
    "no line has the form of R 291530Z JAN 79",
    "no line begins with FM",
    "no line begins with TO",
    "no line begins with SUBJECT",
    "neither the text nor Original Classification of the attributes names one",
)
# Of a telegram of a French or German service.
WANTED_WITH_KEYS: Final = Wanted(
    "no line of the header names a day",
    "no line begins with DE: or Von:",
    "no line begins with A: or An:",
    "no line begins with OBJET: or Betr.:",
    "no line of the header is one",
)
# What to do, where several findings or a long line want the same.
LOOK_AT_LINE: Final = "it is kept; give its element the right type if you know what the line is"
LOOK_AT_KEY: Final = "it is kept in the back; see whether it is a misspelling of another key"
LOOK_FOR_ATTRIBUTES: Final = "get the file with its attributes if there is one; the text alone is converted"
LOOK_FOR_TAGS: Final = "nothing is to be done, unless the source has a line with TAGS"
LOOK_FOR_CLASSIFICATION: Final = "give it in the header, if the source or its index has it"
LOOK_FOR_TEXT: Final = "see whether the source has a text; without one the document consists of its header"
