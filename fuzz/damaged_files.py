"""Files that carry a transcript, made of the fuzzer's decisions: pages, Word files, PDFs, encodings.

Each starts from a sound small file whose text is a composed transcript and is then damaged: tags are cut,
nested and left open, parts of a package lost or doubled, bytes overwritten, an encoding taken for another.
"""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Callable, Mapping
from random import Random
from typing import Final

import atheris
from composed import COMPOSERS, composed

_KINDS: Final = tuple(COMPOSERS)
_ENCODINGS: Final = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp1250", "cp1251", "koi8-r", "cp866",
    "iso8859-2", "mac-cyrillic", "gb18030", "big5", "utf-7", "utf-32", "shift-jis", "euc-kr",
)  # fmt: skip
_PIECES: Final = (
    "<p>", "</p>", "<div hidden>", "</div>", "<table><tr><td>", "</table>", "<li>", "<ul>", "<br>",
    "<pre>\n", "</pre>",
    "<!--", "-->", "<script>", "</script>", "<style>", "<svg><title>", "<math>", "<select><option>",
    "<template>",
    "<textarea>", "<title>", "<a href='x' title='y'>", "<img alt='", "'>", '">', "&nbsp;", "&#0;",
    "&#xD800;", "&#x110000;",
    "&bogus;", "<![CDATA[", "]]>", "<?xml version='1.0'?>", "<meta charset=utf-16>", "<meta charset=x>",
    "<body>", "</html>",
    "<frameset>", "<noscript>", "<iframe src=x>", "<b><i><u>", "<input value='",
    "<p style='display:none'>", "<", ">", "\0",
    "\f", "\x1c", "\u2028", "\ufeff", "Бочек", "毛泽东",
    "<table><tr><th>a<td>b<tr><td rowspan=99 colspan=x>c", "<td colspan=0><p>", "<tr>", "<tbody>",
    "<dl><dt>Date<dd>",
    "<ol type=i start=-3 reversed>", "<li value=x>", "<sup>1</sup>", "<sup>a, 2</sup>",
    "<div class=label>x</div>",
    "<style>.a, #b {display: none}</style>", "<p class=a id=b>", "<p style='page-break-before: always'>",
    "<a class=footnote-ref href=#n>", "<button>",
)  # fmt: skip
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TAGS: Final = (
    "<w:p>", "</w:p>", "<w:r><w:t>x</w:t></w:r>", "<w:r><w:tab/><w:br/></w:r>",
    "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    '<w:ins w:id="1"><w:r><w:t>new</w:t></w:r></w:ins>',
    '<w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del>',
    '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:footnoteReference w:id="99"/></w:r>',
    '<w:r><w:footnoteReference/></w:r>',
    '<w:commentRangeStart w:id="0"/>', '<w:r><w:commentReference w:id="7"/></w:r>',
    '<w:hyperlink r:id="none"><w:r/></w:hyperlink>',
    "<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>", "<w:r><w:sym w:char='F0E0'/></w:r>",
    "<w:r><w:sym/></w:r>",
    "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText></w:r>",
    "<w:r><w:noBreakHyphen/></w:r>",
    "<w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr>",
    "<w:pPr><w:numPr><w:ilvl w:val='x'/><w:numId w:val='9'/></w:numPr><w:pStyle w:val='S'/></w:pPr>",
    "<w:pPr><w:pStyle w:val='S'/></w:pPr>", "<w:pPr><w:pageBreakBefore/><w:rPr><w:del/></w:rPr></w:pPr>",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='3'/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
    "<w:tc/></w:tr><w:tr><w:trPr><w:del/></w:trPr></w:tr></w:tbl>",
    "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>h</w:t></w:r>", "<w:oMath><w:r><w:t>q</w:t></w:r></w:oMath>",
    "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>",
    "<w:r><w:ruby><w:rt/><w:rubyBase><w:r><w:t>b</w:t></w:r></w:rubyBase></w:ruby></w:r>",
    "<w:sectPr><w:headerReference r:id='none' w:type='first'/></w:sectPr>",
    "<w:r><w:rPr><w:i w:val='x'/></w:rPr><w:t/></w:r>", "<!--c-->", "<?pi x?>", "&amp;", "\f", "\ud800",
)  # fmt: skip


