"""Query: what a caller asks for, checked and understood."""
