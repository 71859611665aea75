"""An original that lies among translations is in its own language, and says so."""

from __future__ import annotations

import pytest

from dragoman.convert.memorandum.text_language import text_language


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("He said that the river [река] was high.", "en"),
        ("Он сказал, что мы были на реке. (Kabul)", "ru"),
        ("Гол их үертэй байна.", "mn-Cyrl"),
        ("Він казав, що її немає.", "uk"),
        ("Реката е голяма и няма път.", "bg"),
        ("Құжат", "und-Cyrl"),
        ("他说河水很高。", "zh"),
        ("川の水が高い。", "ja"),
        ("강물이 높다.", "ko"),
        ("Ο ποταμός", "el"),
        ("رودخانه", "und-Arab"),
        ("12 — 14", "en"),
    ],
)
def test_the_letters_of_a_text_say_its_language_as_far_as_they_can(text: str, tag: str) -> None:
    assert text_language(text, "en") == tag


def test_a_record_in_russian_is_tagged_as_russian_and_is_no_translation(written) -> None:
    made = written(
        "Запись беседы с П. Л. Гроховским\n\nКяхта, 5 мая 1969 г.\n\nПринял его по его просьбе. Он сообщил, "
        "что лодка не проходит. Мы были на реке.\n\nЯ ответил, что вопрос изучается, и просил мерить воду.\n"
    )

    assert made.values("/tei:TEI/@xml:lang") == ["ru"]
    assert made.values("//tei:language[@n='text']/@ident") == ["ru"]
    assert "MEM005" not in made.codes
