"""The report as Markdown: tables a person reads, each figure with its interval."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from search.evaluation.judged_pairs import CARD, CARD_MAJORITY, PairFigures
from search.evaluation.measures import MEASURES
from search.evaluation.report import GAINED, Gain, Origin, PairsReport, Report, VariantFigures
from search.evaluation.significance import Difference, Estimate
from search.evaluation.variants import TOLD, VARIANTS
from search.text.amounts import amount

_INTERVALS = "Intervals are 95 %, by a bootstrap that resamples cases; rates of pairs have Wilson intervals."
_ASKED = "A query without results counts as 0.  A case whose number the query names is first under every variant."
_WITH_INTERVAL = MEASURES[:2]
_CARD_LINES = ("accuracy", "accuracy_threshold", "f1", "f1_threshold", "precision", "recall", "average_precision")


def as_markdown(report: Report, plots: Sequence[str] = ()) -> str:
    """Return *report* as Markdown; *plots* are names of pictures that lie beside it."""
    parts = ["# Evaluation", *_origin_lines(report.origin), _INTERVALS]
    if report.variants:
        parts += [_ASKED, "## By variant and kind of query"]
        parts += [part for variant in report.variants for part in _variant_lines(variant)]
    if report.gains:
        parts += ["## Gains, query by query", _gain_table(report.gains)]
    if report.calibration:
        parts += ["## Calibration", _calibration_table(report)]
    if report.pairs:
        parts += ["## Judged pairs", *_pair_lines(report.pairs)]
    parts += [f"![{name.partition('.')[0]}]({name})" for name in plots]
    return "\n\n".join(parts) + "\n"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table; all columns but the first stand to the right."""
    rule = ["---"] + ["---:"] * (len(header) - 1)
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (header, rule, *rows))


def with_interval(estimate: Estimate, *, signed: bool = False) -> str:
    """Return ``0.512 (0.43 to 0.59)``, with a sign where it is a difference."""
    sign = "+" if signed else ""
    return f"{estimate.value:{sign}.3f} ({estimate.low:{sign}.3f} to {estimate.high:{sign}.3f})"


def not_indexed_line(origin: Origin) -> str:
    """Say how many of the cases that answer could not be found."""
    missing = amount(origin.not_indexed, "case that answers", "cases that answer")
    return f"Not indexed: {missing}; a query counts them as not found."


def _origin_lines(origin: Origin) -> Iterator[str]:
    rows = [
        ("command", f"`{origin.command}`"),
        ("date", origin.date),
        *_queries_rows(origin),
        ("generation", f"`{origin.generation}`"),
        ("ranking", f"`{origin.ranking}`"),
        *((name, f"`{digest}`") for name, digest in origin.models.items()),
    ]
    yield "| of | |\n| --- | --- |\n" + "\n".join(f"| {name} | {value} |" for name, value in rows)
    if origin.not_indexed:
        yield not_indexed_line(origin)


def _queries_rows(origin: Origin) -> Iterator[tuple[str, str]]:
    if origin.queries_file is not None:
        yield "queries", f"{origin.queries:,} about {amount(origin.cases, 'case')}, from {origin.queries_file}"
        yield "SHA-256 of the file", f"`{origin.queries_sha256}`"


def _variant_lines(variant: VariantFigures) -> Iterator[str]:
    yield f"### {variant.name}: {VARIANTS[variant.name]}"
    yield table(
        ["kind", "queries", "cases", *MEASURES],
        [
            [row.kind, str(row.queries), str(row.cases), *(_cell(name, row.figures[name]) for name in MEASURES)]
            for row in variant.rows
        ],
    )


def _cell(name: str, estimate: Estimate) -> str:
    return with_interval(estimate) if name in _WITH_INTERVAL else f"{estimate.value:.3f}"


def _gain_table(gains: Sequence[Gain]) -> str:
    header = ["variants", "kind", "queries", *(cell for name in GAINED for cell in (name, "helped", "hurt"))]
    return table(header, [_gain_row(gain) for gain in gains])


def _gain_row(gain: Gain) -> list[str]:
    first = gain.measures[GAINED[0]]
    cells = [cell for name in GAINED for cell in _gain_cells(gain.measures[name])]
    return [f"{gain.ours} over {gain.theirs}", gain.kind, str(first.queries), *cells]


def _gain_cells(difference: Difference) -> tuple[str, str, str]:
    return with_interval(difference.gain, signed=True), str(difference.helped), str(difference.hurt)


def _calibration_table(report: Report) -> str:
    header = [f"half of the cases, first {TOLD} results", "answers", "right", "expected error", "Brier", "base rate's"]
    rows = []
    for half, found in report.calibration.items():
        figures = (found.base_rate, found.expected_error, found.brier, found.base_brier)
        rows.append([half, str(found.answers), *(f"{figure:.4f}" for figure in figures)])
    return table(header, rows)


def _pair_lines(pairs: PairsReport) -> Iterator[str]:
    yield (
        f"{amount(pairs.pairs, 'pair')} of {amount(pairs.lists, 'query', 'queries')}, {pairs.positives:,} of them "
        f"right, from {pairs.file} (SHA-256 `{pairs.sha256}`).  Always giving the more frequent answer is right in "
        f"{pairs.majority:.4f}."
    )
    yield _card_table(pairs)
    yield table(
        ["reranking", *(model.model for model in pairs.models), "order in the file"],
        [_reranking_row(name, pairs.models) for name in ("ndcg@10", "mrr@10", "map")],
    )
    yield table(
        ["average precision by kind", "queries", "pairs", "right", *(model.model for model in pairs.models)],
        [_kind_row(place, pairs.models) for place in range(len(pairs.models[0].kinds))],
    )
    for name, gain in pairs.gains.items():
        yield f"Average precision of {name} less that of {pairs.over}: {with_interval(gain, signed=True)}."


def _card_table(pairs: PairsReport) -> str:
    rows = [
        [name.replace("_", " "), *(_card_cell(name, model) for model in pairs.models), _card_figure(CARD.get(name))]
        for name in _CARD_LINES
    ]
    majority = ["majority class", *(f"{pairs.majority:.4f}" for _ in pairs.models), _card_figure(CARD_MAJORITY)]
    return table(["as in the model card", *(model.model for model in pairs.models), "the card"], [*rows, majority])


def _card_cell(name: str, model: PairFigures) -> str:
    rate = model.rates.get(name)
    interval = f" ({rate.low:.4f} to {rate.high:.4f})" if rate else ""
    return f"{model.card[name]:.4f}{interval}"


def _card_figure(value: float | None) -> str:
    return "not given" if value is None else f"{value:.4f}"


def _reranking_row(name: str, models: Sequence[PairFigures]) -> list[str]:
    before = f"{models[0].reranking[f'base_{name}']:.3f}"
    return [name, *(f"{model.reranking[name]:.3f}" for model in models), before]


def _kind_row(place: int, models: Sequence[PairFigures]) -> list[str]:
    of = models[0].kinds[place]
    found = [model.kinds[place].average_precision for model in models]
    cells = ["no right pair" if estimate is None else with_interval(estimate) for estimate in found]
    return [of.kind, str(of.lists), str(of.pairs), str(of.positives), *cells]
