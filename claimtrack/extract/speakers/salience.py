"""Who a reader has in mind: candidates for a pronoun before an offset, ranked.

The weights follow centering as far as it is cheap: the nearer the better, subjects before the rest, who has
just spoken first of all; names inside what others are quoted with count less.
"""

import bisect
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.extract.speakers.descriptions import describe, kind_of
from claimtrack.extract.speakers.entities import Entity, Mention
from claimtrack.extract.speakers.lexicon import people
from claimtrack.extract.speakers.phrases import Unit
from claimtrack.extract.speakers.role_bearers import bearer_of_role
from claimtrack.extract.speakers.roles import is_person_word
from claimtrack.extract.speakers.scene import SUBJECTS, Scene

__all__ = ["Candidate", "best_candidate", "candidates"]

SUBJECT = 2.0
SPOKE = 1.5
IN_CONTENT = -2.0
IN_OWN_CONTENT = -4.0
FOCUS = 1.5
OBLIQUE = -0.7
MAIN = 0.8
PER_SENTENCE = -1.0
PER_PARAGRAPH = -0.6
"""For who spoke in another paragraph, once: a new one is about whom it names."""
FARTHEST = 5
WINDOW = 4
"""Sentences in which mentions are looked up; who spoke last counts however far back."""

DESCRIBED = 2
"""Sentences in which unnamed persons are looked up."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could be meant, and how much speaks for it."""

    entity: Entity
    score: float
    start: int
    focus: float = 0.0
    """What of the score it has for being what the sentence before is about."""


def best_candidate(
    scene: Scene,
    offset: int,
    own: tuple[Span, ...],
    fits: Callable[[Entity], float | None],
    floor: float,
    beside: tuple[Span, ...] = (),
) -> Entity | None:
    """The best-ranked entity before an offset, the latest of equals; None where none reaches the floor.

    ``fits`` is None for who cannot be meant, else what speaks for it beside its place in the text.

    ``own`` is the content of the pronoun's own attribution, whose names are seldom the speaker's; ``beside`` is content
    whose names count like others.
    """
    best: tuple[float, int, Entity] | None = None
    for candidate in candidates(scene, offset, own, beside):
        bonus = fits(candidate.entity)
        if bonus is not None and candidate.score + bonus >= floor:
            ranked = (candidate.score + bonus, candidate.start, candidate.entity)
            best = ranked if best is None or ranked[:2] > best[:2] else best
    return best[2] if best else None


def candidates(
    scene: Scene, offset: int, own: tuple[Span, ...] = (), beside: tuple[Span, ...] = ()
) -> Iterator[Candidate]:
    """Everybody named, described as a subject, or heard to speak before an offset."""
    # A pronoun behind its own quotation is read as if it stood before it.
    here = scene.sentence(min(offset, own[0].start) if own else offset)
    shared = [*scene.inside_content(offset), *beside]
    yield from _mentioned(scene, offset, here, shared, own)
    paragraph = scene.parsed.paragraph_at(offset)
    for heard in scene.heard_before(offset)[-6:]:
        if len(heard.answers) == 1:
            score = SPOKE + SUBJECT + _distance(scene, heard.start, here) + _content(scene, heard.start, shared, own)
            score += PER_PARAGRAPH * (heard.start < paragraph.start)
            yield Candidate(heard.answers[0].entity, score, heard.start)


def _mentioned(scene: Scene, offset: int, here: int, shared: list[Span], own: tuple[Span, ...]) -> Iterator[Candidate]:
    most = max((m.entity.full_mentions for m in scene.register.mentions), default=1) or 1
    for mention in reversed(scene.register.before(offset)):
        if here - scene.sentence(mention.start) > WINDOW:
            break
        if mention.entity.kind is SpeakerKind.GROUP and not _is_plural(scene, mention):
            continue
        top = _top(scene.parsed.paragraphs[mention.paragraph].doc[mention.last], mention.first)
        score = _distance(scene, mention.start, here) + _content(scene, mention.start, shared, own)
        score += MAIN * mention.entity.full_mentions / most + _grammar(top)
        focus = _focus(scene, top, mention.start, here)
        yield Candidate(mention.entity, score + focus, mention.start, focus)
    yield from _described(scene, offset, here, shared, own)


