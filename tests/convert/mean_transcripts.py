"""Transcripts that are mean in several ways at once, by what they are; with the kind that each is of."""

from __future__ import annotations

from typing import Final

MEAN: Final[dict[str, tuple[str, str]]] = {
    "telegram with a date and signals": (
        "telegram",
        "S E C R E T   POSS DUPE\n"
        "PAGE 01\n"
        "\n"
        "ULAAN 00417  121030Z\n"
        "\n"
        "ORIGIN EA-12\n"
        "\n"
        "INFO OCT-01 SS-15 NSC-05 /088 W\n"
        "------------------098206 121045Z /10 ZFF4\n"
        "O R 120915Z MAR 79 ZDK\n"
        "CITING YOUR 33412\n"
        "FM AMEMBASSY ULAAN\n"
        "TO SECSTATE WASHDC NIACT IMMEDIATE 3417\n"
        "INFO AMEMBASSY MOSCOW\n"
        "AMEMBASSY PEKING\n"
        "S E C R E T SECTION 1 OF 2 ULAAN 417\n"
        "EO 12065; RDS-3 3/12/99 (FERRY, J.) OR-M\n"
        "TAGS- PFOR, MG\n"
        "SUBJ; THE FERRY AT KYAKHTA\n"
        "REFS: (A) ULAAN 400, (B) STATE 32211\n"
        "\n"
        "1. (S) ENTIRE TEXT.\n"
        "2. THE FERRY MASTER TOLD EMBOFF Marian P. Ferry Declassified/Released US "
        "Department of State EO Systematic Review 7 May 2011 THAT THE GOVERN-\n"
        "SECRET\n"
        "SECRET\n"
        "\n"
        "PAGE 02\n"
        "\n"
        "ULAAN 00417  01 OF 02  121030Z\n"
        "\n"
        "ERNMENT WILL BUY A BARGE. CONSULAR SECTION HAS ITS DOUBTS. (#)\n"
        "SECRET\n"
        "NNN\n"
        "SECRET\n"
        "PAGE 01  ULAAN 00417 02 OF 02 121050Z\n"
        "ORIGIN EA-12\n"
        "R 120915Z MAR 79\n"
        "FM AMEMBASSY ULAAN\n"
        "TO SECSTATE WASHDC 3418\n"
        "S E C R E T FINAL SECTION OF 2 ULAAN 0417\n"
        "3. QTE WE SHALL SEE UNQTE HE SAID.\n"
        "BUZZARD\n"
        "NOTE BY OC/T: (#) OMISSION LINE 4. CORRECTION TO FOLLOW.\n"
        "SECRET\n"
        "*** Current Classification *** SECRET\n"
        "NNN\n",
    ),
    "second section alone": (
        "telegram",
        "UNCLAS\r\n"
        "PAGE 01 LA PAZ 02238 02 OF 02 051422Z\r\n"
        "ACTION AID-31\r\n"
        "R 051300Z NOV 76\r\n"
        "FM AMEMBASSY LA PAZ\r\n"
        "TO SECSTATE WASHDC 6612\r\n"
        "UNCLAS LA PAZ 2238 SECTION 2 OF 2\r\n"
        "4. PRICE OF A PUMP IS £40 – “DEAR.”\r\n"
        "BOEKER\r\n"
        "NNN\r\n",
    ),
    "attributes alone": (
        "telegram",
        "Message Attributes\n"
        "Automatic Decaptioning: X Capture Date: 26-Aug-1999 12:00:00 am Channel "
        "Indicators: n/a\n"
        "Current Classification: UNCLASSIFIED Concepts: RIVERS, FERRIES,\n"
        " GAUGES Control Number: n/a Copy: SINGLE\n"
        "Draft Date: 12 MAR 1973 Decaption Date:\n"
        "Document Number: 1973ULAAN00417\n"
        "From: ULAAN\n"
        "Subject: FERRY TAGS: SENV, MG To: STATE\n"
        "Type: TE\n"
        "Markings: Declassified/Released US Department of State EO Systematic Review 30 "
        "JUN 2005\n",
    ),
    "attributes against the text": (
        "telegram",
        "Message Text\n"
        "\n"
        "\n"
        "LIMITED OFFICIAL USE\n"
        "\n"
        "PAGE 01  BONN 09999  071655Z\n"
        "\n"
        "ACTION EUR-12\n"
        "INFO OCT-01\n"
        "------------------071700Z 004112 /66\n"
        "R 071640Z JUN 77\n"
        "FM AMEMBASSY BONN\n"
        "TO SECSTATE WASHDC 8831\n"
        "LIMITED OFFICIAL USE BONN 09999\n"
        "E.O. 11652: N/A\n"
        "TAGS: EWWT, GW\n"
        "SUBJECT: BARGE TRAFFIC\n"
        "\n"
        "1. TRAFFIC IS AS FOLLOWS:\n"
        "\n"
        "   YEAR    BARGES    TONS\n"
        "   1974       120     3000\n"
        "   1975       131     3200\n"
        "   1976       140     3350\n"
        "\n"
        "2. NO CHANGE.\n"
        "STOESSEL\n"
        "LIMITED OFFICIAL USE\n"
        "\n"
        "NNNN\n"
        "\n"
        "\n"
        "Message Attributes\n"
        "\n"
        "Automatic Decaptioning: X\n"
        "Draft Date: 08 jun 1977\n"
        "Document Number: 1977BONN09998\n"
        "From: BERLIN\n"
        "Subject: BARGE TRAFFIC\n"
        "TAGS: EWWT, GE\n"
        "To: STATE\n",
    ),
    "layout of a PDF": (
        "telegram",
        "                                     UNCLASSIFIED\n"
        "\n"
        "     PAGE 01        LIMA  00311   121100Z\n"
        "\n"
        "     ACTION ARA-10\n"
        "     R 121100Z MAR 76\n"
        "     FM AMEMBASSY LIMA\n"
        "     TO SECSTATE WASHDC 1211\n"
        "     UNCLAS LIMA 0311\n"
        "     E.O. 11652: NA\n"
        "     TAGS: SENV, PE\n"
        "     SUBJ: GAUGE\n"
        "     1. THE GAUGE STANDS AT SEVEN. THE FER\n"
        "                                     UNCLASSIFIED\n"
        "\f                                     UNCLASSIFIED\n"
        "\n"
        "     PAGE 02        LIMA  00311   121100Z\n"
        "\n"
        "     RYMAN DOES NOT AGREE.\n"
        "     DEAN\n"
        "                                     UNCLASSIFIED\n",
    ),
    "quoted telegram": (
        "telegram",
        "UNCLAS\n"
        "PAGE 01 STATE 111222 101010Z\n"
        "ORIGIN EA-12\n"
        "R 101000Z MAY 78\n"
        "FM SECSTATE WASHDC\n"
        "TO AMEMBASSY ULAAN\n"
        "UNCLAS STATE 111222\n"
        "E.O. 11652: NA\n"
        "SUBJECT: LETTER\n"
        "1. FOLLOWING REPEAT OF LIMA 0311.\n"
        "BEGIN TEXT\n"
        "R 121100Z MAR 76\n"
        "FM AMEMBASSY LIMA\n"
        "TO SECSTATE WASHDC 1211\n"
        "UNCLAS LIMA 0311\n"
        "DEAR SIR: THE GAUGE IS BROKEN.\n"
        "END TEXT\n"
        "2. PLEASE REPLY. VANCE\n",
    ),
    "brackets of every shape": (
        "memorandum",
        "M e m o r a n d u m   o f   C o n v e r s a t i o n\n"
        "between Comrade P. A. Gusev and Ambassador Ts. Bold\n"
        "\n"
        "Ulaanbaatar, 30.XII.1949     Top Secret. Copy No. 3\n"
        "\n"
        "Present:\n"
        "P. A. Gusev, counsellor [sovetnik]\n"
        "Ts. Bold; interpreter: N. Wang\n"
        "\n"
        "GUSEV. How is the [Orkhon] river?\n"
        "BOLD – It [the river] is high.1 The Com[mission] said “[we do not\n"
        "know].\n"
        "2 Then [one line missing] it rose [?] [sic] [] [[double] nested] ［全角］ and "
        "[unclosed.\n"
        "GUSEV: [Mao’s] view (zhuyi 注意) is [?].\n"
        "\n"
        "[handwritten in the margin: No!]\n"
        "[stamp: RECEIVED 3 JAN 1950]\n"
        "\n"
        "The talk went on from 10:00 to 12:00 on December 30 [1949].\n"
        "\n"
        "Signed\n"
        "P. A. Gusev                  N. Wang\n"
        "(signature)                  (signature)\n"
        "\n"
        "1 Gauge of the lower crossing.\n"
        "[2] Never called.\n",
    ),
    "memorandum in one line": (
        "memorandum",
        "Citation: “Talk with Bold,” December 18, 1949, River Archive, fond 3, opis 2, "
        "delo 7. Summary: They speak of boats. Credits: N. N. Original Language: "
        "Mongolian Contents: - English Translation Memorandum of Conversation between P. "
        "A. Gusev and Ts. Bold, December / 18,1949 Gusev: We want [bar’dag] boats. Bold: "
        "You shall have them [sic]. Gusev: When? Bold: In June [1950]. Page 2 The talk "
        "ended. Notes taken by N. Wang",
    ),
    "letter with a card": (
        "letter",
        "Title: Letter to the Barge Office\n"
        "Author: Ts. Bold\n"
        "Date: 3 May 1958\n"
        "Source: River Archive, f. 3\n"
        "Description: He asks for logs.\n"
        "\n"
        "Dear Comrade Gusev!\n"
        "\n"
        "I ask you for forty [40] logs [brevna].\n"
        "\n"
        "P.S. Also rope.\n"
        "\n"
        "With comradely greetings\n"
        "Ts. Bold\n",
    ),
    "record in Russian": (
        "memorandum",
        "ЗАПИСЬ БЕСЕДЫ С ПОСЛОМ Ц. БОЛДОМ\n"
        "\n"
        "3 мая 1958 г.\n"
        "\n"
        "Посол сообщил, что паром не ходит [неразборчиво]. Я обещал узнать.\n"
        "\n"
        "Гусев: Когда?\n"
        "\n"
        "Болд: В июне.\n"
        "\n"
        "Гусев: Хорошо.\n"
        "\n"
        "Болд: Спасибо.\n"
        "\n"
        "Записал П. Гусев\n",
    ),
    "minutes in Russian": (
        "memorandum",
        "Протокол № 4\n"
        "заседания комиссии по парому\n"
        "\n"
        "г. Кяхта                                      12 мая 1961 года\n"
        "\n"
        "Председатель: П. А. Гусев\n"
        "Секретарь: Н. Ванг\n"
        "Присутствовали: Ц. Болд, К. Орлов, М. Лунина\n"
        "\n"
        "ПОВЕСТКА ДНЯ:\n"
        "1. О пароме.\n"
        "2. О канате.\n"
        "\n"
        "СЛУШАЛИ: сообщение т. Орлова о пароме.\n"
        "ПОСТАНОВИЛИ: купить канат.\n"
        "\n"
        "Председатель      П. А. Гусев\n",
    ),
    "note in German": (
        "memorandum",
        "Vermerk\n"
        "über ein Gespräch mit dem Gesandten der MVR, Gen. Ts. Bold, am 14.3.1968\n"
        "\n"
        "VERTRAULICH\n"
        "Teilnehmer: Gen. Lorenz, Gen. Ziemer\n"
        "\n"
        "Gen. Bold informierte darüber, daß die Fähre [parom] seit dem Herbst steht. Er "
        "bat um einen Mechaniker.\n"
        "\n"
        "Gen. Lorenz sagte, daß die Werft im Mai liefert.\n"
        "\n"
        "Ziemer\n"
        "III. Sekretär\n"
        "\n"
        "Verteiler:\n"
        "1 x Gen. Lorenz\n"
        "1 x Akte\n",
    ),
    "minutes in Chinese": (
        "memorandum",
        "关于渡口问题的会谈纪要\n"
        "（绝密）\n"
        "一九六二年三月十四日下午三时\n"
        "李河部长（以下简称李）、巴特尔大使（以下简称巴）\n"
        "李：船什么时候修？\n"
        "巴：四月〔不清〕。\n"
        "李：好［原文如此］。\n"
        "巴：谢谢。\n"
        "李：再见。\n",
    ),
    "note in Polish": (
        "memorandum",
        "Notatka informacyjna\n"
        "dot. rozmowy z ambasadorem Mongolii\n"
        "\n"
        "W dniu 14 marca 1965 r. przyjąłem ambasadora Bolda. Powiedział on, że prom nie "
        "kursuje, i prosił o mechanika. Odpowiedziałem, że sprawa jest znana.\n"
        "\n"
        "/–/ K. Wilk\n",
    ),
    "date with slashes": (
        "memorandum",
        "RECORD OF THE MAIN CONTENT OF THE CONVERSATION OF P. A. GUSEV WITH TS. BOLD\n"
        "24 / V / 1957\n"
        "\n"
        "Com. BOLD (through an interpreter): The boats are old.\n"
        "Com. GUSEV: And the pier?\n"
        "[Laughter.]\n"
        "Com. BOLD: The pier also. [He shows a map; the map is not in the file.]\n"
        "[page 2]\n"
        "12The gauge is new. 3The rope is not.\n"
        "Com. GUSEV: Good.\n"
        "\n"
        "ACQUAINTED:\n"
        "/Kh. Dulmaa/   /S. Enkh/\n"
        "5.VI.57\n",
    ),
    "ciphered telegram": (
        "memorandum",
        "Telegram from Ambassador Gusev to Foreign Minister Orlov\n"
        "\n"
        "Special No. 112-114\n"
        "Ciphered. Urgent.\n"
        "From Ulaanbaatar, 3 May 1958, 14:20\n"
        "\n"
        "1. Today I saw Bold [Mongolian premier].\n"
        "2. He asked for: a) logs; b) rope;\n"
        "c) a mechanic [mekhanik].\n"
        "[3.] He will come in June.\n"
        "\n"
        "Gusev\n"
        "\n"
        "Sent to 6 addresses:\n"
        "1 - Com. Orlov\n"
        "2 - Com. Lunin\n",
    ),
    "results with sub-items": (
        "search-results",
        "Skip to main content\n"
        "Digital Archive\n"
        'You searched for: "ferry" AND orkhon\n'
        "21 - 24 of 24 results\n"
        "1958-05-03\n"
        "Letter, Ts. Bold to P. A. Gusev, 'On Logs' (File 3/58, No. 12, “urgent”)\n"
        "He asks for logs in May 1957 and again.\n"
        "Undated\n"
        "[Draft of] Protocol No. 4\n"
        "3 May, 1958\n"
        "Minutes – Commission on the Ferry\n"
        "Annex 1: Map\n"
        "Annex 2: Table\n"
        "May 1958\n"
        "Note\n"
        "Previous\n"
        "1\n"
        "2\n"
        "Next\n",
    ),
    "hits with dates of two orders": (
        "search-results",
        "Draft Date\tSubject\tDocument Number\n"
        "3/12/1976\tFERRY\t1976ULAAN00311\n"
        "13/3/1976\tGAUGE\t1976ULAAN00312\n"
        "n/a\tPIER\t1976ULAAN00313\n"
        "4/2/1976\t\t1976ULAAN00314\n",
    ),
    "finding list of boxes": (
        "catalogue",
        "Box 1, Folder 1\n"
        "Bold, Ts., to Gusev, 3 May 1958\n"
        "Gusev to Bold, 5 May 1958, with enclosure\n"
        "Box 1, Folder 2\n"
        "Protocol of the Commission, May 1958\n"
        "Map of the crossing, n.d.\n"
        "Orlov to Lunin, 5–7 June 1958\n",
    ),
    "results with bullets": (
        "search-results",
        "Documents\n"
        "\n"
        "61 - 63 of 63\n"
        "\n"
        "• March 1951\n"
        "The Lower Crossing\n"
        " A survey.\n"
        "• 14 March 1951\n"
        "A Letter. Of Logs\n"
        "• The Upper Crossing\n"
        "A survey without a date.\n",
    ),
    "collection in Russian": (
        "catalogue",
        "Коллекция: Паром на Орхоне\n"
        "\n"
        "3 мая 1958 г.\n"
        "Письмо Ц. Болда\n"
        "О бревнах.\n"
        "\n"
        "5 мая 1958 г.\n"
        "Ответ П. Гусева\n"
        "\n"
        "б/д\n"
        "Схема переправы\n",
    ),
    "tale": ("", "PAGE 01\n\nOnce upon a time the ferry sank. TO BE CONTINUED.\n"),
    "recipe": ("", "Recipe\n\nResults: a cake.\n1 - 2 of 4 eggs.\n"),
    "years": ("", "1951\n1952\n1953\n"),
}
