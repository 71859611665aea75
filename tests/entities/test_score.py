"""How well names are found and linked does not fall below what has been reached."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from blind import read_marked
from score import REAL, TUNED, UNSEEN, Scores, Texts, b_cubed, of_edition, score, texts_of, totals

from dragoman.edition import Edition
from dragoman.entities.model import Kind


def tuning_set(edition: Edition) -> Texts:
    return of_edition(edition, [stem for stem in TUNED if stem not in REAL])


def unseen_set(edition: Edition) -> Texts:
    return of_edition(edition, UNSEEN)


# F1 of discovery for people, places and organisations; precision and recall of sure links; B³ recall.
@pytest.mark.parametrize(
    ("texts", "discovery", "links", "clusters"),
    [
        (tuning_set, (0.98, 0.98, 0.90), (0.99, 0.96), 0.93),
        (unseen_set, (0.97, 0.97, 0.91), (0.995, 0.96), 0.95),
        (partial(texts_of, "blind"), (0.98, 0.95, 0.89), (0.995, 0.92), 0.93),
        (partial(texts_of, "stranger-open"), (0.96, 0.96, 0.94), (0.995, 0.88), 0.92),
        (partial(texts_of, "second-open"), (0.94, 0.95, 0.91), None, 0.92),
    ],
    ids=["tuning", "half-apart", "blind", "stranger-open", "second-open"],
)
def test_names_are_found_as_well_as_before(
    repository: Path,
    texts: Callable[[Edition], Texts],
    discovery: tuple[float, ...],
    links: tuple[float, float] | None,
    clusters: float,
) -> None:
    scores = Scores()

    score(texts(Edition(repository)), scores)

    reached = {kind.value: scores.discovery[kind].f1 for kind in Kind}
    assert all(reached[kind.value] >= floor for kind, floor in zip(Kind, discovery, strict=True)), reached
    if links is not None:
        linked = totals(scores.linking.values())
        assert (linked.precision >= links[0], linked.recall >= links[1]) == (True, True), str(linked)
    assert b_cubed(scores.clusters)[1] >= clusters


def test_marks_in_a_transcript_are_counted_in_non_blank_characters() -> None:
    marked = read_marked("At {{org:post|EMBASSY {{place:x|ULAN BATOR}}}} sat {{person:m|Mao [Lin]}}.")

    assert marked.text == "At EMBASSY ULAN BATOR sat Mao [Lin]."
    assert marked.names == {(2, 18, "org"): "post", (9, 18, "place"): "x", (21, 28, "person"): "m"}


def test_b_cubed_falls_where_one_person_is_made_two() -> None:
    assert b_cubed([("a", "1"), ("a", "1"), ("b", "2")]) == (1.0, 1.0)
    assert b_cubed([("a", "1"), ("a", "2")]) == (1.0, 0.5)
    assert b_cubed([("a", "1"), ("b", "1")]) == (0.5, 1.0)
