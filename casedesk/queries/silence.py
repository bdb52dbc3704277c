"""Letters that left and what came back of them: how long ago, and what their silence opens."""

from collections.abc import Collection, Iterator

from casedesk.law.assess import Due
from casedesk.law.facts import Happening
from casedesk.law.pack import Body, Clock, LetterModel
from casedesk.queries.case_file import CaseFile
from casedesk.queries.letter_data import PastLetter, Silence, SilenceRule
from casedesk.queries.reading import CaseReading
from casedesk.queries.values import LetterState
from casedesk.records import Letter

SILENCE_FILE = "dossier_silence"  # the letter of each pack that tells the silences of a case
WAITING = frozenset({LetterState.SENT, LetterState.RECEIVED})

_LAW = frozenset({Clock.ANSWER, Clock.OPENS_ON})
_OWED = _LAW | {Clock.TARGET}  # practice: late, though no text says so


def past_letter(reading: CaseReading, letter: Letter, joined: Collection[str]) -> PastLetter | None:
    """Tell a letter that left, None while it did not; its proof is cited only where that exhibit is `joined`."""
    if letter.sent_on is None:
        return None
    proofs = [letter.proofs.get(step) for step in (LetterState.RECEIVED, LetterState.SENT)]
    proof = next((exhibit_id for exhibit_id in proofs if exhibit_id in joined), None)
    return PastLetter(
        title=letter.title,
        to=addressed_to(letter),
        sent_on=letter.sent_on,
        way=letter.channel,
        number=letter.tracking,
        received_on=letter.received_on,
        proof=reading.file.number(proof),
        days=(reading.today - (letter.received_on or letter.sent_on)).days,
    )


def addressed_to(letter: Letter) -> str:
    """Name whom an issued letter was written to."""
    addressee = letter.data.get("addressee")
    return str(addressee["name"]) if isinstance(addressee, dict) and "name" in addressee else ""


def silences(reading: CaseReading, joined: Collection[str]) -> tuple[Silence, ...]:
    """List the letters that nobody answered, the first sent first, with their reminders and what the law says of it.

    One that left or arrived today is not silent yet.
    """
    told = []
    sent = in_order(reading.file)
    reminding = [letter for letter in sent if _reminds(reading, letter)]
    for letter in sent:
        past = past_letter(reading, letter, joined)
        if past is None or past.days < 1 or letter.state not in WAITING or letter in reminding:
            continue
        since = (past_letter(reading, one, joined) for one in reminding if one.about_id == letter.id)
        told.append(Silence(past, tuple(one for one in since if one is not None), tuple(_rules(reading, letter))))
    return tuple(told)


def earlier_notices(
    reading: CaseReading, letter_id: str, addressee: Body | None, joined: Collection[str]
) -> tuple[PastLetter, ...]:
    """List the notices sent to platforms before the letter of that id; for a platform, those sent to it alone."""
    there = addressee.id if addressee is not None and addressee.kind == "platform" else ""
    told = (
        past_letter(reading, letter, joined)
        for letter in in_order(reading.file)
        if letter.id != letter_id
        and _records(reading, letter) is Happening.NOTICE_SENT
        and (not there or letter.addressee_id == there)
    )
    return tuple(one for one in told if one is not None)


def is_silent(reading: CaseReading, letter: Letter) -> bool:
    """Say whether an answer to a letter is late, or what its silence opens is open."""
    if letter.state not in WAITING:
        return False
    for due in _started(reading, letter):
        opened = due.rule.clock is Clock.OPENS_ON and due.legal_day <= reading.today
        if not due.met and (opened or (due.rule.clock is not Clock.OPENS_ON and due.until < reading.today)):
            return True
    return False


def in_order(file: CaseFile) -> list[Letter]:
    """List the letters that left, in the order they did."""
    sent = [(letter.sent_on, letter.created_at, letter) for letter in file.letters if letter.sent_on is not None]
    return [letter for _sent_on, _created_at, letter in sorted(sent, key=lambda one: one[:2])]


def model_of(reading: CaseReading, letter: Letter) -> LetterModel | None:
    """Find the model of a letter, if the law still has it."""
    return reading.pack.letters.get(letter.model)


def _reminds(reading: CaseReading, letter: Letter) -> bool:
    """Say whether a letter is the reminder of another one."""
    before = next((one for one in reading.file.letters if one.id == letter.about_id), None)
    model = None if before is None else model_of(reading, before)
    return model is not None and model.reminder == letter.model


def _records(reading: CaseReading, letter: Letter) -> Happening | None:
    model = model_of(reading, letter)
    return None if model is None else model.records


def _started(reading: CaseReading, letter: Letter) -> Iterator[Due]:
    """Find the dates by which an answer is owed, or from which more is possible: those its own events started."""
    model = model_of(reading, letter)
    ours = set() if model is None else {model.records, model.received}
    events = {event.id for event in reading.file.events if event.letter_id == letter.id and event.what in ours}
    for answer in reading.assessments:
        if isinstance(answer, Due) and answer.subject in events and answer.rule.clock in _OWED:
            yield answer


def _rules(reading: CaseReading, letter: Letter) -> Iterator[SilenceRule]:
    """Say what the law counts from a letter that has no answer, by day."""
    rules: dict[str, SilenceRule] = {}
    for due in sorted(_started(reading, letter), key=lambda due: due.legal_day):
        if due.rule.clock in _LAW and not due.met:
            article = due.version.article
            past = due.legal_day <= reading.today if due.rule.clock is Clock.OPENS_ON else due.until < reading.today
            day = due.legal_day if due.rule.clock is not Clock.OPENS_ON else due.prudent_day
            rules.setdefault(due.rule.id, SilenceRule(due.rule.title, day, article.text, article.mark, past))
    yield from rules.values()
