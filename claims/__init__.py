"""Contradictions between attributed statements in news articles, in German and English."""

__version__ = "0.1.0"
