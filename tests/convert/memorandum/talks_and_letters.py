"""Papers of talks in the Kremlin, letters of embassies, decisions; composed, with invented people."""

from __future__ import annotations

KREMLIN_RECORD = """\
Record of the Main Content of the Conversation of Comrade A. A. Orlov with Comrade Ts. Bold
Moscow, Kremlin, 3 May 1962

Taking part in the conversation:
on the Soviet side – Com. P. A. Gusev, Com. K. Lunin;
on the Mongolian side – Com. D. Purev, Com. B. Dorj.

A. A. Orlov. I warmly greet you, Comrade Bold.

Ts. Bold. Thank you. It is cold in Moscow. (Laughter.)

A. A. Orlov. With us it is always cold. How is the ferry?

Ts. Bold. The ferry is a sad story. It was old, it leaked; then it sank.

A. A. Orlov. We shall help.

Recorded by V. Brusnikin.
"""
EMBASSY_LETTER = """\
Peking, 14 March 1968
To the
Ministry of Foreign Affairs
2nd European Department
Comrade Ziemer
Berlin

Dear Comrade Ziemer,

Attached we send you a note on a talk with the third secretary of the Mongolian embassy, Comrade Dorj. \
We ask that you treat it confidentially, since D[orj] spoke "as a private person".

On our own behalf we add: he was drunk [angeheitert].

With socialist greetings
Lorenz
Acting Ambassador

Attachment
"""
ORAL_STATEMENT = """\
RECORD OF CONVERSATION
between Comrade Prime Minister Yu. Tsedendorj and the Charge d'Affaires of the PRC in the MPR,
Comrade Liu Fenggang

14 March 1962
Present: Comrade Ambassador's interpreter Yang; B. Dorj.

Charge d'Affaires: I transmit an oral statement [aman medegdel] of my government.
Comrade Tsedendorj: Please.
Charge d'Affaires: (reads) "The ferry incident was brought about by the other side."
Comrade Tsedendorj: We do not agree with that (1).
Charge d'Affaires: That is your affair.

(1) See the note of 3 May.

The conversation took 12 minutes.
Notes: B. Dorj
"""
DECISIONS = """\
PROTOKOL No. 14
of the Session of the Political Bureau of 3 May 1962
Present: Comrades Bold, Purev, Dorj, Adilbish, Lunin
Absent: Com. Sodnom

AGENDA
1. On the ferry (report by Com. Purev)
2. Other matters

Re 1.
RESOLVED:
a. to take note of the report;
b. to ask the Soviet comrades for timber.

Re 2.
RESOLVED: nothing.

First Secretary: Bold
Took the minutes: S. Gombo
"""
DELEGATION = """\
Minutes of conversation taken on the occasion of the visit of the delegation of the River Union to Phnom \
Penh

Comrade Pen (through interpreter): Welcome.

Comrade Munteanu: We thank you for the reception. We bring the greetings of [our] rivers.

Comrade Pen: How many rivers do you have?

Comrade Munteanu: Many... (He consults his notes) – 4,864 [sic!].

Comrade Pen: That is a lot!

[The discussion continues on the terrace. There are no notes of it.]

28.V.1978
"""
ONE_LINE_OPENING = """\
Telegram of Ambassador Gusev to the Center
Ulaanbaatar, May 3, 1962. Top Secret. Not to be copied.

[To: Orlov. Copies: Lunin, Brusnikin.]

Re: your No. 44.

1. Bold declines.
2. He says [...]: "We are not children".
3. I propose: (a) to wait; (b) to say nothing. GUSEV
"""
TWO_LANGUAGES = """\
ТЭМДЭГЛЭЛ [Temdeglel / Memorandum]
of what was discussed at the meeting of BNMAU-yn Gadaad khergiin yaamny said [Foreign Minister of the \
MPR] D. Tsevegmid and Ambassador P. Gusev
1962.05.03, 10 am

Tsevegmid: The ferry ... has it been sent?
Gusev: [It is] on the way.
Tsevegmid: Good [za, sain].

Interpreted by: Dorj (signature)
"""
DEPARTMENT_MEMORANDUM = """\
DEPARTMENT OF STATE
Memorandum of Conversation
                                        Date: May 3, 1962

Subject: Ferry

Participants: His Excellency Ts. Bold, Ambassador of Mongolia
              Mr. Arthur Young, Deputy Assistant Secretary
              Miss Rose Stone, Desk Officer

Copies to: S/S, EA – 2, INR/RSB

Ambassador Bold called at his request. He said that the ferry was lost, and wished to know if an \
American ferry could be had. Mr. Young said that he would look into the matter.

The Ambassador left with Mr. Young the attached aide-memoire.

Attachment:
Aide-memoire

EA:RStone:jm 5/4/62
"""
