"""What is answered across documents, against gold: links of denials and confirmations, and what became of each claim.

    python benchmarks/stories.py benchmarks/gold/stories.jsonl

All documents are stored in one SQLite database, as `claimtrack extract` does it, so that statements of other stories
may be taken for what is answered. Stories that were looked at and those held out are scored apart. What the extractor
does not find counts as missed.
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from fields import is_optional, pairs_of
from quality import document_of, gold_documents, parts

from claimtrack import __version__
from claimtrack.db.session import session_scope
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.interchange import JsonObject, attribution_to_json
from claimtrack.domain.run import RunSettings
from claimtrack.domain.stored import StoredStatement
from claimtrack.domain.vocabulary import DenialStatus, Stance
from claimtrack.extract.pipeline import Extractor
from claimtrack.resolve.claims import denial_status
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.statements import find

Link: TypeAlias = tuple[str, str]
"""The statement that answers, and the answered one: ``document/id``, as the gold has it where it is there."""


class Outcome(NamedTuple):
    """What the gold tells of some documents, and what was found."""

    links: dict[str, tuple[set[Link], set[Link]]]
    """By "denies" and "confirms": those of the gold, and those found."""
    statuses: list[tuple[DenialStatus, DenialStatus | None]]
    """What became of each statement that puts something forward; None where it was not found."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Score the stories and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, metavar="GOLD")
    rows = gold_documents(parser.parse_args(arguments).gold)
    for name, part in parts(list(zip(rows, stored(rows), strict=True))):
        print(f"stories{name}")
        for figure, value in story_figures(part).items():
            print(f"  {figure:24} {value:5.1f}")


def stored(rows: Sequence[JsonObject]) -> list[list[StoredStatement]]:
    """What the database holds of each document when all of them were extracted into it."""
    extractor = Extractor()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/stories.db"
        run = RunSettings(__version__, extractor.name, extractor.version)
        extract_documents(url, [document_of(row) for row in rows], extractor.annotate, run)
        with session_scope(url) as session:
            found = list(find(session, StatementFilters()))
    return [[each for each in found if each.document.id == row["document"]] for row in rows]


def story_figures(pairs: Sequence[tuple[JsonObject, list[StoredStatement]]]) -> dict[str, float]:
    """F1 in percent of links across documents, and how many statements have the right denial status."""
    outcome = _outcome(pairs)
    figures = {}
    for kind, (gold, made) in outcome.links.items():
        figures[f"{kind} across, precision"] = 100 * len(gold & made) / max(len(made), 1)
        figures[f"{kind} across, recall"] = 100 * len(gold & made) / max(len(gold), 1)
        figures[f"{kind} across, F1"] = _f1(gold, made)
    right = sum(gold is found for gold, found in outcome.statuses)
    figures["denial status"] = 100 * right / max(len(outcome.statuses), 1)
    disputed = [pair for pair in outcome.statuses if DenialStatus.UNDISPUTED not in pair[:1]]
    figures["the same, if disputed"] = 100 * sum(gold is found for gold, found in disputed) / max(len(disputed), 1)
    return figures


def _outcome(pairs: Sequence[tuple[JsonObject, list[StoredStatement]]]) -> Outcome:
    names, ignored = _names(pairs)
    links: dict[str, tuple[set[Link], set[Link]]] = {"denies": (set(), set()), "confirms": (set(), set())}
    for row, found in pairs:
        for kind, (gold, _) in links.items():
            gold |= set(_gold_links(row, kind))
        for each in found:
            kind = "confirms" if each.attribution.stance is Stance.CONFIRMS else "denies"
            for answer in each.answers:
                link = names[each.attribution.id], names.get(answer.answered, answer.answered)
                if answer.across and not ignored.intersection(link):
                    links[kind][1].add(link)
    return Outcome(links, list(_statuses(pairs, names)))


def _names(pairs: Sequence[tuple[JsonObject, list[StoredStatement]]]) -> tuple[dict[str, str], set[str]]:
    """What the gold calls each stored statement, and what it calls the optional ones."""
    names: dict[str, str] = {}
    ignored: set[str] = set()
    for row, found in pairs:
        names |= {each.attribution.id: each.attribution.id for each in found}
        said = [attribution_to_json(each.attribution) for each in found]
        for i, j in pairs_of(row["text"], row["statements"], said).items():
            names[said[j]["id"]] = f"{row['document']}/{row['statements'][i]['id']}"
        ignored |= {f"{row['document']}/{each['id']}" for each in row["statements"] if is_optional(each)}
    return names, ignored


def _gold_links(row: JsonObject, kind: str) -> Iterator[Link]:
    """Those across documents."""
    for each in row["statements"]:
        yield from ((f"{row['document']}/{each['id']}", key) for key in each.get(kind, ()) if "/" in key)


def _statuses(
    pairs: Sequence[tuple[JsonObject, list[StoredStatement]]], names: dict[str, str]
) -> Iterator[tuple[DenialStatus, DenialStatus | None]]:
    found = {names[each.attribution.id]: each.denial_status for _, statements in pairs for each in statements}
    answered: dict[str, set[Stance]] = {}
    for row, _ in pairs:
        for each in row["statements"]:
            for kind in ("denies", "confirms"):
                for key in each.get(kind, ()):
                    target = key if "/" in key else f"{row['document']}/{key}"
                    answered.setdefault(target, set()).add(Stance(kind))
    for row, _ in pairs:
        for each in row["statements"]:
            key = f"{row['document']}/{each['id']}"
            if each.get("stance") == Stance.ASSERTS and not is_optional(each):
                yield denial_status(answered.get(key, set())), found.get(key)


def _f1(gold: set[Link], found: set[Link]) -> float:
    return 200 * len(gold & found) / max(len(gold) + len(found), 1)


if __name__ == "__main__":
    main()
