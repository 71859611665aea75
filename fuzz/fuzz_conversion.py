"""A fuzzer on every converter, every carrier and on the proof: nothing makes them fail, no character is lost.

    python fuzz/fuzz_conversion.py telegram -max_total_time=240
    python fuzz/fuzz_conversion.py docx -max_total_time=240

The first argument is a kind or a carrier (`damaged_files`); what follows is for libFuzzer. The input is read
as a list of decisions: take arbitrary text, or compose a transcript of the kind and cut, double, glue, swap
and overwrite its lines, with the furniture of all kinds strewn in; or make a file and damage it. A failure
is printed with the transcript or the file that brought it about.
"""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path
from random import Random

import atheris
from lxml import etree

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
sys.path.insert(0, str(Path(__file__).parent))

with atheris.instrument_imports(include=["dragoman"]):
    from dragoman.build.conversion import converted_bytes
    from dragoman.convert import carriers as transcripts
    from dragoman.convert.context import Context
    from dragoman.convert.detect import converter_named, detections
    from dragoman.convert.side_by_side import side_by_side
    from dragoman.convert.telegram.several import beginnings
    from dragoman.edition import packaged
    from dragoman.errors import UnusableInput
    from dragoman.source import SourceText
    from dragoman.tei.letterhead import letterhead

from composed import COMPOSERS, composed
from damaged_files import CARRIERS

HEAD = letterhead(etree.fromstring('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>'))
GRAMMAR = etree.RelaxNG(etree.parse(packaged("schema") / "dragoman.rng"))
LARGEST = 6_000
LONGEST_INPUT = 1_500

