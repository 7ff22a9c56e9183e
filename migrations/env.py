"""Alembic's entry: migrates the connection it is handed, or, for developers, the URL it is configured with."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection, create_engine

from search.store.tables import Base


def _migrate(connection: Connection) -> None:
    # SQLite cannot alter a table in place: Alembic copies it ("batch") there.
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        transactional_ddl=True,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def _run() -> None:
    connection = context.config.attributes.get("connection")
    if connection is not None:
        _migrate(connection)
        return
    engine = create_engine(context.config.get_main_option("sqlalchemy.url") or "")
    with engine.begin() as opened:
        _migrate(opened)


_run()
