"""Say of a content whether it shows a minor sexually."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say of a content whether it shows a minor sexually."""
    op.add_column("item", sa.Column("shows_minor", sa.Boolean(), nullable=True))


def downgrade() -> None:
    """Undo it. Never by a batch: laying the table again would untie the exhibits and the events from their content."""
    op.drop_column("item", "shows_minor")
