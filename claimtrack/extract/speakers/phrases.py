"""The parts of a source: what is joined by "and" apart, each with its head."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.extract.speakers.entities import Mention
from claimtrack.extract.speakers.register import Register

__all__ = ["Unit", "split_units"]

_HEADS = frozenset({"ADD", "NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", "DT", "CD", "EX", "JJ", "JJS", "PRP$"})
_VERBS = frozenset({"VBD", "VBZ", "VBP", "VBG", "VBN", "VB"})
_EXAMPLES = frozenset({"like", "including"})
"""Before names that are only examples of those who speak."""
_EDGES = frozenset({",", ".", ":", "``", "''", "-LRB-", "-RRB-", "CC", "_SP"})


@dataclass(frozen=True, slots=True)
class Unit:
    """One noun phrase of a source."""

    paragraph: int
    head: Token
    tokens: tuple[Token, ...]
    """In order; what hangs on the phrase (apposition, clause) included, what is joined to it left out."""

    @property
    def first(self) -> Token:
        """The first token."""
        return self.tokens[0]


def split_units(tokens: Sequence[Token], paragraph: int, register: Register) -> list[Unit]:
    """The noun phrases that speak, in order; empty where the tokens hold none."""
    inside = {token.i for token in tokens}
    if len(names := _list_of_persons(tokens, paragraph, register)) > 1:
        return [_unit(head, names, tokens, paragraph) for head in names]
    root = _root(tokens, inside, paragraph, register)
    if root is None:
        return []
    heads = [root, *_joined(root, inside)]
    heads += [name for name in _named_roots(tokens, inside, paragraph, register) if name not in heads]
    listed = [name for head in heads for name in _listed(head, inside, paragraph, register)]
    if listed:
        heads = listed
    heads.sort(key=lambda token: token.i)
    return [_unit(head, heads, tokens, paragraph) for head in heads]


def _list_of_persons(tokens: Sequence[Token], paragraph: int, register: Register) -> list[Token]:
    """The last tokens of persons' names with nothing but commas and "and" between, however they are parsed."""
    mentions: list[Mention] = []
    for token in tokens:
        mention = register.at(paragraph, token.i)
        if mention is None and mentions and not (token.text == "," or token.tag_ == "CC"):
            return []
        if mention and mention.first == token.i:
            mentions.append(mention)
    ends = bool(mentions) and mentions[-1].last == tokens[-1].i and any(token.tag_ == "CC" for token in tokens)
    apart = len({mention.entity for mention in mentions}) == len(mentions)
    persons = all(mention.entity.kind is SpeakerKind.PERSON for mention in mentions)
    led = any(
        t.tag_ in _VERBS or t.lower_ in ("of", "for", "to", "with")
        for t in tokens
        if mentions and t.i < mentions[0].first
    )
    return [tokens[0].doc[mention.last] for mention in mentions] if ends and apart and persons and not led else []


def _root(tokens: Sequence[Token], inside: set[int], paragraph: int, register: Register) -> Token | None:
    """The first nominal token that hangs on nothing inside, else the first nominal one at all."""
    nominal = [token for token in tokens if token.tag_ in _HEADS or register.at(paragraph, token.i)]
    tops = [token for token in nominal if token.head.i not in inside or token.head.i == token.i]
    full = [token for token in tops if token.tag_ not in ("DT", "JJ", "CD", "PRP$")]
    return next(iter(full or tops or [t for t in nominal if t.tag_.startswith("N")] or nominal), None)


def _joined(head: Token, inside: set[int]) -> list[Token]:
    found = []
    for child in head.children:
        if child.dep_ == "conj" and child.i in inside and child.tag_ in _HEADS:
            found += [child, *_joined(child, inside)]
    return found


def _named_roots(tokens: Sequence[Token], inside: set[int], paragraph: int, register: Register) -> list[Token]:
    """Names after "and" that the parser left without a head inside the source."""
    found = []
    for token in tokens:
        if token.lower_ in _EXAMPLES or (token.lower_ == "as" and token.i and token.nbor(-1).lower_ == "such"):
            break
        mention = register.at(paragraph, token.i)
        if mention is None or mention.last != token.i or mention.first <= tokens[0].i:
            continue
        doc, first = token.doc, mention.first
        loose = token.head.i not in inside or token.head.tag_.startswith("V")
        set_off = mention.entity.kind is SpeakerKind.PERSON and doc[max(first - 2, 0)].text == ","
        if doc[first - 1].tag_ == "CC" and (loose or set_off):
            found.append(token)
    return found


def _listed(head: Token, inside: set[int], paragraph: int, register: Register) -> list[Token]:
    """Names in apposition to a plural: "three economists: A of X, B of Y and C"."""
    if head.tag_ != "NNS":
        return []
    for i in range(head.i + 2, max(inside)):
        if head.doc[i].tag_ in ("VBG", "IN", "VBN", "WP"):
            return []
        mention = register.at(paragraph, i)
        marked = any(token.is_punct for token in head.doc[head.i + 1 : i])
        if marked and mention and mention.entity.kind is SpeakerKind.PERSON:
            return [head.doc[m.last] for m in _persons_from(mention, max(inside), register)]
    return []


def _persons_from(first: Mention, last: int, register: Register) -> Iterator[Mention]:
    """A person's name and those further on up to a token."""
    for i in range(first.first, last + 1):
        mention = register.at(first.paragraph, i)
        if mention and mention.first == i and mention.entity.kind is SpeakerKind.PERSON:
            yield mention


def _unit(head: Token, heads: Sequence[Token], tokens: Sequence[Token], paragraph: int) -> Unit:
    others = {other.i for other in heads if other.i != head.i}
    own = [token for token in tokens if _belongs(token, head, others)]
    if len(heads) == 1:
        own = list(tokens)
    while len(own) > 1 and own[0].tag_ in _EDGES:
        own.pop(0)
    while len(own) > 1 and own[-1].tag_ in _EDGES and not own[-1].text.endswith("."):
        own.pop()
    return Unit(paragraph, head, tuple(own))


def _belongs(token: Token, head: Token, others: set[int]) -> bool:
    """Whether the way up from a token reaches the head before any other phrase's head."""
    while token.i != head.i:
        if token.i in others or token.head.i == token.i:
            return False
        token = token.head
    return True
