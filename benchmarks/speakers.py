"""How often speakers are right, by how it was found who they are: the scores that ``speakers.toml`` gives.

    python benchmarks/speakers.py GOLD.jsonl …

Of statements that are found, and whose gold has speakers; documents that are held out are left out. A speaker counts as
right where all speakers of its statement are.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from fields import is_optional, pairs_of, speakers_right
from quality import gold_documents, predicted


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how many there are of each, and the share that is right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+", metavar="GOLD")
    options = parser.parse_args(arguments)
    rows = [row for path in options.gold for row in gold_documents(path) if not row.get("held_out")]
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row, found in predicted(rows):
        gold = row["statements"]
        for i, j in pairs_of(row["text"], gold, found).items():
            if "speakers" in gold[i] and not is_optional(gold[i]):
                ways = {speaker["found_by"] for speaker in found[j]["speakers"]}
                seen.update(ways)
                right.update(ways if speakers_right(gold[i]["speakers"], found[j]["speakers"]) else ())
    for way, number in seen.most_common():
        print(f"{way:14} {number:5} {right[way] / number:6.2f}")


if __name__ == "__main__":
    main()