# Marks and lines on which decisions of the converters turn, from all kinds alike.
FURNITURE = (
    "PAGE 02 MOSCOW 02204 01 OF 03 300914Z", "PAGE 02", "CONFIDENTIAL", "LIMITED OFFICIAL USE", "S E C R E T",
    "POSS DUPE", "NNN", "NNNN", "*** Current Classification ***", "SECTION 02 OF 03 MOSCOW 2204",
    "BEGIN TEXT", "END TEXT", "QTE", "UNQTE", "TAGS:", "SUBJECT:", "REF:", "E.O. 11652:", "TO", "FM", "INFO",
    "Message Text", "Message Attributes", "Draft Date: 30 feb 1979", "R 311317Z APR 78", "1.", "(A)", "--",
    "[page 3]", "[", "]", "[]", "[[", "]]", "［", "］", "【", "〔x〕", "(", ")", "/", "/N. Sarnai/",
    "[Signature]",
    "[?]", "[…]", "[sic]", "[1]", "1.", "2 [two words illegible]", "Notes taken by", "ACQUAINTED", "Present:",
    "Results:", "1 - 10 of 24", "Documents", "  •", "• March 1978", "30.XII.1949", "December / 18,1949",
    "Undated",
    "\fRiver Archive\n", "River Archive 2\n\f", "a\tb\tc\nd\te\t", "x     y     z", "Box 3, Folder 1",
    "4a. Map", "UNQUOTE",
    "(–) J. Kowal      [signature]", "From Peking", "1.XII.62  ORLOV", "com-\n2\n\f",
    "Annex 1\n\nDraft Protocol", "ENCLOSURE: Map", "Kowal. We", "Dorj. [No", "R 12O9I5Z APR 78",
    "CONFIDENTAL", "[路线 luxian]", "[자력 (charyŏk), own strength]", "L a n g e", "Roshchin", "QUOTE", "n/a",
    "To Comrade J. Kowal",
    "Запись беседы с П. А. Орловым", "Сов. секретно", "На беседе присутствовали:", "ОРЛОВУ П. А.",
    "Беседу записал", "Уважаемый товарищ посол!", "1962 оны 3 дугаар сарын 14", "ТАНИЛЦСАН:",
    "Gesprächsvermerk", "Anwesend:", "Berlin, den 9. Juni 1982", "Werter Genosse Lorenz!",
    "谈话记录", "时间：1962年3月14日上午10时至11时半", "参加人：李河、王石", "李河：我们", "敬礼",
    "1982. június 9.", "담화록", "참가자:", "c. 1951", "[ca. 1953]", "before 1954",
    "Attachments (2):", "a) Map",
    "Запись беседы          Record of Conversation", "Я ответил, что нет.     I said no.",
    "Vermerk [Note]", "ЦК КПСС", "Направляем запись", "Přítomni:", "14. března 1962", "Rozhovor trval",
    "v. r.",
    "NOTĂ DE CONVORBIRE", "Au participat:", "14 martie 1962", "Convorbirea a durat", "Věc: Návštěva",
    "Subject: Conversation", "From: Stone, Ulan Bator", "To: Moscow", "Stone", "GUSEV", "(ss) N. Popa",
    "AMBASSADOR:",
    "14/3", "13 cop. mt/ag", "1-3 - Com. Orlov", "I: We know", "G.: Good day", "B.: Good day",
    "VOICES. Right!",
    "Cde. BOLD. We", "Comrades Novák, Dvořák and Beneš", "P. A. Gusev — Ts. Bold", "“4” May 1962",
    "(After the break)",
    "[2 слова неразборчиво]", "[Unterschrift]", "[zob. dok. nr 12]", "т[оварищ]", "[Signé] Brissac",
    "/-/ Wilk",
    "АВП РФ. Ф. 0111. Оп. 45. П. 254.", "AVPRF, f. 0111, op. 45", "The two sides then turned to the dam.",
    "Dear Comrade Chairman, Comrade B. Dorj!", "In reply, the Minister said that",
    "参加：周木、陈林", "(below, Ba):",
    "TELEGRAMME AU DEPART", "DE : OULAN-BATOR", "A : DIPLOMATIE PARIS", "NO 412/415", "LE 9 OCTOBRE 1978",
    "OBJET : LE BAC", "Chiffriertelegramm", "An: MfAA", "Von: Botschaft", "Betr.: Fähre", "aus Peking",
    "BT", "#0777", "NNNNVV UGB123", "VZCZCUGB123", "GP-3", "TOTAL  904", "TOTAL:   2180   12",
    "------   ----", "KYAKHTA          1200       PLUS 4", "          980", "FM OSTROVO 091215Z OCT 78",
    "TO IMMEDIATE FCO", "TELEGRAM NUMBER 412 OF 9 OCTOBER", "MY TELNO 84: FERRY",
    "INFO MOSCOW, UKDEL NATO AND LIMA", "DEPT. PASS AID",
    "3 May 1958\tLetter\tA summary.", "n.d.\tNote", "3 May 1958 Letter from Sambuu", "Undated [1951?]",
    "[Spring] 1950", "12/1957", "Record ID: 112233", "Russian", "1 Document", "Papers of the Weir, 1921-1939",
    "Folder 2   Reply ..... 1931", "Your search returned 4 hits (displaying 3-4)", "Main Page | Help | FAQs",
    "Ich sagte, dass die Faehre steht und nicht faehrt.\tI said that the ferry stands and does not sail.",
    "Ich sagte, dass es nicht geht.     I said that it would not do.",
    "Attachment:", "date\tsubject\tnumber", "\t", "\f", "\r\n", "\r", "\x0b", "\x1c", "\x85", "\u2028",
    "\u00a0",
    "\u200b", "\ufeff", "\ud800", "\x00", "\ufffe", "&", "<", "]]>", "<!--", "-", "a-", "­", "й", "毛", "𝔘",
)  # fmt: skip


# A letter is converted by the parts of a memorandum.
COMPOSED_AS = {"letter": "memorandum"}


