"""The order of the stages: find, resolve, date inside one article; identify, group, compare over all of them.

Nothing else knows this order. Every stage takes frozen models and returns new ones; nothing is kept between calls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from claims.faults import Faults
from claims.kept import NOTHING, Kept
from claims.models import Aliases, Article, Conflict, Findings, Links, Skipped, Speaker, Statement
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
    faults = Faults()
    with faults.cost("skipped.fault", [article.source]):
        return extract(article, settings)
    return faults.told[0]


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
    faults: Faults | None = None,
) -> Findings:
    """Speakers, topics and conflicts over all articles.

    ``links`` and ``aliases`` are what a reviewer said about topics and speakers. The order in which articles and
    statements are given does not matter. A name is shown as articles in ``language`` spell it, if there are any.
    What stories without anything new give is taken from ``kept``; the result is the same as without it. A fault costs
    the work in which it arose alone and is among the notices of the articles that it touched; ``faults`` sees them
    too, or raises them.
    """
    from claims import conflicts, topics
    from claims.articles import mark_copies
    from claims.articles import notices as known_about

    settings = settings or Settings()
    faults = faults or Faults()
    articles = sorted(articles, key=lambda article: (article.source_file, article.id))
    sources = [article.source for article in articles]
    with faults.cost("fault.copies", sources):
        articles = mark_copies(articles)
    place = {article.id: number for number, article in enumerate(articles)}
    ordered = sorted(statements, key=lambda item: (place[item.article_id], item.char_start, item.char_end, item.id))
    known, people = _identified(ordered, articles, aliases or Aliases(), language, faults)
    names = {speaker.id: speaker.name for speaker in people}
    grouped, matters = known, topics.by_article(known, articles)
    clashes: list[Conflict] = []
    with faults.cost("fault.topics", sources):
        grouped, matters, clashes = conflicts.relate(
            known, articles, links=links or Links(), settings=settings, names=names, kept=kept, faults=faults
        )
    hints: list[Skipped] = []
    with faults.cost("fault.hints", sources):
        hints = _hints(articles, grouped, people)
    return Findings(
        articles=tuple(articles),
        statements=tuple(grouped),
        speakers=tuple(people),
        topics=tuple(matters),
        conflicts=tuple(clashes),
        skipped=tuple(skipped),
        notices=(*faults.told, *(notice for article in articles for notice in known_about(article)), *hints),
    )


def _identified(
    statements: Sequence[Statement], articles: Sequence[Article], aliases: Aliases, language: str, faults: Faults
) -> tuple[list[Statement], list[Speaker]]:
    """Who speaks, over all articles; where that breaks down, in each by itself, and then where it does in none."""
    from claims import speakers

    said_of_names = speakers.Aliases(merge=aliases.same, split=aliases.apart)
    with faults.cost("fault.speakers", [article.source for article in articles]):
        return speakers.identify(statements, aliases=said_of_names, language=language, articles=articles)
    known: list[Statement] = []
    people: dict[str, Speaker] = {}
    for article in articles:
        inside = [item for item in statements if item.article_id == article.id]
        with faults.cost("fault.no_speakers", [article.source]):
            inside, found = speakers.identify(inside, aliases=said_of_names, language=language)
            people = {speaker.id: speaker for speaker in found} | people
        known += inside
    return known, list(people.values())


def _hints(articles: Sequence[Article], statements: Sequence[Statement], people: Sequence[Speaker]) -> list[Skipped]:
    """What to check by hand: dates to propose for undated articles, names in letters of two alphabets."""
    from claims import dates, speakers

    source = {article.id: article.source for article in articles}
    proposed = [proposal.notice(source[proposal.article_id]) for proposal in dates.infer(articles, statements)]
    first = {item.speaker_id: item.article_id for item in reversed(statements)}
    alike = [
        notice.model_copy(update={"source": source[first[name]]})
        for name, notice in speakers.look_alikes(people).items()
        if name in first
    ]
    return [*proposed, *alike]


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
