"""Opening: one open snapshot and the models in, an engine out."""

from __future__ import annotations

import hashlib
import itertools
import json
import re
from collections import Counter
from collections.abc import Iterable

from search.candidates import FirstStage
from search.engine import SearchEngine
from search.errors import ModelError
from search.identifiers.judge_names import JudgeNames
from search.models.precision import uses_bfloat16
from search.query.reader import QueryReader
from search.reranking.pairs import PAIR_FORMAT
from search.reranking.weighing import Weighing
from search.results.absence import AbsenceProver
from search.results.hits import HitBuilder
from search.retrieval.dense import DenseRetriever
from search.retrieval.encoder import Encoder, packaged_words
from search.retrieval.exact import ExactRetriever
from search.retrieval.fulltext import FullText
from search.retrieval.lexical import LexicalRetriever, open_lexical
from search.retrieval.references import ReferenceRetriever
from search.retrieval.suggest import LazySuggester
from search.second_stage import SecondStage
from search.settings import Settings
from search.snapshot.fields import fields_of
from search.snapshot.reader import Snapshot
from search.text.compounds import Compounds
from search.text.spellings import SpellingIndex, same_name, variants_of
from search.text.tokenise import ANALYSER_VERSION
from search.types import Reranker

_WORD = re.compile(r"[^\W\d_]{2,}")
_NAME_LETTERS_MIN = 3
"""A shorter word is a name where the table of spellings has it, "Ch", "Sh"; in capitals "MD" is a managing director."""


def open_engine(
    snapshot: Snapshot, *, encoder: Encoder, reranker: Reranker | None, weighing: Weighing, settings: Settings
) -> SearchEngine:
    """Put the stages together over one open snapshot.

    Raises:
        ModelError: If the snapshot was built with another encoder, analyser or pair format.
    """
    _check_made_for_this(snapshot, encoder)
    lexical = open_lexical(snapshot.lexical_folder, snapshot.tokens.passage_case)
    references = ReferenceRetriever.of(snapshot.columns)
    return SearchEngine(
        first_stage=FirstStage(
            snapshot=snapshot,
            exact=ExactRetriever(snapshot.columns),
            references=references,
            lexical=lexical,
            dense=DenseRetriever(snapshot.faiss_index, snapshot.dense_passage_case, encoder),
            weighing=weighing,
        ),
        second_stage=SecondStage(reranker, weighing, snapshot, depth=settings.rerank_depth),
        settings=settings,
        hits=HitBuilder(snapshot),
        absence=AbsenceProver(snapshot),
        fields=fields_of(snapshot.columns),
        full_text=FullText(snapshot.display_file, snapshot.columns, snapshot.tokens.passage_case, references),
        reader=_reader(snapshot, lexical),
        ranking=_ranking(encoder, reranker, weighing, settings),
        suggester=LazySuggester(snapshot),
    )


def _reader(snapshot: Snapshot, lexical: LexicalRetriever) -> QueryReader:
    """Return a reader that knows the judges, and the words in the titles and in advocates' names, of *snapshot*."""
    titles, english = list(snapshot.titles()), packaged_words()
    names = itertools.chain(titles, snapshot.columns.vocabulary.get("advocate", ()))
    return QueryReader(
        judges=JudgeNames(snapshot.columns.vocabulary["judge"], same_name=same_name),
        spellings=SpellingIndex(title_words(names).items(), english=english),
        is_known=lambda term: term in lexical.cases.terms,
        case_types=snapshot.columns.vocabulary["case_type"],
        courts=snapshot.columns.vocabulary["court"],
        compounds=Compounds(titles, english=english),
    )


def title_words(titles: Iterable[str]) -> Counter[str]:
    """Count the words of *titles* that may be names, in small letters."""
    words: Counter[str] = Counter()
    for title in titles:
        words.update(_WORD.findall(title))
    names: Counter[str] = Counter()
    for word, count in words.items():
        if len(word) >= _NAME_LETTERS_MIN or (variants_of(word) and not word.isupper()):
            names[word.lower()] += count
    return names


def _check_made_for_this(snapshot: Snapshot, encoder: Encoder) -> None:
    """Raise where queries would be read otherwise than the cases were."""
    kept = snapshot.manifest
    pairs = [
        ("encoder", kept.encoder.digest, encoder.digest, "set IHC_SEARCH_ENCODER back"),
        ("analyser", kept.analyser, ANALYSER_VERSION, "go back to the version that built it"),
        ("pair format", kept.pair_format, PAIR_FORMAT, "go back to the version that built it"),
    ]
    for name, built, now, otherwise in pairs:
        if built != now:
            raise ModelError(
                f"generation {snapshot.generation} was built with {name} {str(built)[:12]}, now it is {str(now)[:12]}; "
                f"run `ihc-search reindex`, or {otherwise}"
            )


def _ranking(encoder: Encoder, reranker: Reranker | None, weighing: Weighing, settings: Settings) -> str:
    parts = {
        "encoder": encoder.digest,
        "reranker": reranker.digest if reranker else None,
        "weighing": weighing.digest,
        "rerank_depth": settings.rerank_depth,
        "bfloat16": uses_bfloat16(settings.precision),
        "pair_format": PAIR_FORMAT,
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]
