"""The words that warn, the words of the law, and what must not go without the former."""

import re
from collections.abc import Collection, Iterable
from datetime import date

from casedesk import wording
from tests.marks.marked import AIM, SIGN
from tests.marks.shown import Piece, plain

# What warns of a text that nobody read; a body's page, too, is “not confirmed”.
MARK = re.compile("à confirmer|to be confirmed|non confirmé|not confirmed", re.IGNORECASE)
# What warns of something else: a first day that the law leaves unsettled.
_OTHER = re.compile("(dernier jour probable|probable last day), (à confirmer|to be confirmed)", re.IGNORECASE)

NO_LAW = re.compile("objectif|target", re.IGNORECASE)
# “Un objectif, et non un délai légal” warns: these are no words of law.
_DENIED = re.compile("(et non|n’est pas) (un )?délai légal|not law|not a legal period", re.IGNORECASE)
LAW = re.compile(
    "derniers? jours? léga|délais? léga|prescription|prescrit|last legal day|legal period|limitation", re.IGNORECASE
)


def days_in_words(days: Collection[date]) -> re.Pattern[str]:
    """Find any of these days, however it is written."""
    ways = (wording.day, wording.long_day, wording.compact_day, wording.short_day)
    written = {plain(way(day)) for day in days for way in ways}
    longest_first = sorted(written, key=len, reverse=True)
    return re.compile(rf"(?<!\d)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def unmarked(shown: Iterable[Piece], days: re.Pattern[str] | None = None) -> list[Piece]:
    """Find what shows a signed text, or one of the days, without a word that warns of it."""
    return [piece for piece in shown if _tells(piece.text, SIGN, days) and not MARK.search(_OTHER.sub("", piece.text))]


def unnamed(shown: Iterable[Piece], days: re.Pattern[str] | None = None) -> list[Piece]:
    """Find what shows a mere practice, or one of its days, without saying what it is."""
    return [piece for piece in shown if _tells(piece.text, AIM, days) and not NO_LAW.search(piece.text)]


def posing_as_law(shown: Iterable[Piece]) -> list[Piece]:
    """Find what tells a mere practice with the words of the law."""
    return [piece for piece in shown if AIM in piece.text and LAW.search(_DENIED.sub("", piece.text))]


def _tells(text: str, sign: str, days: re.Pattern[str] | None) -> bool:
    return sign in text or (days is not None and days.search(text) is not None)
