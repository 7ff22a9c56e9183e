"""Settings: what means nothing is refused at the start, by the name of its variable."""

from __future__ import annotations

import pytest

from search.errors import InvalidSetting
from search.settings import Settings


def refused(name: str, value: str) -> str:
    with pytest.raises(InvalidSetting) as caught:
        Settings.from_env({f"IHC_SEARCH_{name}": value})
    return str(caught.value)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("foo", "'foo'"),
        ("mysql://user:secret@host/name", "'mysql://...'"),
        ("postgresql+psycopg2://user:secret@host/name", "'postgresql+psycopg2://...'"),
        ("user:secret@host/name", "'host/name'"),
    ],
)
def test_a_database_that_is_none_is_named_without_its_password(value, found):
    told = refused("DATABASE_URL", value)

    assert told == f"IHC_SEARCH_DATABASE_URL is {found}; expected sqlite:///PATH or postgresql://USER@HOST:PORT/NAME"


@pytest.mark.parametrize("scheme", ["sqlite", "sqlite+pysqlite", "postgres", "postgresql", "postgresql+psycopg"])
def test_a_database_that_can_be_used_is_kept_as_it_is(scheme):
    url = f"{scheme}://user@host/name"

    assert Settings.from_env({"IHC_SEARCH_DATABASE_URL": url}).store_url == url


def test_a_home_that_is_a_file_is_refused_and_one_that_is_not_there_is_not(tmp_path):
    (tmp_path / "file").touch()

    assert refused("HOME", str(tmp_path / "file")).endswith("/file'; expected a folder, which need not be there yet")
    assert Settings.from_env({"IHC_SEARCH_HOME": str(tmp_path / "new")}).home == tmp_path / "new"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("THREADS", "99999999999", "a whole number, 1,024 at most"),
        ("THREADS", "-1", "a whole number, 0 or more"),
        ("DEADLINE_MS", "9" * 5000, "a whole number, 1,000,000,000 at most"),
        ("RERANK_DEPTH", "0", "a whole number, 1 or more"),
        ("RERANK_DEPTH", "\u00b2", "a whole number, 1 or more"),
    ],
)
def test_a_number_out_of_its_range_is_told_the_range(name, value, expected):
    assert refused(name, value) == f"IHC_SEARCH_{name} is {value!r}; expected {expected}"
