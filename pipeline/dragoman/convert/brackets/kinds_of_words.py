"""What the words in and beside a bracket speak of, and what part of speech they are. Tables and two look-ups.

Neither is exact: a part of speech is guessed from a list and an ending, and a word speaks of all that
it may speak of. They are evidence for `features`, whose weights were learnt with these very guesses.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from dragoman.convert.brackets.lexicon import is_common_english, is_english
from dragoman.convert.brackets.words import (
    ARTICLES,
    DATE_WORDS,
    DEMONSTRATIVES,
    NUMBERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    ROLES,
    TITLES,
    UNITS,
    is_abbreviation,
)

_SUBJECTS: Final = {
    "loss": """
        illegible unreadable blotted blot blots faded obscured smudged blurred garbled mutilated missing lost
        torn tear cut burnt burned charred damaged damage omitted omits omission omissions omit lacking lacks
        blank empty deleted deletion effaced erased inaudible undecipherable undeciphered deciphered
        decipherable indecipherable indistinct unintelligible untranslated unrecorded lacuna lacunae gap gaps
        hole holes ellipsis dots breaks broken stain stained eaten obliterated scratched washed worn rubbed
        covered destroyed wanting unavailable ends stops interrupted incomplete fragment fragments legible
        readable overwritten corrupt missed drowned unfinished rest remainder beginning skipped remaining
    """,
    "withholding": """
        excised excision redacted sanitized sanitised withheld declassified classified censored censor
        blacked blackened suppressed communicable released disclosed exempted security
    """,
    "record": """
        preserved reproduced recorded noted given taken transcribed translated stated copied available
        transmitted found transmission
    """,
    "doubt": """
        uncertain uncertainly doubtful doubt possibly probably perhaps maybe presumably apparently conjecture
        conjectural conjectured tentative guess guessed questionable unsure unclear likely phonetic
        phonetically unidentified unverified reading readings alternatively seemingly supposedly ambiguous
        could might either or certain clear sure verified identified established confirmed spelling
        transliteration transcription inferred restored reconstructed
    """,
    "slip": """
        sic error errors mistake mistaken slip misprint misprinted misspelt misspelled mistyped misnumbered
        misdated wrong wrongly erroneous erroneously incorrect incorrectly thus typo recte should correct
        correctly read twice repeated repetition duplicated doubled typographical original so
    """,
    "hand": """
        handwritten handwriting hand pencil pencilled penciled ink pen brush margin margins marginal stamp
        stamped stamps seal seals sealed signature signatures signed initials initialled initialed underlined
        underscored underlining underline crossed struck annotation annotated annotations resolution
        scribbled scribble scrawled corner letterhead paraph typed typewritten rubric monogram visa autograph
        fingerprint thumbprint postmark postmarked carbon crayon crest emblem watermark tick ticked circled
        bracketed inserted insertion added across upper lower top bottom foot edge reads cover envelope
        stapled pasted clipped circular embossed sketch sketched drawing drawn doodle arrow signs mark marks
        marked marking undated unsigned countersigned signatory signatories stenographer's stenographer’s
        mimeographed photocopy facsimile sgd cross stroke thin paper copy typescript registry received
        registered entry
    """,
    "colour": """
        red blue green violet purple black brown white yellow coloured colored wavy vertical horizontal double
        round oval square rectangular
    """,
    "part": """
        line lines word words page pages paragraph paragraphs sentence sentences passage passages text texts
        document documents record records sheet sheets name names figure figures number numbers date dates
        sum letter letters surname surnames forename title titles heading headings cipher group groups
        character characters syllable syllables section sections item items entry entries column columns
        portion portions phrase phrases telegram report note notes protocol minutes stenogram transcript
        transcription tape recording copy typescript manuscript original quotation place rank amount digit
        digits address clause list table
    """,
    "editor": """
        translator translator's translator’s trans transl translation translations ed eds editor editor's
        editor’s editorial editors tr tn archivist archivist's compiler typist typist's typist’s
        stenographer footnote publisher interpreter's author's
    """,
    "language": """
        russian mongolian chinese korean german polish hungarian czech slovak romanian bulgarian vietnamese
        albanian french english spanish italian latin serbian japanese turkish portuguese ukrainian arabic
        cyrillic script dialect slang idiom proverb pun wordplay polite familiar untranslatable
    """,
    "scene": """
        laughter laughs laughing laugh applause applauds pause pauses silence smiles smiling smile nods
        nodding interrupts interrupting interruption enters leaves leaving speaks speaking turns turning
        gestures gesture reads shows showing handed hands interpreter telephone voice voices shouts shouting
        murmurs exclamation excuses goes rises sits stands coughs sighs toast toasts drinks drink offers
        cigarettes tea door room noise commotion stir animation cheers silent whispers whispering recess
        break adjourned arrives everyone everybody speaker simultaneously conversation conversations
        continues lamp lights pours points raises addressing unrest amusement heckling interjection gets
        closes opens exchanged switches hall chairman
    """,
    "archive": """
        fond fonds opis delo list listy box folder file files archive archives archival arch f op d l ll ob
        fol folio folios ff rg bl barch pp p vol volume no nos nr inv inventory shelfmark sygn dosar dosja
        papka por avprf rgani rgaspi garf tsda sapmo aqsh mol mfaa bestand collection repository library roll
        reel frame bundle dossier doc ms spec
    """,
    "pointing": """
        see cf compare above below ibid ibidem note footnote annex attachment enclosure appendix document page
        p pp fn endnote tab supplement item vide reference ref section chapter earlier
    """,
    "meaning": """
        ie eg namely viz meaning means literally lit abbreviation acronym known called so-called equivalent
        formerly today nowadays alias aka kind sort type form term nickname abbreviated renamed present-day
        old former name usage
    """,
    "telling": """
        refers referring reference alludes allusion meant evidently obviously apparently quotes quoting
        quotation appears here elsewhere mentioned mentions also following preceding described according
        unknown known see says speaks text source account accounts confused identical differs agrees probably
        records sentence phrase word deals concerns
    """,
    "body": """
        committee ministry council union party institute bureau commission agency federation league front army
        department section directorate administration congress assembly association office service
        organization organisation secretariat politburo cooperative collective board society bank company
        plant factory works republic government police security corps division movement international central
        national people's people’s workers workers' workers’ peasants trade youth state
    """,
    "person": """
        secretary minister general leaders members officials delegates officers soldiers men people comrades
        troops authorities workers herdsmen herders peasants gentleman lady woman man boy girl headman
        peasant herdsman nomad nomads
    """,
    "thing": """
        town village district province region county unit house river building newspaper magazine area
        country side plant tribe family coin currency measure weight cloth bread dish song dance
        tent hut farm wool tax law policy campaign plan treaty railway station street palace
        monastery temple school hospital hotel
    """,
}
_PARTS_OF_SPEECH: Final = (
    # The last that has a word counts.
    (
        "verb",
        """
        gave took made saw meant sent left met kept held found began brought bought built spent heard put let
        set cut became got went came stood fell felt led lost paid sold sought spoke understood won broke
        chose drew drove grew hid rose shook showed help want wants need needs hope hopes give gives take
        takes make makes see sees get gets go goes come comes support supports consider considers
        believe include
        includes propose proposes visit visits agree agrees remain remains seem seems become becomes bring
        brings keep keeps speak speaks stand stands mean means begin begins live lives work works lead leads
        call calls expect expects produce produces ran run runs sat sits lay lies swore taught threw wore bore
        beat sing sang forgot turn turns fight fights demand demands ask
        """,
    ),
    ("unit", " ".join(UNITS)),
    ("date", " ".join(DATE_WORDS)),
    ("title", " ".join(TITLES)),
    (
        "saying",
        """
        said says say told tells replied replies asked asks answered answers answer added adds stated states
        remarked noted observed explained declared continued thinks thought believed believes knows knew
        reported wrote writes
        """,
    ),
    (
        "adverb",
        """
        also only just even still already too very there here then now again always often soon thereafter
        however therefore further later once ever thus meanwhile
        """,
    ),
    ("preposition", " ".join(PREPOSITIONS)),
    ("to", "to"),
    ("of", "of"),
    ("number", " ".join(NUMBERS) + " one zero dozen half"),
    ("quantifier", " ".join(QUANTIFIERS)),
    (
        "conjunction",
        """
        and or but if because although though while unless as than so yet since until after before
        """,
    ),
    ("relative", "who whom which what where when how why whether that"),
    ("negation", "not no never nor neither without"),
    ("auxiliary", "do does did will would shall should can could may might must cannot"),
    ("have", "has have had having"),
    ("be", "is are was were am be been being"),
    ("pronoun", " ".join(PRONOUNS)),
    ("possessive", " ".join(POSSESSIVES)),
    ("demonstrative", " ".join(DEMONSTRATIVES)),
    ("article", " ".join(ARTICLES)),
)
_MARKS: Final = {
    mark: name
    for marks, name in (
        (".!?…", "stop"),
        (":", "colon"),
        (";", "semicolon"),
        (",", "comma"),
        ("”’»", "closing quotation mark"),
        ('"', "quotation mark"),
        ("“„«‘", "opening quotation mark"),
        ("(", "opening parenthesis"),
        (")", "closing parenthesis"),
        ("[", "opening bracket"),
        ("]", "closing bracket"),
        ("–—-", "dash"),
    )
    for mark in marks
}
_ADJECTIVAL: Final = ("ous", "ful", "ive", "al", "ic", "able", "ible", "ish", "less", "ian", "ese")
_ENDINGS: Final = (("ing", "-ing"), ("ed", "-ed"), ("ly", "-ly"))
_GENITIVE: Final = ("'s", "’s", "s’")

SMALL: Final = frozenset(
    "article demonstrative possessive pronoun be have auxiliary negation relative conjunction quantifier "
    "number of to preposition adverb".split()
)
"""Parts of speech that carry no matter of their own."""
FINITE: Final = frozenset(("be", "have", "auxiliary", "saying", "verb"))
"""Parts of speech that make a clause of a phrase."""


def _subjects_by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = dict.fromkeys(ROLES, ("person",))
    for subject, words in _SUBJECTS.items():
        for word in words.split():
            if subject not in found.get(word, ()):
                found[word] = (*found.get(word, ()), subject)
    return found


_SUBJECTS_OF: Final = _subjects_by_word()
_LISTED: Final = {word: part for part, words in _PARTS_OF_SPEECH for word in words.split()}


def subjects_of(word: str) -> tuple[str, ...]:
    """Return what a word in small letters may speak of: ``loss``, ``hand``, ``part`` …; often nothing."""
    return _SUBJECTS_OF.get(word, ())


@lru_cache(maxsize=32768)
def part_of_speech(token: str) -> str:
    """Return the part of speech of a token, ``none`` for "", and the name of a mark of punctuation."""
    first = token[:1]
    if not first.isalpha():
        return _of_no_word(token)
    low = token.lower()
    if len(token) > 1 and is_abbreviation(token):
        return "abbreviation"
    listed = _LISTED.get(low.rstrip("."))
    if listed and not (first.isupper() and listed in ("verb", "saying")):
        return listed
    common = is_common_english(token)
    if first.isupper():
        return "capital" if common else "name"
    if not common:
        return "rare word" if is_english(token) else "foreign word"
    return _by_ending(low)


def _of_no_word(token: str) -> str:
    if not token:
        return "none"
    if token[0].isdigit():
        return "year" if len(token) == 4 and token.isdigit() and "1500" <= token < "2100" else "figure"
    return _MARKS.get(token[0], "mark")


def _by_ending(low: str) -> str:
    for ending, name in _ENDINGS:
        if low.endswith(ending):
            return name
    if low.endswith(_GENITIVE):
        return "genitive"
    if low.endswith(_ADJECTIVAL):
        return "adjective"
    return "plural" if low.endswith("s") and not low.endswith("ss") else "noun"
