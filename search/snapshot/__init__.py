"""Snapshot: one immutable index build on disk, opened and verified."""
