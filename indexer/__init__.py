"""Everything made offline: the rows of the store, the index snapshots, the reranker, and the command line."""
