"""Evaluation: how good the order of an answer is, measured against relevance judgements."""
