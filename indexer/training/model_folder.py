"""The folder of a trained cross-encoder: weights as int8 rows, tokenizer, weighing, and a manifest that names them.

`export_model` writes the same weights in the plain layout of sentence-transformers, for other programs.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indexer.durability import remove_tree, rename_durably, replace_durably, sync_tree
from indexer.training import cases_read as cases
from indexer.training.quiet import quiet
from search.errors import InputError, ModelError
from search.models.minilm import SCALE_SUFFIX
from search.reranking.cross_encoder import MANIFEST_NAME, SHIPPED, TOKENIZER_NAME, WEIGHTS_NAME, load_reranker
from search.reranking.pairs import PAIR_FORMAT
from search.reranking.weighing import FILE_NAME, Weighing
from search.snapshot.manifest import sha256_of
from search.snapshot.tokens import tokenizer_digest

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder
    from torch import Tensor
    from transformers import BertForSequenceClassification

_BODY = "bert."
"""Before the names of a body's weights in a classifier of transformers."""
_NEEDED = ("pair_format", "max_tokens", "attention_heads", "tokenizer_digest", "files")
"""What the manifest of every model says."""


def check_new(out: Path) -> None:
    """Raise InputError if there is something at *out*."""
    if out.exists():
        raise InputError(f"{out} is there already; give a new folder")


