"""Follow a letter from its second reader to its answer; freeze what was issued."""

import sqlalchemy as sa
from alembic import op

from casedesk.records.base import Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TEXTS = (
    "about_id",
    "addressee_id",
    "reviewed_by",
    "reviewed_sha256",
    "review_note",
    "alone_because",
    "channel",
    "tracking",
    "answer",
    "answer_note",
)
_DOCUMENTS = ("clauses", "waivers", "proofs")
_DAYS = ("reviewed_on", "received_on", "answered_on")

# What a letter says, and who read it: none of it changes once the letter is issued.
_FROZEN = (
    "case_id, model, jurisdiction, pack_version, template_sha256, title, incident_ids, item_ids, exhibit_ids, answers, "
    "clauses, waivers, data, citations, text, addressee_id, docx_sealed_as, pdf_sealed_as, docx_sha256, pdf_sha256, "
    "reviewed_by, reviewed_at, reviewed_on, reviewed_sha256, review_note, alone_because, created_at, issued_at"
)
_TRIGGERS = {
    "letter_stays": f"""BEFORE UPDATE OF {_FROZEN} ON letter WHEN OLD.issued_at IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'a letter that was issued never changes'); END""",
    "exhibit_number_stays": """BEFORE UPDATE OF case_id, number ON exhibit
        BEGIN SELECT RAISE(ABORT, 'the number of an exhibit never changes'); END""",
    # Once its whole case is gone, an exhibit goes with it.
    "exhibit_joined_stays": """BEFORE DELETE ON exhibit
        WHEN EXISTS (SELECT 1 FROM "case" WHERE id = OLD.case_id)
        AND EXISTS (
            SELECT 1 FROM letter, json_each(letter.exhibit_ids)
            WHERE letter.case_id = OLD.case_id AND letter.issued_at IS NOT NULL AND json_each.value = OLD.id
        )
        BEGIN SELECT RAISE(ABORT, 'this exhibit is joined to a letter that was issued'); END""",
}


def upgrade() -> None:
    """Follow a letter from its second reader to its answer; freeze what was issued.

    Of an old letter, nobody said who read it nor how it left: both stay empty.
    """
    op.add_column("case", sa.Column("letter_answers", sa.JSON(), server_default="{}", nullable=False))
    for name in _DOCUMENTS:
        op.add_column("letter", sa.Column(name, sa.JSON(), server_default="{}", nullable=False))
    for name in _TEXTS:
        op.add_column("letter", sa.Column(name, sa.String(), server_default=sa.text("''"), nullable=False))
    for name in _DAYS:
        op.add_column("letter", sa.Column(name, sa.Date(), nullable=True))
    op.add_column("letter", sa.Column("reviewed_at", Instant(), nullable=True))
    op.execute(
        "UPDATE letter SET addressee_id = coalesce(json_extract(data, '$.addressee.id'), '')"
        " WHERE issued_at IS NOT NULL"
    )
    op.execute(
        "UPDATE letter SET tracking = event.reference FROM event WHERE event.letter_id = letter.id"
        " AND letter.sent_on IS NOT NULL"
    )
    op.execute(
        "UPDATE letter SET proofs = json_object('sent', event.exhibit_id) FROM event"
        " WHERE event.letter_id = letter.id AND event.exhibit_id IS NOT NULL AND letter.sent_on IS NOT NULL"
    )
    for name, body in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {name} {body}")


def downgrade() -> None:
    """Undo it. Never by a batch: laying a table again would untie what refers to it.

    A letter read but not issued is a draft again; one received or answered was sent.
    """
    for name in _TRIGGERS:
        op.execute(f"DROP TRIGGER {name}")
    op.execute("UPDATE letter SET state = 'draft' WHERE state = 'review'")
    op.execute("UPDATE letter SET state = 'sent' WHERE state IN ('received', 'answered')")
    for name in ("reviewed_at", *_DAYS, *_TEXTS, *_DOCUMENTS):
        op.drop_column("letter", name)
    op.drop_column("case", "letter_answers")
