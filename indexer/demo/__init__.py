"""The invented corpus: records, judgments, queries and relevance in the court's exact shape."""

from indexer.demo.write import DemoCorpus, write_demo

__all__ = ["DemoCorpus", "write_demo"]
