"""Topics: short noun phrases that say what a statement is about."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.vocabulary import AttributionType
from claimtrack.extract.lexicons import words
from claimtrack.extract.parsed import ParsedDocument

__all__ = ["name_topics", "topics_in"]

MOST = 3
"""Topics a statement."""
_PARTS = frozenset({"compound", "amod", "nmod"})
_NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})


def name_topics(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The statements with their topics: at most three, those first that the document's statements share."""
    found = {
        a.id: _telling(list(dict.fromkeys(topics_in(parsed.tokens(a.content)))))
        for a in attributions
        if a.type is AttributionType.STATEMENT
    }
    shared = Counter(topic for topics in found.values() for topic in topics)
    return [
        replace(a, topics=tuple(sorted(found[a.id], key=lambda topic: -_weight(topic, shared))[:MOST]))
        if a.id in found
        else a
        for a in attributions
    ]


def _telling(topics: Sequence[str]) -> Sequence[str]:
    """Phrases and names; a common noun alone only where there is nothing else."""
    return [topic for topic in topics if " " in topic or topic[:1].isupper()] or topics


def _weight(topic: str, shared: Counter[str]) -> float:
    """Phrases before single words, and among equals those that come up again."""
    return (2.0 if " " in topic else 0.0) + min(shared[topic], 4)


def topics_in(content: Sequence[Token]) -> Iterator[str]:
    """The noun phrases of a content that can name a subject, in order: modifiers and head, the head's plural kept."""
    inside = {token.i for token in content}
    for token in content:
        if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ == "compound" or not _names_something(token):
            continue
        parts = [c for c in token.lefts if c.dep_ in _PARTS and c.i in inside and c.is_alpha and not c.is_stop]
        phrase = [t for part in parts for t in (*_modifiers(part, inside), part)]
        yield " ".join(_word(t) for t in [*phrase[-3:], token])


def _modifiers(token: Token, inside: set[int]) -> Iterator[Token]:
    """What stands before a modifier and belongs to it: "North" in "North Korean munitions"."""
    return (c for c in token.lefts if c.dep_ in {"compound", "amod"} and c.i in inside and c.is_alpha)


def _names_something(token: Token) -> bool:
    return (
        len(token) > 2
        and token.is_alpha
        and token.ent_type_ not in _NUMBERS
        and token.lemma_.lower() not in words("topics", "empty")
    )


def _word(token: Token) -> str:
    return token.text if token.pos_ == "PROPN" or token.ent_type_ else token.lower_
