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
        return self.first_doubt(tags) == len(tags.each) and ids_differ(tags)

    def first_doubt(self, tags: Tags) -> int:
        """Return the position of the first tag that does not pass, or has text before it that does not.

        It is the number of all tags where there is none; whether an id stands twice is not asked.
        """
        # After the root nothing is left, and the automaton is at its end again.
        return self._run(tags, 0, len(tags.each), self._state(self._structure.grammar.start), [])

    def clearance(self, tags: Tags, doubt: int) -> Clearance | None:
        """Return what says of the elements of a file whether they are faultless.

        doubt: that of `first_doubt`. None where a ">" in a value makes it hard to tell where a tag ends.
        """
        return None if ">" in "".join(tags.texts) else Clearance(self, tags, doubt)

    def first_doubt_within(self, tags: Tags, start: int, end: int, content: Pattern) -> int:
        """Return the same for the content of the element between two positions; ``end`` + 1 for none."""
        state = self._state(content)
        return self._run(tags, start + 1, end + 1, state, [state])

    def _run(self, tags: Tags, first: int, last: int, state: _State, outer: list[_State]) -> int:
        """Return the first position from ``first`` that does not pass, ``last`` where all up to it do.

        state: that before ``first``; outer: those after the elements that are open, none before the root.
        """
        for at, (text, tag) in enumerate(
            zip(tags.texts[first:last], tags.each[first:last], strict=True), first
        ):
            if text and state.after_text is not state and text.strip(BLANKS):
                if state.after_text is None:
                    return at
                state = state.after_text
            if tag[0] == "/":
                if not state.is_end:
                    return at
                state = outer.pop()
                continue
            known = state.tags.get(tag) or self._read(state, tag, is_root=not outer)
            if known is None:
                return at
            inside, after = known
            if inside is None:
                state = after
            else:
                outer.append(after)
                state = inside
        return last

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
        content = self._structure.start_tags.content_of(leaf, names, list(attributes.values()))
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


class Clearance:
    """Says which elements of a file with a fault are faultless, so that nobody looks at them again.

    Elements are asked about in the order of the file, by their numbers in it. Where the gate has met a doubt,
    what it has let pass before is remembered; what follows is put to it when it is asked about.
    """

    def __init__(self, gate: Gate, tags: Tags, doubt: int) -> None:
        self._gate = gate
        self._tags = tags
        self.ids_differ = ids_differ(tags)
        # All between these two positions has passed.
        self._from, self._doubt = -1, doubt
        # Of each element the positions of its tags, and the number of the first element after it.
        each = tags.each
        self._starts = [at for at, tag in enumerate(each) if tag[0] != "/"]
        self._ends = list(self._starts)
        self.following = list(range(1, len(self._starts) + 1))
        opened: list[int] = []
        count = 0
        for at, tag in enumerate(each):
            if tag[0] == "/":
                number = opened.pop()
                self._ends[number] = at
                self.following[number] = count
            else:
                if tag[-1] != "/":
                    opened.append(count)
                count += 1

    def has_passed(self, number: int) -> bool:
        """Return True where an element is known to be faultless with its start tag."""
        return self._from < self._starts[number] and self._ends[number] < self._doubt

    def is_clear(self, number: int, content: Pattern) -> bool:
        """Return True where an element with this content is faultless; its start tag is not asked about."""
        start, end = self._starts[number], self._ends[number]
        if start == end:
            return content.nullable
        if self._from < start < self._doubt:
            return end < self._doubt
        doubt = self._gate.first_doubt_within(self._tags, start, end, content)
        if doubt > end:
            return True
        self._from, self._doubt = start, doubt
        return False

    def forget(self) -> None:
        """Forget what has passed: the same elements will be asked about as those of another content."""
        self._from = self._doubt = -1


def ids_differ(tags: Tags) -> bool:
    """Return True where no xml:id stands twice; False says nothing."""
    # What ends in xml:id and has a longer prefix has not passed, or costs a look at the tree.
    ids = [tag.partition('xml:id="')[2].partition('"')[0] for tag in tags.each if "xml:id=" in tag]
    # A reference or white space may make two the same that are written differently.
    is_plain = "" not in ids and len("x".join(ids).split()) <= 1 and "&" not in "".join(ids)
    return is_plain and len(ids) == len(set(ids))
