"""Figures beyond finding and attributing: what is said about a statement, and about a pair of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.benchmarks.folding import bare_name, fold, same_date
from tests.benchmarks.gold import Gold, Said, all_statements
from tests.benchmarks.matching import NOT_JUDGED, Figure, Matched, Row, candidates, ends_of, level_of, ratio

Labels = tuple[dict[str, Figure], list[str]]


def _same_via(row: Row, want: Said) -> bool:
    got = bare_name(row.get("reported_via", ""))
    return bool(got) and all(bare_name(name) in got or got in bare_name(name) for name in want["reported_via"])


def _within(got: str, want: str) -> bool:
    """The date wanted, or a stretch that lies in it: "end of June" may be told by its days; none where none is."""
    if not want:
        return not got
    return same_date(got, want) or (bool(got) and all(same_date(end, want) for end in got.split("/")))


# name of the figure -> the field of the gold, and whether a row has it right
FIELDS: dict[str, tuple[str, Callable[[Row, Said], bool]]] = {
    "stance_accuracy": ("stance", lambda row, want: row.get("stance") == want["stance"]),
    "about_date_accuracy": (
        "about_date",
        lambda row, want: any(_within(row.get("about_date", ""), date) for date in want["about_date"].split("|")),
    ),
    "reported_via_accuracy": ("reported_via", _same_via),
    "mention_accuracy": (
        "mention",
        lambda row, want: bare_name(row.get("speaker_as_written", "")) == bare_name(want["mention"]),
    ),
    "role_accuracy": ("role", lambda row, want: fold(want["role"]) in fold(row.get("speaker_role", ""))),
}


def field_figures(gold: Gold, matched: Matched) -> Labels:
    """Speaker, stance, dates, chain, mention and role of the statements that were found."""
    figures: dict[str, Figure] = {}
    misses: list[str] = []
    required = [want for want in all_statements(gold) if want["required"]]
    attributed = [want for want in required if matched.stands[want["id"]]]
    found = sum(bool(matched.hits[want["id"]]) for want in required)
    figures["speaker_accuracy"] = ratio(len(attributed), found)
    for name, (key, fits) in FIELDS.items():
        carrying = [want for want in attributed if key in want]
        if not carrying:
            continue
        right = [want for want in carrying if any(fits(row, want) for row in matched.stands[want["id"]])]
        figures[name] = ratio(len(right), len(carrying))
        misses += [
            f"{key:8} {want['id']}: want {want[key]!r}"  # type: ignore[literal-required]
            for want in carrying
            if want not in right
        ]
    return figures, misses


def pair_figures(gold: Gold, matched: Matched, conflicts: Sequence[Row]) -> Labels:
    """Kind and level of the pairs that were found, updates, and compatible pairs shown as a conflict."""
    figures: dict[str, Figure] = {}
    misses: list[str] = []
    rows_of: dict[frozenset[str], list[Row]] = {}
    for row in conflicts:
        for ends in candidates(matched, row):
            rows_of.setdefault(ends, []).append(row)
    tally = {"kind": [0, 0], "level": [0, 0]}
    updates = moved = 0
    for pair in gold["conflicts"]:
        rows = rows_of.get(frozenset((pair["a"], pair["b"])), [])
        if pair.get("level") == "update":
            updates += 1
            moved += any(level_of(row) == "update" for row in rows)
        labels = [("kind", pair.get("kind"), {row["kind"] for row in rows if level_of(row) not in NOT_JUDGED})]
        labels.append(("level", pair.get("level"), {level_of(row) for row in rows}))
        for key, want, got in labels:
            if want and got:
                agrees = not got.isdisjoint(want.split("|"))
                tally[key][0] += agrees
                tally[key][1] += 1
                if not agrees:
                    misses.append(f"{key:8} {pair['a']} / {pair['b']}: {sorted(got)}, want {want}")
    for key, (right, all_found) in tally.items():
        if all_found:
            figures[f"{key}_accuracy"] = ratio(right, all_found)
    figures |= {"updates_in_gold": updates, "update_recall": ratio(moved, updates)}
    flagged = sum(any(level_of(row) == "conflict" for row in rows_of.get(e, [])) for e in ends_of(gold["compatible"]))
    figures["compatible_at_conflict"] = ratio(flagged, len(ends_of(gold["compatible"])))
    return figures, misses


FATES = ("shown", "check", "silent", "apart", "unfound")
"""What became of a pair that clashes: shown (as conflict, shift or update), to be checked, in one topic and not
seen, in two topics, or without one of its statements."""


def fates(gold: Gold, matched: Matched, conflicts: Sequence[Row]) -> dict[str, dict[str, int]]:
    """For each kind of conflict in the gold, how many of its pairs met which of :data:`FATES`."""
    levels: dict[frozenset[str], set[str]] = {}
    for row in conflicts:
        for ends in candidates(matched, row):
            levels.setdefault(ends, set()).add(level_of(row))
    table: dict[str, dict[str, int]] = {}
    for pair in gold["conflicts"]:
        first, second = pair["a"], pair["b"]
        got = levels.get(frozenset((first, second)), set())
        if not matched.stands[first] or not matched.stands[second]:
            fate = "unfound"
        elif got:
            fate = "check" if got == {"check"} else "shown"
        else:
            fate = "silent" if matched.topics(first) & matched.topics(second) else "apart"
        counts = table.setdefault(pair.get("kind", "").split("|")[0], dict.fromkeys(FATES, 0))
        counts[fate] += 1
    return table
