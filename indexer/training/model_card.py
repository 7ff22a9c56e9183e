"""The card of a trained cross-encoder: what it is, what it learned from, and what was measured, as one README.

Every figure comes from the model's own manifest or from reports of `ihc-search evaluate` that were made with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from indexer.training.model_folder import read_manifest
from search.errors import InputError
from search.evaluation.evaluate import OURS_WEIGHED
from search.evaluation.markdown import table, with_interval
from search.evaluation.qrels import ALL
from search.evaluation.significance import Estimate
from search.evaluation.variants import OURS
from search.reranking.cross_encoder import WEIGHTS_NAME
from search.reranking.weighing import FILE_NAME

CARD_NAME = "README.md"
NAME = "ihc-search cross-encoder"
_BASE = "sentence-transformers/all-MiniLM-L6-v2"
_WHAT = """Reads a query and a court case together and scores how well the case answers.  A MiniLM with six layers,
fine-tuned from {base}; query and candidate have {max_tokens} tokens together."""
_USE = """## Use

The folder keeps matrices as int8 rows with a scale each.  `ihc-search export-model plain` expands them; then
`sentence_transformers.CrossEncoder("plain")` loads it.  Query and candidate are written as `search/reranking/pairs.py`
does, pair format {pair_format}.  The score is a logit and means something only beside those of the same query."""
_WEIGHED = """`ihc-search` adds the score to the evidence of its first stage, at {logit:.3f} a deviation: what it is
worth there was fitted on cases that it had not read."""
_SOURCES = """The queries are about public court records and judgments; no text of them is part of this folder.  Cases
that it is measured on were left out, with their twins and connected matters."""
_LIMITS = """## Limits

English, and the law and courts of Pakistan.  Trained on few queries that a person judged.  It reads one passage of a
judgment, not the whole.  It ranks; it gives no legal advice.

## Licence

Apache-2.0, as its base."""
_QUERIES = """### {name}

{queries:,} queries about {cases:,} cases, {date}.  The whole engine with this model (ours), without it (weighed), and
BM25 alone, by

    {command}"""
_LISTS = """### {name}

