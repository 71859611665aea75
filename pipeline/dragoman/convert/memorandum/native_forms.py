"""Lines of records and letters in the language in which they were written, as tables by language.

Each table has, by the tag of a language, the alternatives of a regular expression that is matched against
one line, case folded. `patterns` joins them with the English forms. They name what only such a paper
has: “Протокол” alone heads many things, “Протокол беседы” a record of a conversation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

Forms = Mapping[str, str]

# The heading of a record of what was said.
TITLES: Final[Forms] = {
    "ru": r"(?:донесение|(?:шифр)?телеграмма|докладная записка|политическое письмо|спецсообщение|нота)"
    r"(?:\s(?:посла|посольства|о|об|из|министра|министерства|временного|поверенного|№)\b.{0,80})?$|"
    r"(?:краткая |краткое |неофициальная |официальная )?(?:запись|конспект|содержание|изложение|"
    r"отчет|"
    r"отчёт|справка|информация|протокол|стенограмма|стенографическая запись|протокольная запись|памятная "
    r"записка)\s(?:основного содержания |о |об )?(?:\w+ ){0,2}(?:бесед\w{1,3}|переговор\w*|встреч\w{1,3}|"
    r"заседани\w{1,2}|прием\w{1,2}|разговор\w{1,2})\b|из дневника\b|дневник\s(?:посла|[А-ЯЁ]\.)",
    "mn": r".{0,120}(?:яриа|ярианы|ярилцлагын|ярилцсан|хэлэлцээний|хэлэлцээрийн|уулзалтын|уулзсан|хурлын|"
    r"хуралдааны|хүлээн авсан)\b.{0,40}\b(?:тэмдэглэл|протокол|бичлэг|товч утга)$|(?:тэмдэглэл|протокол)$",
    "zh": r".{0,80}(?:谈话|談話|会谈|會談|会见|會見|谈判|談判|座谈|座談|接见|接見|会议|會議)"
    r"(?:的)?(?:内容|內容|情况|情況)?(?:记录|記錄|紀錄|纪要|紀要|纪录|简报|簡報|摘要|要点|要點)(?:[（(].{1,20}[）)])?$",
    "ko": r".{0,80}(?:담화|대화|회담|면담|회의|접견)\s?(?:록|기록|요록|내용|보고)$",
    "de": r"(?:\w+ ){0,2}(?:gesprächs(?:vermerk|protokoll|niederschrift|notiz|aufzeichnung)|aktenvermerk|"
    r"vermerk$|niederschrift$|"
    r"(?:vermerk|niederschrift|aufzeichnung|protokoll|stenogra(?:ph|f)ische (?:niederschrift|mitschrift)|"
    r"information|notiz|aktennotiz|bericht)\s(?:über|zu|des|der|von|eines|vom)\s.{0,60}\b(?:gespräch\w*|"
    r"unterredung\w*|besprechung\w*|aussprache\w*|sitzung\w*|treffen\w?|verhandlung\w*|beratung\w*|"
    r"begegnung\w*|empfangs?))\b",
    "pl": r"notatka (?:informacyjna|służbowa|urzędowa)$|"
    r"(?:pilna |tajna |krótka )?(?:notatka|zapis|protokół|stenogram|sprawozdanie|informacja)(?: \w+)?"
    r"\s(?:z|ze|o)\s(?:\w+ ){0,2}(?:rozm\w+|spotkani\w+|posiedzeni\w+|wizyt\w+|przyjęci\w+)\b",
    "hu": r"(?:\w+ ){0,2}(?:feljegyzés|jegyzőkönyv|emlékeztető|beszámoló|"
    r"jelentés)\b.{0,80}\b(?:beszélget\w+|"
    r"megbeszél\w+|tárgyalás\w*|látogatás\w*|találkozó\w*|ülés\w*)\b|(?:feljegyzés|emlékeztető|"
    r"jegyzőkönyv|jelentés)$",
    "fr": r"(?:entretien|entrevue|audience)s?\s(?:de |du |des |d[’']|entre |avec )|"
    r"(?:compte[- ]rendu|procès[- ]verbal|note|relevé|notes)\s(?:\w+ ){0,2}(?:de |d[’']|des |du |sur )"
    r"(?:l[’']|la |le |une? )?(?:\w+ )?(?:entretiens?|conversations?|réunion|entrevue|audience)\b",
    "cs": r"(?:\w+ ){0,2}(?:záznam|zápis|zpráva|informace|protokol|poznámka|poznámky)\s(?:z|ze|o)\s(?:\w+ "
    r"){0,3}(?:rozhovor\w*|jednání\w*|schůz\w*|setkání\w*|besed\w*|návštěv\w*|přijetí\w*|zasedání\w*|"
    r"porad\w*)\b|záznam$",
    "ro": r"(?:\w+ )?(?:not[aă](?:[- ]raport)?|stenogram[aă]|proces[- ]verbal|minut[aă]|informare|"
    r"raport)\s(?:(?:de|a|al|din|privind|despre|asupra|referitoare la|cu privire la)\s)?(?:\w+ "
    r"){0,2}(?:convorbir\w*|discu[țţ]i\w*|întâlnir\w*|întreveder\w*|[șş]edin[țţ]\w*|audien[țţ]\w*|"
    r"vizit\w*|primir\w*)\b",
}
LETTER_TITLES: Final[Forms] = {
    "ru": r"(?:личное |открытое )?письмо\s(?:цк|кпсс|тов\w*\.?|посла|министра|правительства|[А-ЯЁ])",
    "mn": r".{0,80}\b(?:илгээсэн|бичсэн|явуулсан) захидал$",
    "zh": r".{0,30}(?:致|给|給).{1,40}(?:的)?(?:信|函|复信|覆信)$",
    "ko": r".{1,60}(?:에게|앞으로) (?:보낸|보내는) (?:편지|서한)$",
    "de": r"(?:\w+ ){0,2}(?:brief|schreiben)\s(?:des|der|von|an|vom)\s",
    "pl": r"list\s(?:\w+ ){0,4}do\s",
    "hu": r".{1,60}\blevele\b",
    "fr": r"lettre\s(?:de|du|des|à|au|adressée)\s",
    "cs": r"dopis\s(?:\w+ ){0,4}(?:s\.|soudruh\w*|předsed\w+|minist\w+|velvysl\w+|ústředn\w+)",
    "ro": r"scrisoare[a]?\s(?:de|a|din|către|adresată|tovarăș\w+)\s",
}

CLASSIFICATIONS: Final[Forms] = {
    "ru": r"(?:сов\.|совершенно|строго)?\s?секретно|особая папка|для служебного пользования|не для печати",
    "mn": r"(?:маш |нэн |онц |их )?нууц(?:лал)?",
    "zh": r"绝密|絕密|机密|機密|秘密|内部(?:文件|资料)?",
    "ko": r"극비|비밀|대외비",
    "de": r"(?:streng )?geheim|(?:streng )?vertraulich(?:e (?:dienst|verschlu(?:ss|ß))sache)?|nur für den "
    r"dienstgebrauch",
    "pl": r"(?:ściśle )?tajne(?: specjalnego znaczenia)?|(?:ściśle )?poufne",
    "hu": r"szigorúan (?:titkos|bizalmas)|titkos|bizalmas",
    "fr": r"très secret|strictement confidentiel|diffusion restreinte",
    "cs": r"přísně (?:tajné|důvěrné)|tajné|důvěrné",
    "ro": r"(?:strict|ultra) ?secret(?: de importan[țţ]ă deosebită)?|secret de serviciu|confiden[țţ]ial",
}

PARTICIPANTS: Final[Forms] = {
    "ru": r"(?:на|при) (?:беседе|встрече|приеме|переговорах) (?:также )?присутствовали|присутствовали|"
    r"присутствуют|участники(?: беседы)?|участвовали|в беседе (?:участвовали|принимали участие)|"
    r"(?:с|от|со) \w+ стороны|переводил[аи]?|переводчик",
    "mn": r"(?:яриа|уулзалт)(?:нд|д)? (?:оролцсон|байлцсан)(?: хүмүүс| нь)?|оролцсон(?: хүмүүс| нь)?|"
    r"оролцогчид|байлцсан(?: хүмүүс| нь)?|(?:манай|\w+ий|\w+ын|\w+ийн) талаас|орчуулагч|хэлмэрч",
    "zh": r"(?:参加|參加|出席|在座|陪同|陪见|陪見|列席)(?:谈话|談話|会谈|會談)?(?:人员|人員|者|人|的有)?|"
    r"(?:我|对|對|双|雙|苏|蘇|蒙|朝|中|越|德|波|匈|美|日|英)方(?:在座|参加|參加|出席)?(?:人员|人員|者|人)?|"
    r"翻译|翻譯|译员|譯員|(?:记录|記錄|紀錄)(?:人|员|員)?",
    "ko": r"참가자|참석자|참석|배석자?|통역|(?:우리|소련|중국|몽골|조선)\s?측",
    "de": r"(?:weitere )?(?:anwesend|anwesende|teilnehmer(?:innen)?|teilgenommen haben|es nahmen teil|"
    r"anwesend waren)|(?:am gespräch nahmen (?:ferner |weiter )?teil)|(?:von|auf|seitens der) \w+r seite|"
    r"dolmetscher(?:in)?",
    "pl": r"obecni(?: byli)?|uczestnicy(?: rozmowy)?|uczestniczyli|w rozmowie (?:uczestniczyli|wzięli "
    r"udział)"
    r"|ze strony \w+|tłumacz(?:ka|ył)?",
    "hu": r"jelen (?:vannak|voltak|volt)|résztvevők|részt vettek|(?:\w+ )?(?:részről|fél részéről)|tolmács",
    "fr": r"(?:étaient |sont )?présents|participants|du côté \w+|interprète",
    "cs": r"přítomni(?: byli| jsou)?|účastníci(?: rozhovoru)?|zúčastnili se|(?:z|za) \w+ stran[uy]|"
    r"tlumoč(?:ník|nice|il|ila)",
    "ro": r"(?:au )?(?:participat|asistat|luat parte)(?: tovar[aă][șş]ii)?|participan[țţ]i|(?:sunt |au "
    r"fost )?prezen[țţ]i|din partea \w+|interpret[aă]?|traducător",
}

# Who leads a session and who keeps its minutes.
CHAIRS: Final[Forms] = {
    "ru": r"председатель(?:ствующий)?|секретарь|председательствовал",
    "mn": r"дарга|нарийн бичгийн дарга|даргалагч",
    "zh": r"主持人?|主席",
    "de": r"vorsitz(?:ender)?|leitung|protokollführer(?:in)?",
    "pl": r"przewodnicz(?:ący|ył)|protokolant",
    "hu": r"elnök|jegyzőkönyvvezető",
    "cs": r"předsed(?:a|ající)|zapisovatel(?:ka)?",
    "ro": r"pre[șş]edinte|prezidează|secretar de [șş]edin[țţ]ă",
}

DATELINES: Final[Forms] = {
    "ru": r"время(?: и место)?|дата|место(?: и время)?",
    "mn": r"огноо|газар|цаг хугацаа|хугацаа|цаг|байр",
    "zh": r"时间|時間|日期|地点|地點",
    "ko": r"일시|시간|날짜|장소",
    "de": r"ort|datum|zeit|ort und (?:zeit|datum)|zeit und ort",
    "pl": r"data|miejsce|czas|miejsce i data",
    "hu": r"dátum|hely|időpont|a beszélgetés (?:helye|ideje)",
    "fr": r"lieu|heure|lieu et date",
    "cs": r"datum|místo|čas|místo a (?:čas|datum)",
    "ro": r"data|locul|ora|locul [șş]i data",
}
# A line that says what a paper is about.
SUBJECTS: Final = r"věc|vec|tárgy|betr(?:eff|ifft|\.)?|dotyczy|objet|obiectul|obiect|тема|относно|lënda"
# The keys of a line that says where, for reading the place.
PLACE_KEYS: Final = (
    "место",
    "газар",
    "байр",
    "地点",
    "地點",
    "장소",
    "ort",
    "miejsce",
    "hely",
    "a beszélgetés helye",
    "lieu",
    "místo",
    "locul",
)

SALUTES: Final[Forms] = {
    "ru": r"(?:глубоко|много)?уважаем(?:ый|ая|ые)|дорог(?:ой|ая|ие)|товарищи",
    "mn": r"(?:эрхэм |гүнээ )?хүндэт(?:гэлт)?|эрхэм|нөхөд",
    "zh": r"亲爱的|親愛的|尊敬的|敬爱的|敬愛的|[\u3400-\u9fff·]{2,12}(?:同志|先生|阁下|閣下)(?=[：:])",
    "ko": r"존경하는|친애하는",
    "de": r"(?:sehr )?geehrter?|(?:lieber|werter?|liebe|hochgeehrter|verehrter|teurer) (?:genoss\w+|"
    r"herr\w*|"
    r"frau|freund\w*)",
    "pl": r"(?:szanowny|szanowna|szanowni|drogi|droga|drodzy)",
    "hu": r"(?:igen )?tisztelt|kedves",
    "fr": r"monsieur le|madame la|cher camarade|chers camarades|excellence",
    "cs": r"vážen(?:ý|á|í)|drah(?:ý|á|í)|mil(?:ý|á) soudruh\w*",
    "ro": r"(?:mult )?stimat[eăi]?|drag[aăe]|onorat[eă]",
}
VALEDICTIONS: Final[Forms] = {
    "ru": r"с (?:коммунистическим|товарищеским|искренним|глубоким|дружеским|наилучшими)\b|с уважением|"
    r"искренне ваш|примите",
    "mn": r"коммунист мэнд|хүндэтгэсэн|гүн хүндэтгэл|мэндчилгээ дэвшүүлье",
    "zh": r"此致|敬礼|敬禮|顺致|順致|致以.{0,16}(?:敬礼|敬禮|敬意)",
    "ko": r"경의를 표하며|동지적 인사|삼가",
    "de": r"mit (?:sozialistischem|kommunistischem|freundlich\w+|vorzüglich\w+|kameradschaftlich\w+|"
    r"besten) \w+|hochachtungsvoll",
    "pl": r"z (?:poważaniem|komunistycznym|towarzyskim|braterskim|wyrazami)\b|łączę wyrazy",
    "hu": r"(?:elvtársi|kommunista|baráti|szívélyes) üdvözlettel|tisztelettel",
    "fr": r"veuillez agréer|avec mes salutations|recevez",
    "cs": r"se? (?:soudružským|komunistickým|přátelským|srdečným) pozdravem|s (?:pozdravem|úctou)|čest "
    r"práci",
    "ro": r"cu (?:salutări|stimă|respect|deosebit[aă]|aleas[aă]|înalt[aă])\b|primi[țţ]i",
}
SENDERS: Final[Forms] = {
    "ru": r"от кого|от",
    "mn": r"хэнээс|илгээгч",
    "zh": r"发件人|發件人|来件",
    "ko": r"발신",
    "de": r"von|absender",
    "pl": r"od|nadawca",
    "hu": r"feladó",
    "fr": r"de|expéditeur",
    "cs": r"odesílatel",
    "ro": r"de la|expeditor",
}
ADDRESSEES: Final[Forms] = {
    "ru": r"кому|адресат",
    "mn": r"хэнд|хүлээн авагч",
    "zh": r"收件人|致",
    "ko": r"수신",
    "de": r"an|empfänger",
    "pl": r"do|adresat",
    "hu": r"címzett",
    "fr": r"à|destinataire",
    "cs": r"komu|adresát",
    "ro": r"către|destinatar",
}

# What stands below the text: who wrote it down, who has seen it, how long it took.
NOTES_TAKEN: Final[Forms] = {
    "ru": r"(?:беседу |запись (?:беседы )?)?(?:записал|вел|вёл|произвел|произвёл|перев[её]л)а?(?:и)?\b|"
    r"запись верна",
    "mn": r"тэмдэглэл(?:ийг)? (?:хөтөлсөн|бичсэн|үйлдсэн)|тэмдэглэсэн|тэмдэглэгч|бичсэн",
    "zh": r"(?:记录|記錄|紀錄|整理|译|譯)(?:人|者|员|員)?(?=\s?[:：])",
    "ko": r"기록(?:자)?(?=\s?[:：])",
    "de": r"(?:niederschrift|vermerk|protokoll|aufgezeichnet|aufgenommen|angefertigt|gefertigt|"
    r"protokolliert|"
    r"protokollführer(?:in)?|übersetzt)(?: (?:angefertigt|gefertigt|von|durch)){0,2}\s?:|"
    r"(?:aufgezeichnet|angefertigt|gefertigt|protokolliert) (?:von|durch)\b|"
    r"für (?:das protokoll|die niederschrift|die richtigkeit)\s?:",
    "pl": r"(?:notował|sporządził|protokołował|zapisał|spisał)a?\b",
    "hu": r"(?:készítette|feljegyezte|lejegyezte|jegyzőkönyvvezető)\b",
    "fr": r"(?:notes prises|rédigé|noté|établi) par\b",
    "cs": r"(?:zapsal|zaznamenal|vyhotovil|zpracoval|zápis provedl)a?\b",
    "ro": r"(?:a |au )?(?:consemnat|notat|întocmit|redactat|stenografiat)\b(?=\s?:|\s[^\W\d_a-z])",
}
# What heads the notes at the end.
NOTES_HEADS: Final[Forms] = {
    "ru": r"примечани[ея](?: переводчика| редактора)?|сноски",
    "mn": r"тайлбар|зүүлт",
    "zh": r"注释|註釋|注釋|附注|附註|脚注|腳註|译注|譯註|注|註",
    "ko": r"각주|주석|미주|역주",
    "de": r"anmerkungen(?: des übersetzers)?|fu(?:ß|ss)noten|endnoten",
    "pl": r"przypisy(?: tłumacza)?|uwagi tłumacza",
    "hu": r"(?:láb)?jegyzetek|a fordító jegyzetei",
    "fr": r"notes (?:de bas de page|de fin|du traducteur)",
    "cs": r"poznámky(?: pod čarou| překladatele)?|vysvětlivky",
    "ro": r"note (?:de subsol|de final|ale traducătorului)|note",
}
# In Chinese papers the keeper of the record stands among those present.
RECORD_KEEPERS: Final = re.compile(
    "记录|記錄|紀錄|(?:note-?taker|record-?keeper|recorder|stenographer)", re.IGNORECASE
)
ACQUAINTED: Final[Forms] = {
    "ru": r"ознакомил(?:ись|ся|ась)|с записью ознакомлен\w?|читал\w?",
    "mn": r"танилцсан(?: нь)?|уншсан|үзсэн",
    "zh": r"已阅|已閱|阅(?=\s?[:：]|$)",
    "de": r"zur kenntnis genommen|gesehen|kenntnis genommen",
    "pl": r"zapoznał(?:em|a|i) się",
    "hu": r"láttam|tudomásul vettem",
    "cs": r"vzal\w? na vědomí|seznámil\w? se",
    "ro": r"am luat cuno[șş]tin[țţ]ă|luat la cuno[șş]tin[țţ]ă",
}
ATTENDANCE: Final[Forms] = {
    "ru": r"(?:беседа|встреча|прием|переговоры) (?:продолжал\w+|длил\w+|прошл\w|состоял\w+|закончил\w+)|"
    r"(?:на|при) (?:беседе|встрече|приеме|приёме|переговорах) (?:также )?присутствовал\w*",
    "mn": r"(?:яриа|уулзалт|хэлэлцээ)\b.{0,60}\b(?:үргэлжилсэн|үргэлжлэв|болсон|болов|явагдсан|байлцав)",
    "zh": r"[（(]?(?:谈话|談話|会谈|會談|会见|會見).{0,20}(?:结束|結束|历时|歷時|进行了|進行了)",
    "de": r"(?:das gespräch|die unterredung|die besprechung|das treffen) (?:dauerte|fand|verlief|begann"
    r"|endete|wurde)\b|am gespräch nahmen\b",
    "pl": r"(?:rozmowa|spotkanie) (?:trwał\w|odbył\w|przebiegał\w|zakończył\w)|w (?:rozmowie|spotkaniu) "
    r"(?:uczestniczy\w+|wzię\w+ udział)|(?:przy|podczas) rozmow\w+ "
    r"(?:był\w?|obecn\w+)",
    "hu": r"(?:a |az )?(?:beszélgetés|megbeszélés|találkozó)\b.{0,40}\b(?:tartott|zajlott|befejeződött|"
    r"volt)|"
    r"(?:a |az )?(?:beszélgetésen|megbeszélésen|találkozón) (?:jelen|részt)",
    "fr": r"l[’'](?:entretien|audience|entrevue) (?:a|s[’']est|fut)\b|(?:assistaient|ont (?:également "
    r")?assisté|étaient (?:également )?"
    r"présents)\b.{0,30}\bentretien",
    "ko": r"(?:담화|회담|면담|접견)(?:는|은|이|가).{0,30}(?:계속되|진행되|끝났)",
    "cs": r"(?:rozhovor|jednání|schůzka|přijetí|setkání|zasedání|návštěva) (?:trval\w?|se konal\w?|"
    r"proběhl\w?|skončil\w?)|rozhovoru (?:se (?:také |dále )?zúčastnil|byl\w? přítom)\w*",
    "ro": r"(?:convorbirea|discu[țţ]ia|discu[țţ]iile|întâlnirea|întrevederea|[șş]edin[țţ]a|audien[țţ]a) "
    r"(?:a durat|au durat|a avut loc|s-a încheiat|s-a desfă[șş]urat|s-a terminat|a luat sfâr[șş]it)|la "
    r"(?:convorbire|discu[țţ]ie|discu[țţ]ii|întâlnire|întrevedere) (?:au|a) (?:mai )?(?:participat|"
    r"asistat|luat parte)",
}

# Words that open a paragraph with a colon without being anybody's name.
NO_SPEAKERS: Final = frozenset(
    "примечание примечания приложение приложения справка указание вывод выводы первое второе третье тема "
    "хавсралт тайлбар дүгнэлт зүүлт "
    "时间 時間 日期 地点 地點 参加 参加人 在座 翻译 翻譯 记录 記錄 紀錄 整理 注 附 附件 "
    "附注 备注 備註 说明 說明 结论 結論 第一 第二 第三 一 二 三 四 五 "
    "부록 주 결론 "
    "anlage anlagen anmerkung bemerkung betr betreff betrifft vermerk schlußfolgerung schlussfolgerungen "
    "erstens zweitens drittens thema "
    "uwaga uwagi załącznik wniosek wnioski temat "
    "megjegyzés melléklet tárgy "
    "remarque annexe objet "
    "poznámka příloha přílohy věc závěr závěry notă anexă anexe concluzii concluzie obiect".split()
)
# “He said:” is no label of a turn, whoever he is.
SAYS: Final = re.compile(r".*(?:说|說|称|稱|表示|指出|问道|問道|答道|如下|认为|認為|强调|強調)")
# Questions and answers of an interview, by language.
INTERVIEWS: Final = (
    ("вопрос", "ответ"),
    ("асуулт", "хариулт"),
    ("问", "答"),
    ("問", "答"),
    ("frage", "antwort"),
    ("pytanie", "odpowiedź"),
    ("kérdés", "válasz"),
    ("문", "답"),
    ("otázka", "odpověď"),
    ("întrebare", "răspuns"),
)
# Who keeps the record of his own talk speaks under these.
SELVES: Final = frozenset("i я ich ja én moi já eu би 我 나".split())
# Words of courtesy before a name, lower case; in Chinese they stand behind it.
COURTESIES: Final = frozenset(
    "товарищ товарища товарищу товарищем тов господин господина господину посол министр нөхөр ноён "
    "genosse genossen genossin herr herrn frau "
    "towarzysz towarzysza towarzyszu towarzyszem tow pan pana panu pani elvtárs úr monsieur madame "
    "camarade soudruh soudruha soudruhu soudruhem pán pana paní tovarășul tovarăşul tov domnul".split()
)
# “Записал П. Гусев”: no first name of his.
WORDS_OF_NOTES: Final = frozenset(
    "записал записала вел вёл перевел перевёл тэмдэглэсэн notował notowała sporządził sporządziła "
    "protokołował készítette feljegyezte angefertigt aufgezeichnet gefertigt "
    "zapsal zapsala zaznamenal zaznamenala vyhotovil vyhotovila consemnat întocmit notat".split()
)
# Words of offices, lower case: a line of them alone stands beside a signature.
OFFICES: Final = frozenset(
    "посол секретарь советник атташе министр заместитель посольства первый второй третий временный "
    "поверенный генеральный консул ссср мнр кнр референт переводчик "
    "чрезвычайный полномочный министра председатель элчин "
    "сайд зөвлөх нарийн бичгийн дарга орлогч нэгдүгээр хоёрдугаар "
    "botschafter botschaftsrat attaché sekretär minister stellvertreter stellvertretender erster zweiter "
    "geschäftsträger referent abteilungsleiter der des "
    "ambasador sekretarz radca minister attaché referens nagykövet titkár tanácsos miniszter "
    "ambassadeur ministre secrétaire conseiller ministru "
    "abt ltr abteilung hauptreferent konsul gesandter "
    "velvyslanec tajemník ministr náměstek ředitel velvyslanectví secretar consilier adjunct ambasadă "
    "prim".split()
)
SMALL_WORDS: Final = frozenset(
    "в во при по и от на der die das des für und dem den im in w z i na az és".split()
)


def any_of(forms: Forms) -> str:
    """Return one expression for the forms of all languages."""
    return "(?:" + "|".join(f"(?:{form})" for form in forms.values()) + ")"


def end_of(word: str) -> str:
    """Return ``word`` followed by the end of a word; no blank parts the words of Chinese."""
    return rf"{word}(?:\b|(?<=[\u3400-\u9fff]))"
