"""The stage itself: every source of a document answered once, in the order of the text."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import Spans
from claimtrack.domain.vocabulary import Resolution, SpeakerKind
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.speakers.affiliations import give_affiliations
from claimtrack.extract.speakers.anonymity import note_anonymity
from claimtrack.extract.speakers.entities import Entity
from claimtrack.extract.speakers.generations import by_generation
from claimtrack.extract.speakers.kin import relative
from claimtrack.extract.speakers.media import carrier
from claimtrack.extract.speakers.named import named, providers
from claimtrack.extract.speakers.nominals import known_or_described
from claimtrack.extract.speakers.pairs import pair
from claimtrack.extract.speakers.phrases import Unit, split_units
from claimtrack.extract.speakers.pronouns import antecedent, is_pronoun, third_person
from claimtrack.extract.speakers.reading import build_register
from claimtrack.extract.speakers.reported import agent_of, quoted_by
from claimtrack.extract.speakers.roles import is_person_noun
from claimtrack.extract.speakers.scene import Answer, Scene
from claimtrack.extract.speakers.things import shown_by

__all__ = ["name_speakers"]

_FIRST = frozenset({"i", "me", "we", "us", "my", "our"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_DASHES = frozenset({"-", "–", "—", "--"})
_REMAINDER = frozenset({"other", "others"})
_MAN_WOMAN = frozenset({"woman", "girl", "wife", "mother", "daughter", "sister", "man", "boy", "son"})
"""Behind "a man and" somebody else."""


def name_speakers(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The same attributions, in the order given, with ``speakers``, ``anonymous`` and ``via`` filled in.

    Only spans and the parse are read. A source that cannot be answered, or is empty, leaves ``speakers``
    empty and ``anonymous`` true.
    """
    if not attributions:
        return []
    register = build_register(parsed)
    give_affiliations(parsed, register)
    scene = Scene(parsed, register, attributions)
    namer = _Namer(scene)
    for index in sorted(range(len(attributions)), key=lambda i: attributions[i].source):
        namer.answer(index)
    return [namer.filled(index) for index in range(len(attributions))]


