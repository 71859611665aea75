"""Plain text as a carrier: its encoding, told by mark, by validity, or by the look of its characters."""

from __future__ import annotations

import re
from typing import Final

from dragoman.convert.carriers.model import ENCODING, Carried, carried, carried_text
from dragoman.diagnostics import Diagnostic, Place
from dragoman.source import decode, with_line_feeds

# The encodings of East European, Russian and Chinese typescripts of the last decades. Windows-1252
# comes from `dragoman.source`, which wants no guess for it.
_CANDIDATES: Final = [
    "cp1252", "cp1250", "cp1251", "koi8_r", "cp866", "iso8859_2", "iso8859_5", "mac_cyrillic",
    "gb18030", "big5",
]  # fmt: skip
# A run of letters of the script that an encoding is for. A Western text that is misread has
# single foreign letters; a Central European one has signs such as ³ and ¿ within its words.
_RUNS: Final = {
    **dict.fromkeys(
        ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"), re.compile("[\u0400-\u04ff]{3,}")
    ),
    **dict.fromkeys(("gb18030", "big5", "big5hkscs"), re.compile("[\u3000-\u9fff\uff00-\uffef]{2,}")),
}
_CENTRAL_EUROPEAN: Final = frozenset(("cp1250", "iso8859_2"))
_SIGN_IN_WORD: Final = re.compile(r"(?<=[a-zà-ÿ])[¡-¿](?=[a-zà-ÿ])|[¡-¿](?=[a-zà-ÿ]{2})")
# In UTF-16 without a mark every second byte of Latin text is NUL.
_SAMPLE: Final = 4096
_KNOWN_SIGNS: Final = re.compile(
    "[!-~\u00a0-\u024f\u0400-\u04ff\u2010-\u2026\u3000-\u303f\u4e00-\u9fa5\uac00-\ud7a3\uff01-\uff5e]+"
)
_KNOWN_SHARE: Final = 0.98
# Hungarian has long ö and ü, which read as Windows-1252 are o and u with a tilde or a hat.
_HUNGARIAN: Final = re.compile(r"\b(?:hogy|és|egy|nem|az|volt)\b", re.IGNORECASE)
_FEWEST_WORDS: Final = 2
_LONG_VOWELS: Final = re.compile("[õûÕÛ]")


def read_text(octets: bytes, name: str) -> Carried:
    """Return a plain text. Errors: UnusableInput where it is empty, binary or in no known encoding."""
    diagnostics: list[Diagnostic] = []
    encoding = _unmarked_utf16(octets) or _legacy_encoding(octets)
    if encoding:
        text = with_line_feeds(octets.decode(encoding))
        shown = encoding.replace("_", "-")
        diagnostics.append(
            ENCODING.at(Place(name), f"the text is read as {shown}", "save it as UTF-8 if words look wrong")
        )
        return carried(octets, name, "text", text, shown, [], diagnostics)
    source = decode(octets, name)
    if source.encoding == "windows-1252":
        hint = "save it as UTF-8 if words look wrong"
        diagnostics.append(ENCODING.at(Place(name), "the text is read as windows-1252", hint))
    return carried_text(source, "text", [], diagnostics)


def _unmarked_utf16(octets: bytes) -> str:
    if octets[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" not in octets[:_SAMPLE] or len(octets) % 2:
        return ""
    sample = octets[:_SAMPLE]
    for encoding, nuls in (("utf_16_le", sample[1::2]), ("utf_16_be", sample[0::2])):
        if nuls.count(0) * 2 > len(nuls) and _decodes(octets, encoding):
            return encoding
    # Of other scripts only blanks, figures and line ends have a NUL: in the wrong order they are letters of
    # no script that has words.
    return next((one for one in ("utf_16_le", "utf_16_be") if _is_written(octets, one)), "")


def _is_written(octets: bytes, encoding: str) -> bool:
    """Return True where the bytes are words of Cyrillic, Chinese, Korean or Latin letters in an encoding."""
    if not _decodes(octets, encoding):
        return False
    text = octets.decode(encoding)[:_SAMPLE]
    known = sum(map(len, _KNOWN_SIGNS.findall(text)))
    blanks = sum(letter.isspace() for letter in text)
    return blanks > 0 and known >= _KNOWN_SHARE * (len(text) - blanks)


def _legacy_encoding(octets: bytes) -> str:
    """Return the encoding that the bytes look like, or "" for UTF-8 and Windows-1252."""
    if b"\0" in octets or octets[:2] in (b"\xff\xfe", b"\xfe\xff") or _decodes(octets, "utf_8"):
        return ""
    # Imported where it is needed: almost every transcript is UTF-8, and it takes a fortieth of a second.
    from charset_normalizer import from_bytes

    ranked = from_bytes(octets, cp_isolation=_CANDIDATES, preemptive_behaviour=False)
    return next((match.encoding for match in ranked if _is_plausible(octets, match.encoding)), "")


def _is_plausible(octets: bytes, encoding: str) -> bool:
    """Return True where the text shows that it is not Windows-1252: it has words in another script."""
    if not _decodes(octets, encoding):
        return False
    if encoding in _CENTRAL_EUROPEAN:
        western = octets.decode("cp1252", "replace")
        if _LONG_VOWELS.search(western) and len(_HUNGARIAN.findall(western)) > _FEWEST_WORDS:
            return True
        return len(_SIGN_IN_WORD.findall(western)) * 10 > sum(c >= "\x80" for c in western)
    run = _RUNS.get(encoding)
    if run is None:
        return False
    text = octets.decode(encoding)
    return 2 * sum(map(len, run.findall(text))) > sum(c >= "\x80" for c in text)


def _decodes(octets: bytes, encoding: str) -> bool:
    try:
        octets.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
