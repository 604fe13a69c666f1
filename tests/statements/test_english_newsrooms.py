"""English: forms of many newsrooms, each on sentences of its own, through the statements and the speakers."""

from __future__ import annotations

import pytest

from claims.articles import article_from_text
from claims.models import Stance, Statement
from claims.speakers import resolve
from claims.statements import find


def read(text: str) -> list[Statement]:
    article = article_from_text(text, title="", publisher="Test", published="2025-05-06", language="en")
    return resolve(article, find(article))


def said(text: str) -> set[tuple[str, str]]:
    return {(item.speaker, item.claim) for item in read(text)}


@pytest.mark.parametrize(
    ("text", "speaker", "claim"),
    [
        # whose words a noun of saying gives
        ("The company's assertion that the roof was safe has been challenged.", "company", "that the roof was safe"),
        ("Hollis rejected the claim by Dana Weiss that the plan was dead.", "Dana Weiss", "that the plan was dead"),
        ("The union's repeated warnings that the roof leaked were ignored.", "union", "that the roof leaked"),
        ("Calls by the Harbour League for an inquiry have been rejected by the mayor.", "Harbour League",
         "for an inquiry"),
        # hearsay that names who said it
        ("The driver is said to have told police that the brakes failed.", "driver", "that the brakes failed"),
        # the subject and what stands beside it
        ("Cllr Nigel Fenwick said it was over.", "Nigel Fenwick", "it was over"),
        ("Ted Marsh spoke of nine; the council's own figures put it at four.", "council's own figures",
         "put it at four"),
        ("The water is safe, according to Mercia Lab, which says tests found nothing.", "Mercia Lab",
         "tests found nothing"),
        ("The union warned it would strike.", "union", "it would strike"),
        # a time without a preposition before the subject
        ("Last week her office said the tender was void.", "office", "the tender was void"),
        ("Earlier this month the port board had said no ship was held.", "port board", "no ship was held"),
        ("Late last night firefighters said the hall was safe.", "firefighters", "the hall was safe"),
        ("Last summer residents complained that the well was dry.", "residents", "that the well was dry"),
        ("This summer camp leaders said the lake was clean.", "summer camp leaders", "the lake was clean"),
        # what is so because it is declared
        ("The port authority declared the strike over.", "port authority", "declared the strike over"),
        # from whom the speaker has it
        ("The Echo said the sale was off, citing three bankers.", "Echo", "the sale was off"),
        ("The Echo said the bank, citing its losses, had left.", "Echo", "the bank, citing its losses, had left"),
        ("A week later his office claimed he was misquoted.", "office", "he was misquoted"),
        ("Ann Lee called it legal, while the Civil League demanded an inquiry.", "Civil League", "demanded an inquiry"),
        ("Ted Marsh claimed at least nine homes were hit.", "Ted Marsh", "at least nine homes were hit"),
        ("Ann Lee called for an inquiry, something the council rejects.", "Ann Lee", "called for an inquiry"),
        ("Ann Lee called for an inquiry, something the council rejects.", "council", "an inquiry"),
        ("Skyline claims nine in ten flights are running.", "Skyline", "nine in ten flights are running"),
        ("Ann Lee accused them of greed – but union chiefs hit back, calling her offer an insult.", "union chiefs",
         "her offer an insult"),
        ("The council announced a review, but residents doubt it.", "council", "announced a review"),
        ("The bank refused to be drawn on the loss.", "bank", "refused to be drawn on the loss"),
        ("The trust that runs the clinic said no alarm had been raised.", "trust", "no alarm had been raised"),
        ("A man who owns the shop denied it was shut.", "man", "it was shut"),
        ("The firm which sold the land denied that it was poisoned.", "firm", "that it was poisoned"),
        ("A clerk of the court, however, said an order barred the work.", "clerk of the court",
         "an order barred the work"),
        ("Residents, too, say they were not told.", "Residents", "they were not told"),
        ("11:15 a.m. – The union says the trains stand still.", "union", "the trains stand still"),
        ("Rhys Fallon, 47, of Quay Street, denies endangering life.", "Rhys Fallon", "denies endangering life"),
        ("The first witness, deckhand Colm Reddy, told the jury he saw no lamp.", "Colm Reddy", "he saw no lamp"),
        ("Norvane Group today announced that the plant was open.", "Norvane Group", "that the plant was open"),
        ("The surgeon, the late Edmund Vale, always denied drinking.", "Edmund Vale", "denied drinking"),
        ("A spokesman for St Brigid's said the records were clear.", "spokesman for St Brigid's",
         "the records were clear"),
        ("A man whose wife died after 11 hours on a trolley told an inquest that he had begged for a bed.", "man",
         "that he had begged for a bed"),
        ("A preliminary report by the fire service, seen by this paper, finds that the alarm was off.",
         "preliminary report by the fire service", "that the alarm was off"),
        ("18:40 Metrolink says there was an offer on the table.", "Metrolink", "there was an offer on the table"),
        # two voices in one sentence
        ("Quint said she had met nobody, while people close to Crown said the two had dined.", "people close to Crown",
         "the two had dined"),
        ("Prices had not moved, noted Owen Bart, an analyst, who argued that the firm had hedged badly.", "Owen Bart",
         "that the firm had hedged badly"),
        ("The council urged calm; the schools will stay open, it said.", "council", "the schools will stay open"),
        # acts
        ("Marek Wolny, 44, admitted causing the crash.", "Marek Wolny", "admitted causing the crash"),
        ("Marsh claimed the clock had stopped. That was denied by the league.", "league", "That was denied"),
        ("The opponents called it a disaster for the town.", "opponents", "it a disaster for the town"),
        ("Two friends spoke. A third would only say that the date was open.", "third", "that the date was open"),
        ("Police put the crowd at 4,000. Organisers said 9,000.", "Organisers", "said 9,000"),
        ("The firm has promised to scrap the lane if it wins.", "firm", "to scrap the lane if it wins"),
        ("The ferry line rejected claims that its crew had slept.", "ferry line", "that its crew had slept"),
        # frames inside and behind
        ("Including them, Ann Lee believes, would have halved the gain.", "Ann Lee",
         "Including them … would have halved the gain"),
        ("If such letters had been sent, Ann Lee went on, they must have been lost.", "Ann Lee",
         "If such letters had been sent … they must have been lost"),
        ("The dam is in no danger, the ministry said late on Tuesday, even as thousands left.", "ministry",
         "The dam is in no danger"),
        ("The ministry has opened an inquiry, an official told us on condition of anonymity because it was secret.",
         "official", "The ministry has opened an inquiry"),
        ("“Talk to the lawyers,” Rashid Amiri said when reached by phone.", "Rashid Amiri",
         "“Talk to the lawyers,”"),
        ("An engineer had tested the set, Ann Lee added, and found it in order.", "Ann Lee",
         "An engineer had tested the set … and found it in order"),
    ],
)  # fmt: skip
def test_who_says_what(text: str, speaker: str, claim: str) -> None:
    assert (speaker, claim) in said(text)


