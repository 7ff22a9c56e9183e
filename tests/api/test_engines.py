from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from search.errors import GenerationGone, SnapshotError, SnapshotMissing
from search.query.request import SearchRequest
from tests.api.fakes import FakeEngine, Generations, generation_name

REQUEST = SearchRequest(q="example")


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path / "snapshots")


def test_nothing_published_is_told(generations: Generations):
    with pytest.raises(SnapshotMissing), generations.engines().lease():
        pass


def test_the_current_generation_is_opened_once(generations: Generations):
    generations.publish(1)
    engines = generations.engines()
    for _ in range(3):
        engines.refresh()
        with engines.lease() as engine:
            assert engine.generation == generation_name(1)

    assert len(generations.opened) == 1


def test_a_new_generation_is_swapped_in(generations: Generations):
    generations.publish(1)
    engines = generations.engines()
    engines.refresh()
    generations.publish(2)
    engines.refresh()

    with engines.lease() as engine:
        assert engine.generation == generation_name(2)


def test_the_watcher_swaps_without_being_asked(generations: Generations):
    opened = threading.Event()

    def make(name: str) -> FakeEngine:
        if name == generation_name(2):
            opened.set()
        return FakeEngine(generation=name)

    generations.make = make
    generations.publish(1)
    engines = generations.engines()
    engines.start()
    try:
        generations.publish(2)
        assert opened.wait(10)
    finally:
        engines.stop()


def test_requests_are_answered_by_the_old_generation_while_the_new_one_opens(generations: Generations):
    opening, may_open = threading.Event(), threading.Event()

    def make(name: str) -> FakeEngine:
        if name == generation_name(2):
            opening.set()
            assert may_open.wait(10)
        return FakeEngine(generation=name)

    generations.make = make
    generations.publish(1)
    engines = generations.engines()
    engines.refresh()
    generations.publish(2)
    with ThreadPoolExecutor(1) as pool:
        swap = pool.submit(engines.refresh)
        assert opening.wait(10)
        with engines.lease() as engine:
            assert engine.generation == generation_name(1)
        may_open.set()
        swap.result(10)


def test_a_generation_is_closed_behind_its_last_reader_and_not_before(generations: Generations):
    generations.publish(1)
    engines = generations.engines()
    with engines.lease() as held:
        for serial in (2, 3, 4, 5):
            generations.publish(serial)
            engines.refresh()
        assert not held.closed
        held.search(REQUEST)

    assert held.closed


def test_the_generation_before_stays_open_for_cursors_and_older_ones_are_closed(generations: Generations):
    engines = generations.engines()
    for serial in (1, 2, 3, 4):
        generations.publish(serial)
        engines.refresh()

    assert [engine.closed for engine in generations.opened] == [True, True, False, False]


def test_a_kept_generation_is_opened_when_a_cursor_asks_for_it(generations: Generations):
    generations.publish(1)
    generations.publish(2)
    engines = generations.engines()
    engines.refresh()

    with engines.lease(generation_name(1)) as engine:
        assert engine.generation == generation_name(1)
    with engines.lease(generation_name(1)):
        pass
    assert [engine.generation for engine in generations.opened] == [generation_name(2), generation_name(1)]


def test_an_older_generation_is_closed_behind_its_last_reader_and_not_before(generations: Generations):
    generations.publish(1)
    generations.publish(2)
    engines = generations.engines()
    engines.refresh()
    with engines.lease(generation_name(1)) as held:
        for serial in (3, 4):
            generations.publish(serial)
            engines.refresh()
        assert not held.closed

    assert held.closed


def test_a_pruned_generation_is_gone(generations: Generations):
    generations.publish(1)
    generations.publish(2)
    generations.prune(1)

    with pytest.raises(GenerationGone), generations.engines().lease(generation_name(1)):
        pass


def test_a_generation_pruned_while_it_is_opened_is_gone(generations: Generations):
    generations.publish(1)
    generations.publish(2)

    def make(name: str) -> FakeEngine:
        generations.prune(1)
        raise SnapshotError("a file is missing")

    generations.make = make

    with pytest.raises(GenerationGone), generations.engines().lease(generation_name(1)):
        pass


def test_a_rollback_reuses_the_engine_that_is_still_open(generations: Generations):
    engines = generations.engines()
    for serial in (1, 2, 1):
        generations.publish(serial)
        engines.refresh()

    with engines.lease() as engine:
        assert engine.generation == generation_name(1)
    assert len(generations.opened) == 2
    assert not any(engine.closed for engine in generations.opened)


@pytest.mark.parametrize(
    "failure", [SnapshotError("does not match its manifest"), RuntimeError("anything"), MemoryError()]
)
def test_a_generation_that_cannot_be_opened_leaves_the_old_one_in_use(generations: Generations, failure: BaseException):
    generations.publish(1)
    engines = generations.engines()
    engines.refresh()
    generations.failures[generation_name(2)] = failure
    generations.publish(2)
    engines.refresh()

    with engines.lease() as engine:
        assert engine.generation == generation_name(1)


def test_a_first_generation_that_cannot_be_opened_says_why(generations: Generations):
    generations.failures[generation_name(1)] = RuntimeError("weights")
    generations.publish(1)
    engines = generations.engines()
    engines.refresh()

    with pytest.raises(SnapshotError, match="RuntimeError: weights"), engines.lease():
        pass


def test_a_pointer_that_vanishes_leaves_the_open_generation_in_use(generations: Generations):
    generations.publish(1)
    engines = generations.engines()
    engines.refresh()
    (generations.root / "CURRENT").unlink()
    engines.refresh()

    with engines.lease() as engine:
        assert engine.generation == generation_name(1)


def test_stopping_closes_what_nobody_reads(generations: Generations):
    engines = generations.engines()
    for serial in (1, 2):
        generations.publish(serial)
        engines.refresh()
    with engines.lease() as held:
        engines.stop()
        assert not held.closed

    assert all(engine.closed for engine in generations.opened)


def test_a_thousand_requests_during_ten_swaps_meet_no_closed_engine(generations: Generations):
    generations.publish(1)
    engines = generations.engines()
    engines.refresh()
    cursors = [None, generation_name(1), generation_name(2)]
    generations.publish(2)

    def ask(number: int) -> str:
        with engines.lease(cursors[number % 3]) as engine:
            return engine.search(REQUEST).generation

    with ThreadPoolExecutor(8) as pool:
        answers = [pool.submit(ask, number) for number in range(1000)]
        for swap in range(10):
            generations.publish(3 + swap % 5)
            engines.refresh()
        generations_seen = {answer.result(30) for answer in answers}

    assert generations_seen <= {generation_name(serial) for serial in range(1, 8)}
