"""The text of a page in the making: white space as a browser shows it, blanks, tabs and line ends."""

from __future__ import annotations

import re
from typing import Final

# Lines of an item of a list stand under its first word.
IN_ITEM: Final = "\n    "
_SPACE: Final = re.compile(r"[ \t\n\r\f]+")


class Lines:
    """The text of a page in the making: white space collapses as in a browser."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pending = ""
        self._is_at_mark = False
        self._is_broken = False

    def add(self, text: str, keeps_space: bool = False) -> None:
        """Add text of a line; blanks at its beginning are dropped, runs of them are one."""
        if keeps_space:
            self._put(text)
            return
        collapsed = _SPACE.sub(" ", text)
        if collapsed.strip(" "):
            if collapsed[0] == " " and not self._pending and self._parts:
                self._pending = " "
            self._put(collapsed.strip(" "))
            if collapsed[-1] == " ":
                self._pending = " "
        elif collapsed and not self._pending and self._parts:
            self._pending = " "

    def gap(self, gap: str) -> None:
        """Ask for a line end or a blank line before the next text; the greater wins."""
        if self._is_at_mark:
            # The first block of an item stands beside its bullet.
            return
        order = ("", " ", "\t", "\n", IN_ITEM, "\n\n")
        known = next((one for one in reversed(order) if one in self._pending), "")
        if order.index(gap) > order.index(known):
            # The tabs of empty cells stay at the end of their row.
            tabs = len(self._pending) - len(self._pending.lstrip("\t"))
            self._pending = "\t" * tabs + gap

    def break_line(self) -> None:
        """End the line; the second end in a row leaves a blank line."""
        is_second = self._is_broken and "\n" in self._pending
        self.gap("\n\n" if is_second else "\n")
        self._is_broken = True

    def break_page(self) -> None:
        """End the page."""
        if self._parts:
            self.gap("\n")
            self._put("\f")

    def tab(self, count: int = 1) -> None:
        """Ask for tabs before the next cell; an empty cell keeps its place by a tab of its own."""
        if count:
            self._pending = self._pending.strip(" ") + "\t" * count

    def end_row(self, tabs: int) -> None:
        """End a row after as many empty cells; what stands above the next one is a line end."""
        self._pending = self._pending.strip(" ") + "\t" * tabs + "\n"

    def begin_item(self, mark: str, depth: int) -> None:
        """Begin an item of a list with its bullet or number; ``depth`` is how many lists it stands in."""
        self.gap("\n\n")
        self._put(f"{'  ' * depth}{mark}")
        self._pending = " "
        self._is_at_mark = True

    def end_item(self) -> None:
        """End an item, which may have been empty."""
        self._is_at_mark = False

    def last(self) -> str:
        """Return the last characters of the line that is being made."""
        return "" if "\n" in self._pending else "".join(self._parts[-1:])[-12:]

    def _put(self, text: str) -> None:
        if self._parts:
            self._parts.append(self._pending)
        self._pending = ""
        self._is_at_mark = self._is_broken = False
        self._parts.append(text)

    def text(self) -> str:
        """Return the page's text with a line end at its end."""
        return "".join(self._parts) + "\n"
