"""Pictures of a report, as PNG bytes: nothing is written here."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from search.errors import ExtraMissing
from search.evaluation.measures import DEPTHS
from search.evaluation.report import GAINED, Report

_INCHES = (7.0, 4.5)
_DPI = 120
_GAIN = GAINED[0]


def plots_of(report: Report) -> dict[str, bytes]:
    """Return file name -> picture, of everything that *report* has figures for.

    Raises:
        ExtraMissing: If matplotlib is not installed.
    """
    return {name: _png(draw, report) for name, (draw, has) in _DRAWINGS.items() if has(report)}


def figure_class() -> Any:
    """Return matplotlib's figure.

    Raises:
        ExtraMissing: If matplotlib is not installed.
    """
    try:
        # The figure itself, not pyplot: that would look for a screen.
        from matplotlib.figure import Figure
    except ImportError as error:
        raise ExtraMissing("matplotlib", "evaluate") from error
    return Figure


def _png(draw: Callable[[Report, Any], None], report: Report) -> bytes:
    figure = figure_class()(figsize=_INCHES, dpi=_DPI, layout="constrained")
    axes = figure.subplots()
    draw(report, axes)
    axes.grid(visible=True, alpha=0.3)
    picture = io.BytesIO()
    # No date and no version inside: the same figures give the same file.
    figure.savefig(picture, format="png", metadata={"Software": None})
    return picture.getvalue()


def _precision_by_recall(report: Report, axes: Any) -> None:
    for variant in report.variants:
        recall, precision = list(variant.recall.values()), list(variant.precision.values())
        axes.plot(recall, precision, marker="o", markersize=3, label=variant.name)
    axes.set(title=f"Rankings, the first {', '.join(map(str, DEPTHS))} results", xlabel="recall", ylabel="precision")
    axes.legend()


def _ndcg_by_depth(report: Report, axes: Any) -> None:
    for variant in report.variants:
        axes.plot(DEPTHS, list(variant.by_depth.values()), marker="o", markersize=3, label=variant.name)
    axes.set_xscale("log")
    axes.set_xticks(DEPTHS, [str(depth) for depth in DEPTHS])
    axes.minorticks_off()
    axes.set(title="nDCG by depth", xlabel="results", ylabel="nDCG", ylim=(0, 1.02))
    axes.legend()


def _gain_by_kind(report: Report, axes: Any) -> None:
    """The first pair of variants that was compared."""
    first = report.gains[0]
    shown = [gain for gain in report.gains if (gain.ours, gain.theirs) == (first.ours, first.theirs)]
    gains = [gain.measures[_GAIN].gain for gain in shown]
    places = np.arange(len(shown))
    values = np.array([gain.value for gain in gains])
    # An interval of resampled cases may leave its own mean outside by a rounding.
    apart = np.array([[gain.value - gain.low, gain.high - gain.value] for gain in gains]).T.clip(min=0)
    axes.barh(places, values, xerr=apart, capsize=3, color="tab:blue", alpha=0.7)
    axes.set_yticks(places, [f"{gain.kind} ({gain.measures[_GAIN].queries})" for gain in shown])
    axes.invert_yaxis()
    axes.axvline(0, color="black", linewidth=0.8)
    axes.set(title=f"{first.ours} over {first.theirs}", xlabel=f"gain in {_GAIN}, 95 % interval")


def _reliability(report: Report, axes: Any) -> None:
    axes.plot([0, 1], [0, 1], color="black", linewidth=0.8, linestyle="--")
    for half, found in report.calibration.items():
        said, right = [part.probability for part in found.bins], [part.rate for part in found.bins]
        axes.plot(said, right, marker="o", markersize=4, label=f"{half}: error {found.expected_error:.3f}")
    axes.set(title="Reliability", xlabel="probability said", ylabel="share that was right", xlim=(0, 1), ylim=(0, 1))
    axes.legend()


def _pairs(report: Report, axes: Any) -> None:
    if report.pairs is None:
        raise AssertionError("there are no pairs to draw")
    labels = np.array(report.pairs.labels)
    for model in report.pairs.models:
        found = np.cumsum(labels[np.argsort(-np.array(model.scores), kind="stable")])
        recall, precision = found / labels.sum(), found / np.arange(1, len(found) + 1)
        axes.plot(recall, precision, label=f"{model.model}: AP {model.card['average_precision']:.3f}")
    axes.set(title="Pairs", xlabel="recall", ylabel="precision", xlim=(0, 1), ylim=(0, 1.02))
    axes.legend()


_DRAWINGS: Mapping[str, tuple[Callable[[Report, Any], None], Callable[[Report], bool]]] = {
    "precision-recall.png": (_precision_by_recall, lambda report: bool(report.variants)),
    "ndcg-by-depth.png": (_ndcg_by_depth, lambda report: bool(report.variants)),
    "gain-by-kind.png": (_gain_by_kind, lambda report: bool(report.gains)),
    "reliability.png": (_reliability, lambda report: bool(report.calibration)),
    "pairs-precision-recall.png": (_pairs, lambda report: report.pairs is not None),
}
"""File name -> what draws it, and whether a report has figures for it."""
PICTURES = tuple(_DRAWINGS)
