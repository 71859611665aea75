"""Names in Chinese characters, as lists of those present print them."""

from __future__ import annotations

import re
from typing import Final

# The hundred or so surnames that most people have; two of two characters.
_SURNAMES: Final = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇"
    "卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎"
    "易常武乔喬贺賀赖賴龚龔文伍耿柴章章韦韋符习習乌烏安朴宫宮粟聂聶"
) | frozenset(("欧阳", "歐陽", "司徒", "司马", "司馬", "诸葛", "諸葛"))
_OFFICES: Final = (
    r"(?:(?:中|苏|蘇|蒙|朝|越|我|对|對|蒙古|苏联|蘇聯|朝鲜|朝鮮|越南|民主德国|德国|波兰|匈牙利|罗马尼亚|捷克|保加利亚|阿尔巴尼亚|"
    r"日本|印度|美国|英国|法国|古巴|南斯拉夫)?(?:方|国|國)?(?:驻.{1,6})?(?:第?[一二三](?:等)?|副|总|總|代理|临时|臨時)?(?:总理|總理|主席|部长|部長|外长|外長|"
    r"司长|司長|处长|處長|局长|局長|大使|参赞|參贊|秘书|秘書|武官|委员|委員|书记|書記|翻译|翻譯|代办|代辦|助理|院长|院長|将军|將軍|元帅|元帥|同志|"
    r"先生|女士))"
)
_LEAD: Final = re.compile(r"^[^：:]{1,20}[：:]\s*")
_PIECE: Final = re.compile(r"[^、，,；;。\s]+")
_BARE: Final = re.compile(
    rf"(?P<before>(?:{_OFFICES})*)(?P<name>[\u3400-\u9fff·•]{{2,9}}?)(?:{_OFFICES})*(?:[（(].*)?等?"
)


def han_names(text: str) -> list[tuple[int, int]]:
    """Return start and end of the names of a list in Chinese: ``参加人：李河、王石部长``.

    A piece between marks is a name where it has a Chinese surname and two or three signs more, or where
    nothing but an office stands beside it, as in names of strangers written by their sound.
    """
    lead = _LEAD.match(text)
    found: list[tuple[int, int]] = []
    for piece in _PIECE.finditer(text, lead.end() if lead else 0):
        match = _BARE.fullmatch(piece[0])
        if match is None:
            continue
        name = match["name"]
        is_chinese = len(name) <= 4 and (name[0] in _SURNAMES or name[:2] in _SURNAMES)
        if is_chinese or "·" in name or len(name) >= 3:
            found.append((piece.start() + match.start("name"), piece.start() + match.end("name")))
    return found


# What Korean papers set behind a name, parted by a blank or not.
_HANGUL_OFFICES: Final = (
    r"(?:\d등)?(?:부상|부부장|부장|부위원장|위원장|과장|국장|처장|대사|대리대사|서기관|서기|참사관?|비서|통역|수상|총리|상|"
    r"동지|선생|각하|장관|차관|무관|지도원|연구원|소장)"
)
_HANGUL: Final = re.compile(
    rf"(?:.*?\s)??(?P<name>[\uac00-\ud7a3]{{2,6}}?)(?:\s?{_HANGUL_OFFICES})*(?:\s?[（(].*)?"
)


def hangul_names(text: str) -> list[tuple[int, int]]:
    """Return start and end of the names of a list in Korean: ``참석: 최강 부상, 도르지 2등서기관``."""
    lead = _LEAD.match(text)
    found: list[tuple[int, int]] = []
    for piece in re.finditer(r"[^、，,；;。]+", text[lead.end() :] if lead else text):
        words = piece[0].strip()
        match = _HANGUL.fullmatch(words)
        if match is None or re.fullmatch(_HANGUL_OFFICES, match["name"]):
            continue
        start = (lead.end() if lead else 0) + piece.start() + piece[0].index(words)
        found.append((start + match.start("name"), start + match.end("name")))
    return found


def signs_in_hangul(line: str) -> bool:
    """Return True for a Korean name with an office behind it and nothing else: ``최강 대사``."""
    return _HANGUL_SIGNED.fullmatch(line) is not None


_HANGUL_SIGNED: Final = re.compile(rf"[\uac00-\ud7a3]{{2,4}}(?:\s{_HANGUL_OFFICES})+")


def is_han_list(line: str) -> bool:
    """Return True for a line that is a list of Chinese names and nothing else: no sentence ends in it."""
    if not line or not "\u3400" <= line[0] <= "\u9fff" or len(line) > 120 or line[-1] in "。！？：":
        return False
    pieces = _PIECE.findall(line)
    return bool(pieces) and len(han_names(line)) == len(pieces)
