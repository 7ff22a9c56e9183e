"""Settings: every environment variable of the project, parsed once at the entry points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from search.errors import InvalidSetting, UnknownSetting

PREFIX = "IHC_SEARCH_"
SQLITE = frozenset({"sqlite", "sqlite+pysqlite"})
POSTGRESQL = frozenset({"postgres", "postgresql", "postgresql+psycopg"})
"""How the URL of a store begins.  The drivers come with this project; another would be missed only where the database
is first asked."""
STORE_URLS = "sqlite:///PATH or postgresql://USER@HOST:PORT/NAME"
"""How one is written, for messages."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one process; each field is documented in ``docs/settings.md``."""

    home: Path = Path("var")
    """Folder of the store, snapshots, caches, jobs and rejects."""
    database_url: str = ""
    """SQLAlchemy URL; empty means SQLite in `home`."""
    reranker: str = ""
    """Folder or name of a CrossEncoder; empty means the shipped one, ``none`` means no second stage."""
    encoder: str = ""
    """Folder or name of a sentence-transformers encoder; empty means the packaged MiniLM."""
    admin_token: str = ""
    """Bearer token of the admin routes; empty means they are off."""
    rerank_depth: int = 20
    """How many candidates the cross-encoder reads."""
    deadline_ms: int = 3000
    """Time after which an answer goes out without the reranker; 0 means none."""
    threads: int = 0
    """CPU threads of the models; 0 means one per core."""
    precision: str = "auto"
    """Arithmetic of the models: ``float32``, ``bfloat16``, or ``auto`` for the faster on this processor."""
    rate_limit_per_minute: int = 0
    """Requests a client may make in a minute; 0 means no limit."""
    kept_generations: int = 3
    """How many published generations stay on disk."""

    @property
    def store_url(self) -> str:
        """The URL of the database in use."""
        return self.database_url or f"sqlite:///{self.home / 'store.sqlite'}"

    @property
    def snapshots(self) -> Path:
        """The folder that holds every generation and the pointer ``CURRENT``."""
        return self.home / "snapshots"

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Settings:
        """Read the settings from *environ*.

        Raises:
            InvalidSetting: If a value is not of its kind, or a variable under the prefix is unknown.
        """
        known = {PREFIX + name.upper(): name for name in cls.__dataclass_fields__}
        values: dict[str, object] = {}
        for variable, value in environ.items():
            if not variable.startswith(PREFIX):
                continue
            if variable not in known:
                raise UnknownSetting(variable, sorted(known))
            name = known[variable]
            if value.strip():
                values[name] = _PARSERS.get(name, _text)(variable, value.strip())
        return cls(**values)  # type: ignore[arg-type]


def _text(variable: str, value: str) -> str:
    return value


def _folder(variable: str, value: str) -> Path:
    path = Path(value).expanduser()
    try:
        wrong = path.exists() and not path.is_dir()
    except OSError:  # a name that no disk takes
        wrong = True
    if wrong:
        raise InvalidSetting(variable, value, "a folder, which need not be there yet")
    return path


def _database(variable: str, value: str) -> str:
    scheme, is_url, _ = value.partition("://")
    if not is_url or scheme not in SQLITE | POSTGRESQL:
        # What stands before the last @, or behind a question mark, may be a password.
        found = f"{scheme}://..." if is_url else value.rpartition("@")[2].partition("?")[0]
        raise InvalidSetting(variable, found, STORE_URLS)
    return value


def _whole_number(minimum: int, maximum: int = 1_000_000_000) -> Callable[[str, str], int]:
    def parse(variable: str, value: str) -> int:
        # Cut, because Python reads no number of thousands of digits.
        number = int("0" + value.lstrip("0")[:20]) if value.isascii() and value.isdigit() else -1
        if number < minimum:
            raise InvalidSetting(variable, value, f"a whole number, {minimum} or more")
        if number > maximum:
            raise InvalidSetting(variable, value, f"a whole number, {maximum:,} at most")
        return number

    return parse


def _one_of(*values: str) -> Callable[[str, str], str]:
    def parse(variable: str, value: str) -> str:
        if value not in values:
            raise InvalidSetting(variable, value, f"{', '.join(values[:-1])} or {values[-1]}")
        return value

    return parse


_PARSERS: dict[str, Callable[[str, str], object]] = {
    "home": _folder,
    "database_url": _database,
    "rerank_depth": _whole_number(1),
    "deadline_ms": _whole_number(0),
    "precision": _one_of("auto", "float32", "bfloat16"),
    "threads": _whole_number(0, 1024),
    "rate_limit_per_minute": _whole_number(0),
    "kept_generations": _whole_number(1),
}
