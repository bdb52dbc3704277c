"""How a route is worded: in a card, and whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from casedesk import explain, wording
from casedesk.law.pack import Mark, Pack, Route
from casedesk.law.routes import Condition, ConditionAnswer, RouteAnswer, RouteState, Standing
from casedesk.law_words import happening_name
from casedesk.translate import N_, _, law
from casedesk.ui import words
from casedesk.ui.fonts import Role
from casedesk.ui.law import terms
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.notice import Piece, Section
from casedesk.ui.widgets.paragraph import Tone

_CHIPS = {
    RouteState.OPEN: N_("possible now"),
    RouteState.WAITING: N_("not yet"),
    RouteState.MISSING: N_("an answer is missing"),
    RouteState.DONE: N_("done"),
    RouteState.CLOSED: N_("not for her"),
}
_STANDINGS = {
    Standing.MET: (N_("Met: {condition}"), Tone.MET),
    Standing.MISSING: (N_("Missing: {condition}"), Tone.SOON),
    Standing.CONTRARY: (N_("Contrary: {condition}"), Tone.OVERDUE),
}
_WHY_LINES = 4


@dataclass(frozen=True, slots=True)
class RouteShown:
    """One route of one case, to be read beside its page."""

    case_id: str
    jurisdiction: str
    answer: RouteAnswer


def route_line(pack: Pack, answer: RouteAnswer, today: date) -> Line:
    """Word a route in a card: what it gives her, and what stands in the way; its cost and its risk are read beside."""
    details = [*_opening(answer, today)]
    lacking = [one for one in answer.conditions if one.standing is not Standing.MET and one.kind is not Condition.GATE]
    if answer.state is RouteState.CLOSED:
        lacking = [one for one in lacking if one.standing is Standing.CONTRARY]
    if answer.state in {RouteState.MISSING, RouteState.WAITING, RouteState.CLOSED}:
        details += [_standing(pack, answer.route, one) for one in lacking[:2]]
    details.append(law(answer.route.why))
    state = "" if answer.state is RouteState.OPEN else _(_CHIPS[answer.state])
    return Line(
        title=law(answer.route.title),
        detail="\u2028".join(details),
        chip=" · ".join(part for part in (state, explain.caution(answer.route.citation.mark)) if part),
        detail_lines=_WHY_LINES + len(details) * 2,
    )


def route_sections(pack: Pack, answer: RouteAnswer, today: date) -> list[Section]:
    """Tell a route whole: where it stands, why, what it costs and risks, whom to turn to, the text and its doubts."""
    route = answer.route
    return [
        Section("", tuple(_head(answer, today))),
        Section(_("What it gives her"), _said(route.why)),
        Section(_("What it changes for the rest"), _said(route.effect)),
        Section(_("Risk"), _said(route.risk)),
        Section(_("Cost"), _said(route.cost)),
        Section(_("Time it takes"), _said(route.delay)),
        Section(_("Conditions"), tuple(_conditions(pack, answer))),
        Section(_("Whom to turn to"), tuple(_bodies(pack, route))),
        Section(_("The text"), tuple(_text(pack, route))),
        Section(
            _("To be settled by a jurist"), tuple(Piece(law(pack.doubts[n])) for n in route.doubts if n in pack.doubts)
        ),
    ]


def _said(text: str) -> tuple[Piece, ...]:
    return (Piece(words.capital(law(text))),) if text else ()


def _opening(answer: RouteAnswer, today: date) -> Iterator[str]:
    if answer.state is RouteState.WAITING and answer.opens_on is not None:
        far = wording.relative_day(answer.opens_on, today)
        said = _("Possible from {day} ({far}).").format(day=wording.day(answer.opens_on), far=far)
        yield said if answer.opens_by is None else explain.cautioned(said, answer.opens_by.mark)


def _head(answer: RouteAnswer, today: date) -> Iterator[Piece]:
    tone = {RouteState.OPEN: Tone.MET, RouteState.DONE: Tone.MET, RouteState.CLOSED: Tone.QUIET}
    state = words.capital(_(_CHIPS[answer.state]))
    yield Piece(" · ".join([state, *_opening(answer, today)]), Role.STRONG, tone.get(answer.state, Tone.SOON))


def _conditions(pack: Pack, answer: RouteAnswer) -> Iterator[Piece]:
    if not answer.conditions:
        yield Piece(_("None: it is always open."))
    for one in answer.conditions:
        yield Piece(_standing(pack, answer.route, one), tone=_STANDINGS[one.standing][1])


def _standing(pack: Pack, route: Route, one: ConditionAnswer) -> str:
    return _(_STANDINGS[one.standing][0]).format(condition=condition_words(pack, route, one))


def condition_words(pack: Pack, route: Route, one: ConditionAnswer) -> str:
    """Word what a condition is about."""
    match one.kind:
        case Condition.HAPPENED:
            return " / ".join(happening_name(what) for what in route.needs)
        case Condition.GATE:
            rule = pack.rules[route.gate]
            return explain.cautioned(law(rule.title), rule.versions[-1].article.mark)
        case Condition.FACT:
            return " ".join(terms.condition(pack, name, route.when[name]) for name in one.names)
        case Condition.OFFENCE:
            titles = " / ".join(law(pack.offences[name].title) for name in one.names)
            return _("one of these offences is chosen: {offences}").format(offences=titles)


def _bodies(pack: Pack, route: Route) -> Iterator[Piece]:
    for name in route.bodies:
        body = pack.bodies[name]
        yield Piece(law(body.name), Role.STRONG)
        for reached in (body.phone, body.channel):
            if reached:
                yield Piece(reached, copy=reached)
        if body.mark is not Mark.VERIFIED:
            yield Piece(_("Not confirmed: check it before relying on it."), Role.SMALL, Tone.SOON)


def _text(pack: Pack, route: Route) -> Iterator[Piece]:
    citation = route.citation
    yield Piece(words.capital(law(citation.text)))
    sure = citation.mark is Mark.VERIFIED
    marked = explain.mark_sentence(citation.mark, pack.sources[citation.source].checked_on)
    yield Piece(words.capital(marked), Role.SMALL, Tone.QUIET if sure else Tone.SOON)
