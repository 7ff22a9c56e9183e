"""Engines: which open generation answers a request, and for how long it stays open.

A server never waits for a new generation: `Engines` sees that ``CURRENT`` names another one, opens
it aside and swaps one reference.  A request leases its engine, so that a generation which was
replaced meanwhile is closed only behind the last request that reads it.
"""

from __future__ import annotations

import itertools
import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal, NamedTuple, Protocol

from search.case_references import CaseReferences
from search.errors import GenerationGone, ModelError, SearchError, SnapshotError, SnapshotMissing
from search.lookup import Lookup
from search.query.request import SearchRequest
from search.results.response import SearchResponse
from search.retrieval.suggest import Suggestion
from search.snapshot.current import Stamp, current_generation, current_stamp, generation_folder

POLL_SECONDS = 0.5
POLLS_TO_RETRY = 20
OLDER_ENGINES = 1
"""How many generations beside the current one stay open for cursors that still name them; each takes memory."""

NEVER_LOOKED: Final = "never looked"

log = logging.getLogger(__name__)


class Engine(Protocol):
    """What a route needs of `search.engine.SearchEngine`."""

    @property
    def generation(self) -> str:
        """The snapshot this engine reads."""
        ...

    @property
    def ranking(self) -> str:
        """Digest of everything that moves an order."""
        ...

    @property
    def lookup(self) -> Lookup:
        """Looks many identifiers up in that snapshot at once."""
        ...

    def references_of(self, case_id: str) -> CaseReferences | None:
        """Return what a case refers to and what refers to it; None where that snapshot has no such case."""
        ...

    def search(self, request: SearchRequest) -> SearchResponse:
        """Answer *request*."""
        ...

    def suggest(self, text: str, *, limit: int) -> Sequence[Suggestion]:
        """Return what *text* may be the beginning of."""
        ...


class OpenGeneration(NamedTuple):
    """An engine and how to close the snapshot under it."""

    engine: Engine
    close: Callable[[], None]


class _Entry:
    """An open generation with the number of requests that read it."""

    def __init__(self, generation: OpenGeneration) -> None:
        self.engine = generation.engine
        self.close = generation.close
        self.readers = 0
        self.retired = False


