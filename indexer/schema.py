"""The store's schema is made and upgraded here, before anything is written."""

from __future__ import annotations

from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, inspect, text

from search.errors import StoreError
from search.store.connection import store_errors
from search.store.tables import SCHEMA_REVISION


def upgrade_schema(engine: Engine, revision: str = SCHEMA_REVISION) -> None:
    """Bring the database to *revision*, in one transaction; does nothing where it is there already.

    Raises:
        StoreError: If the database cannot be written, or was made by a newer release.
    """
    with store_errors(engine), engine.begin() as connection, as_file(files("migrations")) as folder:
        if inspect(connection).has_table("alembic_version"):
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            if found == revision:
                return
            if found is not None and found > SCHEMA_REVISION:
                raise StoreError(
                    f"the store has schema {found}, newer than this release ({SCHEMA_REVISION}); update ihc-search"
                )
        command.upgrade(_configuration(str(folder), connection), revision)


def downgrade_schema(engine: Engine, revision: str) -> None:
    """Take the database back to *revision*, "base" for empty; for tests and for going back a release."""
    with store_errors(engine), engine.begin() as connection, as_file(files("migrations")) as folder:
        command.downgrade(_configuration(str(folder), connection), revision)


def _configuration(folder: str, connection: object) -> Config:
    configuration = Config()
    configuration.set_main_option("script_location", folder.replace("%", "%%"))
    configuration.attributes["connection"] = connection
    return configuration
