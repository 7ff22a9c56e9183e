"""Training with sentence-transformers: judged lists in, a cross-encoder in its plain layout out.

Runs on a GPU where there is one, else on the processor.  Goes on from its last checkpoint when asked to.
"""

from __future__ import annotations

import importlib.util
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import numpy.typing as npt

from indexer.progress import Progress, silent
from indexer.training.lists import JudgedList
from search.errors import ExtraMissing, InputError, ModelError
from search.models.precision import uses_bfloat16
from search.reranking.pairs import query_text

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

CHECKPOINT_EVERY_S = 480
Floats = npt.NDArray[np.float64]
_FORWARD_PAIRS = 8
"""How many pairs are read at once; a batch of lists is read in several turns, which the cache of a processor likes."""
_NOT_THERE = -1e15
_NEEDED = ("accelerate", "datasets")
_KNOWN = 0.95
"""Share of a list that its teacher gives to what answers, from which on nothing is left to learn beside it."""
_FLOOR = 1e-4
"""Share of a list that a wrong candidate without any merit is left, because its logarithm is the target."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train."""

    loss: Literal["listwise", "binary"] = "listwise"
    """``listwise``: the relevant candidate among its near misses (ListNet); ``binary``: each pair by itself."""
    pair_share: float = 0.5
    """Weight of each pair by itself beside its list, for ``listwise``: a list says which candidate is its best, and
    nothing of whether that one answers."""
    list_size: int | None = 8
    """Candidates of a list that are read, for ``listwise``: all that answer, the first of the others and a sample of
    the rest; None for all."""
    teacher_share: float = 0.5
    """How much of a list's target is what the teacher says at first; the rest is the label.  It falls evenly to nothing
    at the last step: cheap scores lead a model that starts from nothing, and what it shall add is what they miss
    (teacher annealing, Clark et al., BAM!, ACL 2019, arXiv:1907.04829).  For ``listwise`` alone."""
    beside_teacher: bool = False
    """Whether the teacher's word is added to the model's before the two are held against the label, for ``listwise``.
    What the teacher knows then teaches nothing, and the model learns what corrects it: the two are read together in
    the end (a product of experts, Clark et al., Don't Take the Easy Way Out, EMNLP 2019, arXiv:1909.03683).  The target
    is the label alone then, no pair is judged by itself, and a list of which the teacher knows all is not read."""
    learning_rate: float = 1.5e-4
    warm_up: float = 0.1
    """Share of the steps over which the learning rate rises; it falls to nothing over the others."""
    batch_size: int = 2
    """Lists a step, or pairs a step for ``binary``.  Small: a body that has never read two texts together needs many
    steps more than it needs smooth ones."""
    epochs: int = 1
    max_tokens: int = 192
    """Of query and candidate together."""
    dropout: float = 0.0
    """None, where each list is seen once: it protects from nothing, and drawing it is a third of the time of a step."""
    learns_words: bool = False
    """Whether the word embeddings move.  A few thousand lists hold too few of the words to move them well, and half of
    the parameters are there."""
    seed: int = 42


OURS = Recipe()
CARD = Recipe(loss="binary", learning_rate=2e-5, batch_size=16, max_tokens=512, dropout=0.1, learns_words=True)
"""The model card's.  Its text and its metadata disagree on rate and warm-up; the metadata are the run's own."""
PRESETS = {"ours": OURS, "card": CARD}


def fine_tune(
    lists: Sequence[JudgedList],
    recipe: Recipe,
    *,
    base: str,
    checkpoints: Path,
    resume: bool = False,
    progress: Progress = silent,
) -> tuple[CrossEncoder, list[float]]:
    """Train a cross-encoder on *lists*.

    Args:
        lists: What to learn from.
        recipe: How.
        base: Folder or name of the model to start from; a body without a classifier gets one from the seed.
        checkpoints: Folder of the checkpoints; at least one every ten minutes.
        resume: Whether to go on from the last checkpoint.
        progress: Told of every step.

    Returns:
        The model, and the mean loss of every twentieth part of the run.

    Raises:
        InputError: If there is nothing to learn from, or nothing to resume.
        ModelError: If *base* cannot be loaded.
        ExtraMissing: If the training libraries are not installed.
    """
    _check_installed()
    if recipe.beside_teacher:
        if recipe.loss == "binary":
            raise InputError("pairs by themselves have no teacher; train beside the teacher with the preset `ours`")
        lists = [judged for judged in lists if not _is_known(judged)]
    if not lists:
        raise InputError("there is no list to learn from; make some with `ihc-search train-data`")
    if resume and not any(checkpoints.glob("checkpoint-*")):
        raise InputError(f"{checkpoints} holds no checkpoint to resume from; leave --resume out")
    from transformers import set_seed

    set_seed(recipe.seed)
    model = _open(base, recipe)
    watcher = _watcher(progress)
    trainer = _trainer(model, lists, recipe, checkpoints)
    trainer.add_callback(watcher)
    trainer.train(resume_from_checkpoint=resume or None)
    return model.eval(), _twentieths(trainer.state.log_history)