def transcript(kind: str, decisions: atheris.FuzzedDataProvider) -> str:
    """Return the text that the fuzzer's decisions stand for."""
    if decisions.ConsumeIntInRange(0, 3) == 0:
        return decisions.ConsumeUnicode(LARGEST)
    size = decisions.ConsumeIntInRange(200, LARGEST)
    text = composed(COMPOSED_AS.get(kind, kind), decisions.ConsumeIntInRange(0, 9), size)
    lines = text.splitlines(keepends=True)
    random = Random(decisions.ConsumeInt(4))
    for _ in range(decisions.ConsumeIntInRange(0, 40)):
        if not lines:
            break
        at = random.randrange(len(lines))
        action = decisions.ConsumeIntInRange(0, 7)
        if action == 0:
            del lines[at : at + random.randint(1, 12)]
        elif action == 1:
            lines.insert(random.randrange(len(lines)), lines[at])
        elif action == 2:
            lines[at] = lines[at].rstrip("\n")
        elif action == 3:
            other = random.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        elif action == 4:
            lines.insert(at, random.choice(FURNITURE) + "\n")
        elif action == 5:
            within = random.randint(0, len(lines[at]))
            lines[at] = lines[at][:within] + random.choice(FURNITURE) + lines[at][within:]
        elif action == 6:
            lines[at] = lines[at][: random.randint(0, len(lines[at]))]
        else:
            lines.insert(at, decisions.ConsumeUnicode(60))
    return "".join(lines)


def convert_text(kind: str, octets: bytes) -> None:
    """Convert the transcript that the fuzzer's bytes stand for, and prove it."""
    text = transcript(kind, atheris.FuzzedDataProvider(octets))
    if not text.strip():
        return
    source = SourceText("tei/sources/fuzz.txt", text)
    try:
        detections(source)
        sides = side_by_side(source)
        if sides is not None:
            rows = zip(text.split("\n"), sides.left, sides.right, strict=True)
            assert all(whole.split() == [*left.split(), *right.split()] for whole, left, right in rows)
        starts = [one.start for one in beginnings(source)]
        assert starts == sorted(set(starts))
        assert starts[0] == 0
        made = converted_bytes(source, converter_named(kind).convert(source, Context("fuzz")), HEAD)
        tree = etree.fromstring(made)
        assert GRAMMAR.validate(tree), GRAMMAR.error_log.last_error
    except Exception:
        print(f"the transcript was {text!r}", file=sys.stderr)
        raise


def convert_file(carrier: str, octets: bytes) -> None:
    """Read and convert the file that the fuzzer's bytes stand for; that it can be refused is expected."""
    file = CARRIERS[carrier](atheris.FuzzedDataProvider(octets))
    try:
        found = transcripts.read(file, f"tei/sources/fuzz.{carrier}")
        for item in found.ledger:
            str(item)
        kind = detections(found.source)[0].kind
        converted_bytes(found.source, converter_named(kind).convert(found.source, Context("fuzz")), HEAD)
    except UnusableInput:
        return
    except Exception:
        print(f"the file was {file!r}", file=sys.stderr)
        raise


def main() -> None:
    """Run the fuzzer on the kind or the carrier that the command line names."""
    names = (*COMPOSERS, *COMPOSED_AS, *CARRIERS)
    if len(sys.argv) < 2 or sys.argv[1] not in names:
        sys.exit(f"usage: {sys.argv[0]} {{{'|'.join(names)}}} [options of libFuzzer]")
    name = sys.argv.pop(1)
    once = partial(convert_file if name in CARRIERS else convert_text, name)
    # From nothing libFuzzer is long in finding that an input may have more than a few bytes.
    random = Random(name)
    with tempfile.TemporaryDirectory() as corpus:
        for number in range(64):
            (Path(corpus) / str(number)).write_bytes(random.randbytes(random.randint(20, LONGEST_INPUT)))
        options = ["-len_control=0", f"-max_len={LONGEST_INPUT}", corpus]
        atheris.Setup([*sys.argv, *options], once)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
