"""The algebra of patterns: making them, so that equal ones are one object, and deriving them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dragoman.validate.blanks import is_blank, words_of
from dragoman.validate.datatypes import Datatype
from dragoman.validate.patterns import Kind, NameClass, Pattern


class Algebra:
    """Makes the patterns of one grammar, and derives them."""

    def __init__(self) -> None:
        self.not_allowed = Pattern(Kind.NOT_ALLOWED)
        self.empty = Pattern(Kind.EMPTY)
        self.text = Pattern(Kind.TEXT)
        self._made: dict[tuple[object, ...], Pattern] = {}
        self._after_leaf: dict[tuple[Pattern, Pattern], Pattern] = {}
        self._after_attribute: dict[tuple[Pattern, frozenset[Pattern]], Pattern] = {}
        self._closed: dict[tuple[Pattern, bool], Pattern] = {}
        self._lacking: dict[tuple[Pattern, str], Pattern] = {}

    # --- Making

    def _make(self, kind: Kind, parts: tuple[Pattern, ...]) -> Pattern:
        key = (kind, *parts)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = Pattern(kind, parts)
        return made

    def choice(self, patterns: Iterable[Pattern]) -> Pattern:
        """Return the pattern of what matches one of ``patterns``."""
        parts: dict[Pattern, None] = {}
        for pattern in patterns:
            if pattern.kind is Kind.CHOICE:
                parts.update(dict.fromkeys(pattern.parts))
            elif pattern is not self.not_allowed:
                parts[pattern] = None
        if self.empty in parts and any(part.nullable for part in parts if part is not self.empty):
            del parts[self.empty]
        if not parts:
            return self.not_allowed
        if len(parts) == 1:
            return next(iter(parts))
        return self._make(Kind.CHOICE, tuple(parts))

    def group(self, first: Pattern, then: Pattern) -> Pattern:
        """Return the pattern of ``first`` and ``then`` in this order."""
        if first is self.not_allowed or then is self.not_allowed:
            return self.not_allowed
        if first is self.empty:
            return then
        if then is self.empty:
            return first
        if first.kind is Kind.GROUP:
            return self.group(first.parts[0], self.group(first.parts[1], then))
        return self._make(Kind.GROUP, (first, then))

    def groups(self, patterns: Iterable[Pattern]) -> Pattern:
        """Return the pattern of ``patterns`` in their order."""
        result = self.empty
        for pattern in reversed(list(patterns)):
            result = self.group(pattern, result)
        return result

    def interleave(self, one: Pattern, other: Pattern) -> Pattern:
        """Return the pattern of both in any order."""
        if one is self.not_allowed or other is self.not_allowed:
            return self.not_allowed
        if one is self.empty:
            return other
        if other is self.empty:
            return one
        return self._make(Kind.INTERLEAVE, (one, other))

    def one_or_more(self, pattern: Pattern) -> Pattern:
        """Return the pattern of ``pattern`` repeated."""
        if pattern in (self.not_allowed, self.empty, self.text) or pattern.kind is Kind.ONE_OR_MORE:
            return pattern
        return self._make(Kind.ONE_OR_MORE, (pattern,))

    def optional(self, pattern: Pattern) -> Pattern:
        """Return the pattern of ``pattern`` or nothing."""
        return pattern if pattern.nullable else self.choice((pattern, self.empty))

    def attribute(self, name: NameClass, value: Pattern) -> Pattern:
        """Return the pattern of an attribute."""
        if value is self.not_allowed:
            return self.not_allowed
        key = (Kind.ATTRIBUTE, name.names, id(name) if name.is_open else 0, value)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = Pattern(Kind.ATTRIBUTE, (value,))
            made.name = name
        return made

    def element(self, name: NameClass, definition: Callable[[], Pattern]) -> Pattern:
        """Return the pattern of an element; each call makes another."""
        made = Pattern(Kind.ELEMENT)
        made.name, made.definition = name, definition
        return made

    def data(self, datatype: Datatype) -> Pattern:
        """Return the pattern of text of a type."""
        key = (Kind.DATA, datatype)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = Pattern(Kind.DATA)
            made.datatype = datatype
        return made

    def value(self, text: str) -> Pattern:
        """Return the pattern of text that is this word (white space collapsed)."""
        key = (Kind.VALUE, text)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = Pattern(Kind.VALUE)
            made.value = text
        return made

    def list_of(self, pattern: Pattern) -> Pattern:
        """Return the pattern of text whose words match ``pattern``."""
        return self.not_allowed if pattern is self.not_allowed else self._make(Kind.LIST, (pattern,))

    # --- Deriving

    def after(self, pattern: Pattern, leaf: Pattern) -> Pattern:
        """Return what may come after ``leaf``: an element, text, data or a value of the pattern.

        Attributes count as absent.
        """
        key = (pattern, leaf)
        known = self._after_leaf.get(key)
        if known is None:
            known = self._after_leaf[key] = self._derived(pattern, leaf)
        return known

    def _derived(self, pattern: Pattern, leaf: Pattern) -> Pattern:
        match pattern.kind:
            case Kind.TEXT:
                return pattern if leaf is pattern else self.not_allowed
            case Kind.CHOICE:
                return self.choice(self.after(part, leaf) for part in pattern.parts)
            case Kind.GROUP:
                first, then = pattern.parts
                result = self.group(self.after(first, leaf), then)
                return self.choice((result, self.after(then, leaf))) if first.nullable else result
            case Kind.INTERLEAVE:
                one, other = pattern.parts
                return self.choice(
                    (
                        self.interleave(self.after(one, leaf), other),
                        self.interleave(one, self.after(other, leaf)),
                    )
                )
            case Kind.ONE_OR_MORE:
                return self.group(self.after(pattern.parts[0], leaf), self.optional(pattern))
            case _:
                return self.empty if pattern is leaf else self.not_allowed

    def step(self, pattern: Pattern, name: str) -> tuple[Pattern, Pattern] | None:
        """Return the element that a child of this name is, and what may come after it.

        None where there can be no such child. Where two definitions fit it is the first.
        """
        if name in pattern.steps:
            return pattern.steps[name]
        leaves = pattern.child(name)
        found = None
        if leaves:
            found = leaves[0], self.choice(self.after(pattern, leaf) for leaf in leaves)
        pattern.steps[name] = found
        return found

    def text_step(self, pattern: Pattern) -> Pattern:
        """Return what may come after text in mixed content, NOT_ALLOWED where there is none."""
        if pattern.after_text is None:
            pattern.after_text = self.after(pattern, self.text)
        return pattern.after_text

    def after_attribute(self, pattern: Pattern, leaves: frozenset[Pattern]) -> Pattern:
        """Return what may come once an attribute that matches each of ``leaves`` has been read."""
        if not pattern.has_attributes:
            return self.not_allowed
        key = (pattern, leaves)
        known = self._after_attribute.get(key)
        if known is None:
            known = self._after_attribute[key] = self._derived_by_attribute(pattern, leaves)
        return known

    def _derived_by_attribute(self, pattern: Pattern, leaves: frozenset[Pattern]) -> Pattern:
        match pattern.kind:
            case Kind.ATTRIBUTE:
                return self.empty if pattern in leaves else self.not_allowed
            case Kind.CHOICE:
                return self.choice(self.after_attribute(part, leaves) for part in pattern.parts)
            case Kind.GROUP | Kind.INTERLEAVE:
                one, other = pattern.parts
                join = self.group if pattern.kind is Kind.GROUP else self.interleave
                return self.choice(
                    (
                        join(self.after_attribute(one, leaves), other),
                        join(one, self.after_attribute(other, leaves)),
                    )
                )
            case Kind.ONE_OR_MORE:
                return self.group(self.after_attribute(pattern.parts[0], leaves), self.optional(pattern))
            case _:
                return self.not_allowed

    def without_attributes(self, pattern: Pattern, forgiving: bool = False) -> Pattern:
        """Return what may come once the start tag is closed: the content.

        An attribute that is still required makes it NOT_ALLOWED, unless ``forgiving``.
        """
        if not pattern.has_attributes:
            return pattern
        key = (pattern, forgiving)
        known = self._closed.get(key)
        if known is None:
            known = self._closed[key] = self._without(
                pattern,
                lambda part: self.without_attributes(part, forgiving),
                self.empty if forgiving else self.not_allowed,
            )
        return known

    def without_attribute(self, pattern: Pattern, name: str) -> Pattern:
        """Return the pattern of what matches ``pattern`` and has no attribute of that name."""
        if not pattern.has_attributes:
            return pattern
        if pattern.kind is Kind.ATTRIBUTE:
            return self.not_allowed if name in pattern.name else pattern
        key = (pattern, name)
        known = self._lacking.get(key)
        if known is None:
            known = self._lacking[key] = self._without(
                pattern, lambda part: self.without_attribute(part, name), pattern
            )
        return known

    def _without(self, pattern: Pattern, inner: Callable[[Pattern], Pattern], attribute: Pattern) -> Pattern:
        match pattern.kind:
            case Kind.ATTRIBUTE:
                return attribute
            case Kind.CHOICE:
                return self.choice(map(inner, pattern.parts))
            case Kind.GROUP:
                return self.group(inner(pattern.parts[0]), inner(pattern.parts[1]))
            case Kind.INTERLEAVE:
                return self.interleave(inner(pattern.parts[0]), inner(pattern.parts[1]))
            case Kind.ONE_OR_MORE:
                return self.one_or_more(inner(pattern.parts[0]))
            case _:
                return pattern

    # --- Values

    def accepts(self, pattern: Pattern, text: str) -> bool:
        """Return True when the text of an attribute or element matches a pattern of data."""
        match pattern.kind:
            case Kind.TEXT:
                return True
            case Kind.EMPTY:
                return is_blank(text)
            case Kind.DATA:
                return pattern.datatype.accepts(text)
            case Kind.VALUE:
                return " ".join(words_of(text)) == pattern.value
            case Kind.LIST:
                return self._accepts_words(pattern.parts[0], words_of(text))
            case Kind.CHOICE:
                return any(self.accepts(part, text) for part in pattern.parts)
            case _:
                return False

    def _accepts_words(self, pattern: Pattern, words: list[str]) -> bool:
        for word in words:
            pattern = self.choice(
                self.after(pattern, leaf) for leaf in pattern.first if self.accepts(leaf, word)
            )
        return pattern.nullable
