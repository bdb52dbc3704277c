"""What is written from the page of a letter; looking at a letter begins none, the first gesture does."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from casedesk.errors import CasedeskError
from casedesk.queries.letter_draft import LetterDraft
from casedesk.services.letter_answers import Answer
from casedesk.ui import places
from casedesk.ui.desk import Desk, Session
from casedesk.ui.letters.gestures import Gestures
from casedesk.ui.letters.road import Act
from casedesk.ui.letters.telling import Told

Job = Callable[[Session, str], object]  # receives the letter's id; an act may give the id of the letter it begins
Failed = Callable[[CasedeskError], None]


@dataclass(frozen=True, slots=True)
class _Gesture:
    """Something to write, and whom to tell."""

    job: Job
    failed: Failed
    then: Callable[[object], None]


class Writing(QObject):
    """Knows which letter is written, and whether something still is."""

    written = Signal()  # one gesture, well or not
    acted = Signal(object)  # Told, once it is done
    begun = Signal(object)  # the place of another letter, to be opened

    def __init__(self, desk: Desk, place: places.Compose, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place = place
        self._waiting: deque[_Gesture] = deque()  # one is written after the other: the first may begin the letter
        self._writing = False

    @property
    def is_busy(self) -> bool:
        """Say whether a gesture is not written yet."""
        return self._writing or bool(self._waiting)

    @property
    def place(self) -> places.Compose:
        """Which letter it is."""
        return self._place

    def stand_at(self, letter_id: str) -> None:
        """Know the letter that was begun."""
        self._place = places.Compose(self._place.case_id, self._place.model, letter_id)

    def _write(self, job: Job, failed: Failed, then: Callable[[object], None] = lambda _done: None) -> None:
        """Write a gesture, in the letter begun or in a new one."""
        self._waiting.append(_Gesture(job, failed, then))
        self._write_next()

    def _write_next(self) -> None:
        """Write the gesture that waits, unless one is being written; also once she left the page."""
        if self._writing or not self._waiting:
            return
        self._writing = True
        one = self._waiting.popleft()

        def done(outcome: tuple[str, object]) -> None:
            self._writing = False
            self.stand_at(outcome[0])
            self._write_next()
            if isValid(self):
                one.then(outcome[1])
                self.written.emit()

        def refused(error: CasedeskError) -> None:
            self._writing = False
            self._write_next()
            if isValid(self):
                one.failed(error)
                self.written.emit()
            else:
                self._desk.failed.emit(error)

        self._desk.write(partial(self._begin_then, one.job), done, refused)

    def _begin_then(self, job: Job, session: Session) -> tuple[str, object]:
        from casedesk.services import letters

        desk, place = self._desk, self._place
        letter_id = place.letter_id or letters.start(
            session, desk.packs, place.case_id, place.model, today=desk.today(), now=desk.now()
        )
        return letter_id, job(session, letter_id)

    def answer(self, fact: str, value: Answer, failed: Failed) -> None:
        """Write an answer where it belongs."""
        from casedesk.services import letters

        desk = self._desk
        self._write(
            lambda session, letter_id: letters.answer(
                session, desk.packs, letter_id, fact, value, today=desk.today(), now=desk.now()
            ),
            failed,
        )

    def switch(self, clause: str, *, on: bool, failed: Failed) -> None:
        """Take a part of the letter, or leave it out."""
        from casedesk.services import letters

        desk = self._desk
        self._write(
            lambda session, letter_id: letters.set_clause(
                session, desk.packs, letter_id, clause, on=on, now=desk.now()
            ),
            failed,
        )

    def choose(self, version: int, ticked: tuple[list[str], list[str], list[str]], failed: Failed) -> None:
        """Take the facts, the contents and the exhibits that are ticked."""
        from casedesk.services import letters

        now = self._desk.now()
        incidents, items, exhibits = ticked
        self._write(
            lambda session, letter_id: letters.choose(
                session,
                letter_id,
                version or 1,
                incident_ids=incidents,
                item_ids=items,
                exhibit_ids=exhibits,
                now=now,
            ),
            failed,
        )

    def waive(self, keys: Sequence[str], reason: str, failed: Failed) -> None:
        """Pass over what was found for a reason; an empty one takes it back."""
        from casedesk.services import letters

        now = self._desk.now()

        def waive(session: Session, letter_id: str) -> None:
            for key in keys:
                letters.waive(session, letter_id, key, reason, now=now)

        self._write(waive, failed)

    def act(self, told: Told, draft: LetterDraft, seen: str, failed: Failed) -> None:
        """Do an act; `seen` names the text that was on screen."""

        def done(other: object) -> None:
            self.acted.emit(told)
            if isinstance(other, str) and other:
                model = draft.reminder if told.act is Act.REMIND else draft.model.id
                self.begun.emit(places.Compose(draft.case_id, model, other))

        self._write(partial(Gestures(self._desk, draft, seen).write, told), failed, done)
