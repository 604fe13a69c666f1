"""Panes of the screens."""
