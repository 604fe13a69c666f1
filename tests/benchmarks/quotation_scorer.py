# ruff: noqa
"""Score attributed-statement predictions against the German WIKINEWS gold data.

Standard library only.  Usage:

    quotation_scorer.py GOLD_DIR PRED.jsonl [--top-level] [--types Direct,Indirect]
                     [--threshold 0.5] [--json] [--errors FILE]
    quotation_scorer.py GOLD_DIR --dump-gold OUT.jsonl      gold as predictions
    quotation_scorer.py GOLD_DIR --dump-baseline OUT.jsonl  quotation-mark baseline

GOLD_DIR holds one split of the data set (a folder of *.json).  A prediction is
one JSON object per line:

    doc           document name (the gold field documentName)         required
    start, end    character offsets of the content in originalText    required
                  (or spans: [[start, end], ...] for split content)
    speaker       surface text of the speaker mention, or null/""     optional
    speaker_spans [[start, end], ...] of that mention                 optional
    speaker_resolved  full name the tool resolved the mention to      optional
    cue           surface text of the cue, or null/""                 optional
    cue_spans     [[start, end], ...] of the cue                      optional
    type          Direct | Indirect | FreeIndirect | IndirectFreeIndirect |
                  Reported, or null                                   optional

Measures
--------
Every prediction is paired with at most one gold statement (per document, the
assignment with the greatest summed token F1 of the content).  On those pairs:

* official   content tokens, macro: the mean over predictions of token precision
             and the mean over gold of token recall; F1 of those two means.  The
             same for speaker and for content+speaker (the published scorer also
             averages over cue, frame and addressee; see --all-roles).
* micro      content tokens pooled over the data set.
* exact      the content token set is identical (edge punctuation and quotation
             marks are ignored, so a final full stop never decides).
* found      content token F1 >= --threshold (the pair counts as found).
* by type    "found" restricted to gold of one type (recall always; precision and
             F1 where predictions carry a type).
* joint      found AND the speaker is right.  strict: same tokens; head: the
             mentions share a content word that is not an article or title, or
             the resolved name contains the gold mention (or the reverse); gold
             without a speaker wants a prediction without one.  A tool that gives
             only the resolved name for a gold pronoun cannot be credited: the
             data has no coreference.  Give the surface mention in speaker.

The official lines equal the data set's own eval/eval.py, with one difference:
that script also pairs statements that share no token, and then credits their
roles; here such pairs do not exist (content scores are the same, role scores
differ by about half a point on a noisy system).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from pathlib import Path

TYPES = ["Direct", "Indirect", "FreeIndirect", "IndirectFreeIndirect", "Reported"]
ROLES = ["speaker", "cue", "frame", "addressee"]
EDGE = re.compile(r"^[\W_]+$")
WORD = re.compile(r"\w+")
# words that never make two mentions the same speaker
WEAK = frozenset(
    "der die das den dem des ein eine einer eines einem einen und von vom zu zur "
    "zum im in am an für bei mit aus auf laut nach so wie sein seine ihr ihre "
    "herr frau dr prof sprecher sprecherin angaben angabe aussagen aussage ansicht "
    "meinung auffassung einschätzung informationen the a an of for mr mrs ms".split()
)


# ---------------------------------------------------------------- assignment
def assign(weights: list[list[float]]) -> list[tuple[int, int]]:
    """Maximum-weight one-to-one pairing of rows and columns (Hungarian method);
    pairs of weight 0 are left out."""
    rows, cols = len(weights), len(weights[0]) if weights else 0
    if not rows or not cols:
        return []
    if rows > cols:
        flipped = [[weights[r][c] for r in range(rows)] for c in range(cols)]
        return [(r, c) for c, r in assign(flipped)]
    inf = float("inf")
    u, v = [0.0] * (rows + 1), [0.0] * (cols + 1)
    owner = [0] * (cols + 1)
    way = [0] * (cols + 1)
    for r in range(1, rows + 1):
        owner[0] = r
        col = 0
        least = [inf] * (cols + 1)
        done = [False] * (cols + 1)
        while True:
            done[col] = True
            row, step, nxt = owner[col], inf, 0
            for c in range(1, cols + 1):
                if done[c]:
                    continue
                cost = -weights[row - 1][c - 1] - u[row] - v[c]
                if cost < least[c]:
                    least[c], way[c] = cost, col
                if least[c] < step:
                    step, nxt = least[c], c
            for c in range(cols + 1):
                if done[c]:
                    u[owner[c]] += step
                    v[c] -= step
                else:
                    least[c] -= step
            col = nxt
            if owner[col] == 0:
                break
        while col:
            prev = way[col]
            owner[col] = owner[prev]
            col = prev
    return [(owner[c] - 1, c - 1) for c in range(1, cols + 1) if owner[c] and weights[owner[c] - 1][c - 1] > 0]


# ---------------------------------------------------------------- data
class Doc:
    def __init__(self, path: Path):
        raw = json.loads(path.read_text(encoding="utf-8"))
        self.name = raw["documentName"]
        self.text = raw["originalText"]
        toks = raw["tokens"]
        self.begin = [t["charBegin"] for t in toks]
        self.end = [t["charEnd"] for t in toks]
        self.tok = [t["text"] for t in toks]
        self.sent = [0] * len(toks)
        for s in raw["sentences"]:
            for i in s.get("tokenIds", []):
                self.sent[i] = s["id"]
        self.gold = []
        for a in raw["annotations"]:
            g = {
                "type": a.get("type"),
                "medium": a.get("medium"),
                "nested": bool(a.get("isNested")),
                "doc": self.name,
                "tokens": frozenset(a["quote"]["tokenIds"]),
                "text": a["quote"]["text"],
                "spans": [(s["charBegin"], s["charEnd"]) for s in a["quote"]["spans"]],
            }
            for r in ROLES:
                part = a.get(r) or {}
                g[r] = frozenset(part.get("tokenIds", []))
                g[r + "_text"] = part.get("text", "")
                g[r + "_spans"] = [(s["charBegin"], s["charEnd"]) for s in part.get("spans", [])]
            self.gold.append(g)

    def tokens_in(self, spans) -> frozenset:
        """Ids of the tokens that share at least one character with the spans."""
        ids = set()
        for start, end in spans:
            i = bisect_left(self.end, start + 1)
            while i < len(self.begin) and self.begin[i] < end:
                ids.add(i)
                i += 1
        return frozenset(ids)

    def core(self, ids: frozenset) -> frozenset:
        """Without punctuation at the edges of each contiguous run."""
        return frozenset(i for i in ids if not EDGE.match(self.tok[i]))

    def find_near(self, text: str, ids: frozenset) -> frozenset:
        """Token ids of the occurrence of text that is nearest to ids."""
        if not text:
            return frozenset()
        best, best_d = frozenset(), None
        anchor = self.begin[min(ids)] if ids else 0
        for m in re.finditer(re.escape(text), self.text):
            d = abs(m.start() - anchor)
            if best_d is None or d < best_d:
                best, best_d = self.tokens_in([(m.start(), m.end())]), d
        return best


def load(folder: Path) -> dict[str, Doc]:
    docs = [Doc(p) for p in sorted(folder.glob("*.json"))]
    if not docs:
        sys.exit(f"no *.json in {folder}")
    return {d.name: d for d in docs}


def read_predictions(path: Path, docs: dict[str, Doc]) -> dict[str, list[dict]]:
    out: dict[str, list[dict]] = defaultdict(list)
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        p = json.loads(line)
        doc = docs.get(p["doc"])
        if doc is None:
            print(f"line {n}: unknown document {p['doc']!r}, left out", file=sys.stderr)
            continue
        spans = p.get("spans") or [[p["start"], p["end"]]]
        ids = doc.tokens_in(spans)
        if not ids:
            print(f"line {n}: the span holds no token, left out", file=sys.stderr)
            continue
        q = {
            "tokens": ids,
            "type": p.get("type"),
            "doc": doc.name,
            "text": " … ".join(doc.text[s:e] for s, e in spans),
            "speaker_text": p.get("speaker") or "",
            "resolved": p.get("speaker_resolved") or "",
            "cue_text": p.get("cue") or "",
        }
        for role in ROLES:
            given = p.get(role + "_spans")
            text = p.get(role) or ""
            q[role] = doc.tokens_in(given) if given else doc.find_near(text, ids)
        out[doc.name].append(q)
    return out


# ---------------------------------------------------------------- scoring
def f1(p: float, r: float) -> float:
    return 2 * p * r / (p + r) if p + r else 0.0


def prf(tp: float, npred: float, ngold: float) -> dict:
    p = tp / npred if npred else 0.0
    r = tp / ngold if ngold else 0.0
    return {"p": p, "r": r, "f1": f1(p, r), "n_pred": npred, "n_gold": ngold}


def overlap_f1(a: frozenset, b: frozenset) -> float:
    both = len(a & b)
    return 2 * both / (len(a) + len(b)) if both else 0.0


def words(text: str) -> set[str]:
    ws = {w.lower() for w in WORD.findall(text)}
    return (ws - WEAK) or ws


def same_speaker(g: dict, p: dict) -> bool:
    if not g["speaker"]:
        return not p["speaker_text"]
    if not p["speaker_text"]:
        return False
    if g["speaker"] & p["speaker"] and words(g["speaker_text"]) & words(p["speaker_text"]):
        return True
    a, b = words(g["speaker_text"]), words(p["speaker_text"])
    c = words(p["resolved"])
    return bool(a & b) or bool(c and (a <= c or c <= a))


PRONOUN = re.compile(
    r"(er|sie|es|man|wir|ich|dies\w*|jene\w*|der|die|das|dem|denen|welche\w*|ihm|ihr|ihnen|"
    r"demnach|danach|wonach|he|she|it|they|we|i|who|that|which)$",
    re.I,
)


def speaker_form(g: dict) -> str:
    """none | pronoun (also relative pronoun, demnach) | mention"""
    text = g["speaker_text"].strip()
    return "none" if not text else "pronoun" if PRONOUN.match(text) else "mention"


class Macro:
    """Mean of per-statement token precision and recall, as published."""

    def __init__(self):
        self.p, self.r = [], []

    def add(self, gold: frozenset, pred: frozenset):
        both = len(gold & pred)
        if pred:
            self.p.append(both / len(pred))
        if gold:
            self.r.append(both / len(gold))

    def result(self) -> dict:
        p = sum(self.p) / len(self.p) if self.p else 0.0
        r = sum(self.r) / len(self.r) if self.r else 0.0
        return {"p": p, "r": r, "f1": f1(p, r), "n_pred": len(self.p), "n_gold": len(self.r)}

    @staticmethod
    def merge(parts):
        m = Macro()
        for x in parts:
            m.p += x.p
            m.r += x.r
        return m.result()


def score(docs, preds, threshold=0.5, top_level=False, types=None, all_roles=False):
    none = frozenset()
    content, roles = Macro(), {r: Macro() for r in ROLES}
    micro = [0, 0, 0]
    exact = strict = head = cue_ok = found = n_gold = n_pred = typed = 0
    by_gold, by_pred, hit, hit_typed = Counter(), Counter(), Counter(), Counter()
    form_found, form_ok = Counter(), Counter()
    rows = []
    for name, doc in docs.items():
        gold = [g for g in doc.gold if not (top_level and g["nested"]) and (types is None or g["type"] in types)]
        pred = preds.get(name, [])
        n_gold += len(gold)
        n_pred += len(pred)
        by_gold.update(g["type"] for g in gold)
        by_pred.update(p["type"] for p in pred if p["type"])
        w = [
            [
                overlap_f1(g["tokens"], p["tokens"])
                + (0.01 if g["tokens"] & p["tokens"] and g["type"] == p["type"] else 0)
                for p in pred
            ]
            for g in gold
        ]
        pairs = assign(w)
        left_g, left_p = set(range(len(gold))), set(range(len(pred)))
        for gi, pi in pairs:
            g, p = gold[gi], pred[pi]
            left_g.discard(gi)
            left_p.discard(pi)
            content.add(g["tokens"], p["tokens"])
            for r in ROLES:
                roles[r].add(g[r], p[r])
            both = len(g["tokens"] & p["tokens"])
            micro[0] += both
            micro[1] += len(p["tokens"])
            micro[2] += len(g["tokens"])
            exact += doc.core(g["tokens"]) == doc.core(p["tokens"])
            ok = overlap_f1(g["tokens"], p["tokens"]) >= threshold
            right = same_speaker(g, p)
            if ok:
                found += 1
                hit[g["type"]] += 1
                if g["type"] == p["type"]:
                    hit_typed[g["type"]] += 1
                    typed += 1
                head += right
                form_found[speaker_form(g)] += 1
                form_ok[speaker_form(g)] += right
                strict += g["speaker"] == p["speaker"]
                cue_ok += bool(g["cue"] & p["cue"]) or (not g["cue"] and not p["cue_text"])
            rows.append(
                {
                    "doc": name,
                    "kind": "pair",
                    "found": ok,
                    "speaker_ok": right,
                    "f1": round(overlap_f1(g["tokens"], p["tokens"]), 3),
                    "gold": g["text"],
                    "pred": p["text"],
                    "type": g["type"],
                    "gold_speaker": g["speaker_text"],
                    "pred_speaker": p["speaker_text"],
                    "gold_cue": g["cue_text"],
                }
            )
        for gi in left_g:
            g = gold[gi]
            content.add(g["tokens"], none)
            for r in ROLES:
                roles[r].add(g[r], none)
            micro[2] += len(g["tokens"])
            rows.append(
                {
                    "doc": name,
                    "kind": "missed",
                    "gold": g["text"],
                    "type": g["type"],
                    "gold_speaker": g["speaker_text"],
                    "gold_cue": g["cue_text"],
                }
            )
        for pi in left_p:
            p = pred[pi]
            content.add(none, p["tokens"])
            for r in ROLES:
                roles[r].add(none, p[r])
            micro[1] += len(p["tokens"])
            rows.append({"doc": name, "kind": "spurious", "pred": p["text"], "pred_speaker": p["speaker_text"]})
    counted = ROLES if all_roles else ["speaker"]
    res = {
        "documents": len(docs),
        "official_content": content.result(),
        "official_speaker": roles["speaker"].result(),
        "official_cue": roles["cue"].result(),
        "official_roles": Macro.merge([roles[r] for r in counted]),
        "official_joint": Macro.merge([content] + [roles[r] for r in counted]),
        "micro_content": prf(micro[0], micro[1], micro[2]),
        "exact": prf(exact, n_pred, n_gold),
        "found": prf(found, n_pred, n_gold),
        "found_and_type": prf(typed, n_pred, n_gold),
        "joint_head": prf(head, n_pred, n_gold),
        "joint_strict": prf(strict, n_pred, n_gold),
        "speaker_accuracy_on_found": head / found if found else 0.0,
        "cue_accuracy_on_found": cue_ok / found if found else 0.0,
        "speaker_by_form": {
            f: {"found": n, "right": form_ok[f], "accuracy": form_ok[f] / n} for f, n in sorted(form_found.items())
        },
        "by_type": {},
    }
    for t in TYPES:
        if by_gold[t] or by_pred[t]:
            row = {"n_gold": by_gold[t], "recall_any_type": hit[t] / by_gold[t] if by_gold[t] else 0.0}
            if by_pred:
                row.update(prf(hit_typed[t], by_pred[t], by_gold[t]))
            res["by_type"][t] = row
    return res, rows


# ---------------------------------------------------------------- two references
def gold_lines(docs):
    for d in docs.values():
        for g in d.gold:
            yield {
                "doc": d.name,
                "spans": g["spans"],
                "type": g["type"],
                **{r: g[r + "_text"] for r in ROLES},
                **{r + "_spans": g[r + "_spans"] for r in ROLES},
            }


MARKS = re.compile(r'„[^„“”"]+[“”"]|“[^“”]+”|"[^"]+"|»[^»«]+«|«[^»«]+»')


def baseline_lines(docs, min_words=3):
    """Everything between quotation marks that has min_words words or more."""
    for d in docs.values():
        for m in MARKS.finditer(d.text):
            if len(WORD.findall(m.group())) >= min_words:
                yield {"doc": d.name, "start": m.start(), "end": m.end(), "type": "Direct"}


def show(res):
    print(f"documents {res['documents']}")
    for k in (
        "official_content",
        "official_speaker",
        "official_cue",
        "official_roles",
        "official_joint",
        "micro_content",
        "exact",
        "found",
        "found_and_type",
        "joint_head",
        "joint_strict",
    ):
        v = res[k]
        print(f"{k:18s} P {v['p']:.4f}  R {v['r']:.4f}  F1 {v['f1']:.4f}   (pred {v['n_pred']}, gold {v['n_gold']})")
    print(f"speaker accuracy on found {res['speaker_accuracy_on_found']:.4f}")
    print(f"cue accuracy on found     {res['cue_accuracy_on_found']:.4f}")
    for f, row in res["speaker_by_form"].items():
        print(f"  gold speaker {f:8s} found {row['found']:5d}  speaker right {row['accuracy']:.4f}")
    for t, row in res["by_type"].items():
        extra = f"  typed P {row['p']:.4f} R {row['r']:.4f} F1 {row['f1']:.4f}" if "f1" in row else ""
        print(f"  {t:21s} gold {row['n_gold']:5d}  recall (any type) {row['recall_any_type']:.4f}{extra}")


def main(argv=None):
    ap = argparse.ArgumentParser(description="Score statements against German WIKINEWS gold.")
    ap.add_argument("gold", type=Path)
    ap.add_argument("predictions", type=Path, nargs="?")
    ap.add_argument("--threshold", type=float, default=0.5)
    ap.add_argument("--top-level", action="store_true", help="leave nested gold out")
    ap.add_argument("--types", help="only these gold types, comma-separated")
    ap.add_argument(
        "--all-roles", action="store_true", help="average the official roles over cue, frame and addressee too"
    )
    ap.add_argument("--json", action="store_true")
    ap.add_argument("--errors", type=Path, help="write every pair, miss and extra as JSONL")
    ap.add_argument("--dump-gold", type=Path)
    ap.add_argument("--dump-baseline", type=Path)
    a = ap.parse_args(argv)
    docs = load(a.gold)
    for target, lines in ((a.dump_gold, gold_lines), (a.dump_baseline, baseline_lines)):
        if target:
            target.write_text("".join(json.dumps(x, ensure_ascii=False) + "\n" for x in lines(docs)), encoding="utf-8")
    if a.predictions is None:
        return 0
    types = set(a.types.split(",")) if a.types else None
    res, rows = score(docs, read_predictions(a.predictions, docs), a.threshold, a.top_level, types, a.all_roles)
    print(json.dumps(res, ensure_ascii=False, indent=1)) if a.json else show(res)
    if a.errors:
        a.errors.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
