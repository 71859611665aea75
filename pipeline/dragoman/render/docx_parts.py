"""The parts of a Word file that do not depend on the text: types, relations, styles, settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lxml import etree

RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE: Final = "application/vnd.openxmlformats-package.core-properties"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_TYPES: Final = f"""{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>
<Override PartName="/word/footnotes.xml" ContentType="{_WORD}.footnotes+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>
<Override PartName="/docProps/core.xml" ContentType="{_CORE}+xml"/>
</Types>"""

_ROOT: Final = f"""{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="document" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>
<Relationship Id="core" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>"""

_SETTINGS: Final = f"""{_DECLARATION}<w:settings xmlns:w="{_W}">
<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>
</w:settings>"""


def _style(id_: str, name: str, paragraph: str = "", run: str = "", based_on: str = "Normal") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if id_ != "Normal" else ""
    default = ' w:default="1"' if id_ == "Normal" else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id_}"{default}><w:name w:val="{name}"/>{base}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _spacing(before: int = 0, after: int = 0) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _heading(level: int, half_points: int) -> str:
    outline = f'<w:keepNext/>{_spacing(280, 120)}<w:outlineLvl w:val="{level - 1}"/>'
    return _style(f"Heading{level}", f"heading {level}", outline, f"<w:b/>{_size(half_points)}")


_PARAGRAPH_STYLES: Final = "".join(
    (
        _style("Normal", "Normal", _spacing(0, 120)),
        *(_heading(level, size) for level, size in ((1, 32), (2, 26), (3, 24), (4, 22))),
        _style("Banner", "Banner", _spacing(0, 120), "<w:b/>"),
        _style("Source", "Source note", _spacing(0, 40), _size(20)),
        _style("Dateline", "Dateline", '<w:jc w:val="right"/>', "<w:i/>"),
        _style("Line", "Line", _spacing(0, 40)),
        _style("Signature", "Signature line", '<w:ind w:left="3600"/>'),
        _style("Quote", "Quote", '<w:ind w:left="567" w:right="567"/>'),
        _style("ListHeading", "List heading", "<w:keepNext/>", "<w:i/>"),
        _style("ListItem", "List item", f'{_spacing(0, 40)}<w:ind w:left="567"/>'),
        _style("EntryDate", "Entry date", f"<w:keepNext/>{_spacing(160, 0)}", _size(20)),
        _style("EntryTitle", "Entry title", _spacing(0, 40)),
        _style("Abstract", "Abstract", _spacing(0, 120), _size(20)),
        _style("TableText", "Table text", _spacing(0, 20), _size(20)),
        _style("FootnoteText", "footnote text", _spacing(0, 20), _size(20)),
    )
)

STYLES: Final = f"""{_DECLARATION}<w:styles xmlns:w="{_W}">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:cs="Cambria"/>{_size(22)}</w:rPr></w:rPrDefault></w:docDefaults>
{_PARAGRAPH_STYLES}
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Plain"><w:name w:val="Plain table"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/></w:tblBorders></w:tblPr></w:style>
</w:styles>""".encode()  # noqa: E501 (one style is one line)

FIXED_PARTS: Final[dict[str, bytes]] = {
    "[Content_Types].xml": _TYPES.encode(),
    "_rels/.rels": _ROOT.encode(),
    "word/settings.xml": _SETTINGS.encode(),
}


def relations(links: Sequence[str], kind: str) -> bytes:
    """Return the relations of the text: to its styles, settings and footnotes, and to each address."""
    space = f"{_PACKAGE}/relationships"
    root = etree.Element(f"{{{space}}}Relationships", nsmap={None: space})
    for name in ("styles", "settings", "footnotes"):
        made = {"Id": name, "Type": f"{RELATIONS}/{name}", "Target": f"{name}.xml"}
        etree.SubElement(root, f"{{{space}}}Relationship", made)
    for number, link in enumerate(links, 1):
        made = {"Id": f"link{number}", "Type": kind, "Target": link, "TargetMode": "External"}
        etree.SubElement(root, f"{{{space}}}Relationship", made)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def core_properties(title: str, people: str, date: str, lang: str) -> bytes:
    """Return the properties that Word shows: title, who made the edition, its date and language."""
    spaces = {
        "cp": f"{_PACKAGE}/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    root = etree.Element(f"{{{spaces['cp']}}}coreProperties", nsmap=spaces)
    for name, text in (("title", title), ("creator", people), ("language", lang)):
        etree.SubElement(root, f"{{{spaces['dc']}}}{name}").text = text
    if date:
        created = etree.SubElement(root, f"{{{spaces['dcterms']}}}created")
        created.set(f"{{{spaces['xsi']}}}type", "dcterms:W3CDTF")
        created.text = date
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
