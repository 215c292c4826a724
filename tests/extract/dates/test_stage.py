"""Statements of whole documents get their dates."""

from dataclasses import replace
from datetime import date

import pytest

from claimtrack.domain.attribution import UNDATED, Attribution, StatementDate
from claimtrack.domain.spans import Span, hull
from claimtrack.domain.vocabulary import AttributionType, DateBasis, Granularity
from claimtrack.extract.dates import date_statements
from claimtrack.extract.parsed import ParsedDocument
from tests.extract.build import attribution, parsed, spans
from tests.extract.dates import sentences
from tests.extract.reading import parsed as read

TUESDAY = date(2024, 6, 18)
MONDAY = date(2024, 6, 17)

SAYS = """
Talks  NNS nsubj 2 talk
failed VBD ccomp 5 fail
,      ,   punct 5
Kirby  NNP nsubj 5
says   VBZ ROOT  5 say
"""
HAS_SAID = """
Talks  NNS nsubj 2 talk
failed VBD ccomp 6 fail
,      ,   punct 6
Kirby  NNP nsubj 6
has    VBZ aux   6 have
added  VBN ROOT  6 add
"""
FILLER = """
Nothing NN  nsubj 2
moved   VBD ROOT  2 move
.       .   punct 2
"""
SUNDAY_CAME = """
On      IN  prep  4
Sunday  NNP pobj  1
nothing NN  nsubj 4
moved   VBD ROOT  4 move
.       .   punct 4
"""
DURING_THE_PRIMARIES = """
Kirby     NNP nsubj 2
added     VBD ROOT  2 add
during    IN  prep  2
primaries NNS pobj  3
that      IN  mark  7
talks     NNS nsubj 7 talk
failed    VBD ccomp 2 fail
"""


def day(when: date, basis: DateBasis, granularity: Granularity = Granularity.DAY) -> StatementDate:
    return StatementDate(when, when, granularity, basis)


def said(document: ParsedDocument, paragraph: int, cue: str, *speakers: str, **fields: object) -> Attribution:
    """An attribution of a paragraph: its cue, and "failed" as content."""
    held = document.paragraphs[paragraph]
    text = document.text[: held.end]
    at = text.index(cue, held.start)
    content = text.index("failed", held.start)
    blank = attribution(document, speakers=speakers or ("Kirby",), **fields)
    return replace(
        blank,
        cue=(replace_span(at, cue),),
        content=(replace_span(content, "failed"),),
    )


def replace_span(start: int, words: str) -> Span:
    return hull(spans(" " * start + words, words))


def dates(document: ParsedDocument, *attributions: Attribution) -> list[StatementDate]:
    return [item.date for item in date_statements(document, attributions)]


def test_a_time_of_the_clause_is_the_date() -> None:
    document = parsed(sentences.SAID_MONDAY, published=TUESDAY)
    assert dates(document, said(document, 0, "said")) == [day(MONDAY, DateBasis.EXPLICIT)]


def test_nothing_said_of_time_is_the_publication_date() -> None:
    document = parsed(sentences.HE_ADDED, published=TUESDAY)
    assert dates(document, said(document, 0, "added")) == [day(TUESDAY, DateBasis.PUBLICATION)]


def test_a_present_perfect_leaves_the_day_unknown() -> None:
    document = parsed(HAS_SAID, published=TUESDAY)
    assert dates(document, said(document, 0, "has added")) == [day(TUESDAY, DateBasis.PUBLICATION, Granularity.UNKNOWN)]


def test_without_publication_nothing_is_invented() -> None:
    document = parsed(sentences.SAID_MONDAY, sentences.HE_ADDED)
    assert dates(document, said(document, 0, "said"), said(document, 1, "added")) == [UNDATED, UNDATED]


def test_the_occasion_carries_to_the_same_speaker() -> None:
    document = parsed(sentences.SAID_MONDAY, sentences.HE_ADDED, published=TUESDAY)
    assert dates(document, said(document, 0, "said"), said(document, 1, "added")) == [
        day(MONDAY, DateBasis.EXPLICIT),
        day(MONDAY, DateBasis.CONTEXT),
    ]


def test_the_occasion_carries_whatever_the_order_of_the_list() -> None:
    document = parsed(sentences.SAID_MONDAY, sentences.HE_ADDED, published=TUESDAY)
    later, first = date_statements(document, [said(document, 1, "added"), said(document, 0, "said")])
    assert (later.date.basis, first.date.basis) == (DateBasis.CONTEXT, DateBasis.EXPLICIT)


@pytest.mark.parametrize(
    ("paragraphs", "cue", "speaker"),
    [
        pytest.param([sentences.HE_ADDED], "added", "Smith", id="another speaker"),
        pytest.param([HAS_SAID], "has added", "Kirby", id="another tense: has said"),
        pytest.param([SAYS], "says", "Kirby", id="another tense: says"),
        pytest.param([FILLER, FILLER, sentences.HE_ADDED], "added", "Kirby", id="too far"),
        pytest.param([SUNDAY_CAME, sentences.HE_ADDED], "added", "Kirby", id="another time in between"),
        pytest.param([DURING_THE_PRIMARIES], "added", "Kirby", id="a scene of its own"),
    ],
)
def test_the_occasion_ends(paragraphs: list[str], cue: str, speaker: str) -> None:
    document = parsed(sentences.SAID_MONDAY, *paragraphs, published=TUESDAY)
    last = said(document, len(paragraphs), cue, speaker)
    assert dates(document, said(document, 0, "said"), last)[1].basis is DateBasis.PUBLICATION


