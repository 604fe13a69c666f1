"""The order of the stages: find, resolve, date inside one article; identify, group, compare over all of them.

Nothing else knows this order. Every stage takes frozen models and returns new ones; nothing is kept between calls.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from claims.errors import ClaimsError
from claims.kept import NOTHING, Kept
from claims.models import Aliases, Article, Findings, Links, Skipped, Statement
from claims.settings import Settings

Progress = Callable[[str, int, int], None]
"""Called with the stage ("read" or "relate"), the articles done and the articles known of."""


def extract(article: Article, settings: Settings | None = None) -> list[Statement]:
    """The statements of one article with speaker and dates, in the order of the text."""
    from claims import dates, speakers, statements

    found = statements.find(article, settings=settings or Settings())
    return dates.date(article, statements.without_repeats(speakers.resolve(article, found)))


def attempt(article: Article, settings: Settings | None = None) -> list[Statement] | Skipped:
    """As :func:`extract`; where the analysis breaks down on a text, that article as skipped: the rest goes on."""
    try:
        return extract(article, settings)
    except ClaimsError:
        raise
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        values = {"error": f"{type(error).__name__}: {error}", "where": f"{Path(last.filename).stem}.{last.name}"}
        return Skipped(source=article.source_file or article.title or article.id, key="skipped.fault", values=values)


def relate(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    links: Links | None = None,
    aliases: Aliases | None = None,
    settings: Settings | None = None,
    *,
    skipped: Sequence[Skipped] = (),
    language: str = "",
    kept: Kept = NOTHING,
) -> Findings:
    """Speakers, topics and conflicts over all articles.

    ``links`` and ``aliases`` are what a reviewer said about topics and speakers. The order in which articles and
    statements are given does not matter. A name is shown as articles in ``language`` spell it, if there are any.
    What stories without anything new give is taken from ``kept``; the result is the same as without it.
    """
    from claims import conflicts, dates, speakers
    from claims.articles import mark_copies
    from claims.articles import notices as known_about

    settings = settings or Settings()
    articles = mark_copies(sorted(articles, key=lambda article: (article.source_file, article.id)))
    place = {article.id: number for number, article in enumerate(articles)}
    ordered = sorted(statements, key=lambda item: (place[item.article_id], item.char_start, item.char_end, item.id))
    said_of_names = speakers.Aliases(merge=aliases.same, split=aliases.apart) if aliases else speakers.Aliases()
    known, people = speakers.identify(ordered, aliases=said_of_names, language=language, articles=articles)
    names = {speaker.id: speaker.name for speaker in people}
    grouped, matters, clashes = conflicts.relate(
        known, articles, links=links or Links(), settings=settings, names=names, kept=kept
    )
    source = {article.id: article.source_file or article.title or article.id for article in articles}
    proposed = [proposal.notice(source[proposal.article_id]) for proposal in dates.infer(articles, grouped)]
    first = {item.speaker_id: item.article_id for item in reversed(grouped)}
    alike = [
        notice.model_copy(update={"source": source[first[name]]})
        for name, notice in speakers.look_alikes(people).items()
        if name in first
    ]
    return Findings(
        articles=articles,
        statements=tuple(grouped),
        speakers=tuple(people),
        topics=tuple(matters),
        conflicts=tuple(clashes),
        skipped=tuple(skipped),
        notices=(*(notice for article in articles for notice in known_about(article)), *proposed, *alike),
    )


def analyse(
    articles: Iterable[Article | Skipped],
    settings: Settings | None = None,
    progress: Progress | None = None,
    *,
    language: str = "",
) -> Findings:
    """Everything one run finds in ``articles`` as :func:`claims.articles.read` gives them; ``language`` as in relate.

    An article that was already read under another name is skipped, with that name as the reason, and so is one on whose
    text the analysis breaks down.
    """
    read: dict[str, Article] = {}
    statements: list[Statement] = []
    skipped: list[Skipped] = []
    for number, item in enumerate(articles, start=1):
        if isinstance(item, Skipped):
            skipped.append(item)
        elif item.id in read:
            first = read[item.id].source_file
            skipped.append(Skipped(source=item.source_file, key="skipped.same_text", values={"other": first}))
        elif isinstance(found := attempt(item, settings), Skipped):
            skipped.append(found)
        else:
            read[item.id] = item
            statements.extend(found)
        if progress is not None:
            progress("read", number, 0)
    if progress is not None:
        progress("relate", len(read), len(read))
    return relate(list(read.values()), statements, settings=settings, skipped=skipped, language=language)
