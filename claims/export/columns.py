"""Names and order of the columns of each table, and the choices of them."""

from __future__ import annotations

# fmt: off
COLUMNS = (
    "statement_id", "topic_id", "topic", "speaker_id", "speaker", "speaker_as_written", "speaker_kind", "speaker_role",
    "reported_via", "claim", "quote", "quote_type", "cue", "stance", "claim_date", "claim_date_basis",
    "claim_date_text", "about_date", "value", "value_max", "value_qualifier", "unit", "language", "article_id",
    "source_title", "source_publisher", "source_published", "source_url", "archive_url", "source_file",
    "source_sha256", "retrieved_at", "page", "char_start", "char_end", "prefix", "suffix", "duplicate_of",
    "independent_sources", "conflict_count", "conflicts_with", "confidence", "review_status", "verdict",
    "verdict_level", "evidence_urls", "notes", "reviewer", "reviewed_at", "tags", "generated_by",
)
BASIC = (
    "statement_id", "topic", "speaker", "claim", "quote", "stance", "claim_date", "source_publisher",
    "source_published", "source_title", "source_url", "archive_url", "conflicts_with", "review_status", "notes",
)
_CHECK = {
    "Claim": "claim", "Item page URL": "source_url", "Status": "verdict", "Created by": "reviewer",
    "Submitted at": "retrieved_at", "Social Media Posted at": "claim_date", "Report Published at": "reviewed_at",
    "Number of media": "independent_sources", "Tags": "tags",
}
_GOOGLE = {
    "text": "claim", "claimant": "speaker", "claimDate": "claim_date", "url": "source_url", "title": "source_title",
    "publisher": "source_publisher", "reviewDate": "reviewed_at", "textualRating": "verdict",
    "languageCode": "language",
}
PRESETS = {
    "basic": dict(zip(BASIC, BASIC, strict=True)),
    "full": dict(zip(COLUMNS, COLUMNS, strict=True)),
    "check": _CHECK,
    "google": _GOOGLE,
}
"""Headers of claims.csv with the column that each shows: for people, for everything, as Meedan Check exports them and
as the Google Fact Check Tools API names them."""
CONFLICT_COLUMNS = (
    "conflict_id", "topic_id", "topic", "kind", "level", "score", "reason",
    "statement_a", "speaker_a", "date_a", "claim_a", "quote_a", "url_a",
    "statement_b", "speaker_b", "date_b", "claim_b", "quote_b", "url_b",
    "review_status", "reviewer", "reviewed_at", "notes",
)
# fmt: on
VERSION_COLUMNS = ("topic", "party", "date", "claim", "quote", "source_url", "changed_since_previous")

_COUNTS = ("independent_sources", "conflict_count", "confidence", "score")
NUMBERS = frozenset(("value", "value_max", "page", "char_start", "char_end", *_COUNTS))
"""Columns that hold nothing but a number and so need no guard against formulas."""
