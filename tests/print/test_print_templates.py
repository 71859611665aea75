"""The list of elements that are not reported is the list of elements that have a template."""

from __future__ import annotations

import re

from lxml import etree
from print_edition import STYLESHEETS

XSL = {"xsl": "http://www.w3.org/1999/XSL/Transform"}
MODULES = ("nodes.xsl", "inlines.xsl", "lists.xsl", "telegram.xsl")


def matched_names() -> set[str]:
    names: set[str] = set()
    for module in MODULES:
        for template in etree.parse(STYLESHEETS / module).iterfind("xsl:template", XSL):
            # The last step of each alternative, without its predicates.
            pattern = re.sub(r"\[(?:[^\[\]]|\[[^\]]*\])*\]", "", template.get("match", ""))
            for alternative in pattern.split("|"):
                names.add(alternative.strip().rpartition("/")[2])
    return names - {"*", "text()", "comment()", "processing-instruction()"}


def known_names() -> set[str]:
    report = etree.parse(STYLESHEETS / "report.xsl")
    [variable] = report.iterfind("xsl:variable[@name='print:known']", XSL)
    return set(re.findall(r"[A-Za-z0-9]+", variable.get("select", "").split("'")[1]))


def test_every_element_that_has_a_template_is_known_and_no_other() -> None:
    assert known_names() - matched_names() == set()
    assert matched_names() - known_names() == set()
