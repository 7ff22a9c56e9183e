"""What models of other makers have in common."""

from __future__ import annotations

import pytest
import torch

from search.models.strangers import digest_of, reason_of


@pytest.mark.parametrize(("error", "reason"), [(OSError("gone\nand more"), "gone"), (ValueError(), "ValueError")])
def test_the_reason_is_one_line_also_of_an_error_that_says_nothing(error, reason):
    assert reason_of(error) == reason


def test_weights_of_another_type_have_another_digest():
    model = torch.nn.Linear(2, 1)
    before = digest_of(model)

    assert digest_of(model) == before
    assert digest_of(model.bfloat16()) != before
