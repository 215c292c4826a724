"""Dates statements: the stage of the pipeline that says when something was said.

A statement takes, in this order: a time of its own clause; the date of the occasion that its speaker is still
speaking at; the publication date. Nothing that was said is dated after publication.
"""

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.domain.attribution import UNDATED, Attribution, StatementDate
from claimtrack.domain.spans import hull
from claimtrack.domain.vocabulary import Anonymity, DateBasis, Granularity, SpeakerKind
from claimtrack.extract.dates.anchor import anchor_day
from claimtrack.extract.dates.attach import attached_times, is_outside
from claimtrack.extract.dates.contents import Contents
from claimtrack.extract.dates.exchange import Exchange
from claimtrack.extract.dates.occasions import Occasions, place_of
from claimtrack.extract.dates.periods import Period
from claimtrack.extract.dates.scenes import Scenes
from claimtrack.extract.dates.tense import Tense, cue_tense
from claimtrack.extract.dates.timeline import Mention, Timeline
from claimtrack.extract.parsed import Paragraph, ParsedDocument

__all__ = ["date_statements"]


def date_statements(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The same attributions, in the same order, each with its date.

    Looks only at spans, speakers and the parse; speakers have to be resolved before.
    """
    dater = _Dater(parsed, attributions)
    dated = list(attributions)
    reported = [number for number, attribution in enumerate(attributions) if place_of(attribution)]
    in_text_order = sorted(reported, key=lambda number: place_of(attributions[number])[0].start)
    for order, number in enumerate(in_text_order):
        dated[number] = replace(attributions[number], date=dater.date(attributions[number], order))
    return dated


class _Dater:
    """One document's times, contents and running occasions; asked for its statements in the order of the text."""

    def __init__(self, parsed: ParsedDocument, attributions: Sequence[Attribution]) -> None:
        self._parsed = parsed
        self._anchor = anchor_day(parsed.document)
        self._timeline = Timeline(parsed, self._anchor)
        self._contents = Contents(attributions)
        self._occasions = Occasions(parsed, self._timeline, self._contents)
        self._exchange = Exchange(parsed)
        self._scenes = Scenes(parsed, self._timeline, self._contents, attributions)

    def date(self, attribution: Attribution, order: int) -> StatementDate:
        """The statement's date; ``order`` is its place among the document's statements."""
        tense = cue_tense(self._parsed.tokens(attribution.cue))
        own = self._own_times(attribution)
        if own:
            period, basis = _narrowest([mention.period for mention in own]), DateBasis.EXPLICIT
            if period is None:
                self._occasions.close(attribution)
            else:
                self._occasions.open(attribution, order, period, tense)
        else:
            carried = self._occasions.carry(attribution, order, tense) or self._exchange.carry(attribution, tense)
            period, basis = carried or self._scenes.period(attribution, tense), DateBasis.CONTEXT
        self._exchange.hear(attribution, period)
        if period is None:
            return self._published(tense)
        return StatementDate(period.first, period.last, period.granularity, basis)

    def _own_times(self, attribution: Attribution) -> list[Mention]:
        """The times of the clause of speaking, the surest first."""
        place = place_of(attribution)[0].start
        paragraph = self._parsed.paragraph_at(place)
        mentions = {
            mention.expression.span: mention
            for mention in self._timeline.near(paragraph, hull([*attribution.source, *place_of(attribution)]))
            if not self._contents.part(paragraph.start + mention.expression.span.start, place)
            or is_outside(paragraph, attribution, mention.expression)
        }
        own = (each for each in mentions.values() if not _is_name(attribution, self._text(paragraph, each)))
        times = [mention.expression for mention in own]
        return [mentions[found.expression.span] for found in attached_times(attribution, paragraph, times)]

    def _text(self, paragraph: Paragraph, mention: Mention) -> str:
        start, end = mention.expression.span
        return self._parsed.text[paragraph.start + start : paragraph.start + end]

    def _published(self, tense: Tense) -> StatementDate:
        """Publication stands in: told as a plain event it is the news of that day, else the day is not known."""
        if self._anchor is None:
            return UNDATED
        granularity = Granularity.DAY if tense in {Tense.PAST, Tense.PRESENT} else Granularity.UNKNOWN
        return StatementDate(self._anchor, self._anchor, granularity, DateBasis.PUBLICATION)


def _is_name(attribution: Attribution, text: str) -> bool:
    """Whether a time is but a part of a person's name: April Friday, Augustus March."""
    persons = (speaker for speaker in attribution.speakers if speaker.kind is SpeakerKind.PERSON)
    return any(set(text.split()) <= set(each.name.split()) for each in persons if each.anonymity is Anonymity.NAMED)


def _narrowest(periods: Sequence[Period | None]) -> Period | None:
    """The surest period, or one inside it that is narrower: "last month, on May 5"."""
    known = [period for period in periods if period]
    best = known[0] if known else None
    for period in known[1:]:
        if best and period.within(best):
            best = period
    return best
