from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api import limits
from api.limits import SlidingWindow
from search.settings import Settings
from tests.api.fakes import served


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_nobody_is_limited_by_default(tmp_path: Path):
    with served(tmp_path) as app:
        assert {app.client.get("/v1/search?q=example").status_code for _ in range(100)} == {200}


def test_a_client_that_asks_too_often_is_told_when_to_come_back(tmp_path: Path):
    with served(tmp_path, settings=Settings(home=tmp_path, rate_limit_per_minute=2)) as app:
        answers = [app.client.get("/v1/search?q=example") for _ in range(3)]

        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert 1 <= int(answers[2].headers["retry-after"]) <= 60
        assert answers[2].headers["content-type"] == "application/problem+json"
        assert answers[2].headers["x-content-type-options"] == "nosniff"


def test_health_and_metrics_are_never_limited(tmp_path: Path):
    with served(tmp_path, settings=Settings(home=tmp_path, rate_limit_per_minute=1)) as app:
        for path in ("/health/live", "/health/ready", "/metrics"):
            assert {app.client.get(path).status_code for _ in range(3)} == {200}


def test_the_window_slides():
    clock = Clock()
    window = SlidingWindow(2, clock=clock)

    assert window.wait_of("one") == 0
    clock.now += 30
    assert window.wait_of("one") == 0
    assert window.wait_of("one") == 30
    assert window.wait_of("two") == 0
    clock.now += 30
    assert window.wait_of("one") == 0
    assert window.wait_of("one") == 30


def test_clients_are_forgotten_before_memory_is_full(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "CLIENTS_MAX", 10)
    window = SlidingWindow(1, clock=Clock())
    for client in range(1000):
        window.wait_of(str(client))

    assert len(window._times) == 10


@given(st.integers(1, 5), st.lists(st.floats(0, 40), max_size=60))
def test_no_client_gets_more_than_its_share_in_any_minute(per_minute: int, pauses: list[float]):
    clock = Clock()
    window, allowed = SlidingWindow(per_minute, clock=clock), []
    for pause in pauses:
        clock.now += pause
        if window.wait_of("one") == 0:
            allowed.append(clock.now)

    for start in allowed:
        assert sum(start <= moment < start + 60 for moment in allowed) <= per_minute
