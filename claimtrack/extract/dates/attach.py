"""Which time expression of a paragraph dates a statement, and not what the statement is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import overlap, shift
from claimtrack.extract.dates.beside import stands_beside
from claimtrack.extract.dates.clause import CUE, Clause, clause_of, is_medium
from claimtrack.extract.dates.expressions import TimeExpression
from claimtrack.extract.dates.lexicon import clause_words
from claimtrack.extract.dates.path import BESIDE, path_rank
from claimtrack.extract.dates.patterns import TimeKind
from claimtrack.extract.dates.tense import is_present_perfect
from claimtrack.extract.parsed import Paragraph

__all__ = ["Attachment", "attached_times", "is_outside"]

LEAD = 10
"""Words at the head of a content among which its "that" is looked for."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A time expression that dates a statement, and how surely: ``rank`` 0 is surest."""

    expression: TimeExpression
    rank: int


def attached_times(
    attribution: Attribution, paragraph: Paragraph, expressions: Sequence[TimeExpression]
) -> list[Attachment]:
    """The expressions of the cue's paragraph that say when the statement was made, the surest first.

    ``expressions`` carry offsets into the paragraph's text.
    """
    if not expressions:
        return []
    clause = clause_of(paragraph, attribution)
    perfect = is_present_perfect(clause.cue)
    found = []
    for expression in expressions:
        span = shift([expression.span], paragraph.start)
        if expression.preposition in clause_words().bounds and not _is_no_bound(paragraph, expression, clause):
            continue
        if overlap(span, attribution.content):
            if is_outside(paragraph, attribution, expression):
                found.append(Attachment(expression, BESIDE))
            continue
        if overlap(span, attribution.cue):
            found.append(Attachment(expression, CUE))
            continue
        if perfect and not _reaches_now(expression):
            continue
        words = paragraph.tokens(span)
        rank = path_rank(words, clause)
        if rank is None and stands_beside(words, clause):
            rank = BESIDE
        if rank is not None:
            found.append(Attachment(expression, rank))
    middle = clause.cue[0].idx if clause.cue else 0
    return sorted(found, key=lambda item: (item.rank, abs(item.expression.span.start - middle)))


def is_outside(paragraph: Paragraph, attribution: Attribution, expression: TimeExpression) -> bool:
    """Whether a time inside the content's span tells when it was said all the same."""
    return ends_object(paragraph, attribution, expression) or leads_clause(paragraph, attribution, expression)


def leads_clause(paragraph: Paragraph, attribution: Attribution, expression: TimeExpression) -> bool:
    """Whether a time stands before the "that" of what is said: "assured lenders the night before that …"."""
    inside = overlap(shift([expression.span], paragraph.start), attribution.content[:1])
    if not inside or attribution.cue[-1:] > attribution.content[:1]:
        return False
    tokens = paragraph.tokens([attribution.content[0]])[:LEAD]
    end = paragraph.start + expression.span.end
    for token in tokens:
        if token.lower_ == "that" and paragraph.start + token.idx >= end:
            return token.dep_ == "mark"
        if token.pos_ in {"VERB", "AUX"} or token.is_quote:
            return False
    return False


def _is_no_bound(paragraph: Paragraph, expression: TimeExpression, clause: Clause) -> bool:
    """Whether a preposition only places the statement: "the entry for May 3", "By Friday she was saying"."""
    words = paragraph.tokens(shift([expression.span], paragraph.start))
    before = words[0].nbor(-1) if words and words[0].i else None
    if before is None:
        return False
    if before.lower_ == "by":
        auxiliaries = [child for word in clause.cue for child in word.children if child.dep_ == "aux"]
        parts = {token.tag_ for token in (*clause.cue, *auxiliaries)}
        return "VBD" in parts and bool(parts & {"VBG", "VBN"})
    if before.lower_ == "after":
        return words[0].dep_ == "poss" and words[0].head.lemma_.lower() in clause_words().matches
    return before.lower_ == "for" and before.i > 0 and is_medium(before.nbor(-1))


def ends_object(paragraph: Paragraph, attribution: Attribution, expression: TimeExpression) -> bool:
    """Whether a time ends a content that is no clause: "defended the scheme over the weekend"."""
    if not attribution.content:
        return False
    if {token.lemma_.lower() for token in paragraph.tokens(attribution.cue)} & clause_words().ahead:
        return False
    piece = attribution.content[-1]
    tokens = paragraph.tokens([piece])
    end = paragraph.start + expression.span.end
    clause = any(t.pos_ in {"VERB", "AUX"} or t.is_quote for t in tokens) or len(attribution.content) > 1
    return end == piece.end and not clause and attribution.cue[-1:] < attribution.content[-1:]


def _reaches_now(expression: TimeExpression) -> bool:
    """Whether a time includes the present: "today", "this week", "in recent months", "since Monday"."""
    if expression.preposition == "since" or expression.kind in {
        TimeKind.RECENT,
        TimeKind.PAST,
        TimeKind.VAGUE,
    }:
        return True
    fields = expression.fields
    return (
        fields.get("det") == "this" or fields.get("day", "") in {"today", "tonight"} or "this" in fields.get("day", "")
    )
