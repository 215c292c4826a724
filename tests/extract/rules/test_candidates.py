"""All candidates of a paragraph."""

from claimtrack.extract.rules.candidates import candidates
from tests.extract.rules import sentences
from tests.extract.rules.sentences import all_told, paragraph, quoted_in


def test_a_head_may_have_several_candidates() -> None:
    where = paragraph(sentences.INTERRUPTED)
    assert [frame for frame, *_ in all_told(candidates(where, quoted_in(where)))] == ["inserted", "quoted", "quoted"]


def test_candidates_of_all_word_classes_are_found() -> None:
    tables = {
        "said": sentences.SAID_THAT,
        "claim": sentences.HIS_CLAIM,
        "sure": sentences.SURE_THAT,
        "reportedly": sentences.REPORTEDLY,
        "according": sentences.ACCORDING,
        ":": sentences.COLON,
    }
    for head, table in tables.items():
        where = paragraph(table)
        assert head in {found.head.text for found in candidates(where, quoted_in(where))}


def test_contents_take_in_the_quotations_that_they_touch() -> None:
    where = paragraph(sentences.INVERTED)
    contents = {content for _, _, cue, content in all_told(candidates(where, quoted_in(where))) if cue == "said"}
    assert contents == {"“We know it now,”"}


def test_every_candidate_has_a_content() -> None:
    for name in (name for name in dir(sentences) if name.isupper()):
        where = paragraph(getattr(sentences, name))
        assert all(found.content for found in candidates(where, quoted_in(where))), name
