"""The words of the law's closed sets that only the room of law shows."""

from zoneinfo import ZoneInfo

from casedesk import wording
from casedesk.law.facts import FACTS, FactType, Value
from casedesk.law.pack import Clock, Mark, Pack, RuleVersion
from casedesk.law.period import THAT_DAY
from casedesk.law.regime import Regime
from casedesk.law_words import fact_question
from casedesk.translate import N_, _, law
from casedesk.ui import words

_REGIMES = {
    Regime.LIMITATION: N_("from day to same day, never extended"),
    Regime.CPP_801: N_("criminal procedure (CPP, art. 801): a last day off moves to the next working day"),
    Regime.CPC_642: N_("civil procedure (CPC, art. 640 to 642): a last day off moves to the next working day"),
    Regime.CLEAR_DAYS: N_("clear days: neither the first day nor the last one counts"),
    Regime.BACKWARD: N_("counted back from an event, never extended"),
    Regime.CLEAR_BACKWARD: N_("clear days, counted back from an event"),
    Regime.HOURS: N_("in hours, from moment to moment"),
    Regime.EU_1182_71: N_("European law (regulation 1182/71): a last day off moves to the next working day"),
    Regime.CIVIL_LIMITATION: N_("from day to same day, never extended (civil law)"),
    Regime.ML_CPP_1366: N_("Mali, criminal procedure (CPP, art. 1366): the first day is not settled"),
    Regime.GATE: N_("opening: the day after the period has fully run"),
}
_CLOCKS_MEAN = {
    Clock.LIMITATION: N_("After it, nobody can be prosecuted any more, or no claim brought."),
    Clock.ACT_BY: N_("After it, a step is lost."),
    Clock.OPENS_ON: N_("Before it, a step is refused: the later date is the safe one."),
    Clock.EVIDENCE: N_("From then on, others may lawfully delete the evidence."),
    Clock.ANSWER: N_("By then somebody else must answer; after it, one goes further."),
    Clock.TARGET: N_("A practice, or a delay that we ask for. Nobody is bound by it: it is not law."),
    Clock.RETENTION: N_("By then we must delete what we keep."),
}
_MARKS = {
    Mark.VERIFIED: N_("text read"),
    Mark.SECONDARY: N_("reported, text not read"),
    Mark.UNVERIFIED: N_("not verified"),
}
_KINDS = {  # in the order of the directory: first, whom she can call
    "hotline": (N_("Hotline"), N_("Hotlines")),
    "support": (N_("Support"), N_("Support")),
    "trusted_flagger": (N_("Trusted flagger"), N_("Trusted flaggers")),
    "authority": (N_("Authority"), N_("Authorities")),
    "out_of_court": (N_("Out-of-court settlement body"), N_("Out-of-court settlement bodies")),
    "platform": (N_("Platform"), N_("Platforms")),
    "prosecutor": (N_("Prosecutor"), N_("Prosecutors")),
    "court": (N_("Court"), N_("Courts")),
    "authenticity": (N_("Authenticity of a content"), N_("Authenticity of a content")),
}
KINDS = tuple(_KINDS)
_ZONES = {
    "fr-971": "America/Guadeloupe",
    "fr-972": "America/Martinique",
    "fr-973": "America/Cayenne",
    "fr-974": "Indian/Reunion",
    "fr-976": "Indian/Mayotte",
    "fr-977": "America/St_Barthelemy",
    "fr-978": "America/Marigot",
    "ml": "Africa/Bamako",
}


def regime_name(regime: Regime) -> str:
    """Name a way of counting."""
    return _(_REGIMES[regime])


def clock_meaning(clock: Clock) -> str:
    """Say what a kind of clock means."""
    return _(_CLOCKS_MEAN[clock])


def mark_name(mark: Mark) -> str:
    """Name how far a text was checked."""
    return _(_MARKS[mark])


def to_confirm(mark: Mark) -> str:
    """Warn of a text that was not read; empty for one that was."""
    return "" if mark is Mark.VERIFIED else _("to be confirmed by a jurist")


def kind_name(kind: str) -> str:
    """Name the kind of a body."""
    return _(_KINDS[kind][0]) if kind in _KINDS else kind


def kinds_name(kind: str) -> str:
    """Name a kind of bodies."""
    return _(_KINDS[kind][1]) if kind in _KINDS else kind


def zone(place: str) -> ZoneInfo:
    """Give the time that the clocks of a place show."""
    return ZoneInfo(_ZONES.get(place, "Europe/Paris"))


def duration(version: RuleVersion) -> str:
    """Say how long a period is, or that no number can be given, and why."""
    if version.fixed_on is not None:
        return wording.day(version.fixed_on)
    if version.duration == THAT_DAY:
        return _("that very day")
    if version.duration is not None:
        return wording.period(version.duration)
    if version.without_number:
        return _("without a number: {words}").format(words=law(version.without_number))
    return _("number not found")


def condition(pack: Pack, name: str, wanted: Value | tuple[Value, ...]) -> str:
    """Say a condition as its question, and the answers that meet it."""
    values = wanted if isinstance(wanted, tuple) else (wanted,)
    answers = " / ".join(value_words(pack, name, value) for value in values)
    return f"{fact_question(name, pack.elements)} {answers}"


def value_words(pack: Pack, name: str, value: Value) -> str:
    """Word an answer."""
    match value:
        case bool():
            return _("Yes") if value else _("No")
        case int():
            return wording.number(value)
        case str():
            known = pack.offences.get(value) if name == "offence" else None
            return law(known.title) if known else words.choice(value)
        case _:
            return wording.day(value)


def fact_type(name: str) -> FactType:
    """Say what the answer to a question looks like: those of a pack are all yes or no."""
    return FACTS[name].type if name in FACTS else FactType.YES_NO
