"""The archive that a line names: who keeps the paper, under which mark, and papers of which language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dragoman.convert.dates import find_dates

_SHELFMARK: Final = re.compile(
    r"(?P<repository>[^“”\".;]{4,160}?)[,;]\s+(?P<shelfmark>(?:f\.(?=\s?\d)|(?:fond|bestand|record group|"
    r"rg|sapmo|zespół|folder|box|mol|ügyirat|vol|item|pp|inv)\b)(?:[^.;]|\.(?=\s?\d))*?)(?=\.(?:\s(?!\d)|$)|;|$)",
    re.IGNORECASE,
)
_ARCHIVE: Final = re.compile(
    r"\b(?:archives?|library|ministry|institute|museum|observatory|state fund)\b", re.IGNORECASE
)
# Archives by the letters or names by which printouts cite them; each group is a language.
_LANGUAGE_OF_ARCHIVE: Final[Mapping[str, str]] = {
    "Russian": "ru", "German": "de", "Polish": "pl", "Hungarian": "hu", "Czech": "cs", "Romanian": "ro",
    "Bulgarian": "bg", "Albanian": "sq", "Mongolian": "mn", "Chinese": "zh",
}  # fmt: skip
_KEEPING_ARCHIVE: Final = re.compile(
    r"\b(?:(?P<Russian>AVP ?RF|RGANI|RGASPI|GARF|TsKhSD|APRF|RGVA|TsAMO|Russian State Archive)"
    r"|(?P<German>SAPMO|BArch|PA ?AA|MfAA|BStU|ZPA)|(?P<Polish>AMSZ|AAN|AIPN)"
    r"|(?P<Hungarian>MOL|MNL|Hungarian National Archives?)|(?P<Czech>ÚV KSČ|AÚV|Czech National Archives?)"
    r"|(?P<Romanian>ANIC|AMAE|Romanian National Archives?)|(?P<Bulgarian>TsDA|CDA)"
    r"|(?P<Albanian>AMPJ|AQPPV|AQSH)"
    r"|(?P<Mongolian>(?:Mongolian )?(?:Foreign Ministry Archives?|State Archives?),? Ulaanbaatar"
    r"|(?:Archives? of the )?Mongolian Foreign Ministry|MUUTA|MAKhN)"
    r"|(?P<Chinese>PRC FMA|Chinese Foreign Ministry Archives?|PRC Foreign Ministry Archives?))\b"
)

_SHORT: Final = 400
# Archives by their letters, with the numbers behind them: "AVPRF, fond 0100, opis 55, papka 2".
_SIGLA: Final = (
    r"(?:AVP ?RF|RGANI|RGASPI|GARF|TsKhSD|APRF|АВП ?РФ|РГАНИ|РГАСПИ|ГАРФ|ЦХСД|АП ?РФ|SAPMO(?:-BArch)?|BArch|"
    r"PA ?AA|MfAA|BStU|AMSZ|AAN|AIPN|MOL|MNL(?: OL)?|AMZV|NA ČR|ANIC|AMAE|TsDA|ЦДА|AMPJ|AQPPV|AQSH|MUUTA|"
    r"MAKhN|NARA|TNA)"
)
_SIGLUM: Final = re.compile(
    rf"(?:^|(?<=[\s:(\[]))(?P<repository>{_SIGLA})"
    r"[,:]?\s+(?P<shelfmark>(?=[^;\]]{0,80}\d)[^;\]]{3,120}?)(?=[.\])]?$|;|\.\s+[A-ZА-Я])"
)
# "Digital Archive, AVPRF": the one that has the paper stands last.
_OWN_LETTERS: Final = re.compile(rf"(?:^|,\s)(?P<letters>{_SIGLA})$")
# "АВП РФ. Ф. 0111. Оп. 45. П. 254. Д. 12. Л. 31."
_SIGLUM_FIRST: Final = re.compile(rf"[\[(]?{_SIGLA}[.,:]?\s")
_CYRILLIC_MARK: Final = re.compile(
    rf"(?P<repository>{_SIGLA})[.,]?\s(?P<shelfmark>(?:(?:Ф|Оп|П|Пап|Пор|Д|Л|Лл|К)\.\s?[\d–-]+[а-я]?(?:\s?об)?[.,]?\s?){{2,9}})",
    re.IGNORECASE,
)
_NAME_ALONE: Final = 60
# How the archives of one country call their files.
_OWN_MARKS: Final = re.compile(
    r"\b(?:(?P<Mongolian>(?:dans|kh/n|khadgalamj|khadgalamjiin negj)\.? ?\d)"
    r"|(?P<Russian>(?:opis|op\.|papka|delo) ?\d+.{0,30}\b(?:d\.|delo|papka|p\.|l\.|ll\.|listy?) ?\d)"
    r"|(?P<Polish>(?:z\.|zespół) ?\d+, ?(?:w\.|wiązka) ?\d+, ?(?:t\.|teczka) ?\d)"
    r"|(?P<Hungarian>\d+\. ?(?:doboz|d\.)|ő\. ?e\.)|(?P<Romanian>dosar(?:ul)? ?(?:nr\. ?)?\d)"
    r"|(?P<Albanian>(?:dosja|dosje|viti) ?\d))",
    re.IGNORECASE,
)
_CHINESE: Final = re.compile(r"(?P<repository>[\u3400-\u9fff]{2,20}(?:档案馆|檔案館))")
_CHINESE_MARK: Final = re.compile(r"(?:档|檔)(?:案)?号\s?[:：]\s?(?P<shelfmark>[\w-]+)")


def names_archive(line: str) -> bool:
    """Return True for a line that begins with the letters of an archive."""
    return _SIGLUM_FIRST.match(line) is not None


def archive_of(lines: Sequence[str]) -> tuple[str, str]:
    """Return repository and shelfmark of the first line that names an archive with its numbers."""
    for line in lines:
        for match in _SHELFMARK.finditer(line[:1000]):
            repository = match["repository"]
            dates = find_dates(repository)
            if dates:
                repository = repository[dates[-1].span.end :]
            repository = re.sub(r"^(?:Source|Archive)\s?:\s+", "", repository.strip(" ,;"))
            if own := _OWN_LETTERS.search(repository):
                return own["letters"], match["shelfmark"].strip(" ,")
            if _ARCHIVE.search(repository):
                return repository, match["shelfmark"].strip(" ,")
    for line in lines:
        if marked := _CYRILLIC_MARK.search(line[:1000]):
            return marked["repository"], marked["shelfmark"].strip(" ,.")
    for line in lines:
        if siglum := _SIGLUM.search(line[:1000]):
            return siglum["repository"], siglum["shelfmark"].strip(" ,.")
    keeper = next((found["repository"] for line in lines if (found := _CHINESE.search(line))), "")
    mark = next((found["shelfmark"] for line in lines if (found := _CHINESE_MARK.search(line))), "")
    return keeper, mark


def language_of_archive(lines: Sequence[str]) -> tuple[str, str]:
    """Return the language in which an archive's papers are and the words that name the archive; or ""."""
    for line in lines:
        found = _KEEPING_ARCHIVE.search(line[:_SHORT])
        if found and (len(line) < _NAME_ALONE or re.search(r"\d", line[found.end() :])):
            return _LANGUAGE_OF_ARCHIVE[found.lastgroup or ""], found[0]
    for line in lines:
        if marked := _OWN_MARKS.search(line[:_SHORT]):
            return _LANGUAGE_OF_ARCHIVE[marked.lastgroup or ""], marked[0]
    return "", ""
