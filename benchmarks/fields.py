"""Scoring fields end to end: is the statement found, and are speaker, date, stance, kind and denial links right?

A predicted statement is found where its content and a gold content overlap with a token F1 of at least 0.5 (one to
one, best first). ``all`` counts a statement only where speaker, date and stance are all right. Optional gold
statements, and those that state no speech act (beliefs, intentions, evidence), are neither required nor wrong.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

__all__ = ["score_fields"]

_WORD = re.compile(r"\w+")
_TITLES = frozenset({"the", "a", "an", "mr", "mrs", "ms", "dr", "sen", "senator", "president", "gov", "rep"})
Statement = Mapping[str, Any]


def score_fields(
    text: str, gold: Sequence[Statement], predicted: Sequence[Statement], published: str | None
) -> Counter[str]:
    """Counts of one document: gold, predicted, found, and of the found those with each field right."""
    found = _pairs(text, gold, predicted)
    optional = {i for i, statement in enumerate(gold) if _optional(statement)}
    counts = Counter(gold=len(gold) - len(optional), predicted=len(predicted) - len(optional & set(found)))
    back = {predicted[j]["id"]: gold[i]["id"] for i, j in found.items()}
    for i, j in found.items():
        links = {back.get(target) for target in predicted[j]["denies"]}
        counts.update(
            links_right=len(links & set(gold[i].get("denies", ()))), links_predicted=len(predicted[j]["denies"])
        )
        if i not in optional:
            counts.update(_right(gold[i], predicted[j], published))
    counts["links_gold"] = sum(len(statement.get("denies", ())) for statement in gold)
    return counts + _denials(gold, predicted, found)


def _denials(gold: Sequence[Statement], predicted: Sequence[Statement], found: Mapping[int, int]) -> Counter[str]:
    """Statements whose stance is ``denies``; a gold one that may also be read otherwise is left out of the count."""
    free = {i for i, statement in enumerate(gold) if _optional(statement) or {"denies"} < _stances(statement)}
    wanted = {i for i, statement in enumerate(gold) if i not in free and statement["stance"] == "denies"}
    given = {j for j, statement in enumerate(predicted) if statement["stance"] == "denies"}
    return Counter(
        denials_gold=len(wanted),
        denials_predicted=len(given - {found[i] for i in free & found.keys()}),
        denials_right=sum(found[i] in given for i in wanted & found.keys()),
    )


def _optional(statement: Statement) -> bool:
    return bool(statement.get("optional")) or statement.get("type", "statement") != "statement"


def _stances(statement: Statement) -> set[str]:
    return {statement["stance"], *statement.get("accept_stance", ())}


def _right(gold: Statement, predicted: Statement, published: str | None) -> Iterable[str]:
    checks = {
        "speaker": _speakers_right(gold["speakers"], predicted["speakers"]),
        "date": _date_right(gold, predicted, published),
        "stance": predicted["stance"] in _stances(gold),
    }
    yield from (name for name, right in checks.items() if right)
    yield "found"
    if all(checks.values()):
        yield "all"
    if predicted["kind"] == gold["kind"]:
        yield "kind"


def _pairs(text: str, gold: Sequence[Statement], predicted: Sequence[Statement]) -> dict[int, int]:
    wanted, given = [_words(text, s) for s in gold], [_words(text, s) for s in predicted]
    scored = [
        (-_f1(left, right) - 0.15 * (not _optional(gold[i])), i, j)
        for i, left in enumerate(wanted)
        for j, right in enumerate(given)
        if _f1(left, right) >= 0.5
    ]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(scored):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _words(text: str, statement: Statement) -> set[int]:
    return {m.start() for start, end in statement["content"] for m in _WORD.finditer(text, start, end)}


def _f1(left: set[int], right: set[int]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left & right else 0.0


def _speakers_right(gold: Sequence[Statement], predicted: Sequence[Statement]) -> bool:
    names = {_key(speaker["name"]) for speaker in predicted}
    accepted = [{_key(name) for name in (speaker["name"], *speaker.get("accept", ()))} for speaker in gold]
    return all(names & each for each in accepted) and not names - set().union(*accepted)


def _key(name: str) -> str:
    flat = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return " ".join(word for word in re.findall(r"[a-z0-9]+", flat.replace("'s", "")) if word not in _TITLES)


def _date_right(gold: Statement, predicted: Statement, published: str | None) -> bool:
    said = predicted["said_on"]
    if not said:
        return gold["granularity"] == "unknown" and published is None
    if gold["granularity"] == "unknown" and said == [published, published]:
        return True
    return bool(gold["said_on"][0] <= said[0] and said[1] <= gold["said_on"][1])
