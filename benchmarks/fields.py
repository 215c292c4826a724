"""Scoring fields end to end: is the statement found, and are speaker, date, stance, kind and denial links right?

A predicted statement is found where its content and a gold content overlap with a token F1 of at least 0.5 (one to
one, best first). A field is scored on the found statements whose gold has it; ``all`` counts a statement only where
speaker, date and stance are all right, in gold that has all three. Optional gold statements, and those that state no
speech act (beliefs, intentions, evidence), are neither required nor wrong.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

__all__ = ["SHARES", "STANCES", "is_optional", "pairs_of", "score_fields", "speakers_right"]

SHARES = ("speaker", "anonymity", "date", "granularity", "stance", "kind")
"""Figures that are shares of what is found, not F1."""
STANCES = {"denies": "denials", "confirms": "confirmations", "declines": "refusals to say"}
"""What statements of each stance are counted as."""
_WORD = re.compile(r"\w+")
_TITLES = frozenset({"the", "a", "an", "mr", "mrs", "ms", "dr", "sen", "senator", "president", "gov", "rep"})
Statement = Mapping[str, Any]


def score_fields(
    text: str, gold: Sequence[Statement], predicted: Sequence[Statement], published: str | None
) -> Counter[str]:
    """Counts of one document: gold, predicted, found, and of the found those with each field asked for and right."""
    found = pairs_of(text, gold, predicted)
    optional = {i for i, statement in enumerate(gold) if is_optional(statement)}
    counts = Counter(gold=len(gold) - len(optional), predicted=len(predicted) - len(optional & set(found)))
    back = {predicted[j]["id"]: gold[i]["id"] for i, j in found.items()}
    for i, j in found.items():
        links = {back.get(target) for target in predicted[j]["denies"]}
        counts.update(
            links_right=len(links & set(gold[i].get("denies", ()))), links_predicted=len(predicted[j]["denies"])
        )
        if i not in optional:
            counts.update(_right(gold[i], predicted[j], published))
            counts.update(_hedges(gold[i], predicted[j]))
    counts["links_gold"] = sum(len(statement.get("denies", ())) for statement in gold)
    for stance in STANCES:
        counts += _of_stance(stance, gold, predicted, found)
    return counts


def _of_stance(
    stance: str, gold: Sequence[Statement], predicted: Sequence[Statement], found: Mapping[int, int]
) -> Counter[str]:
    """Statements of a stance; a gold one that may also be read otherwise is left out of the count."""
    free = {i for i, statement in enumerate(gold) if is_optional(statement) or {stance} < _stances(statement)}
    wanted = {i for i, statement in enumerate(gold) if i not in free and statement.get("stance") == stance}
    given = {j for j, statement in enumerate(predicted) if statement["stance"] == stance}
    return Counter(
        {
            f"{stance}_gold": len(wanted),
            f"{stance}_predicted": len(given - {found[i] for i in free & found.keys()}),
            f"{stance}_right": sum(found[i] in given for i in wanted & found.keys()),
        }
    )


def is_optional(statement: Statement) -> bool:
    """Whether a gold statement is neither required nor wrong."""
    return bool(statement.get("optional")) or statement.get("type", "statement") != "statement"


def _stances(statement: Statement) -> set[str]:
    return {statement.get("stance", ""), *statement.get("accept_stance", ())}


def _right(gold: Statement, predicted: Statement, published: str | None) -> Iterator[str]:
    checks = dict(_checks(gold, predicted, published))
    yield "found"
    for name, right in checks.items():
        yield f"{name}_asked"
        if right:
            yield name
    if all(checks.get(name) for name in ("speaker", "date", "stance")):
        yield "all"


def _checks(gold: Statement, predicted: Statement, published: str | None) -> Iterator[tuple[str, bool]]:
    if "speakers" in gold:
        yield "speaker", speakers_right(gold["speakers"], predicted["speakers"])
        if any("anonymity" in speaker for speaker in gold["speakers"]):
            classes = [[speaker.get("anonymity") for speaker in each["speakers"]] for each in (gold, predicted)]
            yield "anonymity", classes[0] == classes[1]
    if "said_on" in gold:
        yield "date", _date_right(gold, predicted, published)
        if gold.get("date_basis") != "publication":
            yield "granularity", gold["granularity"] == predicted["granularity"]
    if "stance" in gold:
        yield "stance", predicted["stance"] in _stances(gold)
    if "kind" in gold:
        yield "kind", predicted["kind"] == gold["kind"]


def _hedges(gold: Statement, predicted: Statement) -> Counter[str]:
    if "hedges" not in gold:
        return Counter()
    wanted, given = ({(hedge["by"], *hedge["span"]) for hedge in each["hedges"]} for each in (gold, predicted))
    return Counter(hedges_gold=len(wanted), hedges_predicted=len(given), hedges_right=len(wanted & given))


def pairs_of(text: str, gold: Sequence[Statement], predicted: Sequence[Statement]) -> dict[int, int]:
    """Which predicted statement is which gold one, by index: one to one, best first."""
    scored = []
    for i, one in enumerate(gold):
        roles = ("content",) if one["content"] else ("cue", "content")  # "declined to comment" has only a cue
        wanted = _words(text, one, roles)
        for j, other in enumerate(predicted):
            score = _f1(wanted, _words(text, other, roles))
            if score >= 0.5:
                scored.append((-score - 0.15 * (not is_optional(one)), i, j))
    pairs: dict[int, int] = {}
    for _, i, j in sorted(scored):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _words(text: str, statement: Statement, roles: Sequence[str]) -> set[int]:
    spans = [span for role in roles for span in statement[role]]
    return {match.start() for start, end in spans for match in _WORD.finditer(text, start, end)}


def _f1(left: set[int], right: set[int]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left & right else 0.0


def speakers_right(gold: Sequence[Statement], predicted: Sequence[Statement]) -> bool:
    """Whether each gold speaker is named by an accepted name, and nobody besides."""
    names = {_key(speaker["name"]) for speaker in predicted}
    accepted = [{_key(name) for name in (speaker["name"], *speaker.get("accept", ()))} for speaker in gold]
    return all(names & each for each in accepted) and not names - set().union(*accepted)


def _key(name: str) -> str:
    flat = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return " ".join(word for word in re.findall(r"[a-z0-9]+", flat.replace("'s", "")) if word not in _TITLES)


def _date_right(gold: Statement, predicted: Statement, published: str | None) -> bool:
    said, wanted = predicted["said_on"], gold["said_on"]
    if not said or not wanted or not wanted[0]:
        return gold["granularity"] == "unknown" and published is None and not said
    if gold["granularity"] == "unknown" and said == [published, published]:
        return True
    return bool(wanted[0] <= said[0] and said[1] <= wanted[1])
