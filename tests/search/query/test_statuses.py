"""A status word is a filter where a query asks for cases of that status, and an ordinary word elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.statuses import asks_for_both, find_status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("pending", "pending", "Pending"),
        ("pending cases", "pending", "Pending"),
        ("pending cases against Orvald Mills", "pending", "Pending"),
        ("pending bail applications", "pending", "Pending"),
        ("pending, bail", "pending", "Pending"),
        ("service regularisation pending", "pending", "Pending"),
        ("Quist v State, still pending", "still pending", "Pending"),
        ("show me pending cases of Justice Tansu", "pending", "Pending"),
        ("which cases are pending before Justice Tansu", "pending", "Pending"),
        ("cases pending since 2019", "pending", "Pending"),
        ("Justice Tansu pending service", "pending", "Pending"),
        ("2024 pending service", "pending", "Pending"),
        ("W.P. 12/2024 pending", "pending", "Pending"),
        ("W.P. pending service", "pending", "Pending"),
        ("pending W.P. Quist", "pending", "Pending"),
        ("undecided cases", "undecided", "Pending"),
        ("decided", "decided", "Decided"),
        ("contempt matters decided only", "decided", "Decided"),
        ("decided rent cases 2023", "decided", "Decided"),
        ("cases decided by Justice Tansu", "decided", "Decided"),
        ("decided in 2024 bail", "decided", "Decided"),
        ("bail decided after 01.03.2024", "decided", "Decided"),
        ("bail disposed of in March 2023", "disposed of", "Decided"),
        ("Orvald Mills disposed", "disposed", "Decided"),
        ("ICA 5/2022 decided", "decided", "Decided"),
        ("زیر سماعت مقدمات", "زیر سماعت", "Pending"),
        ("ضمانت کے مقدمات زیر سماعت", "زیر سماعت", "Pending"),
        ("ضمانت کے کیس جو زیرِ سماعت ہیں", "زیرِ سماعت", "Pending"),
        ("فیصلہ شدہ", "فیصلہ شدہ", "Decided"),
        ("ضمانت فیصلہ شدہ مقدمات", "فیصلہ شدہ", "Decided"),
        ("bail faisla shuda", "faisla shuda", "Decided"),
        ("faisla-shuda cases", "faisla-shuda", "Decided"),
        ("zer e samaat cases", "zer e samaat", "Pending"),
        ("zair-e-samaat", "zair-e-samaat", "Pending"),
        ("zamanat zere samaat hain", "zere samaat", "Pending"),
        ("فیصلہ شدہ رٹ پٹیشن", "فیصلہ شدہ", "Decided"),
        ("زیر التواء", "زیر التواء", "Pending"),
        ("زیر التوا مقدمات", "زیر التوا", "Pending"),
        ("زیرِ التواء رٹ پٹیشن", "زیرِ التواء", "Pending"),
        ("زير التواء", "زير التواء", "Pending"),
        ("زیر سماعت فوجداری نگرانی", "زیر سماعت", "Pending"),
        ("غیر فیصلہ شدہ مقدمات", "غیر فیصلہ شدہ", "Pending"),
        ("فیصل شدہ", "فیصل شدہ", "Decided"),
        ("فیصلہ شدہ فوجداری نگرانی", "فیصلہ شدہ", "Decided"),
        ("نمٹائے گئے مقدمات", "نمٹائے گئے", "Decided"),
        ("zer e iltiwa cases", "zer e iltiwa", "Pending"),
        ("ghair faisla shuda", "ghair faisla shuda", "Pending"),
        ("still pending wp", "still pending", "Pending"),
        ("pending crl misc", "pending", "Pending"),
        ("cases pending for more than 5 years", "pending", "Pending"),
        ("cases pending since many years", "pending", "Pending"),
    ],
)
def test_a_status_that_is_asked_for_is_read(text, word, status):
    (found,) = find_status(text)

    assert (text[found.start : found.end], found.status) == (word, status)


@pytest.mark.parametrize(
    "text",
    [
        "pending appeal",
        "Pending Appeal",
        "suspension of sentence pending appeal",
        "pending litigation between brothers",
        "bail pending trial",
        "matter pending before",
        "pending inquiry",
        "promotion deferred pending inquiry",
        "pending adjudication before Civil Court",
        "pending audits",
        "pending disciplinary proceedings",
        "pending criminal appeal suspension of sentence",
        "civil suit pending",
        "the suit is pending",
        "inquiry pending since 2019",
        "applicable on cases pending in High Court",
        "second petition while first is pending",
        "transfer of pending family proceedings",
        "stay of suit pending arbitration",
        "decided by the learned trial court",
        "decided cases on limitation",
        "the case was decided on merits",
        "suit decided in 2015",
        "how jurisdiction is decided",
        "yet to be decided",
        "decided without hearing the petitioner",
        "plot disposed of",
        "property disposed of by the widow",
        "pending or decided",
        "zer e samaat appeal",
        "فیصلہ شدہ اپیل کے خلاف نظرثانی",
        "disposal of pendency",
        "res judicata decided",
        "suo motu pending",
        "ex parte decided",
        "jurisdiction decided",
        "my case is pending",
        "suit pending for 5 years",
        "pending co accused",
        "dismissed",
        "allowed",
        "",
    ],
)
def test_a_word_with_another_sense_is_left_alone(text):
    assert find_status(text) == []


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("pending decided", True),
        ("pending or decided cases", True),
        ("decided, pending W.P. 12/2024", True),
        ("list of pending and disposed of cases", True),
        ("زیر سماعت اور فیصل شدہ مقدمات", True),
        ("pending/decided cases", True),
        ("pending cases", False),
        ("bail pending trial decided", False),
        ("is the matter pending or decided by the trial court", False),
        ("pending and not decided", False),
    ],
)
def test_a_query_for_both_statuses_is_filtered_by_neither(text, both):
    assert asks_for_both(text) == both
    assert not both or find_status(text) == []


def test_a_long_query_tells_facts():
    facts = "the petitioner who was a clerk of the board claims that he was never heard by the committee which met"

    assert find_status(f"{facts} and gave no reasons, pending") == []


_LONG = st.builds(lambda text, times: (text * times)[:2000], st.text(max_size=100), st.integers(1, 2000))
_WORDS = st.sampled_from(
    "pending decided disposed of cases matters only W.P. 12/2024 2024 Justice Tansu before by the in ( ) , ?".split()
    + ["زیر سماعت", "فیصلہ شدہ"]
)


@given(st.one_of(_LONG, st.lists(_WORDS, max_size=20).map(" ".join)))
def test_any_text_is_read_and_spans_are_apart(text):
    found = find_status(text)
    assert not (found and asks_for_both(text))
    ends = [0] + [place for word in found for place in (word.start, word.end)] + [len(text)]

    assert ends == sorted(ends)
    assert all(text[word.start : word.end].strip() for word in found)
    assert {word.status for word in found} <= {"Pending", "Decided"}
