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


INVERTED_WITHOUT_SUBJECT = """
“        ``  punct 3
He       PRP nsubj 3
listens  VBZ ccomp 6
,        ,   punct 6
”        ''  punct 6
said     VBD ROOT  6 say
the      DT  det   9
former   JJ  amod  9
captain  NN  ccomp 6
.        .   punct 6
"""

QUOTED_SUBJECT = """
“        ``  punct 9
No       DT  det   3
siren    NN  nsubj 9
,        ,   punct 3
nothing  NN  appos 3
,        ,   punct 3
”        ''  punct 3
Abad     NNP nsubj 9
said     VBD ROOT  9 say
.        .   punct 9
"""

RUN_ON = """
He       PRP nsubj 2
replied  VBD ccomp 11 reply
on       IN  prep  2
X.       NNP pobj  3
“        ``  punct 7
It       PRP nsubj 7
is       VBZ ccomp 11
,        ,   punct 11
”        ''  punct 11
he       PRP nsubj 11
wrote    VBD ROOT  11 write
.        .   punct 11
"""


def test_an_inverted_verb_without_a_subject_takes_the_words_behind_it_as_source() -> None:
    where = paragraph(INVERTED_WITHOUT_SUBJECT)
    found = all_told(quoted_candidates(where, quoted_in(where)))
    assert ("quoted", "the former captain", "said", "“He listens,”") in found


def test_a_subject_inside_the_quotation_gives_way_to_one_outside() -> None:
    where = paragraph(QUOTED_SUBJECT)
    assert ("quoted", "Abad", "said", "“No siren, nothing,”") in all_told(quoted_candidates(where, quoted_in(where)))


def test_a_sentence_that_ends_before_the_quotation_is_no_part_of_its_content() -> None:
    where = paragraph(RUN_ON)
    clauses = [widen(found, quoted_in(where)) for found in verb_candidates(where.doc[10])]
    assert [cut(where.doc, found.content) for found in clauses] == ["“It is,”"]
