"""`casedesk law count`: one period, or one for each line of the standard input."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from datetime import UTC
from functools import cache

from casedesk import explain, paths, wording
from casedesk.cli.law_asked import calendar, known, local_days, moment, period
from casedesk.cli.law_told import told_count
from casedesk.errors import CasedeskError, InvalidInput
from casedesk.law.counting import Count, can_count, count
from casedesk.law.load import load_packs
from casedesk.law.regime import Regime
from casedesk.law.workdays import Calendar
from casedesk.translate import _

CalendarOf = Callable[[str], Calendar]

_KEYS = frozenset({"regime", "from", "for", "place", "id"})
_REGIMES = {regime.value: regime for regime in Regime}


def run(options: argparse.Namespace) -> int:
    """Count; 1 when a line could not be answered."""
    packs, local = load_packs(paths.packs()), local_days(options.local_days)
    calendar_of = cache(lambda place: calendar(packs, place, local))
    if options.stdin:
        return _answer_lines(calendar_of)
    if None in {options.regime, options.start, options.period}:
        raise InvalidInput("regime", _("Give --regime, --from and --for, or --stdin to read them line by line."))
    asked = {"regime": options.regime, "from": options.start, "for": options.period, "place": options.place}
    counted = _counted(asked, calendar_of)
    print(json.dumps(told_count(counted), indent=2) if options.json else _words(counted))
    return 0


def _answer_lines(calendar_of: CalendarOf) -> int:
    """Answer each line on its own: one that cannot be answered says why, and the others still are."""
    wrong = False
    for raw in sys.stdin.buffer:
        answer = _line_answer(raw, calendar_of)
        wrong = wrong or "error" in answer
        print(json.dumps(answer), flush=True)
    return 1 if wrong else 0


def _line_answer(raw: bytes, calendar_of: CalendarOf) -> Mapping[str, object]:
    try:
        asked = json.loads(raw)
    except (ValueError, RecursionError):
        return {"error": _("This line is not JSON.")}
    if not isinstance(asked, dict):
        return {"error": _("A JSON object is needed on each line.")}
    echo = {"id": asked["id"]} if "id" in asked else {}
    try:
        return echo | told_count(_counted(asked, calendar_of))
    except CasedeskError as problem:
        return echo | {"error": problem.sentence}


def _counted(asked: Mapping[str, object], calendar_of: CalendarOf) -> Count:
    for key in asked:
        if key not in _KEYS:
            raise InvalidInput(key, _("The key {key} is not known.").format(key=repr(key)))
    regime = known("regime", _text(asked, "regime"), _REGIMES)
    start, length = moment("from", _text(asked, "from")), period(_text(asked, "for"))
    if not can_count(regime, length):
        if regime is Regime.HOURS:
            raise InvalidInput("for", _("This regime counts in hours, as PT72H."))
        raise InvalidInput("for", _("This regime counts in days, weeks, months or years, as P10D or P3M."))
    usual_place = "ml" if regime is Regime.ML_CPP_1366 else "fr"
    place = _text(asked, "place") if asked.get("place") is not None else usual_place
    here = calendar_of(place)
    try:
        return count(regime, start, length, here)
    except InvalidInput as error:
        raise InvalidInput("for", _("This leads out of the calendar.")) from error


def _text(asked: Mapping[str, object], key: str) -> str:
    value = asked.get(key)
    if not isinstance(value, str):
        raise InvalidInput(key, _("The key {key} needs a text.").format(key=repr(key)))
    return value


def _words(counted: Count) -> str:
    day = wording.long_day(counted.legal_day)
    if counted.last_instant is not None:
        moment = wording.moment(counted.last_instant, counted.last_instant.tzinfo or UTC)
        first = _("Ends on {moment}").format(moment=moment)
    elif counted.opens_on is not None:
        first = _("Possible from {day}").format(day=day)
    elif counted.regime is Regime.ML_CPP_1366:
        first = _("Probable last day, to be confirmed: {day}").format(day=day)
    else:
        first = _("Last day: {day}").format(day=day)
    prudent = _("Prudent date: {day}.").format(day=wording.long_day(counted.prudent_day))
    steps = [explain.Sentence(explain.step_sentence(step)) for step in counted.steps]
    return "\n".join([first, prudent, "", *explain.numbered(steps)])
