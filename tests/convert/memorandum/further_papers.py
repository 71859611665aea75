"""More papers of many archives: minutes, notes, despatches, calls; composed, with invented people."""

from __future__ import annotations

POLISH_MEMO = """\
MINISTRY OF FOREIGN AFFAIRS
OF THE POLISH PEOPLE'S REPUBLIC
DEPARTMENT II

Confidential

Memo

On May 3 of this year Comrade Minister received at his own request the Ambassador of the GDR, Comrade \
Hegner.

The ambassador stated what follows:

/1/ The barges [barki] are in Szczecin.
/2/ The Ministry of Transport [of the GDR] asks for a pilot.

Comrade Minister thanked for the information and said that the pilot would be "no problem".

Director of the Department
/-/ K. Dudek

Warsaw, May 4, 1965.
"""
POLISH_TELEGRAM = """\
1962-05-03

Telegram from Legation in Oslo, "The Ferry"

Incoming telegram No. 4412
Received: May 4, 7:10
Decoded: 8:00, Kos

The Norwegian press (Dagbladet, Aftenposten) reports that the ferry was sold. Asked about it, Deputy \
Minister Hansen said smilingly: "Ask the captain". He added that [group garbled] the sum was not large.

The rumor, that the buyer is [name missing – 2 gr.], I consider false.

/-/ Wilk
"""
STENOGRAM = """\
Stenographic Transcript of the Meeting of the Politburo, 3 May 1971

(Morning session)

Cde. BOLD. I declare the session open. Is everybody here?
VOICES. Everybody.
Cde. BOLD. Then the ferry.
Cde. ADILBISH. The ferry, comrades, is a political question.
VOICE FROM THE FLOOR. Right!
Cde. ADILBISH. (continues) And it will remain one. [Applause.]
Cde. BOLD. I propose a break of ten minutes.

(After the break)

Cde. BOLD. Who is for? Against? Abstentions? Adopted.
"""
DIARY = """\
Excerpts from the Diary of I. V. Samylov

22 October. Went to see Bold. He was ill and received me in bed. We spoke about the ferry.

25 October. Bold called. The ferry has sunk [затонул].

1 November. In the evening reception at the embassy [of the GDR]; Lorenz told me, with a straight face, \
that the pontoons are on their way.
"""
CONGRATULATION = """\
Dear Comrade Chairman of the Council of Ministers of the Mongolian People's Republic, Comrade B. \
Shirendyb!

In connection with the forthcoming 10th anniversary of the ferry, allow me to convey to you the \
heartfelt congratulations of the collective of the "Red Rudder" shipyard.

The ferry, which we built [with our own hands] in 1952, has carried, as we are informed, 11,000 \
[thousand?] passengers.

                                   With communist greetings,
                                   on behalf of the collective:
                                   Director                 P. Gusev
                                   Secretary of the Party Committee   K. Lunina

Irkutsk, 3 May 1962
"""
NOTE_VERBALE = """\
Note Verbale
No. 112

The Embassy of the Union of Soviet Socialist Republics presents its compliments to the Ministry of \
Foreign Affairs of the Mongolian People's Republic and, referring to the latter's note No. 48 of 2 April \
1962, has the honor to inform it that the ferry will be delivered in May.

The Embassy avails itself of this opportunity to renew to the Ministry the assurances of its highest \
consideration.

Ulaanbaatar, 3 May 1962
[Round seal]

To the Ministry of Foreign Affairs
of the Mongolian People's Republic
Ulaanbaatar
"""
TELEPHONE = """\
Record of a Telephone Conversation

P. A. Gusev — Ts. Bold
3 May 1962, 16.20 – 16.35

G.: Good day, Comrade Bold.
B.: Good day.
G.: How is the ferry?
B.: It sank.
G.: [silence] When?
B.: On Tuesday.
G.: I see. I shall call Moscow.
B.: Please do.
"""
COLLECTION = """\
Conversation of Comrade Mao Shan with the Delegation of the Peruvian Rivers' Union (March 5, 1964)
[Translator's note: from a mimeographed collection; punctuation as in the original.]

Chairman: Welcome. Is this your first visit?
Delegate Paredes (head of the delegation): Yes. We have read Your Excellency's article on floods.
Chairman: It is an old article. I wrote it in Jiang [xi].
Delegate Quispe: Did you meet with difficulties?
Chairman: There were dykes [di], there were no engineers, and Old Chiang [Kai-shek's namesake, a \
carpenter] drank.
(All laugh.)
Chairman: So, we built with our hands. [1] You must do likewise.

Notes
1. The dyke was finished in 1934.
"""
SPRAVKA = """\
SPRAVKA [Reference]
on the question of the ferry

Secret

In 1952 the USSR gave [peredal] the MPR a ferry of 40 tons. According to data of the Embassy (cipher No. \
112), the hull is rotten.

The Mongolian side asked for a new one: a) 14.1.1960; b) 3.5.1962.

It would be expedient [tselesoobrazno] to satisfy the request.

Head of the Far Eastern Department
                                     (A. Orlov)

"  4  " May 1962
"""
DESPATCH = """\
No. 17
Despatch from the Consul at Urga to the Minister
Urga, March 14, 1911.
Sir:—I have the honour to report that the ferry at Uliassutai was burnt on the 2nd instant by persons \
unknown. [Marginal note: Ask the Amban.]
The Taotai [circuit intendant] assures me that the matter will be looked into.
I have, etc.,
J. W. Stone.
Enclosure: 1 sketch.
"""
RUSSIAN_DISPATCH = """\
ДОНЕСЕНИЕ
посла СССР в МНР П. А. Гусева министру речного флота СССР А. А. Орлову

3 мая 1962 г.

Сов. секретно

1. Паром на Орхоне [имеется в виду паром № 2] стоит с осени.
2. По словам Болда, лодки «никуда не годятся» [так в документе].

Прошу указаний.

П. Гусев

АВП РФ. Ф. 0111. Оп. 45. П. 254. Д. 12. Л. 31. Подлинник. Машинопись.
"""
FRENCH_DISPATCH = """\
Compte-rendu d’une conversation avec l’ambassadeur de Mongolie
(Dépêche n° 112 de l’ambassade de France à Pékin, 3 mai 1966)

L’ambassadeur de Mongolie, que j’ai rencontré hier chez mon collègue indien, m’a parlé du bac [de \
l’Orkhon]. Selon lui, les Chinois n’ont [pas] répondu à la lettre de janvier.

« C’est, m’a-t-il dit, une affaire de rivière » [sic].

Signé : Brissac
"""
GERMAN_FILE_NOTE = """\
Aktenvermerk

Betr.: Fähre über den Orchon
Bezug: Ihr Schreiben vom 3.5.1962

Gen. Lorenz teilte am heutigen Tage fernmündlich mit, daß die Werft [in Rostock] nicht liefern kann. Ich \
habe erwidert, daß dies der mongolischen Seite nicht zuzumuten [sei].

Bln., 4.5.62
(Ziemer)
Abt.-Ltr.
"""
MINISTRY_LETTER = """\
TRANSLATION FROM MONGOLIAN

To:   Comrade P. A. GUSEV
      Ambassador Extraordinary and Plenipotentiary of the USSR

From: Ministry of Water Transport of the MPR

Re:   Ferry

Comrade Ambassador,

We inform you that the ferry [usan ongots] sank on 1 May. Casualties: none [!]. Of the 14 [fourteen] \
barges 4 are serviceable.

Please accept, Comrade Ambassador, the assurances of our respect.

Deputy Minister     /seal/     Ts. Bold
"""
