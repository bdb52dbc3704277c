"""What to look at before a letter is issued."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from casedesk.law.pack import Mark
from casedesk.queries.letter_data import LetterData
from casedesk.queries.reading import CaseReading

TO_PLATFORM = "platform"  # the addressee of a notice
_SHORT = 2  # letters of a name too common in any sentence to mean her


class Warn(StrEnum):
    """What to look at before issuing; the sentence is worded by the screen."""

    DOUBT = "doubt"  # a point of law a jurist must settle; `about` is its sentence
    NOT_VERIFIED = "not_verified"  # an article cited was not read in its text; `about` is the article
    NO_OFFENCE = "no_offence"  # no qualification chosen; `about` is the incident's title
    NO_DAY = "no_day"  # the incident has no day; `about` is its title
    NO_EXHIBIT = "no_exhibit"  # nothing proves it; `about` is the incident's title
    NO_INCIDENT = "no_incident"
    NO_ADDRESSEE = "no_addressee"
    NO_SHARING_CONSENT = "no_sharing_consent"
    MINOR = "minor"
    HOME_ADDRESS = "home_address"  # her own address would be read by others
    TELLS_WHO = "tells_who"  # words typed for a platform tell who or where she is; `about` is what they tell
    OTHER_PLATFORM = "other_platform"  # a content of a notice is not on the platform written to; `about` is its host


@dataclass(frozen=True, slots=True)
class DraftWarning:
    """One warning and what it is about."""

    code: Warn
    about: str = ""


def warnings(reading: CaseReading, data: LetterData) -> Iterator[DraftWarning]:
    """Say what to look at, what matters most first."""
    yield from _of_the_case(reading, data)
    yield from _of_the_incidents(reading, data)
    yield from _of_the_law(reading, data)


def _of_the_case(reading: CaseReading, data: LetterData) -> Iterator[DraftWarning]:
    asked = {question.fact for question in data.model.questions}
    asks_address = "person.address" in asked
    if not data.incidents:
        yield DraftWarning(Warn.NO_INCIDENT)
    if data.addressee is None and (data.model.addressee or "addressee" in asked):
        yield DraftWarning(Warn.NO_ADDRESSEE)
    if data.minor_concerned:
        yield DraftWarning(Warn.MINOR)
    if reading.file.case.consent_sharing_on is None:
        yield DraftWarning(Warn.NO_SHARING_CONSENT)
    if asks_address and data.person.address and not data.person.domiciled_at_association:
        yield DraftWarning(Warn.HOME_ADDRESS)
    if data.model.addressee == TO_PLATFORM:
        yield from _of_a_notice(data)


def _of_a_notice(data: LetterData) -> Iterator[DraftWarning]:
    """Say what a platform should not read: it may pass a notice on to whoever it accuses."""
    typed = " ".join((*data.answers.values(), *(exhibit.title for exhibit in data.exhibits))).casefold()
    for secret in dict.fromkeys(_secrets(data)):
        if re.search(rf"(?<!\w){re.escape(secret.casefold())}(?!\w)", typed):
            yield DraftWarning(Warn.TELLS_WHO, secret)
    there = data.addressee.platforms if data.addressee else ()
    lines = [content for incident in data.incidents for content in incident.contents]
    for host in dict.fromkeys(line.host for line in lines if there and line.platform not in there):
        yield DraftWarning(Warn.OTHER_PLATFORM, host)


def _secrets(data: LetterData) -> Iterator[str]:
    """List what tells where she is, and who she is unless she signs."""
    person = data.person
    signs = data.answers.get("signed_by", "").strip().casefold() not in {"", "association"}
    names = () if signs else (person.given_name, person.family_name, person.email)
    yield from (told.strip() for told in (*person.address, person.phone, *names) if len(told.strip()) > _SHORT)


def _of_the_incidents(reading: CaseReading, data: LetterData) -> Iterator[DraftWarning]:
    qualified = {incident.title for incident in reading.file.incidents if incident.offences}
    for incident in data.incidents:
        if incident.title not in qualified:
            yield DraftWarning(Warn.NO_OFFENCE, incident.title)
        if incident.when is None:
            yield DraftWarning(Warn.NO_DAY, incident.title)
        if not incident.exhibits:
            yield DraftWarning(Warn.NO_EXHIBIT, incident.title)


def _of_the_law(reading: CaseReading, data: LetterData) -> Iterator[DraftWarning]:
    """Say which articles were not read in their text, and which points a jurist must settle."""
    cited = (*(offence.citation for offence in data.offences), *data.model.citations)
    for text in dict.fromkeys(citation.text for citation in cited if citation.mark is not Mark.VERIFIED):
        yield DraftWarning(Warn.NOT_VERIFIED, text)
    doubts = (*data.model.doubts, *(doubt for offence in data.offences for doubt in offence.doubts))
    for doubt in dict.fromkeys(doubts):
        if doubt in reading.pack.doubts:
            yield DraftWarning(Warn.DOUBT, reading.pack.doubts[doubt])
