"""Terminal interface for reviewing contradictions."""
