"""A small case with invented people: two statements that clash, one that stands beside them, one hostile one."""

from __future__ import annotations

import signal

import pytest

from claims.faults import RAISED, Faults
from claims.models import (
    Article,
    Basis,
    Conflict,
    Findings,
    Kind,
    Level,
    QuoteType,
    Reason,
    Skipped,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
    Topic,
    When,
)

FIRST = "Die Fähre nach Velmora legt am 14. März ab, sagte Reederin Ilka Brandau am Montag. Mehr sagte sie nicht."
SECOND = "Kapitän Jonas Okonjo widersprach: „Einen Termin gibt es nicht.“ Der Hafen äußerte sich nicht."
THIRD = "=HYPERLINK says \x1b[31mred\u202e [bold]x[/bold] „]“, so Mallory."


def pytest_configure() -> None:
    """Programs that tests start can be ended by Ctrl+C also where a shell runs the tests in the background, which makes
    them ignore it."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _no_settings_of_ones_own(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the person who runs the tests has set must not change them."""
    for name in ("CLAIMS_SETTINGS", "CLAIMS_DATA", "CLAIMS_CASE", "CLAIMS_LANG", "CLAIMS_REVIEWER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "no_settings"))


@pytest.fixture(autouse=True)
def _faults_end_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in the analysis costs a user one piece of work, and a test everything."""
    monkeypatch.setattr(Faults, "cost", type(RAISED).cost)


def statement(article: Article, quote: str, claim: str, name: str, **fields: object) -> Statement:
    """A statement whose spans are looked up in the article's text."""
    start = article.text.index(quote)
    at = article.text.index(claim, start)
    values: dict[str, object] = {
        "id": f"s_{name.lower().replace(' ', '_')}",
        "article_id": article.id,
        "language": "de",
        "quote": quote,
        "char_start": start,
        "char_end": start + len(quote),
        "claim": claim,
        "claim_spans": (Span(at, at + len(claim)),),
        "mention": name,
        "speaker": name,
        "speaker_id": f"p_{name.lower().replace(' ', '_')}",
        "speaker_kind": SpeakerKind.PERSON,
        "claim_date": When(value="2025-03-10", basis=Basis.RELATIVE, text="am Montag"),
        "generated_by": "de.test",
    }
    return Statement.model_validate(values | fields)


def span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def findings() -> Findings:
    one = Article(
        id="a_1",
        text=FIRST,
        title="Fähre fährt",
        publisher="Küstenbote",
        published=When(value="2025-03-11", basis=Basis.EXPLICIT),
        url="https://example.org/1",
        language="de",
        sha256="0" * 64,
        source_file="one.txt",
    )
    two = Article(id="a_2", text=SECOND, title="Kein Termin", language="de", sha256="1" * 64, source_file="two.txt")
    three = Article(id="a_3", text=THIRD, title="=1+1", language="de", sha256="2" * 64, source_file="th\x1bree.txt")
    says = statement(
        one,
        "Die Fähre nach Velmora legt am 14. März ab, sagte Reederin Ilka Brandau am Montag.",
        "Die Fähre nach Velmora legt am 14. März ab",
        "Ilka Brandau",
        cue="sagte",
        speaker_role="Reederin",
        about_date=When(value="2025-03-14", basis=Basis.EXPLICIT, text="am 14. März"),
    )
    denies = statement(
        two,
        "Kapitän Jonas Okonjo widersprach: „Einen Termin gibt es nicht.“",
        "Einen Termin gibt es nicht.",
        "Jonas Okonjo",
        quote_type=QuoteType.DIRECT,
        stance=Stance.DENIES,
        claim_date=When(),
    )
    silent = statement(two, "Der Hafen äußerte sich nicht.", "äußerte sich nicht", "Hafen", stance=Stance.DECLINES)
    hostile = statement(three, THIRD, THIRD.split("„")[0], "Mallory", claim_date=When())
    reason = Reason(
        kind=Kind.DENIAL,
        span_a=span(one, "am 14. März"),
        span_b=span(two, "Einen Termin gibt es nicht"),
        key="day.span",
        values={"start": "„legt am 14. März ab“ (Ilka Brandau)", "end": "„Einen Termin gibt es nicht“ (Jonas Okonjo)"},
        equal=(("side.about", {"date": "Velmora"}),),
        unsure=(("side.via", {"names": "nobody"}),),
    )
    weak = Reason(
        kind=Kind.LABEL, span_a=Span(0, 3), span_b=Span(0, 3), key="day.about", values={"date": "weak [red]\x1b"}
    )
    return Findings(
        articles=(one, two, three),
        statements=(says, denies, silent, hostile),
        speakers=tuple(
            Speaker(id=item.speaker_id, name=item.speaker, kind=item.speaker_kind) for item in (says, denies, hostile)
        ),
        topics=(
            Topic(
                id="t_1", label="Fähre nach Velmora", statement_ids=(says.id, denies.id, silent.id), related=("t_2",)
            ),
            Topic(id="t_2", label="[link]x", statement_ids=(hostile.id,)),
        ),
        conflicts=(
            Conflict(
                id="x_1", topic_id="t_1", a=says.id, b=denies.id, level=Level.CONFLICT, score=0.8, reasons=(reason,)
            ),
            Conflict(
                id="x_2", topic_id="t_2", a=hostile.id, b=denies.id, level=Level.CHECK, score=0.4, reasons=(weak,)
            ),
        ),
        skipped=(Skipped(source="b\x1bad.bin", key="skipped.same_text", values={"other": "[/x]"}),),
        notices=(Skipped(source="two.txt", key="notice.undated"),),
    )
