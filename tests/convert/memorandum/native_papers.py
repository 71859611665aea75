"""Papers in their own language, of shapes that archives have; composed, with invented people."""

from __future__ import annotations

CZECH = """Přísně tajné
Výtisk č. 2

ZÁZNAM O ROZHOVORU
s. Nováka s velvyslancem MoLR B. Doržem dne 14. března 1962

Přítomni:
J. Novák, náměstek ministra zahraničních věcí
B. Dorž, velvyslanec MoLR

Velvyslanec řekl, že přívoz na řece od podzimu nejezdí, a žádal, aby byl poslán mechanik.

Novák: O věci víme. Mechanik přijede, až odejdou ledy.

Dorž: Kdy to bude?

Novák: Podle našich měření v polovině dubna.

Dorž: Děkuji za odpověď.

Rozhovor trval 40 minut.

Zapsal: K. Dvořák
"""
CZECH_LETTER = """Vážený soudruhu ministře,

prosím Vás o sdělení, kdy přijede mechanik pro přívoz. Lodě stojí od podzimu a nemůžeme převézt obilí,
které je na druhém břehu.

Se soudružským pozdravem

B. Dorž

V Praze dne 14. března 1962
"""
CZECH_REPORT = """Velvyslanectví ČSSR Ulánbátar
č.j. 014/62

Věc: Návštěva u ředitele přístavu

Dne 3. května 1962 jsem navštívil ředitele přístavu s. Bolda. Rozhovoru se zúčastnil také III. tajemník s.
Dvořák.

Ředitel řekl, že přívoz od podzimu nejezdí a že je třeba nový trup.

J. Novák v.r.
velvyslanec
"""
ROMANIAN = """STRICT SECRET
Ex. nr. 2

NOTĂ DE CONVORBIRE
între tovarășul I. Munteanu și ambasadorul R.P. Mongole, B. Dorj

București, 14 martie 1962

Au participat:
din partea română: I. Munteanu, adjunct al ministrului afacerilor externe
din partea mongolă: B. Dorj, ambasador; Ț. Bazar, secretar II

Ambasadorul a spus că bacul de pe râu nu mai merge din toamnă și a cerut să fie trimis un mecanic.

Munteanu: Cunoaștem problema. Mecanicul va veni după ce trec ghețurile.

Dorj: Când va fi aceasta?

Munteanu: După măsurătorile noastre, la mijlocul lunii aprilie.

Dorj: Vă mulțumesc pentru răspuns.

Convorbirea a durat 40 de minute.

A consemnat: P. Ionescu
"""
ROMANIAN_MINUTES = """Stenograma ședinței Comitetului pentru ape din ziua de 3 mai 1971

Au participat tovarășii: I. Munteanu, P. Ionescu, V. Radu.

Ședința a început la ora 9.

Tov. I. Munteanu: Avem la ordinea de zi problema bacului.

Tov. P. Ionescu: Propun să cumpărăm un vas nou, pentru că cel vechi nu mai este bun.

Tov. V. Radu: Sunt de acord, dar nu avem bani.

Tov. I. Munteanu: Atunci rămâne pentru anul viitor.

Ședința s-a încheiat la ora 11.
"""
RUSSIAN_DIARY = """Секретно. Экз. № 1

Из дневника П. А. ГУСЕВА
5 мая 1962 г.

ЗАПИСЬ БЕСЕДЫ
с заместителем министра водных путей МНР Ц. БОЛДОМ

3 мая 1962 г.

По приглашению посетил заместителя министра Ц. Болда. Беседа касалась парома на Орхоне.

Болд сообщил, что лодки стоят с осени, и просил прислать мастера.

Я ответил, что вопрос нам известен.

На беседе присутствовали атташе посольства К. Лунин и переводчик министерства Д. Дорж.

Посол СССР в МНР
П. ГУСЕВ
"""
POLISH_NOTE = """Tajne spec. znaczenia
Egz. nr 2

NOTATKA
z rozmowy tow. J. Wilka z radcą ambasady MRL tow. D. Bazarem w dniu 14 marca 1965 r.

Na wstępie D. Bazar powiedział, że prom nie kursuje od jesieni i że jego rząd prosi o mechanika.

Tow. Wilk odpowiedział, że sprawa jest nam znana oraz że mechanik przyjedzie po spłynięciu lodu.

W rozmowie uczestniczyli: K. Dudek i S. Nowicka (tłumaczka).

Sporządziła: S. Nowicka
"""
HUNGARIAN_NOTE = """Szigorúan titkos!
Készült: 3 példányban
Tárgy: Látogatás a mongol nagykövetnél

Feljegyzés

Ulánbátor, 1965. március 14.

Ma meglátogattam Bazar elvtársat, a mongol folyami hajózás igazgatóját. Jelen volt Kiss J. titkár is.

Az igazgató elmondta, hogy a komp ősz óta nem közlekedik, és kérte, hogy küldjünk egy szerelőt. Azt
válaszoltam, hogy az ügy ismert.

Nagy István
nagykövet
"""
GERMAN_NOTE = """Botschaft der DDR in der MVR
Ulan-Bator, den 15.3.1968

Vertrauliche Dienstsache Nr. 12/68

V e r m e r k
über ein Gespräch mit dem stellvertretenden Minister für Wasserwirtschaft der MVR, Gen. Ts. Bold, am
14.3.1968

Anwesend: Gen. Ts. Bold, Gen. D. Purev (Dolmetscher), Gen. Lorenz, Gen. Ziemer

Gen. Bold informierte darüber, daß die Fähre seit dem Herbst steht und daß die Werft noch nicht geantwortet
hat.

Gen. Lorenz sagte zu, daß er mit der Werft sprechen wird.

gez. Ziemer
III. Sekretär

Verteiler:
1x Gen. Lorenz
1x Akte
"""
FRENCH_ACCOUNT = """TRÈS SECRET

Compte rendu de l’entretien du Président du Conseil avec M. A. Gusev, ambassadeur de l’URSS
Paris, le 3 mai 1962, 10 h. – 11 h. 30

Étaient présents :
Du côté français : M. Brissac, M. Lenoir
Du côté soviétique : M. Gusev, M. Lunin (interprète)

M. GUSEV : Mon gouvernement voudrait savoir quand le bac sera réparé.

M. BRISSAC : Il le sera au printemps, dès que la glace aura disparu.

M. GUSEV : Peut-on compter sur le mois de mai ?

M. BRISSAC : Oui, je le pense.

L’entretien a duré une heure et demie.
"""
CHINESE_RECORD = """绝密
外交部档案馆
档号：106-00000-03

周木副部长接见蒙古大使巴特尔谈话记录

时间：一九六二年三月十四日下午三时
地点：外交部
我方在座：陈林、何石
对方在座：二等秘书道尔吉
翻译：何石
记录：马青

巴特尔大使说，渡口的船去年秋天就停了，希望中方派人来修。

周副部长说，我们知道这件事，春天以后可以派人。

（谈话于四时结束）
"""
KOREAN_RECORD = """대외비
외무성 부상 최강 동지와 주조 몽골 대사 바트의 담화 내용

일시: 1962년 3월 14일 10시-11시
장소: 외무성
참석: 최강 부상, 김철 과장, 바트 대사, 도르지 2등서기관

대사는 나룻배가 가을부터 다니지 않는다고 말하였다. 부상은 그 문제를 알고 있다고 대답하였다.

대사는 기술자를 보내 달라고 요청하였다.

기록: 김철
"""
MONGOLIAN_RECORD = """Нууц
БНМАУ-ын Усан замын яам

Ярианы тэмдэглэл

1962 оны 5 дугаар сарын 3-ны өдөр, Улаанбаатар хот

Зөвлөлтийн талаас: ЗХУ-аас БНМАУ-д суугаа Элчин сайд П. А. Гусев, атташе К. Лунин
Монголын талаас: Усан замын яамны орлогч сайд Ц. Болд, орчуулагч Д. Дорж

П. А. Гусев: Онгоц хэзээ дахин явах вэ?

Ц. Болд: Мөс хайлсны дараа явна. Бидэнд мод хэрэгтэй байна.

П. А. Гусев: Мод илгээж болно.

Ц. Болд: Баярлалаа.

Яриа 40 минут үргэлжилсэн.

Тэмдэглэл хөтөлсөн Д. Дорж
"""
RUSSIAN_COVER = """ЦК КПСС

Направляем запись беседы тов. Гусева П. А. с заместителем министра водных путей МНР Ц. Болдом, состоявшейся
3 мая с. г. (прилагается).

Просим ознакомиться.

Министр речного флота СССР
(А. Орлов)

5 мая 1962 г.
№ 112/с
"""
