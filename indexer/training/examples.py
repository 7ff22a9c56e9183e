"""Examples: queries about training cases, made from what the records and judgments say."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from search.cases import Case
from search.errors import InputError
from search.text.passages import court_words

SENTENCES_PER_CASE = 12
_SENTENCE = re.compile(r"(?<=[a-z)][.;:])\s+(?=[A-Z])")
_SENTENCE_WORDS = range(9, 36)
_VERSUS = re.compile(r"\s+VS\s+")


class Example(NamedTuple):
    """A query and the cases that answer it."""

    query: str
    relevant: tuple[str, ...]
    """Source ids."""


def read_examples(path: Path) -> list[Example]:
    """Read queries with judgements: a JSON object ``{"query", "relevant"}`` a line.

    Raises:
        InputError: If a line is anything else.
    """
    number = 0
    try:
        examples = []
        for line in path.read_text(encoding="utf-8").splitlines():
            number += 1
            row = json.loads(line)
            examples.append(Example(str(row["query"]), tuple(map(str, row["relevant"]))))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"the queries {path} cannot be read at line {number}: {error!r}") from error
    return examples


def made_examples(cases: Sequence[Case], *, seed: int) -> list[Example]:
    """Make queries about *cases*: by name and number, by the court's words, by sentences of judgments."""
    draw = random.Random(seed)
    return [Example(query, (case.source_id,)) for case in cases for query in _queries(case, draw)]


def _queries(case: Case, draw: random.Random) -> Iterator[str]:
    sides = [side.strip(" .,") for side in _VERSUS.split(case.title)]
    if len(sides) == 2 and all(len(side) > 2 for side in sides):
        yield draw.choice(_NAMED).format(title=case.title, first=sides[0], second=sides[1], number=case.number_text)
    for words in court_words(case):
        if len(words.split()) >= 5:
            yield draw.choice(("{0}", "Case where {0}")).format(_excerpt(words, draw, 24))
    sentences = [sentence for document in case.documents for sentence in _sentences(document.text)]
    for sentence in draw.sample(sentences, min(SENTENCES_PER_CASE, len(sentences))):
        yield draw.choice(_TOPICAL).format(_excerpt(sentence, draw, 18))


_NAMED = (
    "{first} vs {second}",
    "{title} {number}",
    "Explain the judgment in {first} vs {second}",
    "Case involving {first} and {second}",
    "Decision for {first} against {second}",
    "What is the status of {title}?",
)
_TOPICAL = ("{0}", "{0}", "Which case discusses {0}", "High Court ruling on {0}", "Dispute over {0}")


def _sentences(text: str) -> Iterable[str]:
    joined = " ".join(text.split())
    return (sentence for sentence in _SENTENCE.split(joined) if len(sentence.split()) in _SENTENCE_WORDS)


def _excerpt(text: str, draw: random.Random, words_max: int) -> str:
    words = text.split()
    length = min(len(words), draw.randint(5, words_max))
    start = draw.randint(0, len(words) - length)
    return " ".join(words[start : start + length]).strip(" .,;:")


def about(examples: Iterable[Example], cases: Mapping[str, Case]) -> list[Example]:
    """Return the examples all of whose relevant cases are among *cases* (source id -> case)."""
    return [example for example in examples if all(case_id in cases for case_id in example.relevant)]
