"""The gate: does a file fit the grammar? Yes, or not for certain.

The tags are read as they are written, and what a tag leads to at a state of the grammar's
automaton is remembered under its text: the tags of an edition repeat, so that a file costs one look-up
for a tag. Where the gate does not let a file pass, `Structure` says what is wrong, if anything is.
"""

from __future__ import annotations

from typing import Final

from dragoman.tei.ns import TEI, XML
from dragoman.validate.blanks import BLANKS
from dragoman.validate.patterns import Pattern
from dragoman.validate.start_tags import ATTRIBUTE, REGULAR, Tags
from dragoman.validate.structure import Structure

# Tags are kept up to this number, for some have an id or a date that no other has.
_REMEMBERED_TAGS: Final = 65_536


class _State:
    """A pattern as the gate meets it: may the element end here, and where do text and tags lead.

    after_text: None where no text can stand, or only text of a datatype; tags: for a start tag the
    states in the element and after it, the first None for an empty tag.
    """

    __slots__ = ("after_text", "is_end", "pattern", "tags")

    def __init__(self, pattern: Pattern) -> None:
        self.pattern = pattern
        self.after_text: _State | None = None
        self.is_end = pattern.nullable
        self.tags: dict[str, tuple[_State | None, _State]] = {}


class Gate:
    """Lets files pass that are faultless by one grammar."""

    def __init__(self, structure: Structure) -> None:
        self._structure = structure
        self._algebra = structure.grammar.algebra
        self._states: dict[Pattern, _State] = {}
        self._remembered = 0

    def passes(self, tags: Tags) -> bool:
        """Return True where a well-formed file with these tags has no fault of structure.

        False says nothing: the file may have a fault, or tags that only a parser reads rightly.
        """
        state = self._state(self._structure.grammar.start)
        # After the root nothing is left, and the automaton is at its end again.
        outer: list[_State] = []
        for text, tag in zip(tags.texts, tags.each, strict=True):
            if text and state.after_text is not state and text.strip(BLANKS):
                if state.after_text is None:
                    return False
                state = state.after_text
            if tag[0] == "/":
                if not state.is_end:
                    return False
                state = outer.pop()
                continue
            known = state.tags.get(tag) or self._read(state, tag, is_root=not outer)
            if known is None:
                return False
            inside, after = known
            if inside is None:
                state = after
            else:
                outer.append(after)
                state = inside
        return _ids_differ(tags)

    def _state(self, pattern: Pattern) -> _State:
        state = self._states.get(pattern)
        if state is None:
            state = self._states[pattern] = _State(pattern)
            after_text = self._algebra.text_step(pattern)
            if after_text is not self._algebra.not_allowed:
                state.after_text = self._state(after_text)
        return state

    def _read(self, state: _State, tag: str, is_root: bool) -> tuple[_State | None, _State] | None:
        """Return where a tag leads from a state, None where it has a fault or is not regular."""
        regular = REGULAR.fullmatch(tag)
        step = self._algebra.step(state.pattern, f"{{{TEI}}}{regular[1]}") if regular else None
        if regular is None or step is None:
            return None
        attributes = dict(ATTRIBUTE.findall(regular[2]))
        # The namespace is declared once, by the root; a prefix other than xml: is the parser's affair.
        if attributes.pop("xmlns", "" if is_root else TEI) != TEI:
            return None
        if any(":" in name and name[:4] != "xml:" for name in attributes):
            return None
        names = [f"{{{XML}}}{name[4:]}" if name[:4] == "xml:" else name for name in attributes]
        leaf, after = step
        content = self._structure.content_of(leaf, names, list(attributes.values()))
        if content is None or (regular[3] and not content.nullable):
            return None
        found = None if regular[3] else self._state(content), self._state(after)
        self._remembered += 1
        if self._remembered > _REMEMBERED_TAGS:
            self._remembered = 0
            for known in self._states.values():
                known.tags.clear()
        state.tags[tag] = found
        return found


def _ids_differ(tags: Tags) -> bool:
    """Return True where no xml:id stands twice; every tag is known to be regular."""
    # What ends in xml:id and has a longer prefix has not passed.
    ids = [tag.partition('xml:id="')[2].partition('"')[0] for tag in tags.each if "xml:id=" in tag]
    return len(ids) == len(set(ids))
