"""Text: folding, analysis into terms, and cutting into passages."""
