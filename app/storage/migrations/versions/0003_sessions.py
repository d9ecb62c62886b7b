"""Sessions: trees of what somebody did, and links to their nodes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add three tables."""
    op.create_table(
        "sessions",
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(32), nullable=False, unique=True),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("head", sa.String(64)),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "session_nodes",
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column("session_id", sa.String(32), nullable=False, index=True),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("parent", sa.String(64)),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("effects", sa.JSON, nullable=False),
        sa.Column("renders", sa.JSON, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.UniqueConstraint("session_id", "id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "session_links",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("session_id", sa.String(32), nullable=False, index=True),
        sa.Column("node_id", sa.String(64), nullable=False),
        sa.Column("forkable", sa.Boolean, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
    )


def downgrade() -> None:
    """Take them away again."""
    for name in ("session_links", "session_nodes", "sessions"):
        op.drop_table(name)
