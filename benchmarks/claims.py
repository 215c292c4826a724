"""Pairs of statements against gold: which of them make the same claim.

    python benchmarks/claims.py benchmarks/gold/pairs.jsonl

Each pair is compared as the program compares statements of documents about one affair. Printed are what it joins by
itself, what it joins or suggests, and what the likelihood alone would tell, from a half on, without the rule that two
statements share telling words. Pairs that are held out are scored apart.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from claimtrack.domain.claims import Voice
from claimtrack.domain.interchange import JsonObject
from claimtrack.resolve.sameness import REPEATED, candidates_between, likelihood, matches_of, read
from claimtrack.training.tables.sameness import read_pairs_of

LIKELY = 0.5
MODES = ("joined", "suggested", "likely")


def main(arguments: Sequence[str] | None = None) -> None:
    """Compare the pairs and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, metavar="PAIRS")
    pairs = _rows(parser.parse_args(arguments).pairs)
    for held_out, name in ((False, "open"), (True, "held out")):
        chosen = [pair for pair in pairs if pair["held_out"] is held_out]
        print(f"pairs, {name}: {len(chosen)}, {sum(pair['same'] for pair in chosen)} of them the same")
        for mode, (right, made, wanted) in outcomes(chosen).items():
            shares = f"P {100 * right / max(made, 1):5.1f}  R {100 * right / max(wanted, 1):5.1f}"
            print(f"  {mode:10} {shares}  F1 {200 * right / max(made + wanted, 1):5.1f}")


def pair_figures(path: Path) -> dict[str, float]:
    """F1 in percent of what is joined or suggested, and of what is likely the same, open and held out."""
    found: dict[str, float] = {}
    for held_out, name in ((False, "open"), (True, "held out")):
        counts = outcomes([pair for pair in _rows(path) if pair["held_out"] is held_out])
        for mode in ("suggested", "likely"):
            right, made, wanted = counts[mode]
            found[f"pairs, {name}: {mode}, F1"] = 200 * right / max(made + wanted, 1)
    return found


def outcomes(pairs: Sequence[JsonObject]) -> dict[str, tuple[int, int, int]]:
    """Of each mode how many are right, how many are taken for the same, and how many are the same."""
    wanted = sum(pair["same"] for pair in pairs)
    scores = [_scores(pair, *told) for pair, *told in zip(pairs, *read_pairs_of(pairs), strict=True)]
    found = {}
    for place, mode in enumerate(MODES):
        made = [pair["same"] for pair, each in zip(pairs, scores, strict=True) if each[place]]
        found[mode] = sum(made), len(made), wanted
    return found


def _scores(pair: JsonObject, near: float, together: float) -> tuple[bool, bool, bool]:
    """Whether a pair is joined, whether it is joined or suggested, and whether it is likely the same."""
    one, other = (Voice(side, pair[side]["content"], None) for side in ("a", "b"))
    candidates = list(candidates_between([one], [other], [[near]]))
    matches = list(matches_of(candidates, [together] * len(candidates)))
    joined = any(match.score >= REPEATED for match in matches)
    likely = likelihood(read(one.content), read(other.content), near, together)
    return joined, bool(matches), likely >= LIKELY


def _rows(path: Path) -> list[JsonObject]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
