"""How Alembic reaches the database: over the connection that `app.storage.migrate` hands it."""

from __future__ import annotations

from alembic import context

from app.storage.tables import Table

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Table.metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
