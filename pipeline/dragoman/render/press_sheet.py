"""What a press asks of a sheet besides its pages: boxes, black as one ink, the profile it is printed by.

No PDF/X is claimed: that takes a validator of PDF/X, and we have none.
"""

from __future__ import annotations

import io
from typing import Final

import pikepdf

from dragoman.diagnostics import Place, Rule, Severity
from dragoman.errors import UnusableInput

NO_PROFILE = Rule(
    "PRT012",
    Severity.ERROR,
    "a file is no ICC profile of a press",
    "The profile says how the colours of the sheet come out on a press. It is copied into the file as it is, "
    "so it has to be one, and one for the inks of a press.",
    "--icc photograph.jpg",
    "--icc PSOuncoated_v3_FOGRA52.icc",
)

# Typst's trim box is right; what it takes for bleed is here bleed, marks and margin together.
BLEED_MM: Final = 3.0
_POINTS: Final = 72 / 25.4
# The number of inks by the colour space that a profile names (ICC.1, 7.2.6).
_INKS: Final = {b"CMYK": 4, b"GRAY": 1}


def check_profile(profile: bytes, shown: str) -> None:
    """Raise UnusableInput (PRT012) for bytes that are no ICC profile with the inks of a press."""
    space = profile[16:20]
    kind, signature = profile[12:16], profile[36:40]
    if signature != b"acsp" or kind != b"prtr" or space not in _INKS:
        found = f"a profile of class {kind!r} for {space!r}" if signature == b"acsp" else "something else"
        raise UnusableInput(
            NO_PROFILE.at(
                Place(shown),
                f"expected an ICC profile of a printer for CMYK or GRAY, found {found}",
                "ask the press for the profile of its paper",
            )
        )


def press_sheet(pdf: bytes, profile: bytes = b"") -> bytes:
    """Return a PDF with its bleed boxes, its greys as one ink and, where one is given, its output intent.

    profile: as `check_profile` accepts it. The same input gives the same bytes.
    """
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            left, bottom, right, top = (float(edge) for edge in page.trimbox)
            bleed = BLEED_MM * _POINTS
            page.bleedbox = pikepdf.Array(
                [round(edge, 3) for edge in (left - bleed, bottom - bleed, right + bleed, top + bleed)]
            )
        _use_one_ink(opened)
        if profile:
            _add_intent(opened, profile)
        octets = io.BytesIO()
        opened.save(octets, deterministic_id=True)
    return octets.getvalue()


def _use_one_ink(opened: pikepdf.Pdf) -> None:
    """Make of calibrated grey the grey of the device: a press would mix the other from four inks."""
    for value in opened.objects:
        if isinstance(value, pikepdf.Stream | pikepdf.Dictionary):
            holder = value.get("/Resources", value)
            spaces = holder.get("/ColorSpace") if isinstance(holder, pikepdf.Dictionary) else None
            if isinstance(spaces, pikepdf.Dictionary):
                for name in list(spaces.keys()):
                    if _is_calibrated_grey(spaces[name]):
                        spaces[name] = pikepdf.Name.DeviceGray


def _is_calibrated_grey(space: pikepdf.Object) -> bool:
    if not isinstance(space, pikepdf.Array) or len(space) != 2:
        return False
    return space[0] == pikepdf.Name.ICCBased and int(space[1].get("/N", 0)) == 1


def _add_intent(opened: pikepdf.Pdf, profile: bytes) -> None:
    stream = opened.make_stream(profile, N=_INKS[profile[16:20]])
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        # The subtype names the use of the profile; only /GTS_PDFXVersion would claim PDF/X.
        S=pikepdf.Name.GTS_PDFX,
        OutputConditionIdentifier=pikepdf.String("Custom"),
        Info=pikepdf.String("The profile given for this sheet"),
        DestOutputProfile=opened.make_indirect(stream),
    )
    opened.Root.OutputIntents = pikepdf.Array([opened.make_indirect(intent)])
