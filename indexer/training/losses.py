"""Losses: how far a model is from what each list, or each pair, should get."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from indexer.training.recipes import Recipe

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

_FORWARD_PAIRS = 8
"""How many pairs are read at once; a batch of lists is read in several turns, which the cache of a processor likes."""
_NOT_THERE = -1e15
"""Logits below this are of no candidate: they fill up a list that is shorter than another of its batch."""


def loss_of(model: CrossEncoder, recipe: Recipe) -> Any:
    """Return the loss that *recipe* names, as the trainer of sentence-transformers takes it."""
    from sentence_transformers.cross_encoder.losses import BinaryCrossEntropyLoss
    from torch import nn

    if recipe.loss == "binary":
        return BinaryCrossEntropyLoss(model, activation_fn=nn.Identity())
    return _list_loss(model, recipe)


def _list_loss(model: CrossEncoder, recipe: Recipe) -> Any:
    from sentence_transformers.cross_encoder.losses import ListNetLoss
    from torch import Tensor, nn
    from torch.nn.utils.rnn import pad_sequence

    class WithTeacher(nn.Module):
        added: Tensor

        def forward(self, logits: Tensor, target: Tensor) -> Tensor:
            return nn.functional.cross_entropy(logits + self.added, target)

    class BesideTeacher(ListNetLoss):  # type: ignore[misc, unused-ignore]
        """Labels hold the target of a list and, behind it, the logarithm of what its teacher says."""

        def forward(self, inputs: Any, labels: Any, prompt: str | None = None, task: str | None = None) -> Tensor:
            targets, said = zip(*(row.chunk(2) for row in labels), strict=True)
            self.cross_entropy_loss.added = pad_sequence(list(said), batch_first=True).to(self.model.device)
            loss: Tensor = super().forward(inputs, list(targets), prompt, task)
            return loss

    loss: Any = (BesideTeacher if recipe.beside_teacher else ListNetLoss)(model, mini_batch_size=_FORWARD_PAIRS)
    loss.cross_entropy_loss = WithTeacher() if recipe.beside_teacher else _list_and_pairs(recipe.pair_share)
    return loss


def _list_and_pairs(pair_share: float) -> Any:
    """Return the loss of a list, with that of its pairs by themselves beside it."""
    import torch
    from torch.nn import functional

    class ListAndPairs(torch.nn.Module):
        def forward(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
            there = logits > _NOT_THERE
            answers = (target > target.max(dim=1, keepdim=True).values / 2).float()
            pairs = functional.binary_cross_entropy_with_logits(logits[there], answers[there])
            return functional.cross_entropy(logits, target) + pair_share * pairs

    return ListAndPairs()
