"""The command as a program: ``dragoman``, or ``python -m dragoman``."""

from __future__ import annotations

import signal


def main() -> None:
    """Run the command; Ctrl-C while its modules are still read in ends it without a word."""
    is_interruptible = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_interruptible:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from dragoman.cli import main as run

    if is_interruptible:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    run()


if __name__ == "__main__":
    main()
