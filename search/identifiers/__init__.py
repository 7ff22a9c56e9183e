"""Identifiers: case numbers and other exact references, found in text and parsed."""
