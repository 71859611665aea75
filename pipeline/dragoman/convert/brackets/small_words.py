"""Small words of the languages in which papers are written, by the tag of the language, lower case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# After one of these a word has to follow: prepositions, articles, negations, conjunctions.
WANTING: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in {
        "ru": "в во на с со к ко по о об от из за под над при для до без через между у и или а но что "
        "чтобы не "
        "ни перед около после",
        "mn": "ба болон эсвэл мөн",
        "uk": "в у на з із до по про від за під над при для без через між і та або але що щоб не ні",
        "bg": "в във на с със към по за от из под над при до без през между и или но че да не",
        "de": "der die das den dem des ein eine einen einem einer eines in im an am auf aus bei beim mit "
        "nach von "
        "vom zu zum zur über unter vor für durch gegen ohne um und oder aber daß dass nicht kein keine wird "
        "werden wurde hat haben ist sei habe worden",
        "pl": "w we na z ze do od po o za pod nad przed przy dla bez przez między i oraz lub a ale że "
        "żeby nie ani",
        "hu": "a az egy és vagy de hogy nem sem",
        "fr": "le la les un une des de du à au aux en dans sur sous avec pour par sans chez vers entre et "
        "ou mais "
        "que ne",
        "cs": "v ve na s se z ze do od po o u za pod nad před při pro bez přes mezi a i nebo ale že aby "
        "ne ani k ke",
        "sk": "v vo na s so z zo do od po o u za pod nad pred pri pre bez cez medzi a i alebo ale že aby "
        "nie ani k",
        "ro": "în la de pe cu din dintre pentru prin spre fără sub peste între până un o și sau dar că să nu",
        "sh": "u na s sa iz do od po o za pod nad pred pri bez kroz i ili ali da ne ni",
        "sr": "у на с са из до од по о за под над пред при без кроз и или али да не ни",
        "es": "el la los las un una de del en a al con por para sin sobre entre y o pero que no",
        "it": "il lo la i gli le un una di del della in nel nella a al con per da su e o ma che non",
    }.items()
}
# They stand for somebody, whom a name behind them names.
PRONOUNS: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in {
        "ru": "он она они его её ее их ему ей им него неё нее них нему ней ним мы нас нам вы вас вам",
        "mn": "тэр тэд түүний түүнд тэдний бид",
        "de": "er sie ihn ihm ihr ihnen wir uns dieser diese dieses jener jene",
        "pl": "on ona oni one jego jej ich jemu im nim nią nich my nas",
        "hu": "ő ők őt őket neki nekik mi ez az",
        "fr": "il elle ils elles lui leur eux celui-ci celle-ci ceux-ci nous celui celle",
        "cs": "on ona oni ony jeho její jejich jemu jim něj ně ní nich my nás",
        "ro": "el ea ei ele lui lor acesta aceasta aceștia noi",
    }.items()
}
# Words of courtesy and their abbreviations: a name follows.
COURTESIES: Final = frozenset(
    "т тов товарищ товарища товарищу товарищем г господин господина посол посла министр министра нөхөр ноён "
    "gen genosse genossen genossin herr herrn frau tow towarzysz towarzysza pan pana pani elvtárs úr "
    "m mm mme monsieur madame camarade s soudruh soudruha pan tov tovarășul tovarăşul domnul dl".split()
)
