"""The day that the head of an undated article names: "CROWN COURT, Wednesday 4 June 2025"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.language.times import find_dates
from claims.models import Article, Basis, Span, When

LINES = 4  # lines with text at the head
LONGEST_LINE = 140  # characters; a paragraph of the body is longer
_DATELINE = re.compile(r"[^\n]{4,80}?\s[–—-]\s")


def day_of_the_head(article: Article, claims: Sequence[Span]) -> When:
    """The one full date in the first short lines or a dateline, outside every claim; unknown where two differ."""
    found: dict[str, When] = {}
    start = lines = 0
    while lines < LINES and 0 <= start < len(article.text):
        stop = article.text.find("\n", start)
        end = stop if stop >= 0 else len(article.text)
        line = article.text[start:end]
        lines += bool(line.strip())
        if len(line) > LONGEST_LINE:  # "LEEDS (12 March 2026) – The county will …"
            dateline = _DATELINE.match(line)
            line = dateline.group() if dateline else ""
        if line:
            for expression in find_dates(line, language=article.language):
                span = Span(start + expression.span.start, start + expression.span.end)
                said = any(claim.start < span.end and span.start < claim.end for claim in claims)
                if expression.precision == "day" and expression.basis is Basis.EXPLICIT and not said:
                    when = When(value=expression.value, basis=Basis.INFERRED, text=expression.text, span=span)
                    found.setdefault(expression.value, when)
        start = end + 1
    return next(iter(found.values())) if len(found) == 1 else When()
