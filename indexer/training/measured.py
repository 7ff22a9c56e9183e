"""Measured: what a report of `ihc-search evaluate` says of one model, for its card."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from search.errors import InputError
from search.evaluation.evaluate import OURS_WEIGHED
from search.evaluation.markdown import table, with_interval
from search.evaluation.qrels import ALL
from search.evaluation.significance import Estimate
from search.evaluation.variants import OURS

NOT_THERE = (KeyError, TypeError, AttributeError, IndexError)
"""How it shows that a file does not say what it should."""

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


class Measured(NamedTuple):
    """What one report says of the model."""

    results: list[dict[str, Any]]
    """For the model index."""
    parts: list[str]


def read_report(path: Path, made_with: Mapping[str, str]) -> Measured:
    """Read what the report in *path* says of a model.

    Args:
        path: A ``report.json``.
        made_with: Part -> digest that the report must have been made with.

    Raises:
        InputError: If it cannot be read, or was made with other parts.
    """
    try:
        report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        models = {name: report["origin"]["models"].get(name) for name in made_with}
        measured = Measured(list(_results(report)), list(_measured(report)))
    except (OSError, ValueError, *NOT_THERE) as error:
        raise InputError(f"{path} is no report of `ihc-search evaluate --out`; give its report.json") from error
    for name, digest in made_with.items():
        if models[name] != digest:
            raise InputError(
                f"{path} measured with the {name} {str(models[name])[:12]}, that of this model is {digest[:12]}; "
                "evaluate again with IHC_SEARCH_RERANKER set to this folder"
            )
    return measured


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
