"""How a letter words what lies around it: letters that left, silences, dates to come, ways open, who helps."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from casedesk.documents import french
from casedesk.law.offences import Standing
from casedesk.law.pack import Body, Mark, Reader
from casedesk.queries.letter_data import DateLine, ElementLine, LetterData, PastLetter, Silence, SilenceRule, WayLine

_TO_TRY: Final = re.compile(r" \(à appeler avant [^()]*\)")  # what the desk must do first: `to_confirm` says it to her
_GROUPS: Final = re.compile(r"(?<=\d) (?=\d)")
_MAY_DOUBT: Final = frozenset({Reader.ALLY, Reader.PERSON})
_STANDINGS: Final = {Standing.YES: "oui", Standing.NO: "non", Standing.NOT_KNOWN: "à établir"}
_WAYS: Final[Mapping[str, str]] = {
    "lrar": "lettre recommandée avec demande d’avis de réception",
    "lrel": "lettre recommandée électronique",
    "receipt": "dépôt contre récépissé",
    "form": "formulaire en ligne",
    "email": "courrier électronique",
    "post": "courrier simple",
    "hand": "remise en main propre",
}


def horizon(data: LetterData) -> dict[str, object]:
    """Word all of it: plain texts, lists and flags.

    Whoever is on the other side is told of the letters alone. What rests on a text nobody read is told to those who
    help her, with its mark, and to nobody else.
    """
    letters: dict[str, object] = {
        "about": past_letter(data.about) if data.about else {},
        "earlier_notices": [past_letter(one) for one in data.notices],
    }
    if data.model.reader is Reader.OTHER_SIDE:
        return letters
    sure = data.model.reader not in _MAY_DOUBT
    return {
        **letters,
        "silences": [_silence(one, sure=sure) for one in data.silences],
        "dates": [_date(one) for one in data.dates if _told(one.mark, sure=sure)],
        "ways": [_way(one) for one in data.ways if _told(one.mark, sure=sure)],
        "elements": [_element(one) for one in data.elements],
        "helpers": [_helper(one) for one in data.helpers],
        "consents": {
            "followup": _day(data.consents.follow_up_on),
            "sharing": _day(data.consents.sharing_on),
            "statistics": _day(data.consents.statistics_on),
        },
    }


def past_letter(letter: PastLetter) -> dict[str, object]:
    """Word a letter that left."""
    return {
        "title": french.prose(letter.title),
        "to": french.prose(letter.to),
        "sent_on": french.day(letter.sent_on),
        "way": french.prose(_WAYS.get(letter.way, "")),
        "number": french.prose(letter.number),
        "received_on": _day(letter.received_on),
        "proof": french.exhibits([letter.proof]) if letter.proof else "",
        "days": letter.days,
    }


def _told(mark: Mark, *, sure: bool) -> bool:
    return mark is Mark.VERIFIED or not sure


def _silence(silence: Silence, *, sure: bool) -> dict[str, object]:
    return {
        **past_letter(silence.letter),
        "reminders": [past_letter(one) for one in silence.reminders],
        "rules": [_rule(one) for one in silence.rules if _told(one.mark, sure=sure)],
    }


def _rule(rule: SilenceRule) -> dict[str, object]:
    return {
        "title": french.phrase(rule.title),
        "day": french.day(rule.day),
        "article": french.phrase(rule.article),
        "past": rule.past,
        "to_confirm": rule.mark is not Mark.VERIFIED,
    }


def _date(line: DateLine) -> dict[str, object]:
    return {
        "title": french.phrase(line.title),
        "day": french.day(line.day),
        "article": french.phrase(line.article),
        "to_confirm": line.mark is not Mark.VERIFIED,
    }


def _way(line: WayLine) -> dict[str, object]:
    return {
        "title": french.phrase(line.title),
        "delay": french.phrase(line.delay),
        "cost": french.phrase(line.cost),
        "to_confirm": line.mark is not Mark.VERIFIED,
    }


def _element(line: ElementLine) -> dict[str, object]:
    return {
        "offence": french.prose(line.offence),
        "incident": french.prose(line.incident),
        "says": french.phrase(line.says),
        "standing": _STANDINGS[line.standing],
        "exhibits": french.numbers(line.exhibits) if line.exhibits else "",
    }


def _helper(body: Body) -> dict[str, object]:
    return {
        "name": french.prose(_TO_TRY.sub("", body.name)),
        "phone": _GROUPS.sub(french.NO_BREAK, french.clean(body.phone)),
        "hours": french.phrase(body.hours),
        "for_whom": french.phrase(body.for_whom),
        "does": french.phrase(body.does),
        "channel": french.clean(body.channel),
        "to_confirm": body.mark is not Mark.VERIFIED,
    }


def _day(day: date | None) -> str:
    return french.day(day) if day else ""
