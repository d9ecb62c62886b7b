"""History with folders and a trash, the order of the queue, environments, sweeps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add columns to renders, and two tables."""
    op.add_column("renders", sa.Column("environment", sa.JSON))
    op.add_column("renders", sa.Column("folder", sa.String(120)))
    op.add_column(
        "renders", sa.Column("deleted", sa.Boolean, nullable=False, server_default=sa.false())
    )
    op.add_column("renders", sa.Column("place", sa.Float))
    op.create_index("ix_renders_folder", "renders", ["folder"])
    op.create_table(
        "sweeps",
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(32), nullable=False, unique=True),
        sa.Column("recipe", sa.JSON, nullable=False),
        sa.Column("axes", sa.JSON, nullable=False),
        sa.Column("cells", sa.JSON, nullable=False),
        sa.Column("cancelled", sa.Boolean, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "flags",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("value", sa.JSON, nullable=False),
    )


def downgrade() -> None:
    """Take them away again."""
    for name in ("flags", "sweeps"):
        op.drop_table(name)
    op.drop_index("ix_renders_folder", "renders")
    for name in ("place", "deleted", "folder", "environment"):
        op.drop_column("renders", name)
