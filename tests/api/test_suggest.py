from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.fakes import Served


def suggest(app: Served, status: int = 200, **params: str) -> dict[str, object]:
    response = app.client.get("/v1/suggest", params=params)
    assert response.status_code == status
    return response.json()


def test_an_answer_carries_the_query_the_generation_and_all_of_each_suggestion(app: Served):
    assert suggest(app, q="zar") == {
        "query": "zar",
        "generation": app.engine.generation,
        "suggestions": [
            {"kind": "party", "text": "Zarak Example", "id": None, "cases": 3, "spans": [[0, 3]]},
            {"kind": "case number", "text": "W.P. 1/2099 Service (SB)", "id": "id-1", "cases": 1, "spans": []},
        ],
    }


def test_the_limit_is_eight_unless_one_is_given(app: Served):
    suggest(app, q="zar")
    assert suggest(app, q="zar", limit="1")["suggestions"][0]["text"] == "Zarak Example"

    assert app.engine.typed == [("zar", 8), ("zar", 1)]


def test_nothing_typed_is_nothing_suggested(app: Served):
    assert suggest(app, q="")["suggestions"] == []


@pytest.mark.parametrize("params", [{"limit": "0"}, {"limit": "21"}, {"limit": "x"}, {"q": "a" * 201}])
def test_what_is_out_of_bounds_is_refused_by_its_name(app: Served, params: dict[str, str]):
    assert suggest(app, 422, **{"q": "zar", **params})["parameter"] == next(iter(params))


def test_the_text_is_asked_for(app: Served):
    assert suggest(app, 422)["parameter"] == "q"


def test_an_unknown_parameter_is_refused_with_the_nearest_known_one(app: Served):
    assert "did you mean 'limit'?" in suggest(app, 422, q="zar", limits="3")["detail"]


def test_a_parameter_given_twice_is_refused(app: Served):
    assert app.client.get("/v1/suggest?q=a&q=b").status_code == 422


def test_before_the_first_reindex_the_answer_names_the_command(empty_app: Served):
    assert "ihc-search reindex" in suggest(empty_app, 503, q="zar")["detail"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=40), value=st.text(max_size=250))
def test_no_query_string_makes_the_server_fail(app: Served, name: str, value: str):
    for params in ({"q": value}, {"q": "zar", name: value}):
        encoded = {key: text.encode("utf-8", "replace") for key, text in params.items()}
        assert app.client.get("/v1/suggest", params=encoded).status_code in (200, 422)
