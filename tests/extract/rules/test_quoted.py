"""Quotations as contents, on sentences parsed by hand."""

from claimtrack.extract.rules.quoted import is_speech, quoted_candidates, widen, within
from claimtrack.extract.rules.verbs import verb_candidates
from tests.extract.rules import sentences
from tests.extract.rules.sentences import all_told, cut, paragraph, quoted_in

TITLE = """
Kirby NNP nsubj 2
read  VBD ROOT  2 read
“     ``  punct 5
Heart NNP compound 5
Land  NNP dobj  2
”     ''  punct 5
.     .   punct 2
"""

QUOTED_END = """
Kirby NNP nsubj 2
said  VBD ROOT  2 say
talks NNS nsubj 5 talk
were  VBD aux   5 be
over  RB  ccomp 2
“     ``  punct 7
again RB  advmod 5
and   CC  cc    9
again RB  conj  7
.     .   punct 2
”     ''  punct 2
"""


def test_quoted_ranges_take_in_the_marks() -> None:
    where = paragraph(sentences.INVERTED)
    assert [cut(where.doc, [found]) for found in quoted_in(where)] == ["“We know it now,”"]


def test_a_word_stands_within_its_quotation() -> None:
    where = paragraph(sentences.INTERRUPTED)
    quoted = quoted_in(where)
    assert [within(token, quoted) for token in (where.doc[2], where.doc[6], where.doc[13])] == [
        quoted[0],
        None,
        quoted[1],
    ]


def test_a_verb_after_a_quotation_is_its_cue() -> None:
    where = paragraph(sentences.INVERTED)
    assert all_told(quoted_candidates(where, quoted_in(where))) == [("quoted", "Kirby", "said", "“We know it now,”")]


def test_a_verb_before_a_quotation_is_its_cue() -> None:
    where = paragraph(sentences.QUOTED_AFTER)
    assert all_told(quoted_candidates(where, quoted_in(where))) == [("quoted", "Kirby", "said", "“We know it now.”")]


def test_a_title_in_quotation_marks_is_no_speech() -> None:
    where = paragraph(TITLE)
    (title,) = quoted_in(where)
    assert not is_speech(where, title)
    assert not list(quoted_candidates(where, [title]))


def test_a_short_quotation_that_ends_in_a_comma_is_speech() -> None:
    where = paragraph(sentences.INTERRUPTED)
    assert is_speech(where, quoted_in(where)[0])


def test_a_content_takes_in_all_of_a_quotation_that_it_touches() -> None:
    where = paragraph(QUOTED_END)
    (found,) = verb_candidates(where.doc[1])
    wide = widen(found.with_content([(2, 7)]), quoted_in(where))
    assert cut(where.doc, wide.content) == "talks were over “again and again.”"


def test_a_cue_inside_a_quotation_takes_nothing_outside_it() -> None:
    where = paragraph(sentences.INVERTED)
    (found,) = verb_candidates(where.doc[2])
    kept = widen(found.with_content([(0, 9)]), quoted_in(where))
    assert cut(where.doc, kept.content) == "We know it now,”"
