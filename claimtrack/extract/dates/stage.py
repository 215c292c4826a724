"""Dates statements: the stage of the pipeline that says when something was said.

A statement takes, in this order: a time of its own clause; the date of the occasion that its speaker is still
speaking at; the publication date. Nothing that was said is dated after publication.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claimtrack.domain.attribution import UNDATED, Attribution, StatementDate
from claimtrack.domain.vocabulary import DateBasis, Granularity
from claimtrack.extract.dates.anchor import anchor_day
from claimtrack.extract.dates.attach import attached_times
from claimtrack.extract.dates.occasions import Occasions, place_of
from claimtrack.extract.dates.periods import Period
from claimtrack.extract.dates.tense import Tense, cue_tense
from claimtrack.extract.dates.timeline import Mention, Timeline
from claimtrack.extract.parsed import ParsedDocument

__all__ = ["date_statements"]


def date_statements(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The same attributions, in the same order, each with its date.

    Looks only at spans, speakers and the parse; speakers have to be resolved before.
    """
    anchor = anchor_day(parsed.document)
    timeline = Timeline(parsed, anchor)
    occasions = Occasions(parsed, timeline, attributions)
    dated = list(attributions)
    reported = [number for number, attribution in enumerate(attributions) if place_of(attribution)]
    in_text_order = sorted(reported, key=lambda number: place_of(attributions[number])[0].start)
    for order, number in enumerate(in_text_order):
        attribution = attributions[number]
        when = _date_one(parsed, attribution, order, timeline, occasions)
        dated[number] = replace(attribution, date=when or _published(parsed, attribution, anchor))
    return dated


def _date_one(
    parsed: ParsedDocument, attribution: Attribution, order: int, timeline: Timeline, occasions: Occasions
) -> StatementDate | None:
    """The date that the text gives; None where it gives none."""
    own = _own_times(parsed, attribution, timeline)
    if own:
        period = _narrowest([mention.period for mention in own])
        if period is None:
            occasions.close(attribution)
            return None
        occasions.open(attribution, order, period)
        return _as_date(period, DateBasis.EXPLICIT)
    if _tense(parsed, attribution) is Tense.LOOSE:
        return None
    carried = occasions.carry(attribution, order)
    return _as_date(carried, DateBasis.CONTEXT) if carried else None


def _own_times(parsed: ParsedDocument, attribution: Attribution, timeline: Timeline) -> list[Mention]:
    """The times of the clause of speaking, the surest first."""
    place = place_of(attribution)[0]
    paragraph = parsed.paragraph_at(place.start)
    mentions = {mention.expression.span: mention for mention in timeline.mentions(paragraph.index)}
    expressions = [mention.expression for mention in mentions.values()]
    return [mentions[found.expression.span] for found in attached_times(attribution, paragraph, expressions)]


def _narrowest(periods: Sequence[Period | None]) -> Period | None:
    """The surest period, or one inside it that is narrower: "last month, on May 5"."""
    known = [period for period in periods if period]
    best = known[0] if known else None
    for period in known[1:]:
        if best and period.within(best):
            best = period
    return best


def _published(parsed: ParsedDocument, attribution: Attribution, anchor: date | None) -> StatementDate:
    """Publication stands in; told as a plain event it is the news of that day, else the day is not known."""
    if anchor is None:
        return UNDATED
    plain = _tense(parsed, attribution) is Tense.EVENT
    return StatementDate(
        anchor, anchor, Granularity.DAY if plain else Granularity.UNKNOWN, DateBasis.PUBLICATION
    )


def _tense(parsed: ParsedDocument, attribution: Attribution) -> Tense:
    return cue_tense(parsed.tokens(attribution.cue))


def _as_date(period: Period, basis: DateBasis) -> StatementDate:
    return StatementDate(period.first, period.last, period.granularity, basis)
