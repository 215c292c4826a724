"""The clause of speaking: the words whose times are the statement's own."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution
from claimtrack.extract.dates.lexicon import clause_words
from claimtrack.extract.parsed import Paragraph

__all__ = ["CUE", "Clause", "clause_of", "is_medium", "sets_scene"]

CUE, FRAME, MEDIUM = 0, 1, 2
"""How near to the speaking a word stands: the cue; a verb that shares its subject; the medium spoken in."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SCENES = frozenset({"where", "when"})
_MEANS = frozenset({"by", "in", "with"})
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Clause:
    """An attribution's words in one paragraph, by role."""

    cue: list[Token]
    source: list[Token]
    content: frozenset[int]
    """Token indices."""
    hosts: dict[int, int]
    """Token index → ``CUE``, ``FRAME`` or ``MEDIUM``: words whose times are the statement's."""


def clause_of(paragraph: Paragraph, attribution: Attribution) -> Clause:
    """The clause of speaking of an attribution, as far as it stands in the paragraph."""
    cue, source = paragraph.tokens(attribution.cue), paragraph.tokens(attribution.source)
    content = frozenset(token.i for token in paragraph.tokens(attribution.content))
    hosts = {token.i: CUE for token in cue if token.i not in content and _carries(token)}
    for token in [token for token in cue if token.i in hosts]:
        for host, nearness in _governors(token):
            if host.i in content:
                break
            hosts.setdefault(host.i, nearness)
    for token in source:
        if is_medium(token) and token.i not in content:
            hosts.setdefault(token.i, MEDIUM)
    return Clause(cue, source, content, hosts)


def is_medium(token: Token) -> bool:
    """Whether a noun names something spoken, written or attended: "statement", "rally"."""
    lemma = token.lemma_.lower()
    return token.pos_ in _NOUNS and (lemma in clause_words().media or lemma in clause_words().occasions)


def sets_scene(cue: Sequence[Token]) -> bool:
    """Whether the cue's clause sets a time without a date: "during the primaries"."""
    return any(
        preposition.lemma_.lower() in clause_words().durations
        and any(noun.dep_ == "pobj" and not is_medium(noun) for noun in preposition.children)
        for token in cue
        for preposition in token.children
    )


def _carries(token: Token) -> bool:
    """Words that a time can hang on; "to" and "by" inside a cue are none."""
    return token.pos_ in _VERBS or token.pos_ in _NOUNS or token.tag_.startswith("VB")


def _governors(token: Token) -> list[tuple[Token, int]]:
    """Words above a cue verb that share its subject ("resigned on Monday, saying") or its scene."""
    found: list[tuple[Token, int]] = []
    for _ in range(_LONGEST):
        head = token.head
        if head.i == token.i or not _shares_subject(token):
            break
        if head.pos_ in _NOUNS:
            found.extend(_above_noun(token, head))
            break
        if head.pos_ == "ADP":
            head = head.head
        found.append((head, FRAME))
        token = head
    return found


def _above_noun(verb: Token, noun: Token) -> list[tuple[Token, int]]:
    """Above a cue inside a noun phrase: "a statement that said", "went to Beijing, where he pledged"."""
    if any(child.lower_ in _SCENES for child in verb.children):
        while noun.head.i != noun.i and noun.head.pos_ not in _VERBS:
            noun = noun.head
        return [(noun.head, FRAME)]
    if not is_medium(noun):
        return []
    released = noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_.lower() in clause_words().release
    return [(noun, MEDIUM), *([(noun.head, FRAME)] if released else [])]


def _shares_subject(token: Token) -> bool:
    if token.dep_ in {"acl", "relcl"}:
        return True
    if token.dep_ in {"aux", "auxpass"}:
        return True
    if any(child.dep_ in _SUBJECTS for child in token.children):
        return False
    if token.dep_ == "pcomp":
        return token.head.lower_ in _MEANS and token.head.head.pos_ in _VERBS
    return token.dep_ in {"conj", "advcl", "xcomp"} and token.head.pos_ in _VERBS
