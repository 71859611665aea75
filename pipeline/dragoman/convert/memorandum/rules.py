"""What a converted memorandum can lack."""

from __future__ import annotations

from dragoman.diagnostics import Rule, Severity

NO_TITLE = Rule(
    "MEM001",
    Severity.WARNING,
    "the memorandum has no title",
    "A document is cited by its title. Where the transcript has none, one is composed and marked as ours.",
    "A transcript that begins with its first paragraph",
    "Conversation between A. Petrov and D. Bold, June 9, 1982",
)
NO_DATE = Rule(
    "MEM002",
    Severity.WARNING,
    "the memorandum has no date",
    "The calendar, the order of the documents and every search by time need a date. It is read from "
    "the title, the opening, the front matter or the closing, and never guessed.",
    "Conversation between A. Petrov and D. Bold",
    "Conversation between A. Petrov and D. Bold, June 9, 1982",
)
NO_PARTICIPANTS = Rule(
    "MEM003",
    Severity.NOTE,
    "nobody is named as a participant",
    "Who spoke with whom is what a record of conversation is about. Participants are read from the title, "
    "a list before the text and the closing.",
)
NO_BODY = Rule(
    "MEM004",
    Severity.WARNING,
    "the memorandum has no text",
    "A heading without a paragraph is the remains of a document: the transcript was probably cut.",
)
NO_LANGUAGE = Rule(
    "MEM005",
    Severity.NOTE,
    "the original language is not known",
    "The language of the source terms comes from the document. Without it they are tagged “und-Latn”.",
    "A translation that does not say from what",
    "Original Language: Mongolian",
)
NO_NOTE = Rule(
    "MEM006",
    Severity.WARNING,
    "a reference has no note",
    "A number in the text that points to nothing is usually a note that was lost when the text was copied.",
    "… the protocol [3], and no note 3 at the end",
)
UNUSED_NOTE = Rule(
    "MEM007",
    Severity.NOTE,
    "a note is not referred to",
    "A note that nothing points to is kept, but a reader will not find the place it speaks of.",
)
DOUBTFUL_TURN = Rule(
    "MEM008",
    Severity.WARNING,
    "it cannot be told whether somebody begins to speak",
    "A word before a colon may be a speaker or a heading. What it opens stands outside the turns, so that "
    "nobody's words go under another's name.",
    "In a dialogue, once: “Ford: None.” and no other place with Ford",
    "“Mr. Ford: None.”, or Ford among the participants",
)
DOUBTFUL_PAGE = Rule(
    "MEM009",
    Severity.NOTE,
    "a number that touches a word may be that of a page",
    "The extraction of a PDF pushes the number of a page against its first word. It is taken off the word "
    "where other page numbers leave no doubt; by itself it may be a quantity.",
    "3The second question was …",
    "3 / The second question was …, in a document whose pages 2 and 4 are numbered",
)
