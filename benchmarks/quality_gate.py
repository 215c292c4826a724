"""Is extraction as good as it was? Scores what is in ``benchmarks/gold`` against the floors of ``baseline.json``.

    python benchmarks/quality_gate.py                          fails where a figure is below its floor
    python benchmarks/quality_gate.py --raise                  lifts every floor to today's figure, lowers none
    python benchmarks/quality_gate.py --lower NAME --why TEXT  sets one floor to today's figure, and keeps the reason;
                                                           several NAMEs, each with --lower, share one
    python benchmarks/quality_gate.py --rebase --why TEXT      all floors anew, after the gold itself was changed

Floors hold for gold files whose SHA-256 stand beside them: where one is another, nothing is compared. Floors stand a
little under the figures (SLACK), since another processor rounds otherwise. Nothing is written while another floor is
broken. Exit status 0, 1, or 2 for options that make no sense.
"""

import argparse
import hashlib
import json
import math
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from claims import pair_figures
from quality import field_figures, gold_documents, parts, predicted
from questions import question_figures
from stories import stored, story_figures

from claimtrack.training.scoring import score_spans

FOLDER = Path(__file__).parent
SLACK = 1.0
"""Points that a figure may be under the one that its floor was set by."""
QUESTIONS, ARTICLES = "queries", "desk"
PAIRS = "pairs"
UNMEASURED = {ARTICLES}
"""What is asked about with the questions."""
SPANS = ("source exact", "cue exact", "content exact", "relations all")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, compare, and write the floors where that is asked for."""
    options = _options(arguments)
    baseline = json.loads(options.baseline.read_text("utf-8")) if options.baseline.exists() else {}
    checksums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in options.gold}
    known = baseline.get("sha256", {})
    if not options.rebase and known != checksums:
        changed = sorted(name for name in {*known, *checksums} if known.get(name) != checksums.get(name))
        sys.exit(f"{', '.join(changed)}: not what the floors were set on; if it was meant to change, --rebase")
    figures = {name: value for path in options.gold for name, value in measure(path).items()}
    floors: dict[str, float] = baseline.get("floors", {})
    low = {} if options.rebase else {name for name, floor in floors.items() if figures.get(name, 0.0) < floor}
    for name in sorted({*figures, *floors}):
        shown = f"{name:40} {figures.get(name, 0.0):6.1f}   floor {floors.get(name, 0.0):6.1f}"
        print(f"{shown}{'   BELOW' if name in low else ''}")
    if unknown := [name for name in options.lower if name not in figures]:
        sys.exit(f"no figure is called {unknown[0]!r}")
    if wrong := sorted(set(low).difference(options.lower)):
        sys.exit(f"below the floor: {', '.join(wrong)}")
    today = floors_of(figures)
    if options.rebase:
        _write(options.baseline, baseline, checksums, today, options.why)
    elif options.lower:
        changed = {**floors, **{name: today[name] for name in options.lower}}
        _write(options.baseline, baseline, checksums, changed, f"{', '.join(options.lower)}: {options.why}")
    elif options.lift:
        lifted = {name: max(floor, floors.get(name, 0.0)) for name, floor in today.items()}
        _write(options.baseline, baseline, checksums, {**floors, **lifted}, None)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, nargs="+", default=sorted((FOLDER / "gold").glob("*.jsonl")))
    parser.add_argument("--baseline", type=Path, default=FOLDER / "baseline.json")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--raise", dest="lift", action="store_true")
    what.add_argument("--lower", metavar="NAME", action="append", default=[])
    what.add_argument("--rebase", action="store_true")
    parser.add_argument("--why", metavar="TEXT")
    options = parser.parse_args(arguments)
    if (options.lower or options.rebase) and not (options.why or "").strip():
        parser.error("say why with --why: floors are not lowered silently")
    return options


def measure(gold: Path) -> dict[str, float]:
    """All figures of a gold file in percent, by name; open and held-out documents apart."""
    figures: dict[str, float] = {}
    if gold.stem in UNMEASURED:
        return figures
    if gold.stem == QUESTIONS:
        return question_figures(gold, gold.with_stem(ARTICLES))
    if gold.stem == PAIRS:
        return pair_figures(gold)
    rows = gold_documents(gold)
    if any("story" in row for row in rows):  # what counts is what the database says of all of them together
        for name, part in parts(list(zip(rows, stored(rows), strict=True))):
            figures |= {f"{gold.stem}{name}: {each}": value for each, value in story_figures(part).items()}
        return figures
    for name, pairs in parts(predicted(rows)):
        part = f"{gold.stem}{name}"
        tallies = score_spans(pairs)
        figures |= {f"{part}: {each}": tallies[each].f1 for each in SPANS}
        figures |= {f"{part}: {each}": value for each, value in field_figures(pairs).items()}
    return figures


def floors_of(figures: Mapping[str, float]) -> dict[str, float]:
    """The floors that figures set: a tenth of a point, SLACK below, never under 0."""
    return {name: max(0.0, math.floor(10 * (value - SLACK)) / 10) for name, value in figures.items()}


def _write(
    path: Path, old: Mapping[str, Any], checksums: Mapping[str, str], floors: Mapping[str, float], why: str | None
) -> None:
    reasons = [*old.get("lowered", []), *([why] if why else [])]
    new = {"sha256": dict(checksums), "floors": dict(floors), "lowered": reasons}
    path.write_text(json.dumps(new, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{path} written")


if __name__ == "__main__":
    main()