class _Namer:
    """Answers sources, those that enclose a first person before the one that they enclose."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._open: set[int] = set()
        self._sources: dict[tuple[tuple[int, int], ...], tuple[Answer, ...]] = {}

    def filled(self, index: int) -> Attribution:
        """An attribution with its fields."""
        answers = self.answer(index)
        attribution = self._scene.attributions[index]
        return replace(
            attribution,
            speakers=tuple(answer.speaker() for answer in answers),
            anonymous=all(answer.entity.anonymous for answer in answers),
            via=self._via(index, answers),
        )

    def answer(self, index: int) -> tuple[Answer, ...]:
        """The speakers of an attribution; the same source span is the same speakers."""
        scene = self._scene
        source = scene.attributions[index].source
        if index in self._open:
            return ()
        if not source:
            agent = agent_of(scene, scene.attributions[index])
            return tuple(self._unit(agent, index)) if agent else ()
        if index not in scene.answers:
            if source not in self._sources:
                self._open.add(index)
                self._sources[source] = tuple(self._answers(index))
                self._open.discard(index)
                if not _is_possessive(scene.parsed, source):
                    scene.hear(source[0].start, self._sources[source])
            scene.answers[index] = self._sources[source]
        return scene.answers[index]

    def _answers(self, index: int) -> list[Answer]:
        scene = self._scene
        source = scene.attributions[index].source
        paragraph = scene.parsed.paragraph_at(source[0].start)
        tokens = _behind_dateline(paragraph.tokens(source))
        if quoted := quoted_by(scene, scene.attributions[index]):
            return self._unit(quoted, index)
        if two := pair(scene, tokens, source[0].start):
            return two
        units = split_units(tokens, paragraph.index, scene.register)
        found: list[Answer] = []
        for unit in units:
            if found and ({unit.first.lower_, unit.head.lower_} & _REMAINDER or _goes_on(unit)):
                continue
            found += [answer for answer in self._unit(unit, index) if answer.entity not in _entities(found)]
        return found

    def _unit(self, unit: Unit, index: int) -> list[Answer]:
        scene = self._scene
        if is_pronoun(unit):
            return self._pronoun(unit, index)
        if found := by_generation(scene, unit) or named(unit, scene.register) or relative(scene, unit):
            return [found]
        if found_many := providers(unit, scene.register):
            return found_many
        answer = known_or_described(scene, unit, scene.attributions[index].content)
        if answer is None:
            return []
        note_anonymity(scene, answer.entity, scene.attributions[index])
        return [answer]

    def _pronoun(self, unit: Unit, index: int) -> list[Answer]:
        scene = self._scene
        lower = unit.head.lower_
        attribution = scene.attributions[index]
        outer = scene.enclosing(index, attribution.source)
        if lower in _FIRST:
            speakers = self.answer(outer) if outer is not None else ()
            return [replace(each, found_by=Resolution.FIRST_PERSON) for each in speakers] or self._author(unit)
        if lower in _RELATIVE:
            phrase = antecedent(unit)
            return self._unit(phrase, index) if phrase else []
        if lower in ("you", "your", "what", "this", "these"):
            return []
        if lower in ("they", "it") and (thing := shown_by(scene, unit, attribution.cue)):
            return [thing]
        quoted = scene.quoted(scene.parsed.paragraphs[unit.paragraph], unit.head)
        barred = _entities(self.answer(outer)) if outer is not None and quoted else frozenset()
        return third_person(scene, unit, attribution.content, barred)

    def _author(self, unit: Unit) -> list[Answer]:
        """The writer, for "I" outside every quotation, where the document says who that is."""
        author = self._scene.parsed.document.author
        if not author or self._scene.quoted(self._scene.parsed.paragraphs[unit.paragraph], unit.head):
            return []
        return [Answer(Entity(author, SpeakerKind.PERSON), Resolution.FIRST_PERSON)] if unit.head.lower_ == "i" else []

    def _via(self, index: int, answers: Sequence[Answer]) -> str | None:
        """The medium beside the speaker, else the speaker in whose statement this one stands."""
        scene = self._scene
        attribution = scene.attributions[index]
        names = {answer.entity.name for answer in answers}
        if (medium := carrier(scene, attribution)) and medium not in names:
            return medium
        if not attribution.source or not attribution.cue:
            return None
        if quoted_by(scene, attribution):
            return self._quoting(attribution)
        outer = scene.enclosing(index, attribution.cue)
        reporters = self.answer(outer) if outer is not None else ()
        inner = len(reporters) == 1 and reporters[0].entity.name not in names
        return reporters[0].entity.name if inner and not reporters[0].entity.anonymous else None

    def _quoting(self, attribution: Attribution) -> str | None:
        """The medium that is the source of what somebody else is quoted as saying."""
        start = attribution.source[0].start
        paragraph = self._scene.parsed.paragraph_at(start)
        units = split_units(paragraph.tokens(attribution.source), paragraph.index, self._scene.register)
        medium = named(units[0], self._scene.register) if len(units) == 1 else None
        return medium.entity.name if medium else None


def _is_possessive(parsed: ParsedDocument, source: Spans) -> bool:
    """Whether a source is only a word like "his": who owns a thing is not thereby the one talked of."""
    return all(token.tag_ in ("PRP$", "WP$") for token in parsed.tokens(source))


def _behind_dateline(tokens: list[Token]) -> list[Token]:
    """A source without the dateline that the finder took for its beginning: "ADDIS ABABA, Sept 6 - Two diplomats"."""
    if not tokens or not tokens[0].text.isupper() or len(tokens[0]) < 4:
        return tokens
    dashes = [at for at, token in enumerate(tokens[:10]) if token.text in _DASHES and token.nbor(-1).whitespace_]
    return tokens[dashes[0] + 1 :] if dashes and dashes[0] + 1 < len(tokens) else tokens


def _goes_on(unit: Unit) -> bool:
    """Whether a noun joined by "and" tells more of the one before it: "her grandson and lawyer"."""
    alone = unit.head.tag_ == "NN" and unit.first.i == unit.head.i and unit.head.dep_ == "conj"
    return alone and is_person_noun(unit.head) and unit.head.head.tag_ == "NN" and unit.head.lower_ not in _MAN_WOMAN


def _entities(answers: Sequence[Answer]) -> frozenset[Entity]:
    return frozenset(answer.entity for answer in answers)
