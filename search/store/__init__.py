"""Store: the tables of the cases, and how they are read."""
