"""What was typed to `casedesk law`, read into values of the law."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from casedesk.errors import InvalidInput
from casedesk.law.agreement import fact_choices, fact_spec, value_fits
from casedesk.law.facts import FACTS, FactType, Happening, Occurrence, Value
from casedesk.law.load_calendar import load_declared_days
from casedesk.law.pack import DeclaredDay, Pack
from casedesk.law.period import Period
from casedesk.law.when import When
from casedesk.law.workdays import Calendar, calendar_for
from casedesk.translate import _

Named = TypeVar("Named")

_ANSWERS = {"true": True, "yes": True, "oui": True, "false": False, "no": False, "non": False}


def moment(field: str, text: str) -> date | datetime:
    """Read a day, or a moment.

    Raises:
        InvalidInput: it is neither.
    """
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(text)
        except ValueError:
            continue
    sentence = _("{text} is not a day. Write for example 2026-11-21, or 2026-11-20T14:25.")
    raise InvalidInput(field, sentence.format(text=repr(text)))


def when(field: str, text: str | None) -> When | None:
    """Read a day, a moment, or the two days between which it happened; nothing is a day nobody knows.

    Raises:
        InvalidInput: it is none of these.
    """
    if not text:
        return None
    first, slash, last = text.partition("/")
    earliest = moment(field, first)
    if slash:
        return _between(field, earliest, moment(field, last))
    if isinstance(earliest, datetime):
        aware = earliest if earliest.tzinfo else earliest.replace(tzinfo=UTC)
        try:
            return When(earliest.date(), earliest.date(), aware.astimezone(UTC))
        except OverflowError as error:
            raise InvalidInput(field, _("This leads out of the calendar.")) from error
    return When.on(earliest)


def _between(field: str, earliest: date, latest: date) -> When:
    if isinstance(earliest, datetime) or isinstance(latest, datetime) or latest < earliest:
        raise InvalidInput(field, _("Two days are needed, the earlier first: 2026-11-12/2026-11-18."))
    return When(earliest, latest)


def day(field: str, text: str) -> date:
    """Read a day.

    Raises:
        InvalidInput: it is not one.
    """
    read = moment(field, text)
    return read.date() if isinstance(read, datetime) else read


def period(text: str) -> Period:
    """Read a length of time.

    Raises:
        InvalidInput: it is not one.
    """
    try:
        return Period.parse(text)
    except InvalidInput as error:
        sentence = _("{text} is not a length of time. Write for example P3M, P1Y6M, P10D, P2W or PT72H.")
        raise InvalidInput("for", sentence.format(text=repr(text))) from error


def calendar(packs: Mapping[str, Pack], place: str, local: Iterable[DeclaredDay]) -> Calendar:
    """Find the calendar of a place.

    Raises:
        InvalidInput: no pack knows the place.
    """
    places = {name: name for pack in packs.values() for name in pack.places}
    return calendar_for(packs, known("place", place, places), local)


def fact(pack: Pack, text: str) -> tuple[str, Value]:
    """Read `name=value`.

    Raises:
        InvalidInput: the law does not ask for such a fact, or it cannot have this value.
    """
    name, _sign, written = text.partition("=")
    spec = fact_spec(pack, name) or known("fact", name, {**FACTS, **dict.fromkeys(pack.elements, FACTS["online"])})
    choices = fact_choices(spec, pack)
    value = _value(spec.type, written)
    if value is None or not value_fits(spec, value, choices):
        wanted = ", ".join(choices) or {FactType.DATE: "2026-11-21", FactType.NUMBER: "1"}.get(spec.type, "true, false")
        sentence = _("The fact {name} cannot be {value}. Write for example: {wanted}.")
        raise InvalidInput("fact", sentence.format(name=name, value=repr(written), wanted=wanted))
    return name, value


def _value(kind: FactType, written: str) -> Value | None:
    match kind:
        case FactType.YES_NO:
            return _ANSWERS.get(written.lower())
        case FactType.NUMBER:
            return int(written) if written.isdecimal() else None
        case FactType.DATE:
            return day("fact", written)
        case FactType.CHOICE:
            return written


def event(text: str) -> Occurrence:
    """Read `kind=DATE`: something done since.

    Raises:
        InvalidInput: nothing of this kind is known, or the day cannot be read.
    """
    kind, _sign, written = text.partition("=")
    return Occurrence(known("event", kind, {what.value: what for what in Happening}), when("event", written))


def local_days(file: Path | None) -> tuple[DeclaredDay, ...]:
    """Read the local table of declared days, if one was given.

    Raises:
        PackProblem: it says something that is not understood.
    """
    return load_declared_days(file) if file else ()


def known(field: str, name: str, things: Mapping[str, Named]) -> Named:
    """Find a thing by its name.

    Raises:
        InvalidInput: there is none of this name; says which there are.
    """
    if name not in things:
        sentence = _("{name} is not known. Those known: {known}.")
        raise InvalidInput(field, sentence.format(name=repr(name), known=", ".join(things)))
    return things[name]
