"""The card of a trained cross-encoder: what it is, what it learned from, and what was measured, as one README.

Every figure comes from the model's own manifest or from reports of `ihc-search evaluate` that were made with it.  What
neither tells, such as the licence of a base that is not the packaged one, is not told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from indexer.durability import replace_durably
from indexer.training.measured import NOT_THERE, Measured, read_report
from indexer.training.model_folder import read_manifest
from search.errors import ModelError
from search.evaluation.markdown import table
from search.reranking.cross_encoder import WEIGHTS_NAME
from search.reranking.weighing import FILE_NAME as WEIGHING_NAME
from search.reranking.weighing import SHIPPED, Weighing, read_weighing
from search.retrieval.encoder import packaged_folder
from search.snapshot.manifest import sha256_of

CARD_NAME = "README.md"
NAME = "ihc-search cross-encoder"
_BASE, _BASE_LICENCE = "sentence-transformers/all-MiniLM-L6-v2", "apache-2.0"
"""Of the packaged body."""
_WHAT = """Reads a query and a court case together and scores how well the case answers.  A BERT{layers}, fine-tuned
from {base}; query and candidate have {max_tokens} tokens together."""
_USE = """## Use

The folder keeps matrices as int8 rows with a scale each.  `ihc-search export-model plain` expands them; then
`sentence_transformers.CrossEncoder("plain")` loads it.  Query and candidate are written as `search/reranking/pairs.py`
does, pair format {pair_format}.  The score is a logit and means something only beside those of the same query."""
_WEIGHED = """`ihc-search` adds {logit:.3f} times the score to the evidence of its first stage, the less the more of the
query a title among the candidates holds."""
_WEIGHED_UNREAD = "  What it is worth there was fitted on {queries:,} queries about cases that it had not read."
_SOURCES = """The queries are about court records and judgments; no text of them is part of this folder.  """
_SPLIT_BY_CASE = """Cases of other parts than train were left out of its lists, with their twins and connected
matters."""
_SPLIT_UNKNOWN = """How its lists were split, they do not tell: cases that it is measured on may be among them."""
_SPLIT_BY_PAIR = """Pairs were split, not cases: it has learned from cases that it is measured on."""
_LIMITS = """## Limits

English, and the law and courts of Pakistan.  It reads one passage of a judgment, not the whole.  It ranks; it gives no
legal advice."""
_LICENCE = """## Licence

