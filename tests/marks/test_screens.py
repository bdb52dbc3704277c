"""No screen shows what comes from a text that nobody read without its mark; what is no law never looks like it."""

from collections.abc import Callable, Mapping

import pytest

from casedesk import translate
from casedesk.law.pack import Mark, Pack
from casedesk.store.workspace import Workspace
from casedesk.ui.places import Page
from tests.marks.house import told_by_the_law
from tests.marks.marked import AIM, SIGN, Part, aimed, marked
from tests.marks.shown import Piece
from tests.marks.tour import Tour
from tests.marks.words import days_in_words, posing_as_law, unmarked, unnamed

Begin = Callable[[Mapping[str, Pack]], Tour]

# Every screen on which something of the law stands.
SCREENS = {
    *("today", "why", "cases", "summary", "route", "people", "facts", "qualification", "offence", "calendar", "clock"),
    *("step", "calculator", "count", "copied", "printed", "rules", "rule", "directory", "body", "her page"),
}


def told(found: Mapping[str, list[Piece]]) -> str:
    """List what was found, to be read by whoever must mend it."""
    return "\n".join(f"{screen} · {one.where}\n    {one.text}" for screen, some in found.items() for one in some[:4])


def signed(tour: Tour, sign: str) -> set[str]:
    return {screen for screen, shown in tour.seen.items() if any(sign in piece.text for piece in shown)}


def check(tour: Tour, house: Workspace, *, dated: bool) -> None:
    """Look for anything without its mark."""
    with house.transaction() as work:
        days = told_by_the_law(work.session, tour.packs, target=False) if dated else frozenset()
    pattern = days_in_words(days) if days else None
    found = {screen: bare for screen, shown in tour.seen.items() if (bare := unmarked(shown, pattern))}
    assert not found, told(found)


def test_what_nobody_read_goes_nowhere_without_its_mark(
    packs: Mapping[str, Pack], house: Workspace, tour: Begin
) -> None:
    visit = tour(marked(packs, Mark.SECONDARY))
    visit.every = 3
    visit.everywhere(1)
    assert signed(visit, SIGN) >= SCREENS
    check(visit, house, dated=True)


def test_what_is_not_verified_is_marked_in_english_too(
    packs: Mapping[str, Pack], house: Workspace, tour: Begin
) -> None:
    translate.set_language("en")
    visit = tour(marked(packs, Mark.UNVERIFIED))
    visit.every = 13
    visit.main_screens()
    check(visit, house, dated=True)


def _routes(visit: Tour) -> None:
    for sheet in visit.sheets(1):
        visit.case(sheet, [Page.SUMMARY])
    visit.steps()


def _offences(visit: Tour) -> None:
    for sheet in visit.sheets(1):
        visit.case(sheet, [Page.QUALIFICATION])


def _rules(visit: Tour) -> None:
    _routes(visit)
    _offences(visit)


def _reasons(visit: Tour) -> None:
    for sheet in visit.sheets(1):
        visit.case(sheet, [Page.CALENDAR])
    visit.calculator()
    visit.rules()


def _bodies(visit: Tour) -> None:
    for sheet in visit.sheets(1):
        visit.case(sheet, [Page.SUMMARY])
    visit.directory()


@pytest.mark.parametrize(
    ("part", "go"),
    [
        (Part.RULES, _rules),
        (Part.BESIDE, _reasons),
        (Part.OFFENCES, _offences),
        (Part.AGGRAVATIONS, _offences),
        (Part.ROUTES, _routes),
        (Part.BODIES, _bodies),
    ],
)
def test_each_text_has_its_own_mark_even_beside_others_that_were_read(
    packs: Mapping[str, Pack], house: Workspace, tour: Begin, *, part: Part, go: Callable[[Tour], None]
) -> None:
    visit = tour(marked(packs, Mark.SECONDARY, {part}))
    visit.every = 7
    go(visit)
    assert signed(visit, SIGN)
    check(visit, house, dated=part is Part.RULES)


def test_what_was_read_bears_no_mark(packs: Mapping[str, Pack], tour: Begin) -> None:
    visit = tour(marked(packs, Mark.VERIFIED))
    visit.list_of_cases()
    for sheet in visit.sheets(1):
        visit.case(sheet, [Page.SUMMARY, Page.PEOPLE])
    assert not [piece for shown in visit.seen.values() for piece in shown if "à confirmer" in piece.text.lower()]


def test_what_is_no_law_never_looks_like_it(packs: Mapping[str, Pack], house: Workspace, tour: Begin) -> None:
    visit = tour(aimed(packs))
    visit.every = 7
    visit.main_screens()
    with house.transaction() as work:
        days = days_in_words(told_by_the_law(work.session, visit.packs, target=True))
    examples = {"rule"}  # a rule's page works its examples out on days of its own
    others = {"step", "rule"}  # they tell other clocks in the same breath
    without = {name: unnamed(shown, None if name in examples else days) for name, shown in visit.seen.items()}
    posing = {name: posing_as_law(shown) for name, shown in visit.seen.items() if name not in others}
    assert not any(without.values()), told(without)
    assert not any(posing.values()), told(posing)
    shown = {"today", "why", "calendar", "clock", "step", "calculator", "count", "copied", "printed", "rules", "rule"}
    assert signed(visit, AIM) >= shown
