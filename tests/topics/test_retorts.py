"""A retort that only judges or corrects is of the matter of what it answers; what has a matter of its own is none."""

from pathlib import Path

import pytest

import claims.articles
from claims import pipeline
from claims.models import Article

TEXTS = {
    "de": (
        "Der Imker Bruno Zahn sagte, die Bienen seien vergiftet worden. Förster Egon Lipp sagte, der Wald sei gesund.",
        "Die neue Straße werde 30 Hektar kosten, sagte Planerin Grete Voss.",
        ("die Bienen", "der Wald", "Die neue Straße"),
    ),
    "en": (
        "Beekeeper Bruno Zane said the bees had been poisoned. Forester Egon Lipp said the woods were healthy.",
        "The new road would swallow 30 hectares, planner Greta Voss said.",
        ("the bees", "the woods", "The new road"),
    ),
}


def beside(folder: Path, language: str, retort: str) -> set[int]:
    """Which of three statements share a topic with what the retort says."""
    first, second, known = TEXTS[language]
    path = folder / "article.txt"
    path.write_text(f"Title: \nPublished: 2024-05-14\n\n{first}\n\n{second}\n\n{retort}\n", encoding="utf-8")
    found = pipeline.analyse(item for item in claims.articles.read([str(path)]) if isinstance(item, Article))
    topic_of = {name: topic.id for topic in found.topics for name in topic.statement_ids}
    own = [item for item in found.statements if item.speaker.endswith("Quast")]
    assert own
    here = {topic_of[item.id] for item in own}
    return {
        place
        for place, words in enumerate(known)
        if any(item.claim.startswith(words) and topic_of[item.id] in here for item in found.statements)
    }


@pytest.mark.parametrize(
    ("language", "retort", "place"),
    [
        ("de", "Bauer Hinnerk Quast hält das für maßlos übertrieben.", 2),
        ("de", "„Das genügt nicht“, sagte Bauer Hinnerk Quast.", 2),
        ("de", "Es sei annähernd das Dreifache, sagte Bauer Hinnerk Quast.", 2),
        ("de", "Bauer Hinnerk Quast sagte, Zahn irre sich.", 0),
        ("de", "Bauer Hinnerk Quast sagte zu Lipps Bemerkung: „Das ist Unfug.“", 1),
        ("en", "Farmer Harry Quast said that was overblown.", 2),
        ("en", '"This is not sufficient," farmer Harry Quast said.', 2),
        ("en", "It was closer to eighty, farmer Harry Quast said.", 2),
        ("en", "Farmer Harry Quast said Zane was mistaken.", 0),
        ("en", 'Farmer Harry Quast said of Lipp\'s comments: "That is bunk."', 1),
    ],
)
def test_a_retort_is_of_the_matter_that_it_answers(tmp_path: Path, language: str, retort: str, place: int) -> None:
    assert place in beside(tmp_path, language, retort)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Suppe sei gut, sagte Bauer Hinnerk Quast."),
        ("de", "Es sei der 9. Mai gewesen, sagte Bauer Hinnerk Quast."),
        ("de", "Es gebe genug Kindergärten, sagte Bauer Hinnerk Quast."),
        ("en", "The soup was good, farmer Harry Quast said."),
        ("en", "It was on 9 May, farmer Harry Quast said."),
        ("en", "There were enough nurseries, farmer Harry Quast said."),
    ],
)
def test_what_has_a_matter_of_its_own_is_no_retort(tmp_path: Path, language: str, text: str) -> None:
    assert 2 not in beside(tmp_path, language, text)  # which stands right before it
