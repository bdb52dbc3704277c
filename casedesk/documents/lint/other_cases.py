"""People of other cases named in a letter."""

import re
from collections.abc import Iterator

from casedesk.documents.lint.findings import Finding, Flaw, Gravity
from casedesk.documents.lint.people import Name, hits, name_of, name_of_party
from casedesk.documents.lint.reading import Reading
from casedesk.documents.lint.words import folded
from casedesk.translate import _


def other_cases(reading: Reading) -> Iterator[Finding]:
    """Look for anybody of another case."""
    if not reading.read.others:
        return
    mine = _of_this_case(reading)
    families = {family for one in mine for family in one.families}
    ours = _institutions(reading)
    said = reading.low
    for other in dict.fromkeys(map(name_of, reading.read.others)):
        if not any(family in said for family in other.families) or any(_same(other, one) for one in mine):
            continue
        for line in reading.lines:
            for hit in hits(other, line.text, line.folded):
                family = line.folded[hit.start : hit.end]
                if hit.whole or not (family in families or family in ours):
                    yield reading.finding(
                        Flaw.OTHER_CASE,
                        Gravity.HARM,
                        line,
                        (hit.start, hit.end),
                        says=_("This name is that of a person of another case."),
                        cure=_("Take it out. If it is somebody else of the same name, say so."),
                    )


def _of_this_case(reading: Reading) -> tuple[Name, ...]:
    data = reading.data
    return tuple(map(name_of_party, (data.person, *data.representatives, *data.authors)))


def _institutions(reading: Reading) -> frozenset[str]:
    """List the words by which the association, the addressee, the courts and her own street are called."""
    data = reading.data
    bodies = [body for body in (data.addressee, *data.providers) if body]
    said = [data.sender.name, *data.sender.address, data.sender.town, data.answers.get("court_town", "")]
    said += [part for line in data.person.address[:-1] for part in re.split(r"['’]", line)]
    said += [text for body in bodies for text in (body.name, *body.address)]
    return frozenset(word for text in said for word in folded(text).replace(",", " ").split())


def _same(other: Name, one: Name) -> bool:
    return bool(set(other.families) & set(one.families)) and bool(set(other.given) & set(one.given))
