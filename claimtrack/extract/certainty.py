"""How certain a statement is: the hedges of the reporter who tells it, and those of whoever says it.

"The mayor *reportedly* said", "*claimed* that": the reporter does not vouch for it. "It *may* close", "*I think*": the
speaker is not sure. What stands in quotation marks is the speaker's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution, Hedge
from claimtrack.domain.spans import Span, overlap
from claimtrack.domain.vocabulary import Hedger
from claimtrack.extract.lexicons import words
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.quotes import quotations

__all__ = ["find_hedges"]


def find_hedges(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with the hedges in and beside their cues and in their contents, in the order of the text."""
    regions = [q.outer for q in quotations(parsed.text, (Span(p.start, p.end) for p in parsed.paragraphs))]
    return [replace(each, hedges=_hedges(parsed, each, regions)) for each in attributions]


def _hedges(parsed: ParsedDocument, found: Attribution, quoted: Sequence[Span]) -> tuple[Hedge, ...]:
    hedges = {Hedge(Hedger.REPORTER, span) for span in _around_cue(parsed, found)}
    for piece in found.content:
        for paragraph in parsed.paragraphs_of(piece):
            for hedge in _in_content(paragraph.tokens([piece])):
                span = paragraph.span(hedge[0], hedge[-1])
                by_reporter = _is_reporters(hedge) and not overlap([span], quoted)
                hedges.add(Hedge(Hedger.REPORTER if by_reporter else Hedger.SPEAKER, span))
    return tuple(sorted(hedges, key=lambda hedge: hedge.span))


def _around_cue(parsed: ParsedDocument, found: Attribution) -> Iterator[Span]:
    """Hedges of the cue itself, and adverbs beside it that are no part of it: "Keller reportedly said"."""
    for piece in found.cue:
        paragraph = parsed.paragraph_at(piece.start)
        for token in paragraph.tokens([piece]):
            lemma = token.lemma_.lower()
            is_cue = token.pos_ == "VERB" and lemma in words("certainty", "reporter", "cues")
            is_noun = token.pos_ == "NOUN" and lemma in words("certainty", "reporter")
            if is_cue or is_noun or token.lower_ in words("certainty", "reporter", "words"):
                yield paragraph.span(token, token)
            for child in token.children:
                span = paragraph.span(child, child)
                if child.lower_ in words("certainty", "reporter", "words") and not overlap([span], found.content):
                    yield span


def _in_content(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens of each hedge within a piece of content."""
    for place, token in enumerate(tokens):
        following = tokens[place + 1 : place + 2]
        three = list(tokens[place : place + 3])
        if _is_reporters(three) and len(following) and following[0].text == "-":
            yield three  # "so-called"
        elif _is_word(token) or _is_modal(token):
            yield [token]
        elif token.lemma_ in words("certainty", "speaker", "seeming") and following and following[0].lower_ == "to":
            yield [token, *following]
        elif token.pos_ == "VERB" and token.lemma_ in words("certainty", "speaker", "suggesting"):
            yield [token]
        elif token.lower_ in words("certainty", "speaker", "persons") and following and _is_opinion(following[0]):
            yield [token, *following]


def _is_word(token: Token) -> bool:
    lower = token.lower_
    if lower in words("certainty", "reporter", "words"):
        return token.pos_ != "VERB" or token.dep_ == "amod"  # "the reported loss", not "police reported a loss"
    return lower in words("certainty", "speaker", "words") and token.pos_ != "NOUN"


def _is_modal(token: Token) -> bool:
    """ "May", "might" and "could" of possibility; "could not see" is of ability."""
    if token.tag_ != "MD" or token.lower_ not in words("certainty", "speaker", "modals"):
        return False
    return token.lower_ != "could" or not any(child.dep_ == "neg" for child in token.head.children)


def _is_opinion(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_ in words("certainty", "speaker", "opinions")


def _is_reporters(hedge: Sequence[Token]) -> bool:
    return "".join(token.lower_ for token in hedge) in words("certainty", "reporter", "words")