def _check_installed() -> None:
    for name in _NEEDED:
        if importlib.util.find_spec(name) is None:
            raise ExtraMissing(name, "train")


def _open(base: str, recipe: Recipe) -> CrossEncoder:
    from safetensors import SafetensorError
    from sentence_transformers import CrossEncoder

    try:
        model: CrossEncoder = CrossEncoder(
            base,
            num_labels=1,
            max_length=recipe.max_tokens,
            model_kwargs={"use_safetensors": True} | _attention(),
            config_kwargs={"hidden_dropout_prob": recipe.dropout, "attention_probs_dropout_prob": recipe.dropout},
        )
    except (OSError, ValueError, RuntimeError, KeyError, TypeError, SafetensorError) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0][:200]
        raise ModelError(f"the base model {base!r} cannot be loaded ({reason}); give a folder or a name") from error
    if not recipe.learns_words and model.model is not None:
        model.model.get_input_embeddings().requires_grad_(False)
    return model


def _attention() -> dict[str, str]:
    """Name the attention that trains fastest: on a processor the fused one spends most of a step going backward."""
    import torch

    return {} if torch.cuda.is_available() else {"attn_implementation": "eager"}


def _trainer(model: CrossEncoder, lists: Sequence[JudgedList], recipe: Recipe, checkpoints: Path) -> Any:
    import torch
    from datasets import Dataset
    from sentence_transformers.cross_encoder import CrossEncoderTrainer, CrossEncoderTrainingArguments
    from sentence_transformers.cross_encoder.losses import BinaryCrossEntropyLoss

    listwise = recipe.loss == "listwise"
    rows = list(_listwise_rows(lists, recipe) if listwise else _binary_rows(lists, recipe))
    loss: Any = (
        _list_loss(model, recipe) if listwise else BinaryCrossEntropyLoss(model, activation_fn=torch.nn.Identity())
    )
    arguments = CrossEncoderTrainingArguments(
        output_dir=str(checkpoints),
        num_train_epochs=recipe.epochs,
        per_device_train_batch_size=recipe.batch_size,
        learning_rate=recipe.learning_rate,
        warmup_steps=recipe.warm_up,
        lr_scheduler_type="linear",
        weight_decay=0.01,
        seed=recipe.seed,
        bf16=_reads_bfloat16(),
        use_cpu=not torch.cuda.is_available(),
        # The rows are in their order already: neighbours of like length, so that little is padded.
        batch_sampler=_in_order,
        save_strategy="no",
        save_total_limit=2,
        logging_steps=1,
        disable_tqdm=True,
        report_to="none",
        dataloader_pin_memory=False,
    )
    return CrossEncoderTrainer(model=model, args=arguments, train_dataset=Dataset.from_list(rows), loss=loss)


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
    """Return the loss of a list, with that of its pairs by themselves beside it.

    What is not there, since a list is shorter than another of its batch, has a logit too low to weigh anything.
    """
    import torch
    from torch.nn import functional

    class ListAndPairs(torch.nn.Module):
        def forward(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
            there = logits > _NOT_THERE
            answers = (target > target.max(dim=1, keepdim=True).values / 2).float()
            pairs = functional.binary_cross_entropy_with_logits(logits[there], answers[there])
            return functional.cross_entropy(logits, target) + pair_share * pairs

    return ListAndPairs()


def _in_order(dataset: Any, batch_size: int, drop_last: bool, **_: Any) -> Any:
    from torch.utils.data import BatchSampler, SequentialSampler

    return BatchSampler(SequentialSampler(dataset), batch_size, drop_last)


def _reads_bfloat16() -> bool:
    """Whether arithmetic in bfloat16 is the machine's own; where it is emulated it is slower than float32."""
    import torch

    if torch.cuda.is_available():
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    return uses_bfloat16("auto")


def _listwise_rows(lists: Sequence[JudgedList], recipe: Recipe) -> Iterable[dict[str, Any]]:
    shorter = [shortened(judged, recipe.list_size, seed=recipe.seed + row) for row, judged in enumerate(lists)]
    for row, judged in enumerate(in_batches(shorter, recipe.batch_size, recipe.seed, length=_length_of_list)):
        teacher_share = 0.0 if recipe.beside_teacher else recipe.teacher_share * (1 - row / len(lists))
        target = target_of(judged, teacher_share)
        # Of a list without a teacher all is left to the model.
        said = target_of(judged, 1.0) if recipe.beside_teacher and _is_taught(judged) else np.ones(len(target))
        yield {
            "query": query_text(judged.query),
            "docs": [candidate.text for candidate in judged.candidates],
            "labels": _logarithms([target, said] if recipe.beside_teacher else [target]),
        }


def _logarithms(shares: Sequence[Floats]) -> list[float]:
    logarithms: list[float] = np.log(np.maximum(np.concatenate(shares), _FLOOR)).tolist()
    return logarithms


def _binary_rows(lists: Sequence[JudgedList], recipe: Recipe) -> Iterable[dict[str, Any]]:
    pairs = [(judged.query, candidate) for judged in lists for candidate in judged.candidates]
    for query, candidate in in_batches(
        pairs, recipe.batch_size, recipe.seed, length=lambda pair: len(pair[0]) + len(pair[1].text)
    ):
        yield {"query": query_text(query), "candidate": candidate.text, "label": float(candidate.label)}


def shortened(judged: JudgedList, size: int | None, *, seed: int) -> JudgedList:
    """Return *judged* with at most *size* candidates, but never without one that answers."""
    if size is None or len(judged.candidates) <= size:
        return judged
    wrong = [row for row, candidate in enumerate(judged.candidates) if not candidate.label]
    room = max(0, size - (len(judged.candidates) - len(wrong)))
    first, rest = wrong[: room // 2], wrong[room // 2 :]
    dropped = set(wrong) - set(first) - set(random.Random(seed).sample(rest, room - len(first)))
    kept = tuple(candidate for row, candidate in enumerate(judged.candidates) if row not in dropped)
    return judged._replace(candidates=kept)


def target_of(judged: JudgedList, teacher_share: float) -> Floats:
    """Return what share of its list each candidate should get, shape ``(len(judged.candidates),)``, sum 1.

    A list without a teacher goes by its labels alone.
    """
    labels = np.array([candidate.label for candidate in judged.candidates], dtype=np.float64)
    shares: Floats = labels / max(1.0, labels.sum())
    if not _is_taught(judged):
        return shares
    taught = [candidate.teacher for candidate in judged.candidates]
    mixed: Floats = (1 - teacher_share) * shares + teacher_share * np.array(taught, dtype=np.float64)
    return mixed


def _is_taught(judged: JudgedList) -> bool:
    return all(candidate.teacher is not None for candidate in judged.candidates)


def _is_known(judged: JudgedList) -> bool:
    return _is_taught(judged) and sum((one.teacher or 0.0) * one.label for one in judged.candidates) >= _KNOWN


def in_batches(items: Sequence[Any], size: int, seed: int, *, length: Any) -> list[Any]:
    """Order *items* so that each run of *size* is of like length and the runs are in random order."""
    draw = random.Random(seed)
    shuffled = draw.sample(list(items), len(items))
    block = size * 32
    batches = []
    for start in range(0, len(shuffled), block):
        part = sorted(shuffled[start : start + block], key=length)
        batches += [part[at : at + size] for at in range(0, len(part), size)]
    # A batch that is not full stays the last, since the reader counts off equal runs.
    full = [batch for batch in batches if len(batch) == size]
    draw.shuffle(full)
    return [item for batch in full + [batch for batch in batches if len(batch) < size] for item in batch]


def _length_of_list(judged: JudgedList) -> int:
    return sum(len(candidate.text) for candidate in judged.candidates)


def _watcher(progress: Progress) -> Any:
    """Tell of every step, and ask for a checkpoint when the last is old."""
    from transformers import TrainerCallback

    class Watcher(TrainerCallback):  # type: ignore[misc, unused-ignore]
        saved = time.monotonic()

        def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
            progress("training", state.global_step, state.max_steps)
            if time.monotonic() - self.saved > CHECKPOINT_EVERY_S:
                control.should_save = True
                self.saved = time.monotonic()

    return Watcher()


def _twentieths(history: Sequence[dict[str, Any]]) -> list[float]:
    losses = [float(entry["loss"]) for entry in history if "loss" in entry]
    return [round(float(np.mean(part)), 4) for part in np.array_split(losses, min(20, len(losses)))] if losses else []