def _is_plural(scene: Scene, mention: Mention) -> bool:
    """Whether a nationality or party is a noun here: "Americans", not "American jobs"."""
    return scene.parsed.paragraphs[mention.paragraph].doc[mention.last].tag_ in ("NNS", "NNPS")


def _described(scene: Scene, offset: int, here: int, shared: list[Span], own: tuple[Span, ...]) -> Iterator[Candidate]:
    """Unnamed persons that are subjects in this sentence or the two before."""
    paragraph = scene.parsed.paragraph_at(offset)
    last = bisect.bisect_left(scene.subjects, offset, key=lambda place: place[0])
    for start, index, token in reversed(scene.subjects[:last]):
        if paragraph.index - index > 1 or here - scene.sentence(start) > DESCRIBED:
            break
        if scene.register.at(index, token.i) or not _is_human(token) or _is_named_beside(scene, index, token):
            continue
        entity = _who(scene, index, token, start)
        if entity:
            score = SUBJECT + _distance(scene, start, here) + _content(scene, start, shared, own)
            focus = _focus(scene, token, start, here)
            yield Candidate(entity, score + focus, start, focus)


def _who(scene: Scene, paragraph: int, token: Token, start: int) -> Entity | None:
    """Whom a subject without a name means: who bears that role, where it is definite, else who is described."""
    if any(left.lower_ == "the" for left in token.lefts):
        modifiers = {left.lower_ for left in token.lefts if left.lower_ != "the"}
        if found := bearer_of_role(scene, token.lower_, modifiers, start):
            return found
    return describe(Unit(paragraph, token, tuple(token.subtree)), scene.register)


def _is_named_beside(scene: Scene, paragraph: int, token: Token) -> bool:
    """Whether a noun's name follows: "the keeper, Sofie Dahl," is looked at by the name."""
    named = (scene.register.at(paragraph, child.i) for child in token.children if child.dep_ == "appos")
    return any(mention is not None for mention in named)


def _focus(scene: Scene, top: Token, start: int, here: int) -> float:
    """More for whom the sentence before is about, if nobody speaks in it: "The captain smiled. 'Ask her,' she said"."""
    if here - scene.sentence(start) != 1 or scene.inside_content(start):
        return 0.0
    while top.dep_ in ("conj", "appos") and top.head.i < top.i:
        top = top.head
    main = (top.dep_ in SUBJECTS and top.head.dep_ == "ROOT") or (top.dep_ == "ROOT" and top.tag_.startswith("N"))
    spoken = any(scene.sentence(heard.start) == here - 1 for heard in scene.heard[-3:])
    return FOCUS if main and not spoken else 0.0


def _is_human(token: Token) -> bool:
    """Whether a common noun is for people, one or more; other plurals ("wages") are no "they" that speaks."""
    if token.tag_ == "NN":
        return kind_of(token) is not SpeakerKind.DOCUMENT
    lower = token.lower_
    return lower in people().public_groups | people().unnamed_groups or is_person_word(lower.removesuffix("s"))


def _distance(scene: Scene, start: int, here: int) -> float:
    return PER_SENTENCE * min(max(here - scene.sentence(start), 0), FARTHEST)


def _content(scene: Scene, start: int, shared: list[Span], own: tuple[Span, ...]) -> float:
    if any(piece.start <= start < piece.end for piece in own):
        return IN_OWN_CONTENT
    foreign = [piece for piece in scene.inside_content(start) if piece not in shared]
    return IN_CONTENT if foreign else 0.0


def _top(token: Token, first: int) -> Token:
    """The head of a name: the highest of its tokens."""
    while token.head.i != token.i and first <= token.head.i and token.dep_ in ("compound", "flat", "nmod"):
        token = token.head
    return token


def _grammar(top: Token) -> float:
    while top.dep_ in ("conj", "appos") and top.head.i < top.i:
        top = top.head
    if top.dep_ in SUBJECTS:
        return SUBJECT
    return OBLIQUE if top.dep_ in ("poss", "pobj", "compound") else 0.0
