"""The cross-encoder: what it reads, when it gives up, and what it refuses to load."""

from __future__ import annotations

import json
import time

import numpy as np
import pytest

from search.errors import ModelError
from search.reranking.cross_encoder import SHIPPED, assemble, load_reranker
from search.retrieval.encoder import packaged_folder
from search.types import Candidate


def candidate(reranker, text: str) -> Candidate:
    ids = np.array(reranker.tokenizer.encode(text, add_special_tokens=False).ids, dtype=np.uint16)
    nothing = ids[:0]
    return Candidate(0, ids, nothing, nothing, text, tokenizer_digest=reranker.tokenizer_digest)


@pytest.fixture(scope="module")
def reranker():
    return load_reranker("")


def test_what_fits_is_read_whole():
    assert assemble([7], ([1, 2], [3], [4]), 20) == ([101, 7, 102, 1, 2, 3, 4, 102], 3)


def test_a_passage_keeps_half_of_the_room_and_the_title_stays():
    ids, first = assemble([7], (list(range(1000, 1100)), list(range(2000, 2100)), []), 44)

    assert len(ids) == 44
    assert ids[:4] == [101, 7, 102, 1000]
    assert sum(2000 <= token < 2100 for token in ids) == (44 - first - 1) // 2


def test_a_long_query_leaves_room_for_the_candidate():
    ids, first = assemble(list(range(500)), (list(range(1000, 1100)), [], []), 60)

    assert first == 60 // 3 + 2
    assert ids[first] == 1000


def test_the_same_pair_scores_the_same_alone_and_among_others(reranker):
    texts = ["Candidate: Title: A VS B", "Candidate: Title: Example Board VS Invented | Status: Decided", "Candidate:"]
    candidates = [candidate(reranker, text) for text in texts]
    together = reranker.score("Example Board", candidates)

    for row, one in enumerate(candidates):
        assert reranker.score("Example Board", [one])[0] == pytest.approx(together[row], abs=1e-4)


def test_ids_of_another_tokenizer_are_not_trusted(reranker):
    trusted = candidate(reranker, "Candidate: Title: A VS B")
    foreign = Candidate(0, trusted.head[::-1], trusted.passage, trusted.tail, trusted.text, tokenizer_digest="other")

    assert reranker.score("A", [foreign])[0] == pytest.approx(reranker.score("A", [trusted])[0], abs=1e-5)


def test_a_deadline_that_has_passed_is_a_timeout(reranker):
    with pytest.raises(TimeoutError):
        reranker.read("A", [candidate(reranker, "Candidate:")], deadline=time.monotonic() - 1)


def test_none_means_no_second_stage():
    assert load_reranker("none") is None


def test_weights_that_do_not_match_their_manifest_are_refused(tmp_path):
    manifest = json.loads((SHIPPED / "manifest.json").read_text(encoding="utf-8"))
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    for name in manifest["files"]:
        (tmp_path / name).write_bytes(b"damaged")

    with pytest.raises(ModelError, match=r"its manifest says .* train it again, or set IHC_SEARCH_RERANKER"):
        load_reranker(str(tmp_path))


def test_a_manifest_that_lacks_something_is_told_with_what_it_lacks(tmp_path):
    (tmp_path / "manifest.json").write_text(json.dumps({"files": {}}), encoding="utf-8")

    with pytest.raises(ModelError, match=r"it has no 'pair_format'\); copy the folder again"):
        load_reranker(str(tmp_path))


def test_a_model_of_another_pair_format_is_refused(tmp_path):
    (tmp_path / "manifest.json").write_text(json.dumps({"pair_format": 0, "files": {}}), encoding="utf-8")

    with pytest.raises(ModelError, match="pair format 0"):
        load_reranker(str(tmp_path))


def test_a_name_that_is_nowhere_is_one_clear_error(tmp_path):
    with pytest.raises(ModelError, match="IHC_SEARCH_RERANKER takes"):
        load_reranker(str(tmp_path / "nowhere"))


def test_an_encoder_is_no_reranker():
    with pytest.raises(ModelError, match="BertModel and no CrossEncoder"):
        load_reranker(str(packaged_folder()))


def test_a_classifier_of_several_classes_is_no_reranker(tmp_path):
    config = {"architectures": ["BertForSequenceClassification"], "model_type": "bert"}
    labels = {"id2label": {"0": "a", "1": "b", "2": "c"}, "label2id": {"a": 0, "b": 1, "c": 2}}
    (tmp_path / "config.json").write_text(json.dumps(config | labels))

    with pytest.raises(ModelError, match="gives 3 scores"):
        load_reranker(str(tmp_path))
