"""Training with sentence-transformers: judged lists in, a cross-encoder out, in memory.

Runs on a GPU where there is one, else on the processor.  Goes on from its last checkpoint when asked to.
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from indexer.durability import remove_tree
from indexer.progress import Progress, silent
from indexer.training.lists import JudgedList
from indexer.training.losses import loss_of
from indexer.training.quiet import quiet
from indexer.training.recipes import Recipe
from indexer.training.rows import read_of, rows_of_lists
from search.errors import ExtraMissing, InputError, ModelError
from search.models.precision import uses_bfloat16

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

CHECKPOINT_EVERY_S = 480
CHECKPOINTS = "checkpoint-*"
_STATE_NAME = "trainer_state.json"
"""Written last: a checkpoint without it was interrupted."""
_NEEDED = ("accelerate", "datasets")
_READ_BY_THE_ENGINE = {
    "model_type": "bert",
    "hidden_act": "gelu",
    "layer_norm_eps": 1e-12,
    "position_embedding_type": "absolute",
    "type_vocab_size": 2,
}
"""What a body must be for `search.models.minilm` to read it."""
_MARKS = (101, 102)
"""Ids of [CLS] and [SEP] in the rows that the engine reads (`search.reranking.cross_encoder.assemble`)."""


class FineTuned(NamedTuple):
    """A model, and how it came about."""

    model: CrossEncoder
    losses: list[float]
    """Mean loss of every twentieth part of the run."""
    read: list[JudgedList]
    """What of the lists it has read."""


def fine_tune(
    lists: Sequence[JudgedList],
    recipe: Recipe,
    *,
    base: str,
    checkpoints: Path,
    resume: bool = False,
    progress: Progress = silent,
) -> FineTuned:
    """Train a cross-encoder on *lists*.

    Args:
        lists: What to learn from.
        recipe: How.
        base: Folder or name of the model to start from; a body without a classifier gets one from the seed.
        checkpoints: Folder of the checkpoints of this very run; at least one every ten minutes.
        resume: Whether to go on from the last checkpoint; else those that are there go.
        progress: Told of every step.

    Raises:
        InputError: If there is nothing to learn from, or nothing to resume.
        ModelError: If *base* cannot be loaded, or is a model that the engine could not read.
        ExtraMissing: If the training libraries are not installed.
    """
    _check_installed()
    read = _learnable(lists, recipe)
    last = _last_checkpoint(checkpoints) if resume else None
    if not resume:
        remove_tree(checkpoints)
    from transformers import set_seed

    set_seed(recipe.seed)
    with quiet():
        model = _open(base, recipe)
        trainer = _trainer(model, read, recipe, checkpoints)
        trainer.add_callback(_watcher(progress))
        trainer.train(resume_from_checkpoint=None if last is None else str(last))
    return FineTuned(model.eval(), _twentieths(trainer.state.log_history), read)


def _check_installed() -> None:
    for name in _NEEDED:
        if importlib.util.find_spec(name) is None:
            raise ExtraMissing(name, "train")


def _learnable(lists: Sequence[JudgedList], recipe: Recipe) -> list[JudgedList]:
    if recipe.beside_teacher and recipe.loss == "binary":
        raise InputError("pairs by themselves have no teacher; train beside the teacher with the preset `ours`")
    if not lists:
        raise InputError("there is no list of the part train to learn from; make some with `ihc-search train-data`")
    read = read_of(lists, recipe)
    if not read:
        raise InputError("none of the lists teaches anything: each is empty, or its teacher knows all of it already")
    return read


def _last_checkpoint(checkpoints: Path) -> Path:
    whole = {path.parent for path in checkpoints.glob(f"{CHECKPOINTS}/{_STATE_NAME}")}
    if not whole:
        raise InputError(
            f"{checkpoints} holds no checkpoint of a run on these lists, by this recipe, from this base; "
            "leave --resume out"
        )
    return max(whole, key=lambda path: int(path.name.rpartition("-")[2]))


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
    _check_base(model, base, recipe)
    body: Any = model[0].model
    if not recipe.learns_words:
        body.get_input_embeddings().requires_grad_(False)
    return model


def _check_base(model: CrossEncoder, base: str, recipe: Recipe) -> None:
    """Raise ModelError where the engine could not read what comes of *base*: better now than behind an hour."""
    body: Any = model[0].model
    config = body.config
    other = [
        f"{name} {found}"
        for name, wanted in _READ_BY_THE_ENGINE.items()
        if (found := getattr(config, name, wanted)) != wanted
    ]
    if other:
        wanted = ", ".join(f"{name} {value}" for name, value in _READ_BY_THE_ENGINE.items())
        raise ModelError(f"the base model {base!r} has {', '.join(other)}; give one with {wanted}, such as a MiniLM")
    if (model.tokenizer.cls_token_id, model.tokenizer.sep_token_id) != _MARKS:
        raise ModelError(f"the base model {base!r} has other words than BERT's; give one with the vocabulary of BERT")
    if recipe.max_tokens > config.max_position_embeddings:
        raise ModelError(
            f"the base model {base!r} reads {config.max_position_embeddings} tokens, the recipe has "
            f"{recipe.max_tokens}; give another base, or another preset"
        )


def _attention() -> dict[str, str]:
    """Name the attention that trains fastest: on a processor the fused one spends most of a step going backward."""
    import torch

    return {} if torch.cuda.is_available() else {"attn_implementation": "eager"}


def _trainer(model: CrossEncoder, lists: Sequence[JudgedList], recipe: Recipe, checkpoints: Path) -> Any:
    from datasets import Dataset
    from sentence_transformers.cross_encoder import CrossEncoderTrainer
    from transformers import PrinterCallback

    rows = Dataset.from_list(rows_of_lists(lists, recipe))
    arguments = _arguments(recipe, checkpoints)
    trainer = CrossEncoderTrainer(model=model, args=arguments, train_dataset=rows, loss=loss_of(model, recipe))
    trainer.remove_callback(PrinterCallback)  # it prints a line a step, in between the bars
    return trainer


def _arguments(recipe: Recipe, checkpoints: Path) -> Any:
    import torch
    from sentence_transformers.cross_encoder import CrossEncoderTrainingArguments

    return CrossEncoderTrainingArguments(
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


def _in_order(dataset: Any, batch_size: int, drop_last: bool, **_: Any) -> Any:
    from torch.utils.data import BatchSampler, SequentialSampler

    return BatchSampler(SequentialSampler(dataset), batch_size, drop_last)


def _reads_bfloat16() -> bool:
    """Whether arithmetic in bfloat16 is the machine's own; where it is emulated it is slower than float32."""
    import torch

    if torch.cuda.is_available():
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    return uses_bfloat16("auto")


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