@pytest.mark.parametrize(
    ("text", "speaker", "channel", "claim"),
    [
        ("Lena Okafor was quoted by the Hallow Gazette as saying that the fuse was wet.", "Lena Okafor",
         "the Hallow Gazette", "that the fuse was wet"),
        ("The Record quotes an unnamed Treasury official as saying that it was over by March.",
         "unnamed Treasury official", "The Record", "that it was over by March"),
        ("Paul Adder said talks had failed, according to the agency KNA.", "Paul Adder", "the agency KNA",
         "talks had failed"),
        ("Paul Adder said there was no deal, the Times reported.", "Paul Adder", "the Times", "there was no deal"),
    ],
)  # fmt: skip
def test_who_only_passes_it_on_is_the_channel(text: str, speaker: str, channel: str, claim: str) -> None:
    found = {(item.speaker, item.reported_via, item.claim) for item in read(text)}
    assert found == {(speaker, (channel,), claim)}


def test_what_goes_on_without_a_frame_is_the_speakers() -> None:
    text = "The crack, Ruth Sakala said, was 40 metres long. It had been there since May. The ministry had known."
    assert said(text) >= {
        ("Ruth Sakala", "It had been there since May"),
        ("Ruth Sakala", "The ministry had known"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The crack was wide, Ruth Sakala said. On Monday soldiers had closed the road.",
        "The crack is wide, Ruth Sakala says. The ministry knew.",
        "The scan was clear, Piers Hallam said. The scan, Laura Penn put to him, had been of somebody else.",
    ],
)
def test_what_the_narrator_tells_is_nobodys(text: str) -> None:
    assert not [item for item in read(text) if item.generated_by == "en.free"]


@pytest.mark.parametrize(
    "text",
    [
        "Skipper ignored three warnings, ferry trial told",
        "The study gave 400 adults an app, called Driftwell, or a leaflet.",
        "Harlan Mills cuts its outlook, blames grain prices.",
        "Rebels crossed the river, the war went on.",
        "Healthy adults who took a nap recalled more words than those who stayed awake.",
    ],
)
def test_what_is_no_frame(text: str) -> None:
    assert not [item for item in read(text) if item.generated_by != "en.act"]


