"""Translated papers as the archives of many countries give them out; composed, with invented people."""

from __future__ import annotations

SOVIET_PRINTOUT = """Digital Archive
International History Declassified

May 03, 1962
Memorandum of Conversation between Soviet Charge d'Affaires P. Gusev and Mongolian Deputy Minister Ts. \
Bold

Citation: "Memorandum of Conversation between Soviet Charge d'Affaires P. Gusev and Mongolian Deputy \
Minister Ts. Bold," May 03, 1962, Wilson Center Digital Archive, AVPRF, f. 0111, op. 45, p. 254, d. 12, \
ll. 31-34. Obtained and translated by Anna Weiss.
https://digitalarchive.wilsoncenter.org/document/000000

Summary:
Gusev and Bold speak about the ferry on the Orkhon. Bold asks for timber.

Original Language:
Russian

Contents:
Translation - English

[handwritten in the upper left corner: to Com. Orlov]

From the diary of                                     SECRET    Copy Nº 2
P. A. GUSEV                                           10 May 1962
                                                      Nº 187

RECORD OF A CONVERSATION
with Deputy Minister of Water Transport of the MPR
Comrade Ts. BOLD

3 May 1962

Today I visited Bold at his request.

Bold said that the ferry [parom] on the Orkhon has stood still since autumn, that the barges [barzhi] \
leak, and that the Government of the MPR asks for 200 cubic meters of timber.

I answered that I would report this to the Center [Moscow].

In conclusion Bold asked [me] to convey a greeting to Com[rade] Orlov.

The conversation lasted 30 minutes. Attaché K. Lunin and D. Dorj, an interpreter of the Ministry, were \
present at the conversation.

Chargé d'Affaires a.i. of the USSR in the MPR
[signature] P. GUSEV

4 copies
1 - addressee
2 - Com. Orlov
3 - Far Eastern Department
4 - file
Nº 312/og 11.V.62
"""
HUNGARIAN_REPORT = """HUNGARIAN EMBASSY
ULAANBAATAR
TOP SECRET!
001/62/top secret
Prepared in three copies
2 to the Center
1 to the Embassy
Ulaanbaatar, March 14, 1962
Subject: Conversation with the Director of the Shipping Office
Rapporteur: J. Kiss
Reference: 0045/1962

On the 12th of this month I called on Comrade Bazar, the director of the Shipping Office, who spoke \
about the following.

1./ The ferry. According to Comrade Bazar the Chinese comrades have [not] answered the letter of January.

2./ The timber. He said: "We have been waiting for two years [sic], and the wood is rotting in \
Sukhbaatar."

[...]

Endre Szabó
Ambassador

[Source: MOL, XIX-J-1-j-Mongolia-TÜK, 1962, 7. doboz, 5/f, 001/1962. Translated by Éva Varga.]
"""
GERMAN_NOTE = """Embassy of the GDR in the MPR                                   Ulan Bator, 15 March 1968
                                                                Confidential
                                                                [stamp: Received 22 March 1968]
                                    N o t e
about a Conversation with the Deputy Minister for Water Management, Comrade Ts. Bold, on 14 March 1968 \
at 10:00 hours

Present: Comrade Ts. Bold
         Comrade D. Purev, interpreter
         Comrade Lorenz
         Comrade Ziemer

Comrade Bold informed that the ferry [Fähre] stands since the fall. He characterized the attitude of the \
shipyard as "not comradely."
In response to my question he said the following:
- there are 12 pontoons;
- of these 4 leak;
- the shipyard in Rostock has not replied.

Comrade Lorenz promised to talk to the shipyard.

signed: Ziemer
3rd Secretary

Distribution:
1x Comrade Lorenz
1x Far Eastern Department
1x Embassy
"""
POLISH_NOTE = """AMSZ, z. 12, w. 3, t. 5
Warsaw, 16 March 1965
SECRET
Copy no. 2

Urgent Note
concerning a conversation of Comrade J[an] Wilk with the Counselor of the MPR Embassy, Comrade D. Bazar

Comrade Wilk received the counselor on the 14th of this month at the latter's request.

The counselor raised two questions:

I. The ferry
He stated that the ferry does not run.
Comrade Wilk replied that the matter was known.

II. The mechanic
He asked when the mechanic would come.
Comrade Wilk: After the ice.

K. Dudek /-/

Recipients:
Comrade Nowak
Comrade Ogrodz.
Dept. I
"""
MONGOLIAN_NOTES = """FROM THE ARCHIVE OF THE MINISTRY OF FOREIGN AFFAIRS, MONGOLIA
fond 2, dans 1, kh/n 486, 12-15 dugaar khuudas

Notes of the meeting of Com. D. Adilbish with the Ambassador of the PRC Xie Fu

The meeting took place at 15:00 on 14 March 1962 at the Ministry.

Ambassador Xie:  The ferry [onggots] is an old question. In 1958, or [rather] 1959, we offered a boat.
Com. Adilbish:  The boat [khöleg] was too heavy for the river.
Ambassador Xie:  That is a matter of the river (laughs).
Com. Adilbish:  Our river is what it is.

After this the ambassador presented a book of photographs.

The meeting ended at 15:40.

Wrote down: Ch. Sodnom

/Signed/
ACQUAINTED:  [Signature] B. Shirendev
             [Signature] S. Sosorbaram
"""
CHINESE_RECORD = """PRC Foreign Ministry Archive
106-00000-03
Record of Conversation between Vice Minister Zhou Mu and Mongolian Ambassador Bat-Ochir
(Not reviewed by the speakers)

Time: 3:00 PM, 14 March 1962
Place: Reception room of the Ministry
Our side: Chen Lin, He Shi
Other side: Second Secretary Dorj
Interpreter: He Shi
Recorder: Ma Qing

Bat-Ochir (below, Ba): The boats at the ferry stopped last fall.
Vice Minister Zhou (below, Zhou): We know about it.
Ba: When can people be sent?
Zhou: After the spring. (turning to Chen) Write that down.
Ba: I thank the Vice Minister.
Zhou: No need for thanks [bu yong xie].
(The conversation ended at 4:00 PM.)

Distributed to: Chairman's office, Premier's office (2), Asian Department (3), file (2)
"""
ALBANIAN_MINUTES = """TOP SECRET
MINUTES
of the Meeting of the Secretariat of the Central Committee, 3 May 1962
(Session opened at 9:00. Presiding: Comrade S. Koleka. Present: S. Koleka, H. Toska, M. Shehi, R. Alija. \
Absent: B. Balluk, on leave.)

Agenda: 1. The ferry at Shkodër. 2. Miscellaneous.

COMRADE HYSNI TOSKA: The ferry is old. It was built before the war and it leaks.

COMRADE MEHMET SHEHI: How much does it leak?

COMRADE HYSNI TOSKA: Very much. [Laughter.]

COMRADE RAMI ALIJA: I propose that we sell it.

It was decided:
1. To sell the ferry.
2. To charge Comrade Toska with the sale.

The meeting adjourned at 10:30.

The Secretary
(Signature)
"""
ROMANIAN_TELEGRAM = """Ciphered Telegram
No. 066.112
From: Pyongyang
To: Bucharest
Classification: SECRET
Category: Urgent
Date: 3 May 1968

Comrade Minister,

On 2 May we had a conversation with Kang Mun-gil, head of the river section. He told us:
1) the ferry at Nampo was closed;
2) fishermen who cross by night are fined.
We ask you to let us know whether the delegation is to bring gifts.

(ss) N. Popa

[Note by hand: Yes. M.]
"""
SOVIET_TELEGRAM = """Secret
Copy No. 1
CIPHERED TELEGRAM
FROM ULAN BATOR
Special No. 112-114
OUT OF TURN
Received 22 h. 15 min. 3.V.1962

[To] A. A. ORLOV

I met Bold on the third of May.

He said:

"We shall not wait any longer.  The ice goes on the 10th."

I request instructions.

3.V.62  P. GUSEV

13 cop. mt/ag
4.V. 00.45
1-3 - Com. Orlov
4-9 - Members of the Collegium
10 - Department
True: [signature illegible]
"""
TELEGRAM_WITH_A_LETTER = """Ciphered. To Ulan Bator, for Comrade Gusev.

Tell Comrade Bold [the following]:

Dear Comrade Bold!
We have received your letter about the ferry. We agree to send [two] mechanics and 200 cub. m. of timber.
As regards the barges, the question should be put to Comrade Lunin.
With comradely greetings,
A. Orlov

Report the delivery.
No. 1127/sh
5.V.62
Sent to comrs. Lunin, Brusnikin.
"""
BULGARIAN_INFORMATION = """Information
by the Ambassador in Ulaanbaatar, Stoyan Kolev,
about his conversation with Ts. Bold, Deputy Minister of Water Transport
[May 1962]

STRICTLY CONFIDENTIAL!

DEAR COMRADE MINISTER,

On May 3 I visited Comrade Bold. In the course of the conversation, which was held in a friendly \
atmosphere, he informed me of the following:
a) The ferry at Orkhon does not run;
b) The timber has not been delivered;
c) [illegible]
In my opinion, comrade minister, we should offer help.

AMBASSADOR:
(S. Kolev)
"""
AMERICAN_MEMORANDUM = """MEMORANDUM OF CONVERSATION
DATE: 3 May 1962, 4:00 - 4:45 p.m.
PLACE: Office of the Harbor Master, Ulan Bator
SUBJECT: Ferry
PARTICIPANTS:
          Mongolia                         U.S.
  D. Bold, Harbor Master          Arthur Young, Consul
  Ts. Purev, Interpreter          Rose Stone, Vice Consul
COPIES TO: EA, INR, Amembassy TOKYO

The Consul opened by asking about the ferry. Mr. Bold said it was broken.

MR. YOUNG: What would it cost to mend?
MR. BOLD: I cannot say. (Pause.) Perhaps ten thousand.
MISS STONE: Dollars?
MR. BOLD: Tugriks.

The meeting broke up at 4:45.

Drafted by: RStone
Approved by: AYoung
"""
CZECH_RECORD = """Record
of the conversation of the First Secretary with the Ambassador of the MPR, Comrade B. Dorj, which took \
place on March 14, 1962 in the building of the CC CPCz

Present on the Czechoslovak side were also comrades Novák, Dvořák and Beneš; on the Mongolian side \
Attaché Bazar.

The Ambassador, after the usual words of thanks, handed over a letter [attached].

Comrade First Secretary asked how long the ferry [přívoz] had been out of use. – Since autumn, answered \
the Ambassador. – And the mechanic? – There is none.

Recorded by: K. Dvořák

Seen: Comrade First Secretary [illegible initials]
      Comrade Novák
14/3
"""
FRAGMENT = """- 2 -
the ferry, which had stood since autumn. Comrade Bold went on to say that the tim-
- 3 -
ber had rotted. He asked (1) when the mechanic would come, (2) how many barges there would be.1
I said that I had no instructions on this [score].
1 Cf. telegram No. 112 of 1 May. [Note in the original]
                                                        /P. Gusev/
"""
ONE_SHORT_LINE = """\
SECRET RECORD OF CONVERSATION of P. A. Gusev with the Deputy Minister of Water Transport, Ts. Bold 3 May \
1962 Present: K. Lunin, D. Dorj. Gusev: When will the ferry run again? Bold: In May. Gusev: We can send \
timber. Bold: I thank you. The conversation lasted 20 minutes. Recorded by K. Lunin
"""
LETTER_WITH_RECORD = """Top Secret

To the CC CPSU

I am sending a record of my conversation with Comrade Ts. Bold of 3 May 1962 (5 pages).

Attachment: mentioned text.

P. Gusev

10 May 1962

Annex

Record of Conversation with Comrade Ts. Bold, 3 May 1962

I received Bold at 10:00.

Bold: The ferry has stood since autumn.

I: We know that.

Bold: When will the mechanic come?

I: In May.

P. Gusev
"""
MARGINALIA = """Record of a Conversation between Comrade Gusev and Comrade Bold
3 May 1962
[In the margin, in red pencil: Important!]
Gusev said that the timber [les] would be sent [underlined twice in the original] in May. [In the \
margin: By whom? O.]
Bold asked about the barges; [crossed out: and the boats;] he was told that there were [4 or 5 illegible \
words].
[On the back of page 2, another hand: 12 barges – 4 leak – 8 remain]
[Round seal of the Embassy]
[Signature: "Gusev"]
"""
PROTOCOL = """PROTOCOL
of the negotiations between the delegations of the Ministry of River Transport of the RSFSR and the \
Shipping Office of the MPR

Ulan Bator                                             3 May 1962

The Soviet delegation: P. A. Gusev (head), K. Lunin, M. Brusnikin
The Mongolian delegation: Ts. Bold (head), D. Purev

The parties have agreed as follows:

Article 1
The Soviet side delivers 200 cubic meters of timber.

Article 2
The Mongolian side delivers the ferry [parom] to Sukhbaatar.

Done in two copies, in the Russian and Mongolian languages, both texts being equally authentic.

For the Soviet delegation            For the Mongolian delegation
(signed) P. Gusev                    (signed) Ts. Bold
"""
