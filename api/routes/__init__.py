"""Routes, one module per group of paths."""
