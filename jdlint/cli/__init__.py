"""The commands; the only room that prints or exits. Here its door alone: before anything loads, Ctrl-C is answered."""

from __future__ import annotations

INTERRUPTED = 130
"""The exit code of whatever Ctrl-C ends, by the custom of shells."""


class Interrupted(BaseException):
    """Ctrl-C. No KeyboardInterrupt: libraries have opinions of their own on what that does to the exit code."""


class CtrlC:
    """Whether it was pressed: a class that was being made when it came makes some other error of it."""

    pressed = False

    @classmethod
    def heed(cls) -> None:
        """Raise Interrupted where that has been lost on the way."""
        if cls.pressed:
            raise Interrupted


def run() -> None:
    """The command `jdlint`; at any moment Ctrl-C is a line on stderr and exit 130."""
    try:
        _answer_ctrl_c()
        collect_garbage_seldom()
        from jdlint.cli.commands import obey  # not above: loading takes half a second, enough to think better of it

        obey()
    except SystemExit:
        raise
    except BaseException as error:
        if not CtrlC.pressed and not isinstance(error, KeyboardInterrupt):
            raise
        _leave(str(error) if isinstance(error, Interrupted) else "")
    finally:
        _ignore_ctrl_c()


def _answer_ctrl_c() -> None:
    import signal

    CtrlC.pressed = False
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # the caller may have it ignored
        signal.signal(signal.SIGINT, _interrupt)


def collect_garbage_seldom() -> None:
    """Nearly all that a run makes lives until its end; looking through it all the time costs a fifth of the run."""
    import gc

    gc.set_threshold(10_000)


def _interrupt(number: int, _frame: object) -> None:
    import signal

    CtrlC.pressed = True
    signal.signal(number, signal.SIG_DFL)  # whoever presses again wants no more waiting
    raise Interrupted


def _ignore_ctrl_c() -> None:
    """All is done, and the end of the process can only be spoilt."""
    import signal

    if signal.getsignal(signal.SIGINT) in (_interrupt, signal.SIG_DFL):
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _leave(told: str) -> None:
    import sys

    if sys.stderr is not None:
        sys.stderr.write(f"jdlint: {told or 'прервано / interrupted'}\n")
    sys.exit(INTERRUPTED)
