"""The command as a program: ``dragoman``, or ``python -m dragoman``."""

from __future__ import annotations

import os
import signal
import sys


def main() -> None:
    """Run the command; Ctrl-C while its modules are still read in ends it without a word."""
    _speak_utf8()
    is_interruptible = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_interruptible:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from dragoman.cli import main as run
    from dragoman.signals import end_in_order

    end_in_order()
    run()


def _speak_utf8() -> None:
    """Begin anew in Python's UTF-8 mode where the locale has another encoding, as LANG=en_US has.

    Names of files and all output are UTF-8. Read as Latin-1, the name of a transcript would be
    written wrong into its document, and one in Cyrillic could not be printed.
    """
    if sys.getfilesystemencoding().lower() != "utf-8":
        command = [sys.executable, "-X", "utf8", *sys.orig_argv[1:]]
        os.execv(sys.executable, command)


if __name__ == "__main__":
    main()