def write_model(
    out: Path, model: CrossEncoder, told: Mapping[str, Any], *, cases_read: frozenset[str] | None = None
) -> None:
    """Write *model* to *out*, which is there whole or not at all.

    Args:
        out: A new folder.
        model: Of a body that the engine reads.
        told: What the manifest says of its training.
        cases_read: Digests of the cases that it has read; None where that is not known.

    Raises:
        InputError: If a weight is no finite number.
    """
    from safetensors.torch import save_file
    from tokenizers import Tokenizer

    body: Any = model[0].model
    weights = packed({name.removeprefix(_BODY): value for name, value in body.state_dict().items()})
    _check_finite(weights)
    with _beside(out) as folder:
        save_file(weights, folder / WEIGHTS_NAME)
        (folder / WEIGHTS_NAME).chmod(0o644)  # safetensors writes for its owner alone; a model is installed for all
        model.tokenizer.backend_tokenizer.save(str(folder / TOKENIZER_NAME), pretty=False)
        if cases_read is not None:
            (folder / cases.FILE_NAME).write_text(cases.kept(cases_read), encoding="utf-8")
        manifest = {
            "pair_format": PAIR_FORMAT,
            "max_tokens": model.max_seq_length,
            "layers": body.config.num_hidden_layers,
            "attention_heads": body.config.num_attention_heads,
            "tokenizer_digest": tokenizer_digest(Tokenizer.from_file(str(folder / TOKENIZER_NAME))),
            **told,
            "trained": datetime.now(UTC).strftime("%Y-%m-%d"),
            "machine": f"{platform.machine()}, {os.cpu_count()} cores",
            "files": {path.name: sha256_of(path) for path in sorted(folder.iterdir())},
        }
        (folder / MANIFEST_NAME).write_text(_json(manifest), encoding="utf-8")


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of the model in *folder*.

    Raises:
        ModelError: If it has none, or that of something else.
    """
    path = folder / MANIFEST_NAME
    if not path.is_file():
        raise ModelError(f"{folder} has no {MANIFEST_NAME}; give a folder that `ihc-search train` wrote")
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path} cannot be read ({error}); train again, or give another folder") from error
    missing = [name for name in _NEEDED if not isinstance(manifest, dict) or name not in manifest]
    if missing or not isinstance(manifest["files"], dict) or WEIGHTS_NAME not in manifest["files"]:
        raise ModelError(f"{path} is no manifest of a model; give a folder that `ihc-search train` wrote")
    return dict(manifest)


def add_weighing(folder: Path, weighing: Weighing, told: Mapping[str, Any]) -> None:
    """Write the weights of the evidence beside the model, and into its manifest with what is *told* of them.

    The manifest lets the old weights go first: wherever this is stopped, the folder can be loaded.
    """
    manifest = read_manifest(folder)
    manifest["files"].pop(FILE_NAME, None)
    manifest.pop("weighed", None)
    replace_durably(folder / MANIFEST_NAME, _json(manifest))
    replace_durably(folder / FILE_NAME, _json(weighing.kept()))
    manifest["files"][FILE_NAME] = sha256_of(folder / FILE_NAME)
    manifest["weighed"] = dict(told)
    replace_durably(folder / MANIFEST_NAME, _json(manifest))


def export_model(folder: Path | None, out: Path) -> None:
    """Write the model in *folder*, or the shipped one, so that ``CrossEncoder(out)`` loads it.

    Raises:
        InputError: If there is something at *out*.
        ModelError: If *folder* holds no model of this project, or a damaged one.
    """
    from tokenizers import Tokenizer
    from transformers import PreTrainedTokenizerFast

    tokenizer_of: Any = PreTrainedTokenizerFast
    folder = folder or SHIPPED
    manifest = read_manifest(folder)
    check_new(out)
    load_reranker(str(folder.absolute()))  # refuses what does not match its manifest
    tokenizer = tokenizer_of(
        tokenizer_object=Tokenizer.from_file(str(folder / TOKENIZER_NAME)),
        model_max_length=manifest["max_tokens"],
        **_MARKS,
    )
    with quiet(), _beside(out) as plain:
        _plain(folder, attention_heads=manifest["attention_heads"]).save_pretrained(str(plain))
        tokenizer.save_pretrained(str(plain))
        shutil.copyfile(folder / MANIFEST_NAME, plain / "training.json")


def _plain(folder: Path, *, attention_heads: int) -> BertForSequenceClassification:
    """Return the model in *folder* as transformers has it: the shapes of the weights tell its architecture."""
    from transformers import BertConfig, BertForSequenceClassification

    from search.models.minilm import load_minilm

    kept = load_minilm(folder / WEIGHTS_NAME, attention_heads=attention_heads)

    def size(name: str, axis: int = 0) -> int:
        return int(kept.weights[f"{name}.weight"].shape[axis])

    try:
        config = BertConfig(
            vocab_size=size("embeddings.word_embeddings"),
            hidden_size=size("embeddings.word_embeddings", 1),
            max_position_embeddings=size("embeddings.position_embeddings"),
            type_vocab_size=size("embeddings.token_type_embeddings"),
            intermediate_size=size("encoder.layer.0.intermediate.dense"),
            num_hidden_layers=kept.layers,
            num_attention_heads=kept.attention_heads,
        )
        config.num_labels = 1
        model = BertForSequenceClassification(config)
        model.load_state_dict({_named(name): value for name, value in kept.weights.items()})
    except (KeyError, RuntimeError) as error:
        raise ModelError(f"{folder / WEIGHTS_NAME} holds no cross-encoder of BERT's form ({error})") from error
    return model


_MARKS = {
    "cls_token": "[CLS]",
    "sep_token": "[SEP]",
    "pad_token": "[PAD]",
    "unk_token": "[UNK]",
    "mask_token": "[MASK]",
}


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """Give a folder beside *out* that takes its place once all is written, and goes if that fails."""
    aside = out.with_name(f".{out.name}.new")
    remove_tree(aside)
    aside.mkdir(parents=True)
    try:
        yield aside
        sync_tree(aside)
        rename_durably(aside, out)
    finally:
        remove_tree(aside)


def _check_finite(weights: Mapping[str, Tensor]) -> None:
    broken = [name for name, tensor in weights.items() if not bool(tensor.isfinite().all())]
    if broken:
        raise InputError(
            f"{len(broken)} of {len(weights)} tensors of the model hold what is no number any more, {broken[0]} for "
            "one, so nothing is written; train with a lower --learning-rate"
        )


def _named(name: str) -> str:
    return name if name.startswith("classifier.") else _BODY + name


def packed(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return *weights* for a safetensors file: matrices as int8 rows with a scale each, the rest as float16.

    The largest error of a weight is 1/254 of the largest weight of its row.
    """
    import torch

    kept: dict[str, Tensor] = {}
    for name, tensor in weights.items():
        tensor = tensor.detach().cpu()
        if tensor.ndim != 2 or not tensor.is_floating_point():
            kept[name] = tensor.half().contiguous() if tensor.is_floating_point() else tensor.contiguous()
            continue
        scale = tensor.abs().amax(dim=1).clamp_min(1e-8) / 127
        kept[name] = torch.round(tensor / scale[:, None]).to(torch.int8).contiguous()
        kept[f"{name}{SCALE_SUFFIX}"] = scale.float().contiguous()
    return kept


def _json(value: object) -> str:
    return json.dumps(value, indent=1) + "\n"
