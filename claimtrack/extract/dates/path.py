"""Whether the parse leads from a time up to the speaking without crossing another event."""

from collections.abc import Sequence

from spacy.tokens import Token

from claimtrack.extract.dates.clause import Clause, is_medium
from claimtrack.extract.dates.lexicon import clause_words

__all__ = ["BESIDE", "path_rank"]

BESIDE = 3
"""Rank of a time that stands outside the clause in the parse, but inside it by its place."""

_LONGEST = 12
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_INSIDE_NOUN = frozenset({"poss", "compound", "nmod", "nummod", "amod"})
_OTHER_CLAUSES = frozenset({"ccomp", "conj", "csubj", "csubjpass", "parataxis", "dep"})


def path_rank(words: Sequence[Token], clause: Clause) -> int | None:
    """How far a time stands from the speaking, 0 being on the cue itself; None where it belongs elsewhere.

    A path may lead over prepositions, over what is spoken in or at ("in an interview on Monday"), and over
    verbs that bring the medium out or set the scene ("a note published Monday", "speaking on Monday"); over
    no other event. A noun of the content that the time follows is taken for the cue's object.
    """
    inside = {word.i for word in words}
    source = {word.i for word in clause.source}
    in_source = bool(inside & source)
    node = next((word for word in words if word.head.i not in inside or word.head.i == word.i), words[0])
    nouns = 0
    for _ in range(_LONGEST):
        head = node.head
        if head.i in clause.hosts:
            return clause.hosts[head.i] + nouns if _enters(node, head) else None
        if head.i in clause.content:
            return BESIDE if head.pos_ in _NOUNS and words[0].i > max(clause.content) else None
        if head.i == node.i or not _passes(node, inside):
            return None
        if in_source and head.i in source and head.pos_ in _NOUNS:
            return None
        nouns += head.pos_ in _NOUNS
        node = head
    return None


def _enters(node: Token, host: Token) -> bool:
    """Whether the last step, onto a host, keeps to the host's own clause."""
    return host.pos_ not in _VERBS or node.dep_ not in _OTHER_CLAUSES


def _passes(node: Token, inside: set[int]) -> bool:
    """Whether a path may go on from a word to its head."""
    head = node.head
    if head.pos_ in _VERBS:
        return node.dep_ not in _OTHER_CLAUSES and _is_scene(head)
    if head.pos_ in {"ADP", "SCONJ"}:
        apart = head.lemma_.lower() in clause_words().apart and not is_medium(node) and not _is_match(node)
        return node.i in inside or not apart
    if head.pos_ in _NOUNS:
        named = node.dep_ == "poss" and head.pos_ == "PROPN"  # "Saturday's Washington Post"
        return node.dep_ not in _INSIDE_NOUN or is_medium(head) or named or _is_match(head)
    return head.pos_ in {"ADV", "PART"}


def _is_match(token: Token) -> bool:
    """Whether "after" a contest is the day of the contest: "said after Saturday's 3-0 defeat"."""
    return token.lemma_.lower() in clause_words().matches and token.head.lower_ in {"after", "following"}


def _is_scene(verb: Token) -> bool:
    """A verb that brings the medium out ("published") or has the speaker speak ("speaking", "when asked")."""
    words, lemma = clause_words(), verb.lemma_.lower()
    if any(_sets_apart(child) for child in verb.children):
        return False
    if verb.dep_ in {"acl", "relcl"}:
        return lemma in words.scene or (lemma in words.release and verb.head.pos_ in _NOUNS)
    return verb.dep_ in {"advcl", "pcomp"} and lemma in words.scene


def _sets_apart(child: Token) -> bool:
    """A conjunction like "after", or the "to" of what is yet to come: "a speech to be delivered Wednesday"."""
    return (child.dep_ == "mark" and child.lemma_.lower() in clause_words().apart) or child.tag_ == "TO"