{licence}"""
_OF_PACKAGED = "Apache-2.0, as its base."
_OF_ANOTHER = "That of its base, {base}, holds for it; it is not told here."


def write_card(folder: Path, reports: Sequence[Path]) -> Path:
    """Write the card of the model in *folder* from *reports* (``report.json`` of evaluations) and return its path.

    Raises:
        ModelError: If *folder* holds no model, or one that does not tell how it was trained.
        InputError: If a report cannot be read, or was made with another model or another weighing.
    """
    manifest = read_manifest(folder)
    weighing = read_weighing(folder / WEIGHING_NAME) if (folder / WEIGHING_NAME).is_file() else None
    made_with = {
        "cross-encoder": manifest["files"][WEIGHTS_NAME],
        "weighing": (weighing or read_weighing(SHIPPED)).digest,  # without its own, the shipped one weighs it
    }
    measured = [read_report(path, made_with) for path in reports]
    path = folder / CARD_NAME
    replace_durably(path, _card(folder, manifest, weighing, measured))
    return path


def _card(folder: Path, manifest: Mapping[str, Any], weighing: Weighing | None, measured: Sequence[Measured]) -> str:
    from huggingface_hub import EvalResult, ModelCardData

    try:
        about, packaged = list(_about(manifest, weighing)), _is_of_packaged(manifest)
    except NOT_THERE as error:
        raise ModelError(f"the manifest of {folder} does not tell how the model was trained; train it again") from error
    results = [EvalResult(**result) for report in measured for result in report.results]
    data = ModelCardData(
        language="en",
        license=_BASE_LICENCE if packaged else None,
        library_name="sentence-transformers",
        pipeline_tag="text-ranking",
        base_model=_BASE if packaged else None,
        tags=["cross-encoder", "legal", "reranker"],
        model_name=NAME if results else None,
        eval_results=results or None,
    )
    parts = [f"---\n{data.to_yaml()}\n---", f"# {NAME}", *about]
    if measured:
        parts += ["## Measured", *(part for report in measured for part in report.parts)]
    licence = _OF_PACKAGED if packaged else _OF_ANOTHER.format(base=_first_base(manifest)["name"])
    return "\n\n".join([*parts, _LIMITS, _LICENCE.format(licence=licence)]) + "\n"


def _about(manifest: Mapping[str, Any], weighing: Weighing | None) -> Iterator[str]:
    layers = f" with {manifest['layers']} layers" if "layers" in manifest else ""
    yield _WHAT.format(layers=layers, base=_first_base(manifest)["name"], max_tokens=manifest["max_tokens"])
    yield _USE.format(pair_format=manifest["pair_format"])
    if weighing is not None:
        fitted = manifest.get("weighed", {})
        unread = _WEIGHED_UNREAD.format(queries=fitted["queries"]) if fitted.get("cases_unread") else ""
        yield _WEIGHED.format(logit=weighing.logit) + unread
    yield "## Training"
    yield table(["of", ""], list(_trained_on(manifest)))
    yield _SOURCES + _split_of(list(_stages(manifest)))


def _trained_on(manifest: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "pairs", _pairs_read(manifest)
    if manifest.get("queries"):
        yield "queries of the lists by kind", ", ".join(f"{kind} {n:,}" for kind, n in manifest["queries"].items())
    yield "loss", _loss(manifest)
    yield "recipe", ", ".join(f"{name} {value}" for name, value in manifest["recipe"].items())
    for stage in list(_stages(manifest))[1:]:
        yield "before", f"{_pairs_read(stage)}; loss {_loss(stage)}"
    for told in _lists(manifest):
        of, digest = ("lines", told["sha256_of_lines"]) if "sha256_of_lines" in told else ("file", told["sha256"])
        yield f"lists {told['name']}", f"SHA-256 of the {of} `{digest[:16]}`"
    yield "trained", f"{manifest['trained']}, {manifest['machine']}"


def _pairs_read(stage: Mapping[str, Any]) -> str:
    """Tell how many pairs were read; a model of before that was counted tells what its lists held."""
    if "read" in stage:
        read = stage["read"]
        return f"{read['pairs']:,} read, {read['positives']:,} of them relevant, of {stage['pairs']:,} in its lists"
    relevant = f", {stage['positives']:,} of them relevant" if "positives" in stage else ""
    size = stage.get("recipe", {}).get("list_size")
    return f"{stage['pairs']:,} in its lists{relevant}" + (f"; of each list at most {size} were read" if size else "")


def _loss(stage: Mapping[str, Any]) -> str:
    return f"{stage['losses'][0]:.3f} to {stage['losses'][-1]:.3f}"


def _lists(stage: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return what a run tells of its lists; once it told digests of the files, by name."""
    lists = stage.get("lists", [])
    if isinstance(lists, dict):
        return [{"name": name, "sha256": digest} for name, digest in lists.items()]
    return list(lists)


def _split_of(stages: Sequence[Mapping[str, Any]]) -> str:
    """Say how the lists of all *stages* were split, as far as they tell."""
    splits = {told.get("split") for stage in stages for told in _lists(stage) or [{}]}
    if "pairs" in splits:
        return _SPLIT_BY_PAIR
    return _SPLIT_BY_CASE if splits == {"cases"} else _SPLIT_UNKNOWN


def _stages(manifest: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Give each run that the model comes from, the last first."""
    stage: Mapping[str, Any] | None = manifest
    while stage is not None:
        yield stage
        stage = stage["base"].get("trained")


def _first_base(manifest: Mapping[str, Any]) -> Mapping[str, Any]:
    *_, first = _stages(manifest)
    base: Mapping[str, Any] = first["base"]
    return base


def _is_of_packaged(manifest: Mapping[str, Any]) -> bool:
    """Whether the packaged body is what the model comes from, of which the licence is known."""
    return bool(_first_base(manifest).get("sha256") == sha256_of(packaged_folder() / WEIGHTS_NAME))
