"""Groups of points and renders under a name."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "groups",
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(64), nullable=False, unique=True),
        sa.Column("map_id", sa.String(128)),
        sa.Column("version", sa.String(64)),
        sa.Column("points", sa.JSON, nullable=False),
        sa.Column("renders", sa.JSON, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_groups_map_id", "groups", ["map_id"])


def downgrade() -> None:
    """Take it away again."""
    op.drop_table("groups")
