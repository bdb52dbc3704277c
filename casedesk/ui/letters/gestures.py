"""What each act on a letter writes."""

from casedesk.queries.letter_draft import LetterDraft
from casedesk.ui.desk import Desk, Session
from casedesk.ui.letters.road import Act
from casedesk.ui.letters.telling import Told


class Gestures:
    """Writes through the services of letters; `seen` names the text that was on screen when she acted."""

    def __init__(self, desk: Desk, draft: LetterDraft, seen: str) -> None:
        self._desk = desk
        self._version = draft.version or 1  # a letter nobody began is at its first version once it is
        self._seen = seen

    def write(self, told: Told, session: Session, letter_id: str) -> str:
        """Do an act; give the id of the letter it begins, if it begins one."""
        from casedesk.services import letters

        desk, version = self._desk, self._version
        packs, today, now = desk.packs, desk.today(), desk.now()
        match told.act:
            case Act.ASK_REVIEW:
                letters.ask_review(session, packs, letter_id, version, today=today, now=now)
            case Act.APPROVE | Act.GIVE_BACK:
                self._review(told, session, letter_id)
            case Act.TAKE_BACK:
                letters.take_back(session, letter_id, now=now)
            case Act.ISSUE | Act.ISSUE_ALONE:
                self._issue(told, session, letter_id)
            case Act.MARK_SENT | Act.MARK_RECEIVED | Act.MARK_ANSWERED:
                self._follow(told, session, letter_id)
            case Act.CORRECT:
                letters.correct(session, packs, letter_id, now=now)
            case Act.REMIND:
                return letters.remind(session, packs, letter_id, now=now)
            case Act.REDO:
                return letters.copy_letter(session, packs, letter_id, now=now)
            case Act.ANSWER | Act.SETTLE | Act.SAVE | Act.COPY:
                raise ValueError(f"{told.act} writes nothing")
        return ""

    def _issue(self, told: Told, session: Session, letter_id: str) -> None:
        from casedesk.services import letters

        desk = self._desk
        letters.issue(
            session,
            desk.packs,
            letter_id,
            self._version,
            seal=desk.seal,
            seen=self._seen,
            alone_because=told.note,
            today=desk.today(),
            now=desk.now(),
        )

    def _review(self, told: Told, session: Session, letter_id: str) -> None:
        from casedesk.services import letters

        desk = self._desk
        approved = told.act is Act.APPROVE
        letters.give_review(
            session,
            desk.packs,
            letter_id,
            self._version,
            by=told.who,
            approved=approved,
            remark=told.note,
            seen=self._seen if approved else "",
            today=desk.today(),
            now=desk.now(),
        )

    def _follow(self, told: Told, session: Session, letter_id: str) -> None:
        """Write a step of the letter once it left."""
        from casedesk.services import letters

        packs, today, now = self._desk.packs, self._desk.today(), self._desk.now()
        on, proof = told.day, told.proof
        if on is None:
            raise ValueError("a step of a letter has its day")
        if told.act is Act.MARK_SENT and told.channel is not None:
            letters.mark_sent(
                session,
                packs,
                letter_id,
                on=on,
                channel=told.channel,
                today=today,
                now=now,
                reference=told.number,
                exhibit_id=proof,
            )
        elif told.act is Act.MARK_RECEIVED:
            letters.mark_received(session, packs, letter_id, on=on, today=today, now=now, exhibit_id=proof)
        else:
            letters.mark_answered(
                session,
                packs,
                letter_id,
                what=told.what,
                on=on,
                today=today,
                now=now,
                exhibit_id=proof,
                note=told.note,
            )
