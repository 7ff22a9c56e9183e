"""The folder of a trained cross-encoder: weights as int8 rows, tokenizer, weighing, and a manifest that names them.

`export_model` writes the same weights in the plain layout of sentence-transformers, for other programs.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from search.errors import InputError, ModelError
from search.models.minilm import SCALE_SUFFIX
from search.reranking.cross_encoder import MANIFEST_NAME, SHIPPED, TOKENIZER_NAME, WEIGHTS_NAME, load_reranker
from search.reranking.pairs import PAIR_FORMAT
from search.reranking.weighing import FILE_NAME, Weighing
from search.retrieval.encoder import packaged_folder
from search.snapshot.manifest import sha256_of
from search.snapshot.tokens import tokenizer_digest

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder
    from torch import Tensor

_BODY = "bert."
"""Before the names of a body's weights in a classifier of transformers."""


def new_folder(out: Path) -> None:
    """Make sure that *out* can be written anew.

    Raises:
        InputError: If something is in it.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InputError(f"{out} is not empty; give a new folder")


def write_model(out: Path, model: CrossEncoder, told: Mapping[str, Any]) -> None:
    """Write *model* to *out* with a manifest that also holds what is *told* of its training."""
    from safetensors.torch import save_file
    from tokenizers import Tokenizer

    out.mkdir(parents=True, exist_ok=True)
    body: Any = model[0].model
    save_file(
        packed({name.removeprefix(_BODY): value for name, value in body.state_dict().items()}), out / WEIGHTS_NAME
    )
    (out / WEIGHTS_NAME).chmod(0o644)  # safetensors writes for its owner alone; a model is installed for all
    model.tokenizer.backend_tokenizer.save(str(out / TOKENIZER_NAME), pretty=False)
    tokenizer = Tokenizer.from_file(str(out / TOKENIZER_NAME))
    manifest = {
        "pair_format": PAIR_FORMAT,
        "max_tokens": model.max_length,
        "attention_heads": body.config.num_attention_heads,
        "tokenizer_digest": tokenizer_digest(tokenizer),
        **told,
        "trained": datetime.now(UTC).strftime("%Y-%m-%d"),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "files": {name: sha256_of(out / name) for name in (WEIGHTS_NAME, TOKENIZER_NAME)},
    }
    _write_json(out / MANIFEST_NAME, manifest)


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of the model in *folder*.

    Raises:
        ModelError: If it has none.
    """
    path = folder / MANIFEST_NAME
    if not path.is_file():
        raise ModelError(f"{folder} has no {MANIFEST_NAME}; give a folder that `ihc-search train` wrote")
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return manifest


def add_weighing(folder: Path, weighing: Weighing) -> None:
    """Write the weights of the evidence beside the model and into its manifest."""
    _write_json(folder / FILE_NAME, weighing.kept())
    manifest = read_manifest(folder)
    manifest["files"][FILE_NAME] = sha256_of(folder / FILE_NAME)
    _write_json(folder / MANIFEST_NAME, manifest)


def export_model(folder: Path | None, out: Path) -> None:
    """Write the model in *folder*, or the shipped one, so that ``CrossEncoder(out)`` loads it.

    Raises:
        InputError: If *out* is not empty.
        ModelError: If *folder* holds no model of this project, or a damaged one.
    """
    from sentence_transformers import CrossEncoder

    from search.models.minilm import load_minilm

    folder = folder or SHIPPED
    manifest = read_manifest(folder)
    new_folder(out)
    load_reranker(str(folder))  # refuses what does not match its manifest
    model = CrossEncoder(str(packaged_folder()), num_labels=1, max_length=manifest["max_tokens"], device="cpu")
    kept = load_minilm(folder / WEIGHTS_NAME, attention_heads=manifest["attention_heads"]).weights
    body: Any = model[0].model
    body.load_state_dict({_named(name): value for name, value in kept.items()}, strict=False)
    model.save_pretrained(str(out))
    shutil.copyfile(folder / MANIFEST_NAME, out / "training.json")


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


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1, default=str) + "\n", encoding="utf-8")
