"""Take answers about the elements of an offence, and the exhibits that support them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take answers about the elements of an offence, and the exhibits that support them."""
    op.add_column("incident", sa.Column("answers", sa.JSON(), server_default="{}", nullable=False))
    op.create_table(
        "element_exhibit",
        sa.Column("incident_id", sa.String(length=32), nullable=False),
        sa.Column("element", sa.String(), nullable=False),
        sa.Column("exhibit_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibit_id"], ["exhibit.id"], name=op.f("fk_element_exhibit_exhibit_id_exhibit"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_element_exhibit_incident_id_incident"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("incident_id", "element", "exhibit_id", name=op.f("pk_element_exhibit")),
    )
    op.create_index(op.f("ix_element_exhibit_exhibit_id"), "element_exhibit", ["exhibit_id"])


def downgrade() -> None:
    """Undo it. Never by a batch: laying a table again would untie what refers to it."""
    op.drop_index(op.f("ix_element_exhibit_exhibit_id"), "element_exhibit")
    op.drop_table("element_exhibit")
    op.drop_column("incident", "answers")
