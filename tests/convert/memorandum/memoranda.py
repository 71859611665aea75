"""Memoranda made by their grammar, for property-based tests: every part optional, furniture anywhere."""

from __future__ import annotations

from hypothesis import strategies as st

_NAMES = ("D. Bold", "P. A. Petrov", "Kh. Dulmaa", "Wu Jiamin", "Dr. Ilse Ziemer", "K[arol] Wilk")
_SPEAKERS = ("Bold", "Comrade Petrov", "THE CHAIRMAN", "Wu")
_DATES = ("June 9, 1982", "30.XII.1949", "December / 18,1949", "9 June [1982]", "March 1978", "")
_BRACKETS = (
    "[khanasan]",
    "[North]",
    "[…]",
    "[sic]",
    "[?]",
    "[sic, should be river]",
    "[page 3]",
    "[1]",
    "[one line missing]",
    "[Signature]",
    "[Translator’s note: see [2] “above]",
    "[]",
    "[",
    "]",
    "［full］",
    "[mixed］",
    "【l】",
    "(khanasan)",
    "[handwritten: no]",
    "[x [y [z]]]",
    "[Rus.: uroven’]",
    "[a “quote]",
)
_WORDS = (
    "the",
    "river",
    "agreed",
    "commission",
    "said",
    "north",
    "khural",
    "and",
    "gauge",
    "com-\nmission",
    "pact.1",
    "12Then",
)
_FURNITURE = (
    "3",
    "- 4 -",
    "[page 5]",
    "Page 6 of 7",
    "TOP SECRET",
    "[stamp: RECEIVED]",
    "ACQUAINTED",
    "Notes taken by",
    "[Signature]",
    "/D. Bold/",
    "/D. Bold/          /P. Petrov/",
    "SPECIMEN — made up.",
    "Notes:",
    "1. A note.",
    "[2] Another.",
    "Citation: “A Title,” June 9, 1982.",
    "Original Language:",
    "Mongolian",
    "Present:",
    "On the Soviet side:",
    "D. Bold, Minister",
    "Dear Comrade Minister,",
    "With comradely greetings,",
    "P.S. A fish.",
    "The talk went on from 10:00 to 12:00 on May 4 [1982].",
    "M e m o r a n d u m",
    "\f",
    "~*~",
    "Запись беседы с П. А. Орловым",
    "На беседе присутствовали:",
    "Сов. секретно",
    "Гроховский: Мы знаем об этом.",
    "ОРЛОВ: Нет.",
    "ТАНИЛЦСАН: Б. Ширэндэв",
    "1962 оны 3 дугаар сарын 14",
    "Niederschrift über das Gespräch mit B. Dorj",
    "Anwesend:",
    "李河同巴特尔谈话记录",
    "时间：1962年3月14日上午10时",
    "参加人：李河、王石部长",
    "参加人：",
    "李河：我们知道。",
    "亲爱的巴特尔同志：",
    "此致",
)


@st.composite
def _sentences(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.sampled_from(_WORDS + _BRACKETS), min_size=1, max_size=14))
    glue = draw(st.sampled_from((" ", " ", "\n", "")))
    return glue.join(parts) + draw(st.sampled_from((".", "", "?")))


@st.composite
def memoranda(draw: st.DrawFn) -> str:
    """Return a transcript: title, opening, participants, paragraphs or turns, closing, notes."""
    title = draw(
        st.sampled_from(
            ("", "Memorandum of Conversation between {} and {}, {}", "Record of a Talk with {} {} {}")
        )
    )
    lines = [
        title.format(
            *draw(st.tuples(st.sampled_from(_NAMES), st.sampled_from(_NAMES), st.sampled_from(_DATES)))
        )
    ]
    for body in draw(st.lists(_sentences(), max_size=8)):
        speaker = draw(st.sampled_from(("", "", *_SPEAKERS)))
        mark = draw(st.sampled_from((": ", " – ", ". – ", ":")))
        lines.append(f"{speaker}{mark}{body}" if speaker else body)
    for furniture in draw(st.lists(st.sampled_from(_FURNITURE), max_size=10)):
        lines.insert(draw(st.integers(0, len(lines))), furniture)
    return draw(st.sampled_from(("\n", "\n\n", "\r\n"))).join(lines)
