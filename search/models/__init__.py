"""Neural network bodies that retrieval and reranking share."""
