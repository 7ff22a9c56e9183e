from __future__ import annotations

import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from search.reranking.pairs import candidate_text, head_of, tail_of
from search.retrieval.encoder import packaged_tokenizer
from search.snapshot.tokens import tokenizer_digest
from search.text.passages import passages_of


@pytest.fixture(scope="module")
def tokenizer():
    return packaged_tokenizer()


def small_tokenizer(**words: int) -> Tokenizer:
    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0, **words}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    return tokenizer


def test_the_pieces_of_a_candidate_join_to_the_tokens_of_its_text(snapshot, cases, tokenizer):
    with_text = next(row for row, case in enumerate(cases) if case.documents)
    passage_id = snapshot.tokens.passages_of(with_text)[1]
    pieces = [snapshot.tokens.head(with_text), snapshot.tokens.passage(passage_id), snapshot.tokens.tail(with_text)]

    case = cases[with_text]
    text = candidate_text(head_of(case), passages_of(case)[1], tail_of(case))

    assert [int(token) for piece in pieces for token in piece] == tokenizer.encode(text, add_special_tokens=False).ids


def test_passages_lie_with_their_case(snapshot, cases):
    for row, case in enumerate(cases):
        texts = [snapshot.passage_text(passage_id) for passage_id in snapshot.tokens.passages_of(row)]
        assert texts == passages_of(case)


def test_padding_and_cutting_do_not_change_the_digest(tokenizer):
    before = tokenizer_digest(tokenizer)
    other = packaged_tokenizer()
    other.enable_padding(length=16)
    other.enable_truncation(8)

    assert tokenizer_digest(other) == before


def test_another_vocabulary_or_normalisation_changes_the_digest():
    plain, folded = small_tokenizer(bail=1), small_tokenizer(bail=1)
    folded.normalizer = normalizers.Lowercase()

    digests = {tokenizer_digest(one) for one in (plain, folded, small_tokenizer(bail=2), small_tokenizer(writ=1))}

    assert len(digests) == 4
