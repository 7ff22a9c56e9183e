"""Judged lists as the engine answers them: probabilities, and certainty for a number that was named."""

from __future__ import annotations

import numpy as np
import pytest

from search.errors import InputError
from search.evaluation.answered_lists import AnsweredList
from search.evaluation.lists import JudgedList, Listed
from tests.tiny_corpus import WholeReader


class Even(WholeReader):
    """A reranker that has no opinion."""

    digest = "even"

    def score(self, query, candidates, *, deadline=None):
        return np.zeros(len(candidates), dtype=np.float32)


@pytest.fixture
def read(engine_with):
    return AnsweredList(engine_with(Even()), Even())


def list_of(query: str, *cases: str) -> JudgedList:
    return JudgedList(query, "made", "dev", cases[:1], tuple(Listed(case, "Candidate: x", 0) for case in cases))


def test_the_case_that_the_evidence_speaks_for_gets_the_higher_probability(read, cases):
    asked, other = cases[4], cases[9]
    chances = read(list_of(f"{asked.title} bail", other.source_id, asked.source_id))

    assert 0 <= chances[0] < chances[1] <= 1


def test_a_number_that_the_query_names_is_certain(read, cases):
    asked, other = cases[4], cases[9]

    assert read(list_of(asked.number_text, asked.source_id, other.source_id))[0] == 1


def test_a_case_that_is_not_found_here_has_no_chance(read, cases):
    assert read(list_of(cases[4].title, cases[4].source_id, "from elsewhere"))[1] == 0


def test_a_list_over_other_cases_is_refused(read):
    with pytest.raises(InputError, match="no candidate of the list 'bail' is indexed"):
        read(list_of("bail", "from elsewhere"))
