"""Results: what an answer is made of, and the pieces of text it shows."""
