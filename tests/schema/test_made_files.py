"""The files of schema/ that are made do not drift from their sources."""

from __future__ import annotations

import pytest
from lxml import etree

from dragoman.edition import packaged
from dragoman.tei.delimiters import DELIMITERS
from dragoman.tei.ns import tei
from dragoman.validate.generate import generated
from dragoman.validate.grammar import read_grammar, value_words
from dragoman.validate.vocabulary import vocabulary


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return generated(packaged("schema"))


MADE = ["vocabulary.rnc", "dragoman.rng", "examples.json", "dragoman.sch.xsl", "digests.txt"]


@pytest.mark.parametrize("name", MADE)
def test_a_made_file_is_what_its_source_gives(made: dict[str, str], name: str) -> None:
    committed = (packaged("schema") / name).read_text(encoding="utf-8")
    assert made[name] == committed, f"run `python -m dragoman.validate.generate`: {name} is out of date"


def test_every_delimiter_is_a_word_of_the_list_of_renditions() -> None:
    assert set(DELIMITERS) <= set(vocabulary()["rend"].values)


# Lists whose values stand in the schema one by one, because each has attributes of its own, or that the
# rules use.
SPLIT = {"note": ("note", "type"), "correspondence-action": ("correspAction", "type")}
USED_BY_RULES = {"classification", "language-role"}


def test_every_closed_list_is_used_by_the_schema() -> None:
    sources = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted(packaged("schema").glob("*.rnc"))
        if path.name != "vocabulary.rnc"
    )
    unused = {name for name in vocabulary() if f"vocabulary.{name}" not in sources}
    assert unused == USED_BY_RULES | set(SPLIT)


@pytest.mark.parametrize("name", SPLIT)
def test_a_list_that_is_split_up_in_the_schema_is_whole_there(name: str) -> None:
    element, attribute = SPLIT[name]
    grammar = read_grammar(packaged("schema") / "dragoman.rng")
    definition = grammar.elements[tei(element)][0]
    values = [
        word
        for leaf in definition.content.attributes
        if attribute in leaf.name
        for word in value_words(leaf.parts[0])
    ]
    assert sorted(values) == sorted(vocabulary()[name].values)


def test_every_element_says_what_it_is_for() -> None:
    grammar = etree.parse(str(packaged("schema") / "dragoman.rng"))
    space = {
        "r": "http://relaxng.org/ns/structure/1.0",
        "a": "http://relaxng.org/ns/compatibility/annotations/1.0",
    }
    silent = grammar.xpath("//r:define[r:element][not(a:documentation)]/@name", namespaces=space)
    assert silent == []
