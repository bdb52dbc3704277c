"""What is wrong in a letter before it leaves, and what may not be passed over."""

from collections.abc import Iterable, Mapping

from casedesk.documents.linter import Finding, Read, lint
from casedesk.errors import InvalidInput
from casedesk.queries.letter_data import LetterData
from casedesk.translate import _


def findings(data: LetterData, docx: bytes, text: str, others: tuple[str, ...]) -> tuple[Finding, ...]:
    """Read a letter as it would leave; `others` names people of other cases, who must not be in it."""
    return lint(Read(data, docx, text, others))


def harmful(found: Iterable[Finding], waivers: Mapping[str, str]) -> tuple[Finding, ...]:
    """Keep what would harm somebody and was not passed over with a reason, where it may be."""
    return tuple(one for one in found if one.blocks and not (one.waivable and waivers.get(one.key)))


def refuse_harm(found: Iterable[Finding], waivers: Mapping[str, str]) -> None:
    """Refuse a letter that would harm somebody, with the first thing to cure.

    Raises:
        InvalidInput: the field is the question to go to, else “findings”.
    """
    for one in harmful(found, waivers):
        raise InvalidInput(
            one.fact or "findings",
            _("This letter could harm somebody: {fault} {cure}").format(fault=one.says, cure=one.cure),
        )
