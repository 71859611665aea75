"""Carriers made in memory: a Word file out of its XML, a PDF out of lines of text."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"


def word_file(body: str, **parts: str) -> bytes:
    """Return a Word file; ``parts`` are footnotes, endnotes and comments: the children of their root."""
    overrides = relations = ""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for number, (name, content) in enumerate(parts.items(), 1):
            overrides += f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{name}+xml"/>'
            relations += f'<Relationship Id="r{number}" Type="{_R}/{name}" Target="{name}.xml"/>'
            package.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{content}</w:{name}>')
        relations += (
            f'<Relationship Id="link" Type="{_R}/hyperlink" Target="https://x.test/" TargetMode="External"/>'
        )
        package.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Default Extension="rels" ContentType="{_RELATIONS}"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
            f"{overrides}</Types>",
        )
        for path, content in (
            ("_rels/.rels", f'<Relationship Id="d" Type="{_R}/officeDocument" Target="word/document.xml"/>'),
            ("word/_rels/document.xml.rels", relations),
        ):
            package.writestr(
                path,
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f"{content}</Relationships>",
            )
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{W}" xmlns:r="{_R}"><w:body>{body}</w:body></w:document>',
        )
    return stream.getvalue()


def run(text: str, look: str = "") -> str:
    properties = f"<w:rPr><w:{look}/></w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def pdf_file(*pages: list[str]) -> bytes:
    """Return a PDF with a page for each list of lines; an empty list makes a page without text."""
    shown = ("".join(f"({line}) Tj T* " for line in lines) for lines in pages)
    return pdf_of(*(f"BT /F1 11 Tf 13 TL 72 720 Td {lines}ET" for lines in shown))


def pdf_of(*streams: str, annotations: str = "") -> bytes:
    """Return a PDF with a page for each stream of drawing instructions; annotations: those of each page."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    kids = []
    for stream in streams:
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {len(objects)} 0 R /Annots [{annotations}] >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{offset:010d} 00000 n \n" for offset in offsets).encode()
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)
