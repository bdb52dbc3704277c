"""Keep an index of derived dates."""

import sqlalchemy as sa
from alembic import op

from casedesk.records.base import Instant

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep an index of derived dates; it is empty until the dates are counted."""
    op.create_index(op.f("ix_case_closed_on"), "case", ["closed_on"])
    op.create_table(
        "due_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("stamp", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_due_case_case_id_case"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_due_case")),
        sa.UniqueConstraint("case_id", name=op.f("uq_due_case_case_id")),
    )
    op.create_index("ix_due_case_true", "due_case", ["stamp", "valid_until", "valid_from"])
    op.create_table(
        "due_day",
        sa.Column("due_case_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("last", sa.Boolean(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("opens", sa.Boolean(), nullable=False),
        sa.Column("lost", sa.Boolean(), nullable=False),
        sa.Column("unsure", sa.Boolean(), nullable=False),
        sa.Column("rule_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("legal_day", sa.Date(), nullable=False),
        sa.Column("prudent_day", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("instant_at", Instant(), nullable=True),
        sa.Column("estimated", sa.Boolean(), nullable=False),
        _owner("due_day"),
        sa.PrimaryKeyConstraint("day", "due_case_id", "number", name=op.f("pk_due_day")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_due_day_due_case_id"), "due_day", ["due_case_id"])
    op.create_index("ix_due_day_lost", "due_day", ["lost", "day"])
    op.create_index("ix_due_day_unsure", "due_day", ["unsure", "day", "since"])
    op.create_table(
        "due_undated",
        sa.Column("due_case_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("rule_id", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("instead", sa.String(), nullable=False),
        _owner("due_undated"),
        sa.PrimaryKeyConstraint("due_case_id", "number", name=op.f("pk_due_undated")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_due_undated_since"), "due_undated", ["since"])
    op.create_table(
        "due_waiting",
        sa.Column("due_case_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("whom", sa.String(), nullable=False),
        sa.Column("platforms", sa.JSON(), nullable=False),
        sa.Column("acknowledged_on", sa.Date(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        _owner("due_waiting"),
        sa.PrimaryKeyConstraint("due_case_id", "number", name=op.f("pk_due_waiting")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_due_waiting_since", "due_waiting", ["since", "event_id", "ends_on"])
    op.create_table(
        "due_question",
        sa.Column("due_case_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("lack", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        _owner("due_question"),
        sa.PrimaryKeyConstraint("due_case_id", "number", name=op.f("pk_due_question")),
        sqlite_with_rowid=False,
    )


def _owner(table: str) -> sa.ForeignKeyConstraint:
    """Tie the rows of a table to their case in the index."""
    name = op.f(f"fk_{table}_due_case_id_due_case")
    return sa.ForeignKeyConstraint(["due_case_id"], ["due_case.id"], name=name, ondelete="CASCADE")


def downgrade() -> None:
    """Undo it: nothing is lost."""
    for table in ("due_question", "due_waiting", "due_undated", "due_day", "due_case"):
        op.drop_table(table)
    op.drop_index(op.f("ix_case_closed_on"), "case")
