"""The base of every answer's schema, and what several of them hold."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


OneLine = Annotated[str, AfterValidator(_in_one_line)]
"""What a text names, in which it may go over the end of a line."""


class Body(BaseModel):
    """Base of every answer: made from a value of `search` by its attributes, then frozen."""

    model_config = ConfigDict(from_attributes=True, frozen=True, use_attribute_docstrings=True)
