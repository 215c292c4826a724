"""Carries the date of an occasion to the same speaker's further statements."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import Span, Spans
from claimtrack.domain.vocabulary import AttributionType, Granularity
from claimtrack.extract.dates.clause import sets_scene
from claimtrack.extract.dates.contents import Contents
from claimtrack.extract.dates.periods import Period
from claimtrack.extract.dates.tense import Tense
from claimtrack.extract.dates.timeline import Timeline
from claimtrack.extract.parsed import ParsedDocument

__all__ = ["Occasions", "dates_the_sentence", "place_of"]

FAR = 2
"""Paragraphs from one statement of an occasion to the next."""
_OCCASIONAL = frozenset({Granularity.DAY, Granularity.WEEK, Granularity.MONTH})
"""Precise enough for what follows to be the same occasion."""

OTHERS = 2
"""Statements of other speakers that may come between."""


@dataclass(frozen=True, slots=True)
class _Occasion:
    period: Period
    tense: Tense
    paragraph: int
    order: int
    end: int
    """Where the sentence of its latest statement ends."""


class Occasions:
    """What each speaker was last said to have spoken at; statements are brought in the order of the text."""

    def __init__(self, parsed: ParsedDocument, timeline: Timeline, contents: Contents) -> None:
        self._parsed = parsed
        self._timeline = timeline
        self._contents = contents
        self._last: dict[tuple[str, ...], _Occasion] = {}

    def open(self, attribution: Attribution, order: int, period: Period, tense: Tense) -> None:
        """A statement has a date of its own; its speaker's further statements may share it."""
        key = _key(attribution)
        running = self._last.get(key)
        if running and period.granularity not in _OCCASIONAL and period.last < running.period.first:
            self._last[key] = replace(running, order=order, end=self._sentence(place_of(attribution)[0].start)[1])
            return  # only a look back: "In 2020 he told detectives otherwise"
        self.close(attribution)
        if key and period.granularity in _OCCASIONAL and tense is not Tense.LOOSE:
            start = place_of(attribution)[0].start
            paragraph = self._parsed.paragraph_at(start).index
            self._last[key] = _Occasion(period, tense, paragraph, order, self._sentence(start)[1])

    def close(self, attribution: Attribution) -> None:
        """The speaker was heard at some other time: nothing carries on."""
        self._last.pop(_key(attribution), None)

    def carry(self, attribution: Attribution, order: int, tense: Tense) -> Period | None:
        """The date of the speaker's running occasion, if this statement still belongs to it."""
        key = _key(attribution)
        occasion = self._last.get(key)
        if occasion is None or attribution.type is not AttributionType.STATEMENT:
            return None
        if not _same_telling(tense, occasion.tense) or sets_scene(self._parsed.tokens(attribution.cue)):
            return None
        start = place_of(attribution)[0].start
        begin, end = self._sentence(start)
        paragraph = self._parsed.paragraph_at(start).index
        far = paragraph - occasion.paragraph > (0 if attribution.anonymous else FAR)
        if far or order - occasion.order - 1 > OTHERS or self._scene_changes(occasion, begin):
            del self._last[key]
            return None
        self._last[key] = replace(occasion, paragraph=paragraph, order=order, end=max(end, occasion.end))
        return occasion.period

    def _scene_changes(self, occasion: _Occasion, start: int) -> bool:
        """Whether a sentence in between sets another time for its main clause."""
        return any(
            mention.period != occasion.period
            and not self._contents.touch(span)
            and dates_the_sentence(self._parsed.tokens((span,)))
            for span, mention in self._timeline.between(self._parsed, occasion.end, start)
        )

    def _sentence(self, offset: int) -> tuple[int, int]:
        paragraph = self._parsed.paragraph_at(offset)
        sentence = paragraph.tokens([Span(offset, offset + 1)])[0].sent
        return paragraph.start + sentence.start_char, paragraph.start + sentence.end_char


def place_of(attribution: Attribution) -> Spans:
    """The spans that tell where a statement is reported: cue, else source, else content."""
    return attribution.cue or attribution.source or attribution.content


def _key(attribution: Attribution) -> tuple[str, ...]:
    return tuple(sorted(speaker.name for speaker in attribution.speakers))


def _same_telling(tense: Tense, before: Tense) -> bool:
    """Whether two cues tell alike, as far as both have a tense: "said … said", not "said … now says"."""
    return Tense.NONE in {tense, before} or tense is before


def dates_the_sentence(words: Sequence[Token]) -> bool:
    """Whether a time says when a sentence's main clause is."""
    node = words[0]
    while node.head.i != node.i:
        if node.head.dep_ == "ROOT":
            return node.dep_ in {"npadvmod", "prep", "advmod"}
        node = node.head
    return False
