"""What to look at before a letter leaves, as the page lists it: the gravest first, nothing twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from casedesk.queries.letter_draft import DraftWarning, LetterDraft, Warn
from casedesk.services.letter_preview import Finding, Flaw, Gravity
from casedesk.ui.letters.warning_words import is_grave, warning_sentence
from casedesk.ui.places import Page

# The same thing seen by the reading of the case, by the reading of the letter: the latter says where it stands.
_SAID_BY = {
    Warn.HOME_ADDRESS: {Flaw.WHERE_SHE_IS, Flaw.SAFE_CONTACT},
    Warn.TELLS_WHO: {Flaw.HER_NAME, Flaw.WHERE_SHE_IS},
    Warn.OTHER_PLATFORM: {Flaw.OTHER_PLATFORM},
    Warn.MINOR: {Flaw.MINOR_UNPROTECTED, Flaw.MINOR_IMAGE},
    Warn.NO_DAY: {Flaw.NO_DATE},
    Warn.NO_ADDRESSEE: {Flaw.ADDRESSEE},
    Warn.NOT_VERIFIED: {Flaw.ARTICLE_UNVERIFIED},
}
_PAGES = {
    Warn.NO_OFFENCE: Page.QUALIFICATION,
    Warn.NO_DAY: Page.FACTS,
    Warn.NO_EXHIBIT: Page.FACTS,
    Warn.MINOR: Page.PEOPLE,
    Warn.HOME_ADDRESS: Page.PEOPLE,
    Warn.NO_SHARING_CONSENT: None,
}
_ROOMS = {
    "person": Page.PEOPLE,
    "authors": Page.PEOPLE,
    "representatives": Page.PEOPLE,
    "incident": Page.FACTS,
    "content": Page.FACTS,
    "exhibits": Page.FACTS,
    "providers": Page.FACTS,
    "events": Page.SUMMARY,
    "offences": Page.QUALIFICATION,
}
_TICKS = frozenset({Warn.NO_INCIDENT, Warn.OTHER_PLATFORM})
_ORDER = tuple(Gravity)


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One thing to look at: how much it matters, where to cure it, why it was passed over if it was.

    `fact` is a question of the letter to go to, `page` a page of the case, `ticks` the list of what goes into the
    letter; at most one is set. `blocks` says that the letter cannot leave as it is.
    """

    key: str
    gravity: Gravity
    says: str
    keys: tuple[str, ...] = ()  # of the findings it stands for
    cure: str = ""
    place: str = ""
    fact: str = ""
    page: Page | None = None
    ticks: bool = False
    waivable: bool = False
    waived: str = ""
    doubt: bool = False  # a point of law nobody settled yet: the same in every letter, cured by no answer

    @property
    def stands(self) -> bool:
        """Say whether it is counted among what to look at in this letter."""
        return not self.waived and not self.doubt

    @property
    def grave(self) -> bool:
        """Say whether it is always shown."""
        return self.gravity is not Gravity.CARE

    @property
    def blocks(self) -> bool:
        """Say whether the letter cannot leave before this is cured or passed over."""
        return self.gravity is Gravity.HARM and not self.waived


def finding_rows(draft: LetterDraft, findings: tuple[Finding, ...]) -> tuple[FindingRow, ...]:
    """List the findings and the warnings, the gravest first, the doubts of law last; one passed over stays in place."""
    asked = {question.fact for question in draft.model.questions}
    lacking = {question.fact for question in draft.missing}  # the open question says it
    seen = {finding.code for finding in findings}
    alike: dict[tuple[str, str, str], list[Finding]] = {}
    for one in findings:
        if one.fact not in lacking:
            alike.setdefault((one.code, one.place, one.says), []).append(one)
    rows = {row.key: row for row in (_found(group, asked, draft.waived) for group in alike.values())}
    for warning in draft.warnings:
        if not _SAID_BY.get(warning.code, set()) & seen:
            row = _warned(warning, asked)
            rows.setdefault(row.key, row)
    return tuple(sorted(rows.values(), key=lambda row: (_ORDER.index(row.gravity), row.doubt)))


def batch_rows(found: Sequence[Sequence[Finding]], waivers: Mapping[str, str]) -> tuple[FindingRow, ...]:
    """List what keeps several letters from leaving, each thing once."""
    harm = {one.key: one for findings in found for one in findings if one.blocks}
    return tuple(replace(_found((one,), set(), waivers), ticks=True) for one in harm.values())


def _found(group: Sequence[Finding], asked: set[str], waivers: Mapping[str, str]) -> FindingRow:
    """List as one what is said in the same words of the same place."""
    finding = group[0]
    keys = tuple(one.key for one in group)
    question = finding.fact if finding.fact in asked else ""
    return FindingRow(
        key=finding.key,
        keys=keys,
        gravity=finding.gravity,
        says=finding.says,
        cure=finding.cure,
        place=finding.place,
        fact=question,
        page=None if question else _ROOMS.get(finding.fact.partition(".")[0]),
        waivable=all(one.waivable for one in group),
        waived=waivers.get(finding.key, "") if all(waivers.get(key) for key in keys) else "",
    )


def _warned(warning: DraftWarning, asked: set[str]) -> FindingRow:
    question = "addressee" if warning.code is Warn.NO_ADDRESSEE and "addressee" in asked else ""
    return FindingRow(
        key=f"{warning.code}-{warning.about}",
        gravity=Gravity.MISTAKE if is_grave(warning) else Gravity.CARE,
        says=warning_sentence(warning),
        fact=question,
        page=_PAGES.get(warning.code),
        ticks=warning.code in _TICKS,
        doubt=warning.code is Warn.DOUBT,
    )