def _text(decisions: atheris.FuzzedDataProvider) -> str:
    kind = _KINDS[decisions.ConsumeIntInRange(0, len(_KINDS) - 1)]
    return composed(kind, decisions.ConsumeIntInRange(0, 9), decisions.ConsumeIntInRange(200, 2_500))


def _damaged(octets: bytes, decisions: atheris.FuzzedDataProvider) -> bytes:
    """Return bytes with some overwritten, cut out, doubled or put in."""
    made = bytearray(octets)
    random = Random(decisions.ConsumeInt(4))
    for _ in range(decisions.ConsumeIntInRange(0, 12)):
        if not made:
            break
        at = random.randrange(len(made))
        action = decisions.ConsumeIntInRange(0, 4)
        if action == 0:
            made[at] = decisions.ConsumeIntInRange(0, 255)
        elif action == 1:
            del made[at : at + random.randint(1, 60)]
        elif action == 2:
            made[at:at] = made[at : at + random.randint(1, 60)]
        elif action == 3:
            made[at:at] = decisions.ConsumeBytes(8)
        else:
            del made[at + random.randint(0, len(made)) :]
    return bytes(made)


def page(decisions: atheris.FuzzedDataProvider) -> bytes:
    """Return a saved page."""
    blocks = [f"<p>{html.escape(block)}</p>" for block in _text(decisions).split("\n\n")]
    random = Random(decisions.ConsumeInt(4))
    parts = [
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>T</title></head><body>",
        *blocks,
        "</body></html>",
    ]
    for _ in range(decisions.ConsumeIntInRange(0, 30)):
        at = random.randrange(1, len(parts))
        action = decisions.ConsumeIntInRange(0, 3)
        piece = _PIECES[decisions.ConsumeIntInRange(0, len(_PIECES) - 1)]
        if action == 0:
            parts.insert(at, piece)
        elif action == 1:
            within = random.randint(0, len(parts[at]))
            parts[at] = parts[at][:within] + piece + parts[at][within:]
        elif action == 2:
            parts[at] = parts[at][: random.randint(0, len(parts[at]))]
        else:
            parts.insert(at, decisions.ConsumeUnicode(40))
    written = "".join(parts)
    encoding = (
        _ENCODINGS[decisions.ConsumeIntInRange(0, len(_ENCODINGS) - 1)]
        if decisions.ConsumeBool()
        else "utf-8"
    )
    return (
        _damaged(written.encode(encoding, "replace"), decisions)
        if decisions.ConsumeBool()
        else written.encode(encoding, "surrogatepass" if encoding.startswith("utf-8") else "replace")
    )


