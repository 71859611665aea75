r"""The small letters of Latin and Cyrillic, for the classes of patterns.

A capital is a letter that is none of them: ``[^\W\d_{SMALL}]``, so that a sign of Chinese or Korean, which
is neither small nor great, may begin a name.
"""

from __future__ import annotations

from typing import Final

SMALL: Final = "a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžșțǎǐǒǔơưа-џөүәқғҗңһ"
