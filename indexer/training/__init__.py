"""Training: pairs from records and judgments, and a cross-encoder fitted to them."""