class Engines:
    """The engine of the current generation, and of kept older ones where a cursor asks for them."""

    def __init__(self, root: Path, open_generation: Callable[[Path], OpenGeneration]) -> None:
        """Remember where the generations are; nothing is opened yet.

        Args:
            root: The folder of the generations and of ``CURRENT``.
            open_generation: Opens the generation in a folder; may take seconds.
        """
        self._root = root
        self._open_generation = open_generation
        self._current: _Entry | None = None
        self._older: OrderedDict[str, _Entry] = OrderedDict()
        self._failure: SearchError | None = None
        self._seen: Stamp | Literal["never looked"] | None = NEVER_LOOKED
        self._opening = threading.Lock()  # one generation is opened at a time
        self._state = threading.Lock()  # guards the fields above; never held while opening
        self._stopping = threading.Event()
        self._watcher: threading.Thread | None = None

    @contextmanager
    def lease(self, generation: str | None = None) -> Iterator[Engine]:
        """Hold the engine of *generation*, or of the current one, while a request reads it.

        Raises:
            SnapshotMissing: If nothing was published yet.
            SnapshotError: If the current generation cannot be opened and no earlier one is open.
            GenerationGone: If *generation* is no longer kept.
        """
        entry = self._enter(generation)
        try:
            yield entry.engine
        finally:
            self._leave(entry)

    def serving(self) -> Engine | None:
        """Return the engine in use now, for its names only, without waiting for one."""
        entry = self._current
        return None if entry is None else entry.engine

    def refresh(self) -> None:
        """Open the generation that ``CURRENT`` names, if it is not the open one, and swap it in.

        Never raises for a generation that cannot be opened: the one in use goes on answering, and
        the failure is told only while nothing else is open.  It is tried again when ``CURRENT``
        changes, and by the watcher every ten seconds.
        """
        with self._opening:
            stamp = self._stamp()
            if stamp == self._seen:
                return
            try:
                self._swap(self._open(current_generation(self._root)))
            except SearchError as error:
                self._note(error)
            except Exception as error:  # noqa: BLE001 - whatever ails the new one, the old one must go on answering
                self._note(SnapshotError(f"the current generation cannot be opened ({type(error).__name__}: {error})"))
            self._seen = stamp

    def start(self) -> None:
        """Open the current generation and watch for new ones in a thread."""
        self.refresh()
        self._stopping.clear()
        self._watcher = threading.Thread(target=self._watch, name="generation watcher", daemon=True)
        self._watcher.start()

    def stop(self) -> None:
        """End the watching and close every generation that no request reads."""
        self._stopping.set()
        if self._watcher is not None:
            self._watcher.join()
        with self._opening, self._state:
            retired = [*self._older.values(), *([self._current] if self._current else [])]
            self._older.clear()
            self._current, self._seen = None, NEVER_LOOKED
        for entry in retired:
            self._retire(entry)

    def _watch(self) -> None:
        for polls in itertools.count(1):
            if self._stopping.wait(POLL_SECONDS):
                return
            if self._failure is not None and polls % POLLS_TO_RETRY == 0:
                self._seen = NEVER_LOOKED
            self.refresh()

    def _note(self, failure: SearchError) -> None:
        if not isinstance(failure, SnapshotMissing):
            log.error("generation not opened", extra={"error": str(failure)})
        self._failure = failure

    def _stamp(self) -> Stamp | None:
        try:
            return current_stamp(self._root)
        except OSError:  # a lost mount or permission: the open generation goes on answering
            return None

    def _open(self, name: str) -> _Entry:
        with self._state:
            if self._current is not None and self._current.engine.generation == name:
                return self._current
            if name in self._older:
                return self._older.pop(name)
        return _Entry(self._open_generation(generation_folder(self._root, name)))

    def _swap(self, entry: _Entry) -> None:
        with self._state:
            before, self._current, self._failure = self._current, entry, None
        if before is not None and before is not entry:
            self._keep(before)
        log.info("generation opened", extra={"generation": entry.engine.generation})

    def _keep(self, entry: _Entry) -> None:
        """Keep *entry* for cursors, and retire the one that was asked for least recently."""
        with self._state:
            self._older[entry.engine.generation] = entry
            retired = self._older.popitem(last=False)[1] if len(self._older) > OLDER_ENGINES else None
        if retired is not None:
            self._retire(retired)

    def _retire(self, entry: _Entry) -> None:
        with self._state:
            entry.retired = True
            unread = entry.readers == 0
        if unread:
            entry.close()

    def _enter(self, generation: str | None) -> _Entry:
        if (entry := self._enter_open(generation)) is not None:
            return entry
        if generation is not None:
            return self._enter_older(generation)
        self.refresh()
        if (entry := self._enter_open(None)) is not None:
            return entry
        # Without the traceback of earlier requests, which would keep all they held.
        raise (self._failure or SnapshotMissing(self._root.parent)).with_traceback(None)

    def _enter_open(self, generation: str | None) -> _Entry | None:
        with self._state:
            entry = self._current
            if generation is not None and (entry is None or entry.engine.generation != generation):
                entry = self._older.get(generation)
                if entry is not None:
                    self._older.move_to_end(generation)
            if entry is not None:
                entry.readers += 1
            return entry

    def _enter_older(self, generation: str) -> _Entry:
        """Open a generation that a cursor names, if it is kept.

        Raises:
            GenerationGone: If it is not.
        """
        with self._opening:
            if (opened := self._enter_open(generation)) is not None:
                return opened  # while this request waited
            try:
                entry = _Entry(self._open_generation(generation_folder(self._root, generation)))
            except ModelError as error:  # built for another encoder or analyser: its order cannot be made again
                raise GenerationGone(generation) from error
            except (SearchError, OSError):
                generation_folder(self._root, generation)  # tells whether it was pruned while it was being opened
                raise
            entry.readers = 1  # before anyone can see it and retire it
            self._keep(entry)
            return entry

    def _leave(self, entry: _Entry) -> None:
        with self._state:
            entry.readers -= 1
            unread = entry.retired and entry.readers == 0
        if unread:
            entry.close()
