"""Verbs as cues: for each frame that the parse shows, what the verb would attribute to whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from claimtrack.extract.lexicons import words
from claimtrack.extract.rules.frames import Candidate, Frame, Range
from claimtrack.extract.rules.sources import source_range
from claimtrack.extract.rules.trees import (
    SUBJECTS,
    Dependents,
    dependents,
    merge,
    misjoined,
    subject_of,
    subtract,
    subtree,
    with_conjunction,
)

__all__ = ["verb_candidates", "verb_cue"]

_IN_CUE = ("aux", "auxpass", "neg")
_LONGEST_CUE = 8
_FAR_CLAUSE = 8
_SHORTEST_CLAUSE = 4
_SUBORDINATING = frozenset({"ADP", "SCONJ", "ADV", "VERB", "CCONJ"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb and what hangs on it."""

    token: Token
    below: Dependents
    key: str
    cue: Range
    source: list[Range]
    parted: tuple[Range, ...] = ()
    """A particle behind the object: "laughed the suggestion off"."""

    def candidate(self, frame: str, content: Iterable[Range], *more_cue: Range) -> Candidate:
        cue = merge([self.cue, *self.parted, *more_cue])
        source = subtract(self.source, cue)
        return Candidate(self.token, frame, self.key, cue, source, subtract(content, [*cue, *source]))

    def labelled(self, label: str) -> list[Token]:
        return self.below.get(label, [])


def verb_candidates(token: Token) -> Iterator[Candidate]:
    """One candidate a frame; none for a verb that takes nothing."""
    below = dependents(token)
    passive = "auxpass" in below or "nsubjpass" in below or ("agent" in below and token.dep_ == "conj")
    subject = _agent(below) if passive else subject_of(token)
    source = [source_range(subject, token)] if subject is not None else []
    verb = _Verb(
        token=token,
        below=below,
        key="_".join([token.lemma_.lower(), *(child.lower_ for child in _every_particle(token, below)[:1])]),
        cue=verb_cue(token, below),
        source=_mistaken_source(token) or source,
        parted=tuple((child.i, child.i + 1) for child in below.get("prt", ()) if child.i > token.i + 1),
    )
    yield from _passive(verb) if passive else _active(verb)
    if token.dep_ in {"amod", "acl"} and token.tag_ in {"VBD", "VBN"}:
        yield from _mistaken_participle(verb)


def _active(verb: _Verb) -> Iterator[Candidate]:
    clauses, objects = verb.labelled("ccomp"), verb.labelled("dobj")
    addresses = verb.key in words("verbs", "addressing", "verbs")
    called = [*clauses, *verb.labelled("oprd")]
    verdict = called and objects and verb.key in words("stance", "verdicts", "cues")
    if verdict:
        yield verb.candidate(Frame.AS, [(objects[0].left_edge.i, subtree(called[-1])[1])])
    elif clauses:
        said = [_after_time(verb, clause) for clause in clauses]
        yield verb.candidate(Frame.CLAUSE, subtract(said, map(with_conjunction, misjoined(verb.token))))
    elif verb.token.dep_ in {"parataxis", "advcl", "dep"} and verb.labelled("nsubj"):
        yield verb.candidate(Frame.INSERTED, subtract([subtree(verb.token.head)], [subtree(verb.token)]))
    infinitives = [child for child in verb.labelled("xcomp") if child.pos_ in {"VERB", "AUX"}]
    if infinitives and (not objects or addresses):
        yield verb.candidate(Frame.TO, [subtree(infinitives[0])])
    predicates = [*verb.labelled("oprd"), *(p for p in verb.labelled("prep") if p.lower_ == "as" and objects)]
    if predicates and not verdict:
        yield verb.candidate(Frame.AS, _object_on((objects or predicates)[0]))
    elif objects and not (addresses or clauses or predicates):
        yield verb.candidate(Frame.OBJECT, _object_on(objects[0]))
    if not clauses:
        yield from _prepositional(verb)
    if not (clauses or objects or infinitives or predicates):
        yield from _overlooked_clause(verb)


def _overlooked_clause(verb: _Verb) -> Iterator[Candidate]:
    """ "Bees that were caught in rain fly less, researchers reported": a sentence in front that the parser missed."""
    if not verb.source or verb.source[0][1] > verb.cue[0]:
        return
    start, end = verb.token.sent.start, verb.source[0][0] - 1
    doc = verb.token.doc
    parted = end - start >= _SHORTEST_CLAUSE and doc[end].text == ","
    main = parted and doc[start].pos_ not in _SUBORDINATING
    if main and any(token.tag_ in _FINITE for token in doc[start:end]):
        yield verb.candidate(Frame.INSERTED, [(start, end)])


def _prepositional(verb: _Verb) -> Iterator[Candidate]:
    for preposition in verb.labelled("prep"):
        inside = next((child for child in preposition.children if child.dep_ in {"pobj", "pcomp"}), None)
        aside = preposition.i > 0 and preposition.nbor(-1).text == ","
        if inside is not None and not aside:
            frame = f"{Frame.PREPOSITION}:{preposition.lower_}"
            start, end = subtree(inside)
            below = [*verb.labelled("xcomp"), *verb.labelled("advcl")]
            infinitive = next((c for c in below if c.left_edge.i == end and c.left_edge.lower_ == "to"), None)
            if infinitive is not None:  # "called on them to leave"
                end = subtree(infinitive)[1]
            yield verb.candidate(frame, [(start, end)], (preposition.i, preposition.i + 1))


