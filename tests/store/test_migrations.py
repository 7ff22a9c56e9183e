"""Migrations: up and down, with rows in the tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from indexer.loading import load
from indexer.schema import downgrade_schema, upgrade_schema
from search.errors import StoreError
from search.settings import Settings
from search.store.connection import open_store
from search.store.reader import CaseReader
from search.store.tables import SCHEMA_REVISION, Base
from tests.store.inputs import full_row, record, write_jsonl


def test_the_migrations_make_the_schema_that_the_models_describe(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert [] == compare_metadata(context, Base.metadata)


def test_the_revision_that_readers_expect_is_the_newest() -> None:
    configuration = Config()
    configuration.set_main_option("script_location", "migrations")

    assert [SCHEMA_REVISION] == ScriptDirectory.from_config(configuration).get_heads()


def test_upgrading_twice_keeps_what_is_there(store_url: str, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", database_url=store_url)
    load(settings, [write_jsonl(tmp_path / "a.jsonl", [record()])])
    engine = open_store(store_url)

    upgrade_schema(engine)

    assert 1 == CaseReader(engine).count()
    engine.dispose()


def test_going_down_and_up_again_works_with_rows_in_the_tables(store_url: str, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", database_url=store_url)
    source = write_jsonl(tmp_path / "a.jsonl", [record(), full_row()])
    load(settings, [source])
    engine = open_store(store_url)
    before = list(CaseReader(engine).cases())

    downgrade_schema(engine, "base")

    assert {"alembic_version"} == set(inspect(engine).get_table_names())
    load(settings, [source])
    assert before == list(CaseReader(engine).cases())
    engine.dispose()


def test_a_store_of_a_newer_release_is_neither_read_nor_written(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StoreError, match="schema 9999"):
        CaseReader(engine).count()
    with pytest.raises(StoreError, match="newer than this release"):
        upgrade_schema(engine)


def test_a_database_without_a_store_says_what_to_run(empty_engine: Engine) -> None:
    with pytest.raises(StoreError, match="ihc-search load"):
        CaseReader(empty_engine).count()
