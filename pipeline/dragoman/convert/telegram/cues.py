"""The tables by which a telegram is understood: what its lines begin with and what is printed in them.

Every table is data, longest first where one entry could begin another. The forms are those of the
State Department's telegrams of 1973 to 1979 as the National Archives release them.
"""

from __future__ import annotations

import re
from typing import Final

# Classification as printed and what it stands for; longest first.
CLASSIFICATIONS: Final[tuple[tuple[str, str], ...]] = (
    ("UNCLASSIFIED FOR OFFICIAL USE ONLY", "UNCLASSIFIED"),
    ("LIMITED OFFICIAL USE ONLY", "LIMITED OFFICIAL USE"),
    ("UNCLAS E F T O", "UNCLASSIFIED"),
    ("LIMITED OFFICIAL USE", "LIMITED OFFICIAL USE"),
    # The name that the Department of State used before LIMITED OFFICIAL USE; other agencies kept it.
    ("FOR OFFICIAL USE ONLY", "LIMITED OFFICIAL USE"),
    ("OFFICIAL USE ONLY", "LIMITED OFFICIAL USE"),
    ("LTD OFFICIAL USE", "LIMITED OFFICIAL USE"),
    ("LIM OFFICIAL USE", "LIMITED OFFICIAL USE"),
    ("UNCLASSIFIED", "UNCLASSIFIED"),
    ("CONFIDENTIAL", "CONFIDENTIAL"),
    ("TOP SECRET", "TOP SECRET"),
    ("RESTRICTED", "RESTRICTED"),
    ("CONFID", "CONFIDENTIAL"),
    ("UNCLAS", "UNCLASSIFIED"),
    ("SECRET", "SECRET"),
    ("L O U", "LIMITED OFFICIAL USE"),
)

# Handling captions that stand beside a classification or alone under the section line.
DISTRIBUTION_CAPTIONS: Final = (
    "NODIS", "EXDIS", "LIMDIS", "STADIS", "NOFORN", "ROGER CHANNEL", "CHEROKEE", "EYES ONLY", "NIACT",
    "NONDIS", "DEPTEL", "FOUO", "EFTO", "MILADDEES", "TERREP", "SPECAT", "USSALTTWO", "USSALTTREP",
    "MBFR", "CSCE", "TOSEC", "SECTO", "HAKTO", "TOHAK", "CODEL", "STR", "MTN", "USIAC",
)  # fmt: skip

PRECEDENCE_WORDS: Final = (
    "FLASH",
    "IMMEDIATE",
    "PRIORITY",
    "ROUTINE",
    "NIACT",
    "IMMED",
    "PRIO",
    "IMM",
    "PRI",
)

# How an addressee's name begins: so that several on one line can be told apart. The second
# value is how a composed heading writes it; "" keeps the printed form.
ADDRESSEE_PREFIXES: Final[tuple[tuple[str, str], ...]] = (
    ("AMEMBASSY", "AmEmbassy"),
    ("AMCONSULATE", "AmConsulate"),
    ("AMCONSUL", "AmConsul"),
    ("AMCONGEN", "AmConGen"),
    ("AMEMB", "AmEmb"),
    ("USMISSION", "USMission"),
    ("USDELEGATION", "USDelegation"),
    ("USDEL", "USDel"),
    ("USLO", "USLO"),
    ("USINT", "USINT"),
    ("USIA", "USIA"),
    ("USICA", "USICA"),
    ("USDOC", "USDOC"),
    ("USDA", "USDA"),
    ("USCINCEUR", ""),
    ("USCINCSO", ""),
    ("USNMR", ""),
    ("CINCPACAF", ""),
    ("CINCPACFLT", ""),
    ("CINCPAC", ""),
    ("CINCEUR", ""),
    ("CINCUSAFE", ""),
    ("CINCUSAREUR", ""),
    ("CINCLANT", ""),
    ("CINCUSNAVEUR", ""),
    ("COMUSKOREA", ""),
    ("COMUSJAPAN", ""),
    ("COMUSTDC", ""),
    ("COMIPAC", ""),
    ("SECSTATE", ""),
    ("SECDEF", ""),
    ("DEPT OF", ""),
    ("DEPARTMENT OF", ""),
    ("WHITE HOUSE", ""),
    ("TREASURY DEPT", ""),
    ("NSC", ""),
    ("CIA", ""),
    ("DIA", ""),
    ("JCS", ""),
    ("NASA", ""),
    ("RUEH", ""),
    ("RUEA", ""),
    ("RUCR", ""),
    ("RUFN", ""),
)  # fmt: skip

MONTHS: Final = {
    name: number
    for number, name in enumerate(
        ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), 1
    )
}

NUMBER_WORDS: Final = {
    "ONE": 1, "TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5, "SIX": 6, "SEVEN": 7, "EIGHT": 8, "NINE": 9,
    "TEN": 10, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5,
}  # fmt: skip

# The keys of the message attributes, 1973 to 1979, in all the sets that the releases use.
ATTRIBUTE_KEYS: Final = (
    "Automatic Decaptioning", "Capture Date", "Channel Indicators", "Concepts", "Control Number", "Copy",
    "Current Classification", "Current Handling Restrictions", "Decaption Date", "Decaption Note",
    "Disposition Action", "Disposition Approved on Date", "Disposition Authority", "Disposition Case Number",
    "Disposition Comment", "Disposition Date", "Disposition Event", "Disposition History",
    "Disposition Reason", "Disposition Remarks", "Document Number", "Document Source", "Document Unique ID",
    "Draft Date", "Drafter", "Enclosure", "Errors", "Executive Order", "Expiration", "Film Number", "Format",
    "From", "Handling Restrictions", "Image Path", "ISecure", "Legacy Key", "Line Count",
    "Litigation Code IDs", "Litigation Codes", "Litigation History", "Locator", "Markings", "Message ID",
    "Office", "Original Classification", "Original Handling Restrictions",
    "Original Previous Classification", "Original Previous Handling Restrictions", "Page Count",
    "Previous Channel Indicators", "Previous Classification", "Previous Handling Restrictions", "Reference",
    "Retention", "Review Action", "Review Authority", "Review Comment", "Review Content Flags",
    "Review Date", "Review Event", "Review Exemptions", "Review History", "Review Markings",
    "Review Media Identifier", "Review Referrals", "Review Release Date", "Review Release Event",
    "Review Transfer Date", "Review Withdrawn Fields", "SAS ID", "Secure", "Sent Date", "Status", "Subject",
    "TAGS", "To", "Type", "vdkvgwkey",
)  # fmt: skip

# What starts a paragraph though it bears no number.
HEADING_WORDS: Final = (
    "BEGIN SUMMARY", "SUMMARY", "COMMENT", "BEGIN COMMENT", "ACTION REQUESTED", "ACTION REQUIRED",
    "INTRODUCTION", "CONCLUSION", "CONCLUSIONS", "RECOMMENDATION", "RECOMMENDATIONS", "BACKGROUND",
    "EMBASSY COMMENT", "GUIDANCE", "BEGIN UNCLASSIFIED", "BEGIN CONFIDENTIAL", "FYI",
)  # fmt: skip


def spaced(word: str) -> str:
    """Return a pattern for ``word`` with or without a blank after each letter, ``S E C R E T``."""
    letters = [" {0,3}" if c == " " else re.escape(c) + " ?" for c in word]
    letters[-1] = re.escape(word[-1])
    return "".join(letters)
