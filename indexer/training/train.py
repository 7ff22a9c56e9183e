"""Training: the packaged MiniLM body becomes a cross-encoder, and its reading gets a weight."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from indexer.progress import Progress, silent
from indexer.training.negatives import Reading
from search.models.minilm import MiniLM
from search.reranking.cross_encoder import assemble
from search.reranking.pairs import query_text

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from torch import Tensor


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train.  The defaults are those of the shipped model; the card's differ in what is said there."""

    seed: int = 42
    batch_pairs: int = 16
    learning_rate: float = 5e-5
    warm_up: float = 0.1
    """Share of the steps over which the learning rate rises; it falls to nothing over the others."""
    negatives: int = 5
    """Near misses per query."""
    max_pairs: int = 6000
    max_tokens: int = 224
    """The model can read 512; what lies behind the first 224 was chosen least (docs/adr/0003)."""
    positive_weight: float = 2.0


class TokenPair(NamedTuple):
    """Token ids of query and candidate, how many are the query's, and the label."""

    ids: list[int]
    first_length: int
    label: float


def token_pairs(readings: Iterable[Reading], tokenizer: Tokenizer, recipe: Recipe) -> list[TokenPair]:
    """Assemble the pairs of *readings* as serving does, at most ``recipe.max_pairs`` of them."""
    pairs: list[TokenPair] = []
    for reading in readings:
        query = tokenizer.encode(query_text(reading.query), add_special_tokens=False).ids
        for candidate, label in zip(reading.candidates, reading.labels, strict=True):
            pieces = (candidate.head.tolist(), candidate.passage.tolist(), candidate.tail.tolist())
            ids, first_length = assemble(query, pieces, recipe.max_tokens)
            pairs.append(TokenPair(ids, first_length, label))
        if len(pairs) >= recipe.max_pairs:
            break
    return pairs


def fine_tune(
    body: MiniLM, pairs: Sequence[TokenPair], recipe: Recipe, *, progress: Progress = silent
) -> tuple[MiniLM, list[float]]:
    """Train *body* with a new classifier on *pairs* for one epoch, by binary cross-entropy.

    Returns:
        The trained model, and the mean loss of every tenth part of the epoch.
    """
    import torch

    torch.manual_seed(recipe.seed)
    model = _with_classifier(body, recipe.seed)
    trained = [tensor.requires_grad_() for tensor in model.weights.values()]
    optimiser = torch.optim.AdamW(trained, lr=recipe.learning_rate, weight_decay=0.01)
    batches = _batches(pairs, recipe)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, _linear(len(batches), recipe.warm_up))
    weight = torch.tensor(recipe.positive_weight)
    losses: list[float] = []
    for step, batch in enumerate(batches):
        labels = torch.tensor([pair.label for pair in batch])
        logits = model.logits([pair.ids for pair in batch], [pair.first_length for pair in batch])
        loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, labels, pos_weight=weight)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        schedule.step()
        losses.append(float(loss.detach()))
        progress("training", step + 1, len(batches))
    for tensor in trained:
        tensor.requires_grad_(False)
    return model, [float(np.mean(part)) for part in np.array_split(losses, min(10, len(losses)))]


def _with_classifier(body: MiniLM, seed: int) -> MiniLM:
    import torch

    generator = torch.Generator().manual_seed(seed)
    weights = {name: tensor.detach().clone() for name, tensor in body.weights.items() if tensor.is_floating_point()}
    dim = weights["pooler.dense.weight"].shape[0]
    weights["classifier.weight"] = torch.randn(1, dim, generator=generator) * 0.02
    weights["classifier.bias"] = torch.zeros(1)
    return MiniLM(weights, body.layers, body.attention_heads)


def _batches(pairs: Sequence[TokenPair], recipe: Recipe) -> list[list[TokenPair]]:
    """Batches of pairs of like length, in random order: little is padded, and no length comes first."""
    draw = random.Random(recipe.seed)
    shuffled = draw.sample(list(pairs), len(pairs))
    block = recipe.batch_pairs * 32
    batches = []
    for start in range(0, len(shuffled), block):
        part = sorted(shuffled[start : start + block], key=lambda pair: len(pair.ids))
        batches += [part[at : at + recipe.batch_pairs] for at in range(0, len(part), recipe.batch_pairs)]
    draw.shuffle(batches)
    return batches


def _linear(steps: int, warm_up: float) -> Any:
    rising = max(1, int(steps * warm_up))
    return lambda step: min((step + 1) / rising, max(0.0, (steps - step) / max(1, steps - rising)))


def packed(model: MiniLM) -> dict[str, Tensor]:
    """Return the weights for a safetensors file: matrices as int8 rows with a scale each, the rest as float16.

    The largest error of a weight is 1/254 of the largest weight of its row.
    """
    import torch

    kept: dict[str, Tensor] = {}
    for name, tensor in model.weights.items():
        if tensor.ndim != 2 or not tensor.is_floating_point():
            kept[name] = tensor.half().contiguous() if tensor.is_floating_point() else tensor.contiguous()
            continue
        scale = tensor.abs().amax(dim=1).clamp_min(1e-8) / 127
        kept[name] = torch.round(tensor / scale[:, None]).to(torch.int8).contiguous()
        kept[f"{name}.scale"] = scale.float().contiguous()
    return kept
