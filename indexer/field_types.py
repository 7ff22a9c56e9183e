"""Types of fields: what an input may give where text, a list or rows are expected.

A value of another type could be shown only as program text, so it makes its line a reject.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from indexer.repair import is_absent, is_text, wrong_type


class FieldType(NamedTuple):
    """What a field may hold."""

    expected: str
    """In words, as a reject says it."""
    fits: Callable[[object], bool]


def check_types(given: Mapping[str, Any], types: Mapping[str, FieldType]) -> None:
    """Raise `ValueError`, which names the field, unless the values of *given* are of their *types*.

    A value that is absent is of every type; a name without a type is nobody's field.
    """
    for name, value in given.items():
        wanted = types.get(name)
        if wanted is not None and not is_absent(value) and not wanted.fits(value):
            raise wrong_type(name, value, wanted.expected)


def _is_string(value: object) -> bool:
    return isinstance(value, str)


def _is_row(value: object) -> bool:
    return is_text(value) or isinstance(value, Mapping)


def _is_object(value: object) -> bool:
    # An empty list is how some programs write an object without fields.
    return isinstance(value, Mapping) or value == []


def _list_of(fits: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(is_absent(each) or fits(each) for each in value)


def _either(*fits: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: any(each(value) for each in fits)


TEXT = FieldType("text or a number", is_text)
STRING = FieldType("text", _is_string)
TEXTS = FieldType("text or a list of texts", _either(is_text, _list_of(is_text)))
STRINGS = FieldType("text or a list of texts", _either(_is_string, _list_of(_is_string)))
ROWS = FieldType("a list of objects", _list_of(_is_row))
ORDERS = FieldType("text or a list of objects", _either(_is_string, _list_of(_is_row)))
OBJECT = FieldType("an object", _is_object)