{lists:,} queries with the candidates of the first stage, {date}, by

    {command}"""
_PAIRS = """Alone, on the {pairs:,} pairs of {name} ({positives:,} relevant): average precision {average_precision:.4f},
F1 {f1:.4f}, precision {precision:.4f}, recall {recall:.4f}, accuracy {accuracy:.4f}; always the commoner answer
{majority:.4f}."""
_PAIRS_WEIGHED = """Weighed with the evidence, as the engine answers: average precision {average_precision:.4f},
F1 {f1:.4f}, precision {precision:.4f}, recall {recall:.4f}, accuracy {accuracy:.4f}."""
_SHOWN = ("nDCG@10", "MRR@10", "R@50")
_OTHERS = ("weighed", "bm25")


def write_card(folder: Path, reports: Sequence[Path]) -> Path:
    """Write the card of the model in *folder* from *reports* (``report.json`` of evaluations) and return its path.

    Raises:
        ModelError: If *folder* holds no model.
        InputError: If a report cannot be read, or was made with another model.
    """
    manifest = read_manifest(folder)
    found = [_report(path, manifest["files"][WEIGHTS_NAME]) for path in reports]
    weighing = json.loads((folder / FILE_NAME).read_text(encoding="utf-8")) if (folder / FILE_NAME).is_file() else None
    path = folder / CARD_NAME
    path.write_text(_card(manifest, weighing, found), encoding="utf-8")
    return path


def _report(path: Path, digest: str) -> Mapping[str, Any]:
    try:
        report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        measured = report["origin"]["models"].get("cross-encoder")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path} is no report of `ihc-search evaluate --out` ({error!r})") from error
    if measured != digest:
        raise InputError(
            f"{path} measured the cross-encoder {str(measured)[:12]}, this one is {digest[:12]}; "
            "evaluate again with IHC_SEARCH_RERANKER set to this folder"
        )
    return report


def _card(manifest: Mapping[str, Any], weighing: Mapping[str, Any] | None, reports: Sequence[Mapping[str, Any]]) -> str:
    from huggingface_hub import EvalResult, ModelCardData

    results = [EvalResult(**result) for report in reports for result in _results(report)]
    data = ModelCardData(
        language="en",
        license="apache-2.0",
        library_name="sentence-transformers",
        pipeline_tag="text-ranking",
        base_model=_BASE,
        tags=["cross-encoder", "legal", "reranker"],
        model_name=NAME if results else None,
        eval_results=results or None,
    )
    parts = [f"---\n{data.to_yaml()}\n---", f"# {NAME}", *_about(manifest, weighing)]
    if reports:
        parts += ["## Measured", *(part for report in reports for part in _measured(report))]
    parts.append(_LIMITS)
    return "\n\n".join(parts) + "\n"


def _about(manifest: Mapping[str, Any], weighing: Mapping[str, Any] | None) -> Iterator[str]:
    yield _WHAT.format(base=manifest["base"]["name"], max_tokens=manifest["max_tokens"])
    yield _USE.format(pair_format=manifest["pair_format"])
    if weighing is not None:
        yield _WEIGHED.format(logit=weighing["logit"])
    yield "## Training"
    yield table(["of", ""], list(_trained_on(manifest)))
    yield _SOURCES


def _trained_on(manifest: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    recipe = manifest["recipe"]
    relevant = f", {manifest['positives']:,} of them relevant" if "positives" in manifest else ""
    yield "pairs", f"{manifest['pairs']:,}{relevant}"
    if manifest.get("queries"):
        yield "queries by kind", ", ".join(f"{kind} {count:,}" for kind, count in manifest["queries"].items())
    yield "loss", f"{manifest['losses'][0]:.3f} to {manifest['losses'][-1]:.3f}"
    yield "recipe", ", ".join(f"{name} {value}" for name, value in recipe.items())
    yield from (("before", stage) for stage in _stages(manifest))
    yield from ((f"lists {name}", f"SHA-256 `{digest[:16]}`") for name, digest in manifest.get("lists", {}).items())
    yield "trained", f"{manifest['trained']}, {manifest['machine']}"


def _stages(manifest: Mapping[str, Any]) -> Iterator[str]:
    """Tell of the runs that this one went on from, the last first."""
    base = manifest["base"]
    while "trained" in base:
        earlier = base["trained"]
        yield f"{earlier['pairs']:,} pairs, loss {earlier['losses'][0]:.3f} to {earlier['losses'][-1]:.3f}"
        base = earlier["base"]


def _results(report: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """One result per measure of the whole engine with this model, and of the model alone on judged pairs."""
    name = report["origin"]["queries_file"]
    for measure, estimate in _all_rows(report).get(OURS, {}).items():
        if measure in _SHOWN:
            yield _result("text-ranking", name, measure, estimate["value"])
    for pairs, models in _pairs(report):
        card = models[OURS]["card"]
        for measure in ("average_precision", "f1", "precision", "recall", "accuracy"):
            yield _result("text-classification", pairs["file"], measure, card[measure])


def _result(task: str, name: str, measure: str, value: float) -> dict[str, Any]:
    metric = measure.lower().replace("@", "_at_")
    return {
        "task_type": task,
        "dataset_type": "judged-queries",
        "dataset_name": name,
        "dataset_config": name,  # results of one type and configuration are shown as one data set's
        "metric_type": metric,
        "metric_name": measure,
        "metric_value": round(float(value), 4),
    }


def _all_rows(report: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {variant["name"]: variant["rows"][-1]["figures"] for variant in report["variants"]}


def _measured(report: Mapping[str, Any]) -> Iterator[str]:
    origin = report["origin"]
    told = {"date": origin["date"][:10], "command": origin["command"]}
    if report["variants"]:
        counts = {name: origin[name] for name in ("queries", "cases")}
        yield _QUERIES.format(name=origin["queries_file"], **counts, **told)
        yield from _ordered(report)
    for pairs, models in _pairs(report):
        if not report["variants"]:
            yield _LISTS.format(name=pairs["file"], lists=pairs["lists"], **told)
        counts = {name: pairs[name] for name in ("pairs", "positives", "majority")}
        yield _PAIRS.format(name=pairs["file"], **counts, **models[OURS]["card"])
        if OURS_WEIGHED in models:
            yield _PAIRS_WEIGHED.format(**models[OURS_WEIGHED]["card"])


def _ordered(report: Mapping[str, Any]) -> Iterator[str]:
    """The whole engine with this model beside others, and what it gains over them."""
    rows = _all_rows(report)
    names = [name for name in (OURS, *_OTHERS) if name in rows]
    yield table(
        ["measure", *names], [[measure, *(_shown(rows[name][measure]) for name in names)] for measure in _SHOWN]
    )
    gains = [
        [
            f"{gain['ours']} over {gain['theirs']}",
            *(_shown(gain["measures"][name]["gain"], signed=True) for name in _SHOWN),
        ]
        for gain in report["gains"]
        if gain["ours"] == OURS and gain["kind"] == ALL
    ]
    if gains:
        yield table(["gain", *_SHOWN], gains)


def _pairs(report: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Give the part on judged pairs, and its models by name, where this model is among them."""
    pairs = report.get("pairs")
    models = {model["model"]: model for model in pairs["models"]} if pairs else {}
    if pairs and OURS in models:
        yield pairs, models


def _shown(found: Mapping[str, float], *, signed: bool = False) -> str:
    return with_interval(Estimate(**found), signed=signed)
