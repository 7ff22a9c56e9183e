"""Connections: a database URL in, an engine with the store's manners out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from search.errors import StoreError
from search.settings import POSTGRESQL, SQLITE, STORE_URLS
from search.store.tables import SCHEMA_REVISION

BUSY_TIMEOUT_S = 30


def open_store(url: str, *, create: bool = False) -> Engine:
    """Return an engine for the database at *url*.

    SQLite runs in WAL mode with foreign keys on, and a transaction sees one state of the store from its
    first statement to its last.  ``postgresql://`` means psycopg 3.

    Args:
        url: A SQLAlchemy URL.
        create: Whether a SQLite file that is not there may be made; readers never make one.

    Raises:
        StoreError: If the URL is none, or there is no such file to read.
    """
    target = _target(url)
    if target.get_backend_name() == "sqlite":
        _check_file(target, create=create)
    engine = create_engine(target, json_serializer=_to_json, connect_args=_connect_args(target))
    if target.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open one read transaction: everything read in it is of one moment.

    Raises:
        StoreError: If the database cannot be reached, holds no store, or one of another version.
    """
    with store_errors(engine):
        connection = engine.connect()
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection:
            check_schema(connection)
            yield connection


@contextmanager
def store_errors(engine: Engine) -> Iterator[None]:
    """Turn the database's own errors into one clear line."""
    try:
        yield
    except DBAPIError as error:
        shown = engine.url.render_as_string(hide_password=True)
        cause = " ".join(str(error.orig).split())
        if isinstance(error, OperationalError) and "full" in cause:
            raise StoreError(f"the disk of {shown} is full; free some space and run this again") from error
        raise StoreError(f"the database {shown} cannot be used: {cause}") from error


def check_schema(connection: Connection) -> None:
    """Raise `StoreError` unless the database holds a store of this version."""
    if not inspect(connection).has_table("alembic_version"):
        raise StoreError("nothing is loaded yet; run `ihc-search load PATH`")
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found != SCHEMA_REVISION:
        raise StoreError(
            f"the store has schema {found}, this release reads {SCHEMA_REVISION}; "
            "run `ihc-search load PATH` with this release, or use the release that wrote it"
        )


def _target(url: str) -> URL:
    try:
        target = make_url(url)
    except (ArgumentError, ValueError):
        # ValueError: a port that is no number.  The cause is left out, since it may repeat a part of the password.
        raise StoreError(
            f"IHC_SEARCH_DATABASE_URL is no database URL; expected {STORE_URLS}, with a number for PORT"
        ) from None
    if target.drivername not in SQLITE | POSTGRESQL:
        raise StoreError(f"a store at {target.drivername}://... cannot be opened; expected {STORE_URLS}")
    return target.set(drivername="postgresql+psycopg") if target.drivername in POSTGRESQL else target


def _check_file(target: URL, *, create: bool) -> None:
    if not target.database or target.database == ":memory:":
        raise StoreError("an SQLite store needs a file; a store in memory would be gone with its process")
    path = Path(target.database)
    if path.parent.is_file():
        raise StoreError(f"there can be no store at {path}: {path.parent} is a file; IHC_SEARCH_HOME takes a folder")
    if not create and not path.is_file():
        raise StoreError(f"there is no store at {path} yet; run `ihc-search load PATH`")
    if create:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"the folder {path.parent} cannot be made: {error.strerror}") from error


def _connect_args(target: URL) -> dict[str, Any]:
    return {"timeout": BUSY_TIMEOUT_S} if target.get_backend_name() == "sqlite" else {"connect_timeout": 10}


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The driver would begin a transaction only before a write; reads must share one as well.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
