"""Reading articles: files, pages and tables to ``Article``, page furniture told from text, date and source found.

>>> for found in read(["seeds/"]): ...                      # Article or Skipped
>>> article = article_from_text("…", published="2025-10-21")
"""

from __future__ import annotations

from claims.articles.building import Given, Own, build, check_given, notices
from claims.articles.copies import mark_copies
from claims.articles.files import read
from claims.articles.watching import Watch
from claims.models import Article

__all__ = ["Given", "Watch", "article_from_text", "mark_copies", "notices", "read"]


def article_from_text(
    text: str,
    *,
    title: str = "",
    publisher: str = "",
    published: str = "",
    url: str = "",
    language: str = "",
    source_file: str = "",
) -> Article:
    """The article that ``text`` is, cleaned as a file of it would be; the arguments hold where the text is silent.

    ``language`` (``de``, ``en``) is taken as given; without it an article in another language raises
    :class:`claims.errors.InputError`, as does a text without words or a date that cannot be read.
    """
    given = Given(published=published, publisher=publisher, url=url, title=title)
    check_given(given)
    return build(text, own=Own(language=language), given=given, source_file=source_file)
