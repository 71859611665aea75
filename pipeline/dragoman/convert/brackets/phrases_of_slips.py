"""What translators write in brackets after a slip of the source, to say that it is the source's."""

from __future__ import annotations

from typing import Final

from dragoman.convert.brackets.phrase_parts import Phrase, phrase
from dragoman.convert.brackets.verdict import BracketClass as C

SLIPS: Final[tuple[Phrase, ...]] = (
    phrase(C.SIC, "", r"^sic\b", "sic, should be …", "translated memoranda"),
    phrase(
        C.SIC,
        "",
        r"^(?:so|thus|as)(?: written)? in (?:the )?[\w ]{4,40}\b(?:;.{0,80})?\.?$",
        "so in original",
        "FRUS",
    ),
    phrase(
        C.SIC,
        "",
        r"^(?:recte\b.*|read: .*|correctly:? .*|correct(?: form| name| spelling| reading)?: .*|"
        r"should (?:be|read):? .*|(?:an? )?(?:error|mistake|slip|misprint)(?: (?:for|in|of)\b.{1,60})?)$",
        "recte Kyakhta",
        "translated memoranda",
    ),
    phrase(
        C.SIC,
        "",
        r"^(?:(?:word|name|date|figure|number|letter)s? )?(?:(?:is|are) )?mis-?(?:spelt|spelled|typed|"
        r"printed|written|"
        r"dated|counted|numbered|named)(?: (?:in|for|as)\b.{1,60})?\.?$|"
        r"^(?:typing|typist['’]s|typographical|clerical|copyist['’]s|arithmetical) (?:error|mistake|"
        r"slip)\b.{0,60}$",
        "misspelt in the original",
        "translated memoranda",
    ),
    phrase(
        C.SIC,
        "",
        r"^(?:as|so|thus) (?:received|sent|printed|typed|written|transmitted|given|spelled|spelt)\.?$|"
        r"^(?:the )?(?:\w+ ){0,2}(?:word|line|letter|syllable|sentence|phrase|number|figure|name|"
        r"paragraph)s? "
        r"(?:is |are )?(?:repeated|doubled|(?:typed|written|given|printed) twice|transposed|"
        r"in the wrong order)\b.{0,40}$",
        "as received",
        "telegrams",
    ),
    phrase(
        C.SIC,
        "",
        r"^(?:spelling|spelt|spelled|name|date|number|figure|grammar|word order|punctuation|wording|form|"
        r"numbering|text|"
        r"syntax)s?(?: (?:is|are))? (?:(?:as|so|thus) (?:in|on|given|printed|received|it stands)|"
        r"of the original)\b.{0,40}$|"
        r"^(?:original|source['’]s) (?:spelling|wording|numbering|date|punctuation)\.?$|^(?:thus|so)!$",
        "spelling as in the original",
        "translated memoranda",
    ),
    phrase(
        C.SIC,
        "",
        r"^(?:the )?(?:date|year|number|figure|name|rank|title|sum|total|spelling|initials?|patronymic|"
        r"numbering|count|"
        r"addition|day|month)s? (?:is |are )?(?:wrong|incorrect|false|mistaken|erroneous|in error|"
        r"confused)\b.{0,60}$|"
        r"^(?:(?:an?|the|evident(?:ly)?|obvious(?:ly)?|apparent(?:ly)?|probably|presumably|simple) )*"
        r"(?:mistake|error|slip|misprint|typo|misspelling|mistyping|lapsus)\b(?: (?:for|of|in|"
        r"by)\b.{0,60}|[;:] .{1,80})?\.?$|"
        r"^(?:must|ought to) (?:be|read):? .{1,60}$|^(?:wrongly|erroneously|incorrectly|"
        r"mistakenly)\b.{0,60}$|"
        r"^(?:repeated|doubled|duplicated)(?: (?:in|by) .{2,40})?\.?$",
        "apparently a slip for May",
        "translated memoranda",
    ),
    phrase(C.SIC, "", r"^!$", "!", "translated memoranda", 9),
)
