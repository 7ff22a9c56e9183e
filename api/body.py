"""The base of every answer's schema."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Body(BaseModel):
    """Base of every answer: made from a value of `search` by its attributes, then frozen."""

    model_config = ConfigDict(from_attributes=True, frozen=True, use_attribute_docstrings=True)
