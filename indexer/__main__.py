"""``python -m indexer``: the same as ``ihc-search``."""

from indexer.cli import main

if __name__ == "__main__":
    main()
