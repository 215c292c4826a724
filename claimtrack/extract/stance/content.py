"""What a content says of other people's claims: that they are wrong, that they are right, or nothing."""

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from claimtrack.extract.lexicons import phrases, words
from claimtrack.extract.stance.cue import Cue

__all__ = [
    "affirms",
    "ends_in",
    "exclaims",
    "heads_of",
    "is_accusation",
    "is_claim",
    "is_clause",
    "plain",
    "pronounced_false",
    "says",
    "says_no",
    "subject_is_claim",
    "verdict_first",
]

_OBJECT, _CALLED = 8, 12
"""How many words of a content may be what is called something, and what it is called with that."""
_NEGATIVES = frozenset({"no", "not", "never", "nothing", "nobody", "none", "nor", "neither", "nowhere"})


def heads_of(content: Sequence[Token]) -> list[Token]:
    """The tokens of the content that depend on none of it."""
    inside = {(t.doc, t.i) for t in content}
    return [t for t in content if not t.is_punct and (t.head == t or (t.head.doc, t.head.i) not in inside)]


def plain(tokens: Sequence[Token]) -> str:
    """The words, lower case between single spaces, a leading "that" and all quotation marks left out."""
    kept = [t.lower_.replace("’", "'") for t in tokens if not t.is_quote and not t.is_space]
    return " ".join(kept[1:] if kept[:1] == ["that"] and len(kept) > 1 and not _is_pronoun_that(tokens) else kept)


def _is_pronoun_that(tokens: Sequence[Token]) -> bool:
    first = next(t for t in tokens if t.lower_ == "that")
    return first.dep_ in {"nsubj", "nsubjpass"}


def says(group: str, text: str) -> bool:
    """Whether one of the patterns that ``stance.toml`` has for contents of a stance is in the plain words."""
    return any(pattern.search(text) for pattern in _patterns(group))


_CONTRACTION = re.compile(r"(?<=[|(])'(?:s|ll|re|ve|d|m)\b")
"""One that begins an alternative of a pattern."""


@cache
def _patterns(group: str) -> tuple[re.Pattern[str], ...]:
    """Compiled so that a contraction, a token of its own, is found behind a space too: "it's" is "it 's"."""
    written = phrases("stance", group, "patterns")
    return tuple(re.compile(_CONTRACTION.sub(r"(?: ?\g<0>)", pattern)) for pattern in written)


def ends_in(content: Sequence[Token], nouns: frozenset[str]) -> bool:
    """Whether a noun that the content hangs on is one of those, or a claim to it: "denied entry", "asylum claim"."""
    heads = [t for t in heads_of(content) if t.pos_ in {"NOUN", "PROPN"} and t.ent_type_ not in {"DATE", "TIME"}]
    return any(t.lemma_.lower() in nouns for head in heads for t in (head, *_compounds(head)))


def _compounds(noun: Token) -> list[Token]:
    if noun.lemma_.lower() not in words("stance", "claims"):
        return []
    return [child for child in noun.children if child.dep_ in {"compound", "amod"}]


def is_claim(content: Sequence[Token]) -> bool:
    """Whether the object is something that somebody put forward."""
    if any(
        t.lemma_.lower() in words("stance", "claims") or t.lower_ in words("stance", "claims", "pronouns")
        for t in heads_of(content)
    ):
        return True
    return bool(content) and content[0].lower_ in {"such", "those", "these"}


def is_accusation(content: Sequence[Token]) -> bool:
    """Whether the object is an accusation or a rumor."""
    return any(t.lemma_.lower() in words("stance", "denies", "accusations") for t in heads_of(content))


def verdict_first(content: Sequence[Token]) -> bool:
    """As in "rejected as “fabricated” a report", where the parse hides the object."""
    if not content or content[0].lower_ != "as":
        return False
    lemmas = {t.lemma_.lower() for t in content[1:_CALLED]}
    verdicts = words("stance", "verdicts", "words") | words("stance", "verdicts", "opinions")
    return bool(lemmas & (verdicts | words("stance", "claims")))


def is_clause(content: Sequence[Token]) -> bool:
    """Whether the content is a clause with "that": "disputed that he had left"."""
    return bool(content) and content[0].lower_ == "that" and content[0].dep_ == "mark"


def exclaims(content: Sequence[Token]) -> bool:
    """Whether the content is no sentence but a word for what is not true: "Total fiction from start to finish"."""
    heads = heads_of(content)
    nouns = [t for t in heads if t.lemma_.lower() in words("stance", "denies", "exclamations")]
    return bool(nouns) and all(t.pos_ in {"NOUN", "PROPN", "ADP", "ADJ", "PUNCT"} for t in heads)


def pronounced_false(cue: Cue, content: Sequence[Token]) -> bool:
    """As in "called the claim absurd", "said the reports were false", "said it was not true"."""
    if cue.lemmas & words("stance", "verdicts", "cues"):
        found = {t.lemma_.lower() for t in content[1:]}
        called = is_accusation(content) and not found & words("stance", "verdicts", "credits")
        opinion = is_claim(content[:_OBJECT]) and found & words("stance", "verdicts", "opinions")
        return bool(found & words("stance", "verdicts", "words")) or called or bool(opinion)
    return any(_verdict(token, right=False) for token in content)


def affirms(content: Sequence[Token]) -> bool:
    """As in "said the reports were true", but not "asked if the reports were true"."""
    asked = bool(content) and content[0].lower_ in {"if", "whether"}
    return not asked and any(_verdict(token, right=True) for token in content)


def _verdict(token: Token, *, right: bool) -> bool:
    if token.dep_ not in {"acomp", "attr"} or token.head.lemma_ != "be":
        return False
    if not subject_is_claim(token.head) and not (token.tag_ == "NNS" and _subject_is(token.head, "they")):
        return False
    lemma = token.lemma_.lower()
    negated = any(c.dep_ == "neg" or (c.dep_ == "nsubj" and _is_none(c)) for c in token.head.children)
    true = lemma in words("stance", "verdicts", "negated")
    false = lemma in words("stance", "verdicts", "words") | words("stance", "verdicts", "opinions")
    return true and not negated if right else (false and not negated) or (true and negated)


def _subject_is(verb: Token, word: str) -> bool:
    return any(child.dep_ == "nsubj" and child.lower_ == word for child in verb.children)


def _is_none(subject: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in ("neither", "no") for child in subject.children)


def subject_is_claim(verb: Token) -> bool:
    """Whether a verb says something of a claim, by a noun or a pronoun."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return False
    by_noun = subject.lemma_.lower() in words("stance", "claims")
    return by_noun or subject.lower_ in words("stance", "claims", "pronouns")


def says_no(head: Token) -> bool:
    """Whether a clause says no by its verb, its subject, or what it says there is."""
    near = [head, *head.children]
    return any(_is_negative(t) or any(_is_negative(below) for below in t.children if below.dep_ == "det") for t in near)


def _is_negative(token: Token) -> bool:
    return token.dep_ == "neg" or token.lower_ in _NEGATIVES
