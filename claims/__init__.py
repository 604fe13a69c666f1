"""Contradictions between attributed statements in news articles, in German and English."""
