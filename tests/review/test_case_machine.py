"""Any order of adding, deciding, undoing, shaping, running, closing and crashing by two people, against a list.

Longer: ``CLAIMS_EXAMPLES=1000 python -m pytest tests/review/test_case_machine.py``.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
import toy_case
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from claims.errors import StaleError
from claims.models import Conflict, Links, ReviewStatus, Statement
from claims.review import Case, QueueFilter

TEXTS = [
    toy_case.FERRY,
    toy_case.BRIDGE,
    toy_case.PLAIN,
    "Ada: the bridge is open #bridge\nBo: the mole is dry #mole",
    "Bo: the mole is not dry #mole\nCy: the ferry does not sail #ferry",
]
PEOPLE = ("mk", "jo")


@dataclass
class Did:
    who: str
    kind: str
    objects: tuple[str, ...]
    rest: tuple[str, ...] = ()
    on: bool = True


@dataclass
class Model:
    """What a case is, told without a database."""

    texts: set[int] = field(default_factory=set)
    done: list[Did] = field(default_factory=list)
    undone: dict[str, list[tuple[Did, int]]] = field(default_factory=lambda: {name: [] for name in PEOPLE})
    clock: int = 0
    times: dict[int, int] = field(default_factory=dict)  # of each act in done: when it was written

    def act(self, did: Did) -> None:
        self.clock += 1
        self.times[len(self.done)] = self.clock
        self.done.append(did)
        self.undone[did.who].clear()

    def later_by_others(self, who: str, objects: tuple[str, ...], time: int) -> bool:
        return any(
            did.on and did.who != who and set(did.objects) & set(objects) and self.times[number] > time
            for number, did in enumerate(self.done)
        )

    def status(self, name: str) -> str:
        on = [did.kind for did in self.done if did.on and did.objects[0] == name and did.kind in STATUS]
        return STATUS[on[-1]] if on else "open"

    def links(self) -> Links:
        here = {item.id for item in self.statements() if self.status(item.id) != "struck"}
        pairs: dict[tuple[str, ...], bool] = {}

        def join(*chains: tuple[str, ...]) -> None:
            for chain in chains:
                pairs.update({tuple(sorted(pair)): True for pair in pairwise(n for n in chain if n in here)})

        for did in self.done:
            if did.on and did.kind == "merge":
                pairs = {pair: held for pair, held in pairs.items() if held or not set(pair) <= set(did.rest)}
                join(did.rest)
            if did.on and did.kind == "split":
                join(did.objects, did.rest)
                pairs |= {tuple(sorted((a, b))): False for a in did.objects for b in did.rest}
        return Links(
            must_link=tuple(sorted((a, b) for (a, b), joined in pairs.items() if joined)),
            must_not_link=tuple(sorted((a, b) for (a, b), joined in pairs.items() if not joined)),
        )

    def statements(self) -> list[Statement]:
        articles = sorted((toy_case.toy_article(TEXTS[number]) for number in self.texts), key=lambda one: one.id)
        return [item for article in articles for item in toy_case.toy_extract(article)]

    def conflicts(self) -> dict[str, Conflict]:
        said = [item for item in self.statements() if self.status(item.id) != "struck"]
        return {item.id: item for item in toy_case.toy_relate([], said, links=self.links()).conflicts}


STATUS = {"accept": "accepted", "dismiss": "dismissed", "later": "later", "reopen": "open", "strike": "struck"}


class CaseMachine(RuleBasedStateMachine):
    at_once = 400  # a small case: every act relates everything anew
    strikes = True

    @initialize()
    def start(self) -> None:
        self.patch = pytest.MonkeyPatch()
        toy_case.install(self.patch)
        self.patch.setattr("claims.review.analysis._AT_ONCE", self.at_once)
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "claims.db"
        for number, text in enumerate(TEXTS):
            (self.folder / f"{number}.txt").write_text(text, encoding="utf-8")
        self.model = Model()
        self.open()
        self.add("mk", 0)

    def open(self) -> None:
        self.cases: dict[str, Case] = {name: Case.open(self.path, reviewer=name) for name in PEOPLE}

    def teardown(self) -> None:
        for case in getattr(self, "cases", {}).values():
            case.close()
        if hasattr(self, "patch"):
            self.patch.undo()
            shutil.rmtree(self.folder)

    who = st.sampled_from(("mk", "mk", "mk", "jo"))  # one more often, for undo and redo in a row

    @rule(who=who, number=st.integers(0, len(TEXTS) - 1))
    def add(self, who: str, number: int) -> None:
        report = self.cases[who].add([str(self.folder / f"{number}.txt")])
        assert bool(report.known) == (number in self.model.texts)
        self.model.texts.add(number)

    @precondition(lambda self: self.model.conflicts())
    @rule(who=who, kind=st.sampled_from(["accept", "dismiss", "later", "reopen"]), data=st.data())
    def decide(self, who: str, kind: str, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.model.conflicts())))
        getattr(self.cases[who], kind)(name)
        self.model.act(Did(who, kind, (name,)))

    @precondition(lambda self: self.strikes and self.model.statements())
    @rule(who=who, data=st.data())
    def strike(self, who: str, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(item.id for item in self.model.statements())))
        self.cases[who].strike(name)
        self.model.act(Did(who, "strike", (name,)))

    @precondition(lambda self: self.topics())
    @rule(who=who, data=st.data())
    def shape(self, who: str, data: st.DataObject) -> None:
        if len(self.topics()) > 1 and data.draw(st.booleans()):
            self.merge(who, data)
        else:
            self.split(who, data)

    def merge(self, who: str, data: st.DataObject) -> None:
        topics = data.draw(st.lists(st.sampled_from(self.topics()), min_size=2, max_size=3, unique=True))
        members = [self.cases[who].topic_view(name).topic.statement_ids for name in topics]
        self.cases[who].merge_topics(topics)
        firsts, everybody = (names[0] for names in members), (name for names in members for name in names)
        self.model.act(Did(who, "merge", tuple(firsts), tuple(everybody)))

    def split(self, who: str, data: st.DataObject) -> None:
        view = self.cases[who].topic_view(data.draw(st.sampled_from(self.topics())))
        members = sorted(view.topic.statement_ids)
        some = tuple(data.draw(st.lists(st.sampled_from(members), min_size=1, max_size=2, unique=True)))
        self.cases[who].split(some)
        self.model.act(Did(who, "split", some, tuple(name for name in members if name not in some)))

    @rule(who=who)
    def undo(self, who: str) -> None:
        model, case = self.model, self.cases[who]
        mine = [number for number, did in enumerate(model.done) if did.on and did.who == who]
        if not mine:
            assert case.undo() is None
            return
        did = model.done[mine[-1]]
        if model.later_by_others(who, did.objects, model.times[mine[-1]]):
            with pytest.raises(StaleError):
                case.undo()
            return
        taken = case.undo()
        assert taken is not None
        assert (taken.kind.value, taken.objects) == (did.kind, did.objects)
        model.clock += 1
        did.on = False
        model.undone[who].append((did, model.clock))

    @rule(who=who)
    def redo(self, who: str) -> None:
        model, case = self.model, self.cases[who]
        if not model.undone[who]:
            assert case.redo() is None
            return
        did, time = model.undone[who][-1]
        if model.later_by_others(who, did.objects, time):
            with pytest.raises(StaleError):
                case.redo()
            return
        again = case.redo()
        assert again is not None
        assert (again.kind.value, again.objects) == (did.kind, did.objects)
        model.clock += 1
        did.on = True
        model.undone[who].pop()

    @rule(who=who, how=st.sampled_from(["run", "reopen", "crash"]))
    def disturb(self, who: str, how: str) -> None:
        """Analyse again; close and open; or open elsewhere what lies on the disk this moment, as after a power cut."""
        if how == "run":
            self.cases[who].run()
            return
        copy = self.folder / f"crashed-{len(list(self.folder.iterdir()))}.db"
        if how == "crash":
            for end in ("", "-wal"):
                shutil.copyfile(f"{self.path}{end}", f"{copy}{end}")
        for case in self.cases.values():
            case.close()
        self.path = copy if how == "crash" else self.path
        self.open()

    def topics(self) -> list[str]:
        return sorted(item.id for item in self.cases["mk"].queue(QueueFilter(without_conflicts=True)))

    @invariant()
    def the_case_is_what_the_model_says(self) -> None:
        if not hasattr(self, "cases"):
            return
        expected = self.model.conflicts()
        for case in self.cases.values():
            findings, reviewed = case.findings(), case.reviewed()
            assert {item.id: item for item in findings.conflicts} == expected
            assert {item.id for item in findings.statements} == {item.id for item in self.model.statements()}
            for name in expected:
                review = reviewed.conflicts.get(name)
                assert (review.status if review else ReviewStatus.OPEN).value == self.model.status(name)
            assert sum(item.pairs for item in case.queue()) == len(expected)
            assert case.stats().open == sum(self.model.status(name) == "open" for name in expected)
            assert len([act for act in case.acts() if act.kind.value not in ("undo", "redo")]) == len(self.model.done)


class LargeCaseMachine(CaseMachine):
    """An act relates only the topics that it touches; a statement that comes back finds its topic at the next run."""

    at_once = 0
    strikes = False


LENGTH = settings(
    max_examples=int(os.environ.get("CLAIMS_EXAMPLES", "20")),
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestCaseMachine = CaseMachine.TestCase
TestCaseMachine.settings = LENGTH
TestLargeCaseMachine = LargeCaseMachine.TestCase
TestLargeCaseMachine.settings = LENGTH
