"""Several notices in one act: laid out, made with progress, issued all together or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from casedesk.errors import CasedeskError
from casedesk.progress import Progress
from casedesk.queries.case_sheet import LetterRow, case_sheet
from casedesk.queries.letter_draft import LetterDraft, letter_draft
from casedesk.queries.letter_notices import Notice, NoticeChoice, NoticePlan, notices_of
from casedesk.services.letter_batch import Made
from casedesk.ui import places
from casedesk.ui.desk import Desk, Session


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be notified from a draft."""

    draft: LetterDraft
    choices: tuple[NoticeChoice, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Who read the notices, or why nobody did, and what is passed over for which reason."""

    by: str
    alone_because: str
    waivers: Mapping[str, str]


class Batch(QObject):
    """Nothing is kept until every notice is made and read over."""

    offered = Signal(object)  # Offer
    harmed = Signal(object)  # Made: something in it would harm somebody
    issued = Signal(object)  # the LetterRow of each notice
    failed = Signal(object)  # CasedeskError
    stopped = Signal()  # by the person

    def __init__(self, desk: Desk, place: places.Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place = place
        self._letter_id = place.letter_id
        self._reading = Reading("", "", {})
        self._progress: Progress | None = None
        self._busy = False
        desk.rested.connect(self.on_rested)

    @property
    def is_busy(self) -> bool:
        """Say whether notices are being made."""
        return self._busy

    @property
    def letter(self) -> places.Compose:
        """Which draft the notices are taken from."""
        return places.Compose(self._place.case_id, self._place.model, self._letter_id)

    # What may be notified

    def read(self) -> None:
        """Ask what may be notified; the draft is begun if nobody did."""
        self._desk.write(self._offer, self.on_offered, self.on_failed)

    def _offer(self, session: Session) -> Offer:
        from casedesk.services import letters

        desk, place = self._desk, self._place
        packs, today = desk.packs, desk.today()
        draft = letter_draft(session, packs, place.case_id, place.model, today, letter_id=self._letter_id or None)
        if not draft.letter_id:
            letter_id = letters.start(session, packs, place.case_id, place.model, today=today, now=desk.now())
            draft = letter_draft(session, packs, place.case_id, place.model, today, letter_id=letter_id)
        return Offer(draft, notices_of(session, packs, draft.letter_id, today, whole_case=True))

    def on_offered(self, offer: Offer) -> None:
        """Know the draft, and tell what may be notified."""
        self._letter_id = offer.draft.letter_id
        self.offered.emit(offer)

    # Making them

    def issue(self, notices: Sequence[Notice], reading: Reading) -> None:
        """Make and issue the notices."""
        self._busy, self._reading = True, reading
        self._desk.write(partial(self._lay, tuple(notices)), self.on_laid, self.on_failed)

    def _lay(self, notices: tuple[Notice, ...], session: Session) -> NoticePlan:
        """Take into the draft what the notices are about, and what shows it."""
        from casedesk.services import letter_batch, letters

        desk, place = self._desk, self._place
        packs, today, letter_id = desk.packs, desk.today(), self._letter_id
        draft = letter_draft(session, packs, place.case_id, place.model, today, letter_id=letter_id)
        told = {item for notice in notices for item in notice.item_ids}
        about = {item.parent_id for item in draft.items if item.id in told}
        letters.choose(
            session,
            letter_id,
            draft.version,
            incident_ids=[one.id for one in draft.incidents if one.id in about],
            item_ids=[one.id for one in draft.items if one.id in told],
            exhibit_ids=[one.id for one in draft.exhibits if one.chosen or one.parent_id in told],
            now=desk.now(),
        )
        session.flush()
        version = letter_draft(session, packs, place.case_id, place.model, today, letter_id=letter_id).version
        return letter_batch.plan(session, packs, letter_id, version, notices, today=today)

    def on_laid(self, plan: NoticePlan) -> None:
        """Make each notice, off the database."""
        from casedesk.services import letter_batch

        self._progress = self._desk.run(partial(letter_batch.render, plan), self.on_made, self.on_failed)

    def on_rested(self, progress: Progress) -> None:
        """The work ended: unless its outcome follows at once, the person stopped it."""
        if progress is self._progress:
            QTimer.singleShot(0, self, self.on_no_outcome)

    def on_no_outcome(self) -> None:
        """Know that the person stopped it."""
        if self._progress is not None:
            self._progress, self._busy = None, False
            self.stopped.emit()

    def on_made(self, made: Made) -> None:
        """Issue them all, unless one would harm somebody."""
        self._progress = None
        if any(made.harm(self._reading.waivers)):
            self._busy = False
            self.harmed.emit(made)
        else:
            self._desk.write(partial(self._issue, made), self.on_issued, self.on_failed)

    def _issue(self, made: Made, session: Session) -> tuple[LetterRow, ...]:
        from casedesk.services import letter_batch

        desk, reading = self._desk, self._reading
        issued = letter_batch.issue_all(
            session,
            desk.packs,
            made,
            seal=desk.seal,
            read_by=reading.by,
            alone_because="" if reading.by else reading.alone_because,
            waivers=reading.waivers,
            today=desk.today(),
            now=desk.now(),
        )
        session.flush()
        rows = {row.id: row for row in case_sheet(session, desk.packs, self._place.case_id, desk.today()).letters}
        return tuple(rows[letter_id] for letter_id in issued)

    def on_issued(self, rows: tuple[LetterRow, ...]) -> None:
        """Tell what was issued."""
        self._busy = False
        self.issued.emit(rows)

    def on_failed(self, error: CasedeskError) -> None:
        """Tell why nothing was issued."""
        self._progress, self._busy = None, False
        self.failed.emit(error)
