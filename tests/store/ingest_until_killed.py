"""Put articles and decisions into the case at argv[1] until somebody kills the process; tells each on stdout."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import toy_case

from claims.models import ActKind
from claims.store import Database, acts, repository, reviews


def main() -> None:
    db = Database.open(sys.argv[1])
    for number in range(int(sys.argv[2])):
        article = toy_case.toy_article("\n".join(f"Ilka: line {line} of {number} #t{number}" for line in range(40)))
        repository.put_article(db, article, toy_case.toy_extract(article))
        with db.transaction():
            act = acts.append(db, ActKind.ACCEPT, [f"x_{number}"], reviewer="mk")
            reviews.refold(db, act.objects)
        print(act.id, flush=True)


main()
