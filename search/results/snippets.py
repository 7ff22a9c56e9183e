"""Snippets: the words of the query in a case's own text, as offsets.

Works on the texts that the engine chose for one hit (the title, the number, an order, the passage
that fits best), never on whole judgments: analysing is what costs.  Knows nothing of HTML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from search.results.response import Highlight
from search.text.tokenise import analyse_spans

WHOLE_FIELDS = frozenset({"title", "number"})
"""Shown whole whatever their length: cut, they would name another case."""

Span = tuple[str, int, int]
"""Term, start and end, as `analyse_spans` gives them."""


def highlights(text_by_field: Mapping[str, str], terms: Collection[str], *, width: int = 240) -> tuple[Highlight, ...]:
    """Find *terms* in each field of one case and cut long texts around them.

    Of a long text the window with the most distinct terms is shown, the earliest of equals, cut at
    white space.  A field that holds no term is left out.

    Args:
        text_by_field: Field name to text; the order of fields is kept.
        terms: Analysed terms of the query.
        width: Code points that a cut text has at most.

    Returns:
        One highlight a field.  Its spans are code-point offsets into its own text, sorted and not
        overlapping; the text is a part of the given one, unchanged.

    Raises:
        ValueError: If *width* is not positive.
    """
    if width < 1:
        raise ValueError(f"width is {width}; expected 1 or more")
    wanted = frozenset(terms)
    if not wanted:
        return ()
    found = (_highlight(field, text, wanted, width=width) for field, text in text_by_field.items())
    return tuple(highlight for highlight in found if highlight is not None)


def excerpt(field: str, text: str, span: tuple[int, int], *, width: int = 240) -> Highlight:
    """Cut *text* around one place, at white space.

    Args:
        field: Name of the field that *text* is of.
        text: A text of one case.
        span: Start and end of the place in *text*; it is kept whole.
        width: Code points that the excerpt has at most, or those of the place where that is longer.

    Returns:
        A part of *text*, unchanged, with the place in it.
    """
    width = max(width, span[1] - span[0])
    start, end = (0, len(text)) if len(text) <= width else _window(text, [("", *span)], width=width)
    return Highlight(field=field, text=text[start:end], spans=((span[0] - start, span[1] - start),))


def _highlight(field: str, text: str, terms: frozenset[str], *, width: int) -> Highlight | None:
    whole = field in WHOLE_FIELDS or len(text) <= width
    spans = _apart([span for span in analyse_spans(text) if span[0] in terms])
    if not whole:
        spans = [span for span in spans if span[2] - span[1] <= width]
    if not spans:
        return None
    start, end = (0, len(text)) if whole else _window(text, spans, width=width)
    inside = tuple((left - start, right - start) for _, left, right in spans if start <= left and right <= end)
    return Highlight(field=field, text=text[start:end], spans=inside)


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Sort *spans* and drop empty ones and those that overlap an earlier or longer one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[1], -span[2], span[0])):
        if span[1] < span[2] and (not kept or kept[-1][2] <= span[1]):
            kept.append(span)
    return kept


def _window(text: str, spans: Sequence[Span], *, width: int) -> tuple[int, int]:
    """Return start and end of the part of *text* to show: the best spans, with words around them."""
    first, last = _best_stretch(spans, width=width)
    left, right = spans[first][1], spans[last][2]
    spare = width - (right - left)
    start = max(0, min(left - spare // 2, len(text) - width))
    end = min(len(text), start + width)
    return _word_start(text, start, left), _word_end(text, end, right)


def _best_stretch(spans: Sequence[Span], *, width: int) -> tuple[int, int]:
    """Return the first and last index of the spans within *width* that hold the most distinct terms."""
    best, best_distinct, first = (0, 0), 0, 0
    inside: Counter[str] = Counter()
    for last, (term, _, right) in enumerate(spans):
        inside[term] += 1
        while right - spans[first][1] > width:
            leaving = spans[first][0]
            inside[leaving] -= 1
            if not inside[leaving]:
                del inside[leaving]
            first += 1
        if len(inside) > best_distinct:
            best, best_distinct = (first, last), len(inside)
    return best


def _word_start(text: str, start: int, limit: int) -> int:
    """Return the first start of a word at or behind *start*, but not behind *limit*."""
    if start == 0 or text[start - 1].isspace():
        at = start
    else:
        at = next((place for place in range(start, limit) if text[place].isspace()), limit)
    while at < limit and text[at].isspace():
        at += 1
    return at


def _word_end(text: str, end: int, limit: int) -> int:
    """Return the last end of a word at or before *end*, but not before *limit*."""
    if end == len(text) or text[end].isspace():
        at = end
    else:
        at = next((place for place in range(end, limit, -1) if text[place - 1].isspace()), limit)
    while at > limit and text[at - 1].isspace():
        at -= 1
    return at
