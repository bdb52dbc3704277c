"""Cases and rules in one line, for tests of the engine."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from casedesk.law.facts import Facts, Happening, Occurrence, Value
from casedesk.law.pack import (
    Citation,
    Clock,
    Element,
    IpGate,
    Mark,
    Offence,
    Pack,
    Route,
    Rule,
    RuleVersion,
    StartsFrom,
)
from casedesk.law.period import Period
from casedesk.law.regime import Regime
from casedesk.law.when import When

TODAY = date(2026, 11, 21)
CITATION = Citation("article 1", "code", Mark.VERIFIED)


def on(day: str) -> When:
    """A day, `2026-08-21`; two days between which it was, `2026-08-10/2026-08-20`; or a moment."""
    if "T" in day:
        instant = datetime.fromisoformat(day).replace(tzinfo=UTC)
        return When(instant.date(), instant.date(), instant)
    first, _slash, last = day.partition("/")
    return When(date.fromisoformat(first), date.fromisoformat(last or first))


def happened(
    what: str,
    day: str | None = None,
    *,
    subject: str = "",
    about: Mapping[str, Value] | None = None,
    concerns: tuple[str, ...] = (),
) -> Occurrence:
    """Something happened; without a day, nobody knows when."""
    when = on(day) if day else None
    return Occurrence(Happening(what), when, subject or what, about=about or {}, concerns=concerns)


def version(duration: str | None, regime: Regime = Regime.LIMITATION, **changes: object) -> RuleVersion:
    """One version of a rule, in force for ever unless said otherwise."""
    period = Period.parse(duration) if duration else None
    return replace(RuleVersion(None, None, regime, period, CITATION), **changes)  # type: ignore[arg-type]


def rule(name: str = "limit", *versions: RuleVersion, **changes: object) -> Rule:
    """A press limitation of three months, unless said otherwise."""
    plain = Rule(
        id=name,
        title="Prescription",
        clock=Clock.LIMITATION,
        trigger=Happening.PUBLICATION,
        starts_from=StartsFrom.TRIGGER,
        bound="elle",
        lost="l’action",
        versions=versions or (version("P3M"),),
        when={},
        restarted_by=(),
        not_restarted_by=(),
        met_by=(),
        letters=(),
        doubts=(),
        checked_on=date(2026, 11, 21),
        examples=(),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def gate(name: str = "gate", **changes: object) -> Rule:
    """Three months to wait after a complaint to the prosecutor, or its copy."""
    return rule(
        name,
        version("P3M", Regime.GATE),
        **{
            "clock": Clock.OPENS_ON,
            "trigger": Happening.COMPLAINT_PROSECUTOR,
            "also_from": (Happening.COPY_TO_PROSECUTOR,),
            **changes,
        },
    )


def offence(name: str, *limitation: str) -> Offence:
    """An offence limited by these rules."""
    return Offence(
        id=name,
        title=name,
        citation=CITATION,
        penalty="une amende",
        limitation=limitation,
        complaint_required=False,
        complaint_article="",
        ip_gate=IpGate.NO,
        gate_reason="",
        element="des propos",
        applies_from=None,
    )


def route(name: str = "route", **changes: object) -> Route:
    """A route open to all at once, unless said otherwise."""
    plain = Route(name, name, "", "", "", "", (), "", (), {}, (), CITATION)
    return replace(plain, **changes)  # type: ignore[arg-type]


def pack(
    *rules: Rule,
    offences: tuple[Offence, ...] = (),
    routes: tuple[Route, ...] = (),
    elements: tuple[Element, ...] = (),
) -> Pack:
    """A jurisdiction made of these rules."""
    return Pack(
        id="zz",
        title="Zédie",
        language="fr",
        version="2026-11-21",
        places=("zz",),
        folder=Path("zz"),
        sources={},
        holidays=(),
        declared_days=(),
        rules={one.id: one for one in rules},
        elements={one.id: one for one in elements},
        offences={one.id: one for one in offences},
        routes={one.id: one for one in routes},
        bodies={},
        letters={},
        doubts={},
    )


def facts(*occurrences: Occurrence, answers: Mapping[str, Value] | None = None) -> Facts:
    """A case in which this happened, and this is known."""
    return Facts("fr", occurrences, answers or {})