def test_the_occasion_ends_when_others_have_spoken_for_long() -> None:
    document = parsed(sentences.SAID_MONDAY, sentences.HE_ADDED, sentences.HE_ADDED, published=TUESDAY)
    others = [said(document, 1, "added", name) for name in ("Smith", "Jones", "Miller")]
    assert dates(document, said(document, 0, "said"), *others, said(document, 2, "added"))[-1] == day(
        TUESDAY, DateBasis.PUBLICATION
    )


def test_an_unnamed_speaker_keeps_the_occasion_only_inside_the_paragraph() -> None:
    document = parsed(sentences.SAID_MONDAY, sentences.HE_ADDED, published=TUESDAY)
    first = said(document, 0, "said", "official", anonymous=True)
    assert dates(document, first, said(document, 1, "added", "official", anonymous=True))[1].basis is (
        DateBasis.PUBLICATION
    )


def test_what_somebody_believes_was_not_said_on_the_occasion() -> None:
    document = parsed(sentences.SAID_MONDAY, sentences.HE_ADDED, published=TUESDAY)
    belief = said(document, 1, "added", type=AttributionType.BELIEF)
    assert dates(document, said(document, 0, "said"), belief)[1].basis is DateBasis.PUBLICATION


def test_a_time_in_what_somebody_else_says_is_not_the_statements() -> None:
    document = parsed(sentences.SAID_MONDAY, published=TUESDAY)
    other = replace(said(document, 0, "said", "Smith"), content=spans(document.text, "Monday"))
    assert dates(document, other, said(document, 0, "said"))[1] == day(TUESDAY, DateBasis.PUBLICATION)


def test_a_day_ahead_is_no_date_of_what_was_said() -> None:
    document = parsed(sentences.SAID_MONDAY.replace("Monday NNP", "tomorrow NN"), published=TUESDAY)
    assert dates(document, said(document, 0, "said")) == [day(TUESDAY, DateBasis.PUBLICATION)]


def test_the_narrower_of_two_times_that_agree_is_taken() -> None:
    paragraph = """
    Last      JJ  amod     2
    week      NN  npadvmod 4
    Kirby     NNP nsubj    4
    said      VBD ROOT     4 say
    on        IN  prep     4
    Friday    NNP pobj     5
    it        PRP nsubj    8
    failed    VBD ccomp    4 fail
    """
    document = parsed(paragraph, published=TUESDAY)
    assert dates(document, said(document, 0, "said")) == [day(date(2024, 6, 14), DateBasis.EXPLICIT)]


def test_a_statement_without_any_span_keeps_what_it_had() -> None:
    document = parsed(sentences.HE_ADDED, published=TUESDAY)
    assert date_statements(document, [attribution(document)])[0].date == UNDATED


def test_an_empty_document_has_no_statements() -> None:
    assert date_statements(parsed(published=TUESDAY), []) == []


def _after(scene: str, cue: str = "said") -> StatementDate:
    """The date of a statement in the paragraph of a scene, read by the real pipeline."""
    document = read(f"{scene} Kirby {cue} that talks failed.")
    begin = document.text.index("Kirby " + cue)
    at = begin + len("Kirby ")
    found = Attribution(
        "a", (Span(begin, begin + 5),), (Span(at, at + len(cue)),), (Span(at + len(cue) + 1, len(document.text) - 1),)
    )
    return date_statements(document, [found])[0].date


def test_a_scene_dates_what_is_said_next() -> None:
    assert _after("Residents met the company on Monday.") == day(MONDAY, DateBasis.CONTEXT)


@pytest.mark.parametrize(
    "scene", ["Rain fell on Monday.", "Residents met the company last year.", "Residents will meet on Friday."]
)
def test_no_scene_is_set_by(scene: str) -> None:
    assert _after(scene) == day(TUESDAY, DateBasis.PUBLICATION)


def test_what_is_said_now_is_not_said_in_the_scene() -> None:
    assert _after("Residents met the company on Monday.", "says") == day(TUESDAY, DateBasis.PUBLICATION)


def test_a_time_at_the_end_of_an_object_dates_the_statement() -> None:
    document = read("Kirby defended the early release scheme over the weekend.")
    content = (Span(15, len(document.text) - 1),)
    found = Attribution("a", (Span(0, 5),), (Span(6, 14),), content)
    when = date_statements(document, [found])[0].date
    assert (when.first, when.last, when.basis) == (date(2024, 6, 15), date(2024, 6, 16), DateBasis.EXPLICIT)


def test_a_time_at_the_end_of_a_clause_is_what_was_said() -> None:
    document = read("Kirby said the bridge was closed over the weekend.")
    found = Attribution("a", (Span(0, 5),), (Span(6, 10),), (Span(11, len(document.text) - 1),))
    assert date_statements(document, [found])[0].date.basis is DateBasis.PUBLICATION


BEFORE_SPEAKERS = {
    "an occasion's": ("At the party congress on Saturday ", "leader Ruth Vogel", date(2024, 6, 15)),
    "a ruling's": ("In Friday's ruling ", "Judge Ruth Vogel", date(2024, 6, 14)),
    "hours after another": ("Rain fell on Saturday. Hours later ", "Ruth Vogel", date(2024, 6, 15)),
}


@pytest.mark.parametrize(("before", "source", "said"), BEFORE_SPEAKERS.values(), ids=BEFORE_SPEAKERS)
def test_a_time_before_a_speaker_dates_the_statement(before: str, source: str, said: date) -> None:
    text = f"{before}{source} told them to stop."
    document = read(text)
    begin, cue, content = (text.index(words) for words in (source, "told", "to stop"))
    found = Attribution("a", (Span(begin, cue - 1),), (Span(cue, cue + 4),), (Span(content, len(text) - 1),))
    assert date_statements(document, [found])[0].date == day(said, DateBasis.EXPLICIT)
