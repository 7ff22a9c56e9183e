"""Retrieval: the first stage, which finds candidates by number, by words, by phrase and by meaning."""