def _package(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def _numbering(random: Random) -> str:
    """Return lists with levels of any form."""
    forms = (
        "decimal",
        "lowerLetter",
        "upperRoman",
        "bullet",
        "none",
        "chicago",
        "hebrew1",
        "ordinalText",
        "",
    )
    labels = ("%1.", "%1.%2", "%9", "-", "")
    more = ("", "<w:isLgl/>", "<w:lvlRestart w:val='0'/>")
    levels = "".join(
        f"<w:lvl w:ilvl='{at}'><w:start w:val='{random.choice((0, 1, 26, 3999, 999999))}'/>"
        f"<w:numFmt w:val='{random.choice(forms)}'/><w:lvlText w:val='{random.choice(labels)}'/>"
        f"{random.choice(more)}</w:lvl>"
        for at in range(random.randint(0, 9))
    )
    start = "<w:lvlOverride w:ilvl='1'><w:startOverride w:val='7'/></w:lvlOverride>"
    return (
        f"<w:abstractNum w:abstractNumId='0'>{levels}</w:abstractNum>"
        f"<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
        f"<w:num w:numId='2'><w:abstractNumId w:val='0'/>{start}</w:num>"
    )


def word_file(decisions: atheris.FuzzedDataProvider) -> bytes:
    """Return a Word file: its parts are damaged, lost, or the package as a whole is."""
    random = Random(decisions.ConsumeInt(4))
    runs = [
        f"<w:p><w:r><w:t xml:space='preserve'>{html.escape(line)}</w:t></w:r></w:p>"
        for line in _text(decisions).splitlines()
    ]
    for _ in range(decisions.ConsumeIntInRange(0, 20)):
        at = random.randrange(len(runs))
        tag = _TAGS[decisions.ConsumeIntInRange(0, len(_TAGS) - 1)]
        action = decisions.ConsumeIntInRange(0, 2)
        if action == 0:
            runs.insert(at, tag)
        elif action == 1:
            runs[at] = runs[at].replace("</w:p>", f"{tag}</w:p>")
        else:
            runs[at] = runs[at].replace("<w:p>", f"<w:p>{tag}")
    root = f'xmlns:w="{_WORD}" xmlns:r="{_RELATIONS}"'
    note = "<w:p><w:r><w:footnoteRef/><w:t>A note.</w:t></w:r></w:p>"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
            for name, kind in (
                ("document", "document.main"),
                ("footnotes", "footnotes"),
                ("comments", "comments"),
                ("numbering", "numbering"),
                ("styles", "styles"),
            )
        )
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="d" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="f" Type="{_RELATIONS}/footnotes" Target="footnotes.xml"/>'
        f'<Relationship Id="c" Type="{_RELATIONS}/comments" Target="comments.xml"/>'
        f'<Relationship Id="n" Type="{_RELATIONS}/numbering" Target="numbering.xml"/>'
        f'<Relationship Id="s" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>',
        "word/document.xml": f"<w:document {root}><w:body>{''.join(runs)}</w:body></w:document>",
        "word/footnotes.xml": f'<w:footnotes {root}><w:footnote w:id="2">{note}</w:footnote></w:footnotes>',
        "word/numbering.xml": f"<w:numbering {root}>{_numbering(random)}</w:numbering>",
        "word/styles.xml": f"<w:styles {root}><w:style w:type='paragraph' w:styleId='S'>"
        "<w:basedOn w:val='S'/><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr></w:style></w:styles>",
        "word/comments.xml": f'<w:comments {root}><w:comment w:id="0">{note}</w:comment></w:comments>',
    }
    octets = {name: content.encode("utf-8", "replace") for name, content in parts.items()}
    for name in tuple(octets):
        action = decisions.ConsumeIntInRange(0, 9)
        if action == 0:
            octets[name] = _damaged(octets[name], decisions)
        elif action == 1 and name != "word/document.xml":
            del octets[name]
    package = _package(octets)
    return _damaged(package, decisions) if decisions.ConsumeIntInRange(0, 3) == 0 else package


def pdf_file(decisions: atheris.FuzzedDataProvider) -> bytes:
    """Return a PDF with a text layer of one page, in one column or two, its bytes damaged."""
    lines = _text(decisions).splitlines()[:100]
    columns = decisions.ConsumeIntInRange(1, 2)
    height = -(-len(lines) // columns)
    shown = ""
    for column in range(columns):
        words = "".join(
            "(" + line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ") Tj T* "
            for line in lines[column * height : (column + 1) * height]
        )
        shown += f"BT /F1 {11 - 6 * (columns - 1)} Tf 13 TL {72 + 250 * column} 720 Td {words}ET\n"
    stream = shown.encode("latin-1", "replace")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
        b"/Resources << /Font << /F1 3 0 R >> >> /Contents 4 0 R /Annots [ "
        b"<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://x.test/) >> /Contents (ice) >> "
        b"<< /Subtype /Text /Rect [0 0 9 9] /T (Dorj) /Contents <FEFF0411> >> "
        b"<< /Subtype /Widget /FT /Tx /Rect [0 0 9 9] /T (Name) /V (Orlov) >> ] >>",
    )
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % table
    return _damaged(bytes(out), decisions)


def encoded(decisions: atheris.FuzzedDataProvider) -> bytes:
    """Return a plain text in some encoding, with characters beyond ASCII, whole or damaged."""
    words = _text(decisions)[:1_500]
    foreign = ("Бочек четыре. ", "毛主席说 ", "żółć ", "“naïve” – ", decisions.ConsumeUnicode(40))
    at = decisions.ConsumeIntInRange(0, len(words))
    text = (
        words[:at]
        + foreign[decisions.ConsumeIntInRange(0, len(foreign) - 1)] * decisions.ConsumeIntInRange(0, 9)
        + words[at:]
    )
    octets = text.encode(_ENCODINGS[decisions.ConsumeIntInRange(0, len(_ENCODINGS) - 1)], "replace")
    return _damaged(octets, decisions) if decisions.ConsumeBool() else octets


CARRIERS: Final[Mapping[str, Callable[[atheris.FuzzedDataProvider], bytes]]] = {
    "html": page,
    "docx": word_file,
    "pdf": pdf_file,
    "encoding": encoded,
}
