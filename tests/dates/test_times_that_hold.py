"""Times told before that hold for a claim, and those that do not."""

from __future__ import annotations

import pytest

from tests.dates.test_dates import read

DAY = "2026-05-21"  # a Thursday
HOLD = [
    # language, claim_date, about_date, article; the last statement is asked for
    # figures of one period: the quarter goes on, a count of no such figures does not
    ("de", DAY, "2026-01/2026-03",
     "Im ersten Quartal habe man gut verdient, sagte Jo Ruge. Der Umsatz sei um vier Prozent gestiegen, "
     "sagte Ruge."),
    ("de", DAY, "",
     "Im ersten Quartal habe man gut verdient, sagte Jo Ruge. Der Vorstand sei verkleinert worden, sagte "
     "Ruge."),
    # a meeting known by its place; of another place, or of no meeting, nothing is told
    ("en", DAY, "2026-05-19",
     "Ministers ended talks in Sudbury on Wednesday.\n\nOn Tuesday they had met in Alvey.\n\nTina Rudge "
     "said the tone in Alvey had been sharp."),
    ("en", DAY, "",
     "The council is short of money, and what is to be done about it is a matter that the members have "
     "put off again and again.\n\nOn Tuesday a shop opened in Alvey.\n\nTina Rudge said the rent in "
     "Alvey had doubled."),
    # a plan's day holds for what goes on about it, not for the next matter
    ("de", DAY, "",
     "In Sude ist in der Nacht ein leeres Haus abgebrannt, und bis heute weiß in der Nachbarschaft "
     "niemand, wie es dazu gekommen ist.\n\nDie Schule bleibt am Dienstag zu. Die Polizei geht nach "
     "eigenen Angaben von einem Defekt aus."),
    ("de", DAY, "2026-06-01",
     "In Sude ändert sich vieles.\n\nAm 1. Juni schließt das Bad. Die Schließung sei beschlossen, sagte "
     "Jo Ruge."),
    # an hour ahead is of the report's day
    ("de", DAY, DAY, "Am Dienstag fiel in Sude der Strom aus. Er solle am Abend wieder fließen, sagte Jo Ruge."),
    # what is so today, and the day of a text, are no events
    ("en", DAY, "",
     'In the 1950s Alvey had six mills; today it has one. "My father worked the looms," said Tina Rudge.'),
    ("en", DAY, "", "The trust apologised in a statement on Wednesday. Dr Tina Rudge said the cause was a clot."),
    # afterwards is not the month itself
    ("de", DAY, "", "Im Juni zeigen wir die Sammlung, sagte Jo Ruge. Danach wird das Dach saniert, sagte Ruge."),
    # the day just told; what lies behind a plan or behind the report happened never
    ("en", DAY, "2026-05-16",
     "Rain will fall on Friday.\n\nSaturday was hot, with 29C at Alvey. Six walkers were rescued that "
     "afternoon, Tina Rudge said."),
    ("en", DAY, "2026-05-19",
     "The ministry denied on Thursday that its envoy had travelled.\n\nTina Rudge said he landed in "
     "Sudbury at 6pm on Monday.\n\nThe picture was taken the next morning, she said."),
    # a noun behind an article takes up nothing
    ("de", DAY, "", "Im Jahr 2023 seien es 40 gewesen, sagte Jo Ruge. „Das Angebot hat gefehlt“, sagte Ruge."),
    # past forms of reported speech that stand for now
    ("en", DAY, "", "The deal was signed on Tuesday. Owner Tina Rudge said she was moving abroad."),
    ("de", DAY, "",
     "Am Dienstag kam die Vereinigung in Sude zusammen. Jo Ruge warnte, im Moor nisteten vier Kraniche."),
    # since then, where only a trial's lead tells when
    ("en", DAY, "2024-03-02/..",
     "A court heard of a ward on which Al Moss died on 2 March 2024.\n\nThe trust said it had hired 40 "
     "nurses since then."),
    ("en", DAY, "2024-03-02",
     "Al Moss told a court that he fell asleep at the wheel. Moss, 40, denies killing Jo Reed on 2 March "
     "2024."),
]  # fmt: skip
SAID = [
    # what is denied was done on that day; an old or a coming day is none of the answer
    ("en", DAY, "2026-03-02", "Al Moss, 40, denies robbing Jo Reed on 2 March."),
    ("de", "2026-05-20", "", "Der Minister wies den Bericht am Mittwoch zurück."),
    # at the time, and the month of an announcement
    ("en", "1981", "", 'In 1981 she left the bank. "They lied to me," Tina Rudge said at the time.'),
    ("en", "2026-04", "", "The county announced the ban in April."),
    ("en", DAY, "2026-10", "The county announced cuts in October."),
    # a match by its whistle
    ("de", "2026-05-19", "",
     "Der FC Sude hat am Dienstag 0:1 verloren. „Uns fehlt die Ruhe“, sagte Jo Ruge nach dem Abpfiff."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said", "about", "text"), HOLD + SAID)
def test_time(language: str, said: str, about: str, text: str) -> None:
    statement = read(text, DAY, language)[1][-1]
    assert (statement.claim_date.value, statement.about_date.value) == (said, about)
