"""Reranking: the second stage, which reads query and candidate together, and the last word on the order."""
