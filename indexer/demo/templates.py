"""Templates: sentences with slots and choices, written out by a seeded generator.

``{slot}`` stands for a value, ``[one|other]`` for a choice; choices do not nest, but may hold slots.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from random import Random

from indexer.demo.names import pick

_CHOICE = re.compile(r"\[([^\[\]]*)\]")


def render(template: str, rng: Random, values: Mapping[str, str]) -> str:
    """Write *template* out; the first letter becomes a capital.

    Raises:
        KeyError: If it has a slot that *values* has not.
    """
    if "[" in template:
        template = _CHOICE.sub(lambda match: pick(rng, match[1].split("|")), template)
    text = template.format_map(values) if "{" in template else template
    return text[:1].upper() + text[1:]


def some(rng: Random, templates: Sequence[str], count: int) -> list[str]:
    """Draw *count* different templates in random order, all of them where there are fewer."""
    left = list(templates)
    return [left.pop(int(rng.random() * len(left))) for _ in range(min(count, len(left)))]
