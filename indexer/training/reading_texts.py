"""Reading texts: what a reranker would read of a candidate beside a query, for lists that it learns from."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indexer.training.lists import Listed
from search.engine import SearchEngine
from search.reranking.cross_encoder import assemble
from search.reranking.pairs import candidate_text, query_text

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WHOLE_HEAD_SHARE = 0.35
"""Share of the lists with the whole head that serving shows.  The others have the first words of the title alone: where
a heading is all that names a case it fills a third of the room and teaches nothing."""
TITLE_WORDS = 6


@dataclass(frozen=True, slots=True)
class ReadingTexts:
    """Writes them with one open engine."""

    engine: SearchEngine
    tokenizer: Tokenizer
    max_tokens: int
    """Of query and candidate together, as in training."""

    def passages(self, source_id: str) -> list[str]:
        """Return the passages of a case; none where it is not indexed."""
        doc_id = self.engine.snapshot.doc_id_of(source_id)
        if doc_id is None:
            return []
        return [self.engine.snapshot.passage_text(number) for number in self.engine.snapshot.tokens.passages_of(doc_id)]

    def listed(
        self, query: str, candidates: Sequence[tuple[int, str, float]], draw: random.Random
    ) -> tuple[Listed, ...]:
        """Return the rows of one list.

        Args:
            query: They are read beside.
            candidates: doc_id, passage and the teacher's share of each, the one that answers first.
            draw: Settles whether this list shows the whole head.
        """
        shown = self.engine.snapshot.display([doc_id for doc_id, _, _ in candidates])
        whole = draw.random() < WHOLE_HEAD_SHARE
        return tuple(
            Listed(str(row["source_id"]), self._of(query, row, passage, whole=whole), int(number == 0), share)
            for number, (row, (_, passage, share)) in enumerate(zip(shown, candidates, strict=True))
        )

    def _of(self, query: str, shown: Mapping[str, str], passage: str, *, whole: bool) -> str:
        head, tail = shown["head"], shown["tail"]
        if not whole:
            title = " ".join(shown["title"].split()[:TITLE_WORDS])
            head, tail = f"Candidate: Title: {title} | Summary:", ""
        return self._fitting(query, (head, passage, tail))

    def _fitting(self, query: str, pieces: tuple[str, str, str]) -> str:
        """Cut head, passage and tail as serving does, so that a model is trained on what it will read."""
        encoded = [self.tokenizer.encode(piece, add_special_tokens=False) for piece in pieces]
        query_ids = self.tokenizer.encode(query_text(query), add_special_tokens=False).ids
        # Markers instead of ids: what is left of each piece shows how far it reaches.
        head, passage, tail = ([number] * len(encoding.ids) for number, encoding in enumerate(encoded))
        ids, first = assemble(query_ids, (head, passage, tail), self.max_tokens)
        kept = [ids[first:-1].count(number) for number in range(3)]
        return candidate_text(
            *(_cut(piece, encoding, length) for piece, encoding, length in zip(pieces, encoded, kept, strict=True))
        )


def _cut(piece: str, encoding: object, length_tokens: int) -> str:
    offsets: list[tuple[int, int]] = encoding.offsets  # type: ignore[attr-defined]
    if length_tokens == 0:
        return ""
    return piece if length_tokens >= len(offsets) else piece[: offsets[length_tokens - 1][1]]
