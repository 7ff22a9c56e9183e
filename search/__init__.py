"""The search engine: a query in, ranked cases out; reads the store and a snapshot, and writes nothing."""