def test_a_refusal_ends_before_the_next_act() -> None:
    found = {(item.stance, item.claim) for item in read("The firm declined to comment but confirmed that it was hit.")}
    assert found == {(Stance.DECLINES, "declined to comment"), (Stance.CONFIRMS, "that it was hit")}


@pytest.mark.parametrize(
    ("text", "speaker", "claim"),
    [
        ("A lawyer for the family said the door was open. He added that nobody came.", "lawyer for the family",
         "that nobody came"),
        ("The mayor, Joan Ellery, welcomed the deal. Her deputy was less sure. “We will see,” he told local radio.",
         "deputy", "“We will see,”"),
        ("Prosecutor Gideon Marlowe opened the case. The set had been tested, the barrister added.", "Gideon Marlowe",
         "The set had been tested"),
        ("Hana Brodie is Chief Financial Officer. According to the CFO, the pipe is safe.", "Hana Brodie",
         "the pipe is safe"),
        ("The dam's builder, the Italian firm Costagrande, said it had warned the town.", "Costagrande",
         "it had warned the town"),
        ("One of the signatories, the historian Lena Zorn, said she feared more.", "Lena Zorn", "she feared more"),
        ("Brent Vale council kept silent. The water company, Vale Water, said the pipes were new.", "Vale Water",
         "the pipes were new"),
        ("“We need no lessons,” Pavel Groch wrote on X. Silber said nothing was lost.", "Silber", "nothing was lost"),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, speaker: str, claim: str) -> None:
    assert (speaker, claim) in said(text)


@pytest.mark.parametrize(
    ("text", "speaker", "claim"),
    [
        ("15:58 About 2,300 homes are dark, according to Northgrid.", "Northgrid", "About 2,300 homes are dark"),
        ("A woman who lives near the pier tells our reporter she heard a crack.", "woman", "she heard a crack"),
        ("Professor Ines Brandl was not impressed. In her view the authors had miscounted.", "Ines Brandl",
         "the authors had miscounted"),
        ("Ann Lee, the union's leader, was adamant: the strike would go ahead.", "Ann Lee",
         "the strike would go ahead"),
        ("She did, however, urge the state police to take over.", "She", "the state police to take over"),
        ("Fire chief Ann Lee disagreed: the engine had been on time.", "Ann Lee", "the engine had been on time"),
        ("Ann Lee retorted that the engine had been on time.", "Ann Lee", "that the engine had been on time"),
        ("The paper says £38m has already been spent.", "paper", "£38m has already been spent"),
        ("A guard who asked not to be named because he was not authorized to speak put the number at 22.", "guard",
         "put the number at 22"),
        ("The Chronicle leads with the fall of council leader Marcus Heald, who is quoted as saying he was tired.",
         "Marcus Heald", "he was tired"),
        ("The line is under water, Western Rail announces. Buses will run every half hour, it says.", "Western Rail",
         "Buses will run every half hour"),
        ("Two members spoke to us. Another tells us that a letter is going round.", "Another",
         "that a letter is going round"),
        ("Brock was in hospital, according to the Standard, which cites a relative.", "Standard",
         "Brock was in hospital"),
        ("Police have ruled out foul play in the harbour, but his family say they doubt it.", "Police",
         "foul play in the harbour"),
        ("Residents accused the operator of doctoring a study, a charge the company calls absurd.", "Residents",
         "accused the operator of doctoring a study"),
        ("Ann Lee warned against merging the two schools.", "Ann Lee", "warned against merging the two schools"),
        ("Ann Lee opposes the merger.", "Ann Lee", "opposes the merger"),
        ("Parents oppose the merger.", "Parents", "oppose the merger"),
        ("Prosecutors asked for nine years.", "Prosecutors", "asked for nine years"),
        ("Five people were hurt, according to initial reports.", "", "Five people were hurt"),
        ("Five people were hurt, according to initial reports from the mayor.", "mayor", "Five people were hurt"),
    ],
)  # fmt: skip
def test_what_a_claim_holds(text: str, speaker: str, claim: str) -> None:
    assert (speaker, claim) in said(text)


def test_ruled_that_out_is_no_ruling() -> None:
    text = "Police have ruled that out, according to the mayor, and are looking at a pipe."
    assert said(text) == {("mayor", "Police have ruled that out … and are looking at a pipe")}
