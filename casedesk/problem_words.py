"""The sentence of a refusal: what is wrong in a pack, where, and what was expected, in the language spoken."""

from casedesk.errors import PackProblem
from casedesk.translate import _, pgettext


def problem_sentence(problem: PackProblem) -> str:
    """Say where a pack is wrong and what to write there."""
    if not problem.told:
        return problem.worded(_(problem.pattern))
    told = {**problem.told}
    if "kind" in told:
        told["kind"] = _kind(told["kind"])
    return problem.worded(_(problem.pattern).format(**told))


def _kind(kind: str) -> str:
    """Name a kind of entry of a pack."""
    return {
        "act of restarted_by": pgettext("part of a pack", "act of restarted_by"),
        "body": pgettext("part of a pack", "body"),
        "doubt": pgettext("part of a pack", "doubt"),
        "fact": pgettext("part of a pack", "fact"),
        "kind of body": pgettext("part of a pack", "kind of body"),
        "letter": pgettext("part of a pack", "letter"),
        "line of a dossier": pgettext("part of a pack", "line of a dossier"),
        "number": pgettext("part of a pack", "number"),
        "offence": pgettext("part of a pack", "offence"),
        "place": pgettext("part of a pack", "place"),
        "rule": pgettext("part of a pack", "rule"),
        "rule whose clock is opens_on": pgettext("part of a pack", "rule whose clock is opens_on"),
        "source": pgettext("part of a pack", "source"),
    }.get(kind, kind)
