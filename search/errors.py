"""The error tree: every failure a user can meet, with a message that says what to do.

SearchError
├── InvalidRequest          bad query, parameter or filter          (HTTP 422)
├── InvalidSetting          bad environment variable                (HTTP 500)
│   └── UnknownSetting      a variable under the prefix that is none
├── CaseNotFound            no case under that id                   (HTTP 404)
├── AmbiguousCase           several cases under one source id       (HTTP 409)
├── JobNotFound             no background job under that id         (HTTP 404)
├── GenerationGone          a cursor's generation is no longer kept (HTTP 410)
├── InputError              a file that cannot be loaded            (HTTP 422)
├── StoreError              the database is missing, old or busy    (HTTP 503)
├── WriterBusy              another writer holds the lock           (HTTP 409)
├── SnapshotError           (HTTP 503)
│   ├── SnapshotMissing     nothing was indexed yet
│   └── SnapshotCorrupt     a file does not match its manifest
├── ModelError              weights missing or not what they should be (HTTP 503)
└── ExtraMissing            an optional part of this package is not installed (HTTP 500)
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path

SHOWN_LENGTH = 80
"""Characters of a caller's own text that a message repeats."""


def shortened(text: str) -> str:
    """Return *text* as a message repeats it: the beginning of it where it is long."""
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"


def did_you_mean(*meant: str) -> str:
    """Return the end of a message, "; did you mean 'judge'?"; empty where nothing may be *meant*."""
    return f"; did you mean {' or '.join(map(repr, meant))}?" if meant else ""


def did_you_mean_one_of(known: Iterable[str], written: str) -> str:
    """Return the same for the one of *known*, which are in small letters, that *written* is most like."""
    return did_you_mean(*difflib.get_close_matches(shortened(written).lower(), list(known), n=1, cutoff=0.5))


def system_error(error: OSError) -> str:
    """Return what ails the disk or the network in one line, the file first where one is to blame."""
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{error.strerror or error}"


class SearchError(Exception):
    """Root of every error this project raises on purpose; ``status`` is its HTTP status."""

    status = 500


class InvalidRequest(SearchError):
    """A query, parameter or filter that cannot be served; names it and the nearest known one."""

    status = 422

    def __init__(self, message: str, *, parameter: str | None = None) -> None:
        super().__init__(message)
        self.parameter = parameter


class InvalidSetting(SearchError):
    """An environment variable that does not mean anything."""

    def __init__(self, name: str, value: str, expected: str) -> None:
        super().__init__(f"{name} is {value!r}; expected {expected}")
        self.name = name


class UnknownSetting(InvalidSetting):
    """A variable under the prefix that is no setting; its value, which may be a secret, is not told."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        nearest = difflib.get_close_matches(name, known, n=1, cutoff=0.0)
        SearchError.__init__(self, f"{name} is no setting{did_you_mean(*nearest)} docs/settings.md has them all")
        self.name = name


class CaseNotFound(SearchError):
    """No case is stored under that id."""

    status = 404

    def __init__(self, case_id: str, problem: str = "") -> None:
        """Take what was asked for, and what is wrong with it where it is no id but a case number."""
        super().__init__(
            problem
            or f"no case with id {shortened(case_id)!r}; ids are listed in search results as `id` and `source_id`"
        )
        self.case_id = case_id


class AmbiguousCase(SearchError):
    """Several cases carry one source id, or one number, where a single one is meant."""

    status = 409

    def __init__(self, name: str, cases: Sequence[str]) -> None:
        super().__init__(
            f"{len(cases)} cases carry {name!r}: {'; '.join(cases)}; name the one that is meant by its `id`"
        )
        self.name = name


class JobNotFound(SearchError):
    """No background job is known under that id."""

    status = 404

    def __init__(self, job_id: str) -> None:
        super().__init__(f"no job with id {shortened(job_id)!r}; the last 20 are kept")
        self.job_id = job_id


class GenerationGone(SearchError):
    """A cursor was made on a generation, or under a ranking, that is no longer served."""

    status = 410

    def __init__(self, generation: str) -> None:
        super().__init__(
            f"the order that this cursor goes on in is no longer served (generation {generation!r}, or its ranking); "
            "search again from the first page"
        )
        self.generation = generation


class InputError(SearchError):
    """An input path that cannot be loaded at all: missing, empty or of an unknown kind."""

    status = 422


class StoreError(SearchError):
    """The database cannot be read or written."""

    status = 503


class WriterBusy(SearchError):
    """Another load, reindex, rollback or removal is running."""

    status = 409


class SnapshotError(SearchError):
    """A snapshot cannot be opened, built or published."""

    status = 503


class SnapshotMissing(SnapshotError):
    """No generation was published yet."""

    def __init__(self, home: Path) -> None:
        super().__init__(f"nothing is indexed in {home} yet; run `ihc-search load PATH` and then `ihc-search reindex`")
        self.home = home


class SnapshotCorrupt(SnapshotError):
    """A file does not match its manifest."""

    def __init__(self, path: Path, expected: str, actual: str) -> None:
        super().__init__(
            f"{path} does not match its manifest (found {actual[:12]}, expected {expected[:12]}); "
            "run `ihc-search rollback`, or `ihc-search reindex --rebuild`"
        )
        self.path = path


class ModelError(SearchError):
    """Model weights that are missing, damaged or of another kind than needed."""

    status = 503


class ExtraMissing(SearchError):
    """A command needs a library that is only installed on request."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(f"{library} is not installed; in a clone run `pip install -c constraints.txt '.[{extra}]'`")
        self.library = library