def _mistaken_participle(verb: _Verb) -> Iterator[Candidate]:
    """ "Keller, a spokesman, told reporters that": a finite verb after an apposition, parsed as a participle of it."""
    doc, token = verb.token.doc, verb.token
    if token.i == 0 or doc[token.i - 1].text != ",":
        return
    noun = token.head
    while noun.dep_ not in SUBJECTS and noun.head.i != noun.i:
        noun = noun.head
    marks = (t for t in doc[token.i + 1 : token.i + _FAR_CLAUSE] if t.dep_ == "mark" and t.lower_ == "that")
    mark = next(marks, None)
    if mark is not None and noun.i < token.i:
        source = [(noun.left_edge.i, token.i)]
        yield replace(verb, source=source).candidate(Frame.CLAUSE, [(mark.i, subtree(mark.head)[1])])


def _mistaken_source(token: Token) -> list[Range]:
    """ "The union's chair, Ann Lee, called on them to leave": the same where the tag tells that the verb is finite."""
    doc, noun = token.doc, token.head
    if token.tag_ != "VBD" or token.dep_ != "acl" or token.i == 0 or doc[token.i - 1].text != ",":
        return []
    while noun.dep_ == "appos" and noun.head.i < noun.i:
        noun = noun.head
    start = max([noun.left_edge.i, *(t.i + 1 for t in doc[noun.left_edge.i : noun.i] if t.text == ":")])
    return [(start, token.i)] if noun.i < token.i else []


def _passive(verb: _Verb) -> Iterator[Candidate]:
    """ "it was announced that", "he is expected to", "she was accused of": the subject is part of the content."""
    own = verb.labelled("nsubjpass") or _shared_subject(verb.token)
    subjects = [subtree(s) for s in own if s.lower_ not in {"it", "there"}]
    clauses = [*verb.labelled("ccomp"), *verb.labelled("xcomp")]
    if clauses:
        frame = f"{Frame.PASSIVE}:{'to' if subjects else 'clause'}"
        yield verb.candidate(frame, [*subjects, subtree(clauses[0])])
    elif subjects:
        complements = [p for p in verb.labelled("prep") if p.lower_ in words("verbs", "passive", "prepositions")]
        yield verb.candidate(Frame.PASSIVE, [*subjects, *map(subtree, [*verb.labelled("oprd"), *complements])])


def _shared_subject(verb: Token) -> list[Token]:
    """ "was denied by the owners and confirmed by the buyers"."""
    return [child for child in verb.head.children if verb.dep_ == "conj" and child.dep_ == "nsubjpass"]


def _after_time(verb: _Verb, clause: Token) -> Range:
    """A clause without the time of saying that the parser gave it: "said [on Monday] it would appeal"."""
    start, end = subtree(clause)
    if start != verb.cue[1]:
        return start, end
    doc = verb.token.doc
    stop = start + (doc[start].lower_ in words("verbs", "time", "openers"))
    while stop < end and doc[stop].ent_type_ in {"DATE", "TIME"}:
        stop += 1
    has_subject = any(child.dep_ in SUBJECTS and child.left_edge.i >= stop for child in clause.children)
    return (stop, end) if has_subject and doc[stop].text != "," else (start, end)


def _agent(below: Dependents) -> Token | None:
    return next((child for by in below.get("agent", ()) for child in by.children if child.dep_ == "pobj"), None)


def _object_on(first: Token) -> list[Range]:
    """The object and the complements that belong to it, without a time: "Chad [on Friday] of providing aid"."""
    pieces = [subtree(first)]
    end = pieces[0][1]
    for child in first.head.rights:
        if child.i <= first.i:
            continue
        if child.left_edge.i > end + 1 or not (_completes_object(child) or _is_time(child)):
            break
        start, end = subtree(child)
        if not _is_time(child):
            # What only a comma parts from the object goes on with it.
            pieces.append((pieces[-1][1] if start == pieces[-1][1] + 1 else start, end))
    return merge(pieces)


def _is_time(token: Token) -> bool:
    """ "on Friday", "last week"."""
    inside = [child for child in token.children if child.dep_ == "pobj"] if token.dep_ == "prep" else [token]
    return token.dep_ in {"prep", "npadvmod"} and any(child.ent_type_ in {"DATE", "TIME"} for child in inside)


def _completes_object(token: Token) -> bool:
    if token.dep_ == "prep":
        return token.lower_ in words("verbs", "object", "prepositions")
    return token.dep_ in {"oprd", "xcomp", "acomp"}


def verb_cue(verb: Token, below: Dependents) -> Range:
    """The verb with its auxiliaries, negation, particle and the verb that governs it, as one stretch."""
    inside = [verb, *_particles(verb, below), *(child for label in _IN_CUE for child in below.get(label, ()))]
    inside += [child for child in below.get("advmod", ()) if verb.i - child.i == 1]
    start, end = min(t.i for t in inside), max(t.i for t in inside) + 1
    head = verb.head
    if verb.dep_ == "xcomp" and head.i < verb.i and head.lemma_ in words("verbs", "governing", "verbs"):
        start = min(start, verb_cue(head, dependents(head))[0])
    return (start, end) if end - start <= _LONGEST_CUE else (verb.i, verb.i + 1)


def _every_particle(verb: Token, below: Dependents) -> list[Token]:
    return [*_particles(verb, below), *below.get("prt", ())]


def _particles(verb: Token, below: Dependents) -> list[Token]:
    """ "brushed aside": a particle beside the verb, or an adverb that the parser did not take for one."""
    adverbs = (child for child in below.get("advmod", ()) if child.lower_ in words("verbs", "particles", "adverbs"))
    near = (particle for particle in below.get("prt", ()) if particle.i <= verb.i + 1)
    return [*near, *(adverb for adverb in adverbs if adverb.i == verb.i + 1)]
