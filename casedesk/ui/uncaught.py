"""Errors that nobody takes, told without their words: those could name somebody."""

import sys
import threading


def guard() -> None:
    """Replace what Python prints of an error, in any thread, by a report: where it broke, and nothing of any case."""
    sys.excepthook = lambda _kind, error, _trace: _tell(error)
    threading.excepthook = lambda met: _tell(met.exc_value)
    sys.unraisablehook = lambda met: _tell(met.exc_value)


def _tell(error: BaseException | None) -> None:
    """Log the report of an error."""
    import logging  # at the first error, so that the desk opens at once

    from casedesk.ui.crash import report

    if error is not None:
        logging.getLogger(__name__).error("%s", report(error))
