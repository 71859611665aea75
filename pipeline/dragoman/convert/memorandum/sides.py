"""The side of a conversation that words name: ``Soviet`` by USSR, советской, sowjetisch, 苏方."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

# A side by the words that name it; the first that an office contains decides.
SIDES: Final[Mapping[str, str]] = {
    "Soviet": r"Soviet|USSR|U\.S\.S\.R\.|[Сс]оветск\w+|СССР|[Ss]owjetisch\w*|UdSSR|[Rr]adzieck\w+"
    r"|ZSRR|[Ss]ovětsk\w+|SSSR|[Ss]ovietic\w*|[Ss]zovjet"
    r"|Зөвлөлтийн|[苏蘇]方|[苏蘇][联聯]",
    "Russian": r"Russian",
    "Mongolian": r"Mongolian?|[Mm]ongolsk\w+|[Mm]ongol[ăe]?|MoLR|MRL|MPR|"
    r"M\.P\.R\.|Ulaanbaatar|[Мм]онголь?ск\w+|МНР|[Mm]ongolisch\w*|MVR"
    r"|Монголын|БНМАУ|蒙方|蒙古",
    "Chinese": r"Chinese|PRC|P\.R\.C\.|China|[Кк]итайск\w+|КНР|[Cc]hinesisch\w*"
    r"|[Cc]hińsk\w+|[Čč]ínsk\w+|[Cc]hinez\w*|[Cc]hinoise?|[Kk]ínai|VR China|Хятадын|БНХАУ"
    r"|中方|中国",
    "Korean": r"Korean?|DPRK|ROK|[Кк]орейск\w+|КНДР|[Kk]oreanisch\w*|KDVR|朝方|朝鲜",
    "German": r"German|GDR|FRG|SED|DDR|BRD|[Нн]емецк\w+|ГДР|[Dd]eutsch\w+|[Nn]iemieck\w+|NRD"
    r"|[Nn]ěmeck\w+|NDR|德方",
    "Polish": r"Polish|Poland|PPR|PZPR|[Пп]ольск\w+|ПНР|[Pp]olnisch\w*|VRP|波方|[Pp]olski\w*",
    "Hungarian": r"Hungarian|Hungary|HPR|[Вв]енгерск\w+|ВНР|[Uu]ngarisch\w*|UVR|匈方|[Mm]agyar",
    "Czechoslovak": r"Czechoslovak\w*|CSSR|ČSSR|[Čč](?:s|esko)slov\w+|[Čč]eskoslovensk\w+",
    "Romanian": r"Romanian?|SRR|[Rr]omân\w*|[Rr]umänisch\w*|RSR",
    "French": r"French|[Ff]rançais\w*",
    "Bulgarian": r"Bulgarian?|PRB",
    "Albanian": r"Albanian?",
    "Cuban": r"Cuban?",
    "Vietnamese": r"Vietnam(?:ese)?|SRV|DRV",
    "Japanese": r"Japan(?:ese)?",
    "American": r"American|USA|U\.S\.|United States|US",
    "British": r"British|UK|United Kingdom",
    "Indian": r"Indian?",
    "Yugoslav": r"Yugoslav\w*",
}
_ANY_SIDE: Final = re.compile(
    r"\b(?:" + "|".join(f"(?P<{side}>{words})" for side, words in SIDES.items()) + r")\b"
)


def side_in(text: str) -> str:
    """Return the side that the words of an office name first, or ""."""
    match = _ANY_SIDE.search(text)
    return match.lastgroup or "" if match else ""
