"""Training with sentence-transformers: judged lists in, a cross-encoder in its plain layout out.

Runs on a GPU where there is one, else on the processor.  Goes on from its last checkpoint when asked to.
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from indexer.progress import Progress, silent
from indexer.training.lists import JudgedList
from indexer.training.losses import loss_of
from indexer.training.recipes import Recipe
from indexer.training.rows import is_known, rows_of_lists
from search.errors import ExtraMissing, InputError, ModelError
from search.models.precision import uses_bfloat16

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

CHECKPOINT_EVERY_S = 480
_NEEDED = ("accelerate", "datasets")


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
    learned = _learnable(lists, recipe)
    if resume and not any(checkpoints.glob("checkpoint-*")):
        raise InputError(f"{checkpoints} holds no checkpoint to resume from; leave --resume out")
    from transformers import set_seed

    set_seed(recipe.seed)
    model = _open(base, recipe)
    trainer = _trainer(model, learned, recipe, checkpoints)
    trainer.add_callback(_watcher(progress))
    trainer.train(resume_from_checkpoint=resume or None)
    return model.eval(), _twentieths(trainer.state.log_history)


def _check_installed() -> None:
    for name in _NEEDED:
        if importlib.util.find_spec(name) is None:
            raise ExtraMissing(name, "train")


def _learnable(lists: Sequence[JudgedList], recipe: Recipe) -> Sequence[JudgedList]:
    """Leave out the lists in which nothing is left to learn."""
    if recipe.beside_teacher:
        if recipe.loss == "binary":
            raise InputError("pairs by themselves have no teacher; train beside the teacher with the preset `ours`")
        lists = [judged for judged in lists if not is_known(judged)]
    if not lists:
        raise InputError("there is no list to learn from; make some with `ihc-search train-data`")
    return lists


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
    from datasets import Dataset
    from sentence_transformers.cross_encoder import CrossEncoderTrainer

    rows = Dataset.from_list(rows_of_lists(lists, recipe))
    arguments = _arguments(recipe, checkpoints)
    return CrossEncoderTrainer(model=model, args=arguments, train_dataset=rows, loss=loss_of(model, recipe))


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
