"""Turns of speech: the name before a dash or a colon, or in capitals, that opens a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dragoman.convert.brackets.lexicon import is_common_english, is_english
from dragoman.convert.brackets.words import ROLES
from dragoman.convert.memorandum.letters import SMALL
from dragoman.convert.memorandum.native_forms import INTERVIEWS, NO_SPEAKERS, SAYS, SELVES
from dragoman.source import SourceText, Span

# Initials may touch each other and the name: "N.S. Patolichev", "Yu.V.Orlov".
INITIALS: Final = rf"(?:[^\W\d_{SMALL}][a-z]{{0,2}}\.-?){{1,3}}"
_WORD: Final = (
    rf"(?:(?:{INITIALS}(?=[^\W\d_{SMALL}]))?[^\W\d_{SMALL}](?:[^\W\d_]|[-’'\[\]])*\.?"
    rf"|(?:de|von|van|der)(?=\s)|d[’'][^\W\d_{SMALL}][^\W\d_]+)"
)
_UNSTOPPED: Final = rf"[^\W\d_{SMALL}](?:[^\W\d_]|[-’'])+"
TURN_LABEL: Final = re.compile(
    rf"^(?P<name>(?:[Tt]he\s)?{_WORD}(?:\s{_WORD}){{0,4}})(?:\s?[(\[][^)\]]{{1,60}}[)\]])?"
    r"(?P<mark>(?:\s?:|\s?[–—―]|\s-{1,2}|\.\s?[–—-])"
    rf"(?=\s|(?<=[^\W\d_]:)(?:[^\W\d_{SMALL}]|[“\"‘…])\S*\s)|：(?=\S))"
)
_IN_CAPITALS: Final = re.compile(
    rf"^(?P<name>[^\W\d_{SMALL}]{{3,}}(?:[ -][^\W\d_{SMALL}]{{2,}}){{0,3}})(?P<mark>\.)?(?=\s[^\W\d_])"
)
# "Kowal. We cannot": a full stop marks off names too, and everything else.
_BEFORE_STOP: Final = re.compile(
    rf"^(?P<name>(?:{INITIALS}\s?|(?:[Tt]he|{_UNSTOPPED})\s){{0,3}}{_UNSTOPPED})(?:\s?[(\[][^)\]]{{1,60}}[)\]])?\."
    rf"(?=\s(?:\([^()]{{2,40}}\)\s)?[“\"‘…\[(]?[^\W\d_{SMALL}])"
)
_LONGEST: Final = 60
# Nobody by name: those who call from the hall.
VOICES: Final = frozenset("voice voices floor hall audience all seats".split())
_ENOUGH_BY_NAME: Final = 3
_PAIR: Final = 2
# A call of a note may stand behind it.
_SENTENCE_END: Final = re.compile(r"[.?!…。？！][”\"'’)\]]{0,2}(?:\d{1,2}|\[\d{1,2}\])?\s*$")
# What only a person's name has before the surname.
_PERSONAL: Final = re.compile(
    rf"(?-i:(?:[^\W\d_{SMALL}][a-z]{{0,2}}\.\s?){{1,3}}[^\W\d_{SMALL}])|"
    r"(?:comrade|cde\.?|com\.|mrs?\.?|dr\.?|prof\.?|тов\.|товарищ|tow\.|tov\.|gen(?:osse)?\.?|soudruh|"
    r"genossin|нөхөр)\s",
    re.IGNORECASE,
)
_WORDS_IN_PLACE: Final = re.compile(
    r"(?:(?<=[^\W\d_A-Z][ ,;])|(?<=[,;] ))(?P<amid>[A-Z][^\W\d_]+)|(?P<small>\b[a-z]{2,})"
)
# English words that open a paragraph with a colon without being anybody's name.
_NO_SPEAKER: Final = frozenset(
    "note notes question answer remark conclusion conclusions summary attachment enclosure re subject first "
    "second"
    " agenda third fourth fifth finally moreover result annex appendix example regarding".split()
)
# In an interview they are: “Question: …”, “Answer: …”, more than once each.
_INTERVIEWS: Final = (("question", "answer"), *INTERVIEWS)
_IDEOGRAPHS: Final = re.compile("[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Label:
    """What opens a paragraph as a speaker's name does.

    is_turn: it is taken for one; is_open: it is not, and the words may be another's than those before;
    doubt:   why that is not certain, "" where it is.
    """

    span: Span
    is_turn: bool = True
    is_open: bool = False
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class _Opening:
    """The first words of a paragraph: the key of their name, and how the name is marked off."""

    key: str
    name: str
    mark: str
    span: Span


def find_item_labels(
    source: SourceText, spans: Mapping[int, Span], people: Collection[str], numbers: Mapping[int, Span]
) -> dict[int, Label]:
    """Return the labels as `find_labels` does, those behind the number of a numbered paragraph too.

    numbers: the printed numbers by the offset of their paragraph. Behind a number only a colon marks off
    a speaker who has no turn without a number: “2. Orlov – envoy” is an item of a list.
    """
    bare = {
        index: source.trimmed(Span(numbers[span.start].end, span.end)) if span.start in numbers else span
        for index, span in spans.items()
    }
    labels = find_labels(source, bare, people)
    if not numbers:
        return labels
    keys = {index: speaker_key(source[label.span]) for index, label in labels.items() if label.is_turn}
    known = {key for index, key in keys.items() if spans[index].start not in numbers}
    return {
        index: label
        for index, label in labels.items()
        if spans[index].start not in numbers
        or (label.is_turn and (source[label.span].rstrip().endswith(":") or keys[index] in known))
    }


def find_labels(
    source: SourceText, spans: Mapping[int, Span], people: Collection[str] = ()
) -> dict[int, Label]:
    """Return the label of each paragraph that is a turn of speech, or looks like one, its mark included.

    spans: the paragraphs by their index; people: the keys of those who are known to have taken part.
    A label is a turn's when it names a role, one of those, or is no English word and occurs twice at least.
    In a dialogue a label that occurs once is judged by its form and by how the document has the word
    elsewhere: `Gromyko` is in lists of English words, and so is `Agenda`.
    """
    found = {index: opening for index, span in spans.items() if (opening := _opening(source, span))}
    counts = Counter(opening.key for opening in found.values())
    speaking = {key for key, count in counts.items() if count > 1 and may_speak(key)}
    # “Comrade Orlov: We agree.” of many who speak once each is a dialogue, too.
    by_name = [
        opening
        for index, opening in found.items()
        if opening.mark == ":"
        and _PERSONAL.match(opening.name)
        and _speaks_after(source, opening, spans[index])
    ]
    is_dialogue = sum(counts[key] for key in speaking) >= 4 or len(by_name) >= _ENOUGH_BY_NAME
    # Two of those present, each with a sentence behind the name, speak to each other, if each but once.
    present = {
        index for index, one in found.items() if one.key in people and _states(source, spans[index], one)
    }
    if len({found[index].key for index in present}) < _PAIR:
        present = set()
    marks = {opening.mark for opening in found.values() if opening.key in speaking}
    labels: dict[int, Label] = {}
    doubtful: dict[int, _Opening] = {}
    if speaking and sum(counts[key] for key in SELVES) > 1:
        # “I: …” of who kept the record, beside somebody else's name.
        labels.update(
            (at, Label(one.span)) for at, one in found.items() if one.key in SELVES and one.mark in (":", "–")
        )
    initials = {key for key, count in counts.items() if len(key) == 1 and count > 1 and key not in SELVES}
    if len(initials) > 1:
        # “G.: …”, “B.: …” of two who speak by their initials.
        labels.update(
            (at, Label(one.span)) for at, one in found.items() if one.key in initials and one.mark == ":"
        )
    for words in _INTERVIEWS:
        if all(counts[key] > 1 for key in words):
            labels.update((at, Label(one.span)) for at, one in found.items() if one.key in words)
    for index, opening in found.items():
        key = opening.key
        if not may_speak(key):
            continue
        if (
            counts[key] > 1
            or index in present
            or key in ROLES
            or (key in people and opening.mark in {":", *marks} - {""})
            or (key in people and speaking and _speaks_after(source, opening, spans[index]))
            or (is_dialogue and (key in people or not is_english(key) or _PERSONAL.match(opening.name)))
        ):
            labels[index] = Label(opening.span)
        elif is_dialogue and opening.mark in marks and opening.mark:
            doubtful[index] = opening
    labels.update(_judged(source, doubtful, people))
    spoken = {found[index].key for index, label in labels.items() if label.is_turn}
    others = {index: span for index, span in spans.items() if index not in found}
    labels.update(_before_stops(source, others, people, spoken))
    if any(label.is_turn for label in labels.values()):
        labels.update(
            (at, Label(one.span))
            for at, one in found.items()
            if at not in labels and one.key in VOICES and one.name.isupper() and one.mark
        )
    return labels


def _speaks_after(source: SourceText, opening: _Opening, span: Span) -> bool:
    """Return True where a sentence begins behind a mark: “Popov – That is so.”, not “Popov – an envoy –”."""
    at = opening.span.end
    words = source.text[at : min(at + _LONGEST, span.end)].lstrip().lstrip('“"‘…[(')
    return words[:1].isupper() and not re.search(r"\s[–—-]\s", words)


def _states(source: SourceText, span: Span, opening: _Opening) -> bool:
    """Return True where a sentence, and no office, stands behind a name and its mark."""
    said = source.text[opening.span.end : span.end]
    return _speaks_after(source, opening, span) and _SENTENCE_END.search(said[-12:]) is not None


def _before_stops(
    source: SourceText, spans: Mapping[int, Span], people: Collection[str], spoken: Collection[str]
) -> dict[int, Label]:
    """Return the labels that a full stop marks off, where the document leaves no doubt that they are.

    They are of those who speak elsewhere; or of those who took part, twice at least; or two names at least
    that no English list knows come again and again. Anything else may be a heading.
    """
    found = {index: opening for index, span in spans.items() if (opening := _stopped(source, span))}
    counts = Counter(opening.key for opening in found.values() if may_speak(opening.key))
    certain = set(spoken).intersection(counts)
    present = set(people).intersection(counts)
    if sum(counts[key] for key in present | certain) > 1:
        certain |= present
    certain |= {
        opening.key for opening in found.values() if counts[opening.key] > 1 and _PERSONAL.match(opening.name)
    }
    repeated = {key for key, count in counts.items() if count > 1 and not is_english(key)}
    if len(repeated) > 1:
        certain |= repeated
    if certain:
        # “VOICE FROM THE FLOOR. Right!”
        certain |= VOICES
    return {index: Label(opening.span) for index, opening in found.items() if opening.key in certain}


def _stopped(source: SourceText, span: Span) -> _Opening | None:
    match = _BEFORE_STOP.match(source.text[span.start : min(span.end, span.start + 2 * _LONGEST)])
    if match is None or match.end() > _LONGEST:
        return None
    return _Opening(
        speaker_key(match["name"]), match["name"], ".", Span(span.start, span.start + match.end())
    )


def _opening(source: SourceText, span: Span) -> _Opening | None:
    line = source.text[span.start : min(span.end, span.start + 2 * _LONGEST)]
    match = TURN_LABEL.match(line) or _IN_CAPITALS.match(line)
    if match is None or match.end() > _LONGEST:
        return None
    mark = (match["mark"] or "").strip()[-1:].replace("：", ":")
    mark = mark if mark in ("", ":", ".") else "–"
    if not mark and not match["name"].isupper():
        # The letters of Korean are neither great nor small.
        return None
    return _Opening(
        speaker_key(match["name"]), match["name"], mark, Span(span.start, span.start + match.end())
    )


def _judged(
    source: SourceText, doubtful: Mapping[int, _Opening], people: Collection[str]
) -> dict[int, Label]:
    """Return the labels of a dialogue that an English word makes, judged by how else the word is used."""
    if not doubtful:
        return {}
    keys = {opening.key for opening in doubtful.values()}
    amid: set[str] = set()
    small: set[str] = set()
    # Read once for all of them: a long dialogue may have thousands.
    for match in _WORDS_IN_PLACE.finditer(source.text):
        if match["small"] in keys:
            small.add(match["small"])
        elif match["amid"] and match["amid"].lower() in keys:
            amid.add(match["amid"].lower())
    labels: dict[int, Label] = {}
    for index, opening in doubtful.items():
        key = opening.key
        if key in small and key not in amid:
            # "Trade: …" of a text that also speaks of trade.
            doubt = "an English word that the document also has in small letters"
            labels[index] = Label(opening.span, is_turn=False, doubt=doubt)
        elif key not in small and (key in amid or not is_common_english(key)):
            doubt = "an English word too, which the document never has in small letters"
            labels[index] = Label(opening.span, doubt=doubt)
        else:
            doubt = "an English word that may be a name or a heading"
            labels[index] = Label(opening.span, is_turn=False, is_open=True, doubt=doubt)
    return labels


def speaker_key(name: str) -> str:
    """Return what labels of one speaker have in common: the last word, in lower case."""
    words = re.findall(r"[^\W\d_]+", name.lower())
    return words[-1] if words else ""


def speaker_keys(names: Iterable[str]) -> frozenset[str]:
    """Return the keys of people by their names."""
    return frozenset(filter(None, map(speaker_key, names)))


def may_speak(key: str) -> bool:
    """Return True unless the word opens a paragraph without being a name."""
    if _IDEOGRAPHS.fullmatch(key):
        return key not in NO_SPEAKERS and SAYS.fullmatch(key) is None
    return len(key) > 1 and key not in _NO_SPEAKER and key not in NO_SPEAKERS
