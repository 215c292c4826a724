"""claimtrack as a component of a spaCy pipeline."""

from collections.abc import Iterator
from datetime import date

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from claimtrack.domain.document import Document
from claimtrack.errors import ModelError
from claimtrack.extract.component import NAME
from claimtrack.extract.language import load_language
from claimtrack.extract.pipeline import Extractor

TEXT = (
    "Mara Keller said on Monday that the bridge would open.\n\n“It is safe,” she said. Ruth Vogel denied the report.\n"
)


@pytest.fixture(scope="module")
def nlp() -> Iterator[Language]:
    """The program's own pipeline with the component behind it."""
    language = load_language()
    language.add_pipe(NAME)
    yield language
    language.remove_pipe(NAME)


def test_a_doc_gets_attributions_with_all_their_fields(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.published = date(2024, 6, 18)
    first, second, third = nlp(doc)._.attributions
    assert [each.speakers[0].name for each in (first, second, third)] == ["Mara Keller", "Mara Keller", "Ruth Vogel"]
    assert first.date.first == date(2024, 6, 17)
    assert (second.kind.value, third.stance.value) == ("direct", "denies")


def test_spans_are_in_a_group_with_their_role_and_attribution(nlp: Language) -> None:
    doc = nlp(TEXT)
    by_id = {each.id for each in doc._.attributions}
    assert {span.label_ for span in doc.spans[NAME]} == {"source", "cue", "content"}
    assert {span.id_ for span in doc.spans[NAME]} == by_id
    assert "Mara Keller" in [span.text for span in doc.spans[NAME] if span.label_ == "source"]


def test_offsets_count_the_docs_text(nlp: Language) -> None:
    first = nlp(TEXT)._.attributions[0]
    assert TEXT[slice(*first.source[0])] == "Mara Keller"


def test_the_component_finds_what_annotate_finds(nlp: Language) -> None:
    ((_, found),) = Extractor().annotate([Document("any", TEXT)])
    spans = [(each.source, each.cue, each.content) for each in found]
    assert [(each.source, each.cue, each.content) for each in nlp(TEXT)._.attributions] == spans


def test_docs_stream_through_in_order(nlp: Language) -> None:
    texts = [f"Mara Keller said the toll was {number}." for number in range(20)]
    docs = list(nlp.pipe(texts, batch_size=3))
    assert [doc.text for doc in docs] == texts
    assert all(len(doc._.attributions) == 1 for doc in docs)


def test_rules_can_take_the_models_place() -> None:
    language = load_language()
    language.add_pipe(NAME, name="by_rules", config={"extractor": "rules"})
    try:
        assert len(language("Mara Keller said the toll would fall.")._.attributions) == 1
    finally:
        language.remove_pipe("by_rules")


def test_an_empty_doc_has_none(nlp: Language) -> None:
    assert nlp("")._.attributions == ()


def test_a_pipeline_without_a_parser_is_told_what_it_lacks() -> None:
    language = spacy.blank("en")
    language.add_pipe(NAME)
    with pytest.raises(ModelError, match="needs DEP, POS, LEMMA, ENT_IOB of every token"):
        language("Mara Keller said the toll would fall.")


def test_spacy_knows_the_component_without_an_import() -> None:
    assert NAME in spacy.registry.factories.get_all() or NAME in spacy.registry.factories.get_entry_points()


def test_attributions_and_publication_go_with_a_doc_that_is_written_and_read(nlp: Language) -> None:
    doc = nlp(TEXT)
    doc._.published = date(2024, 6, 18)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.attributions == doc._.attributions
    assert again._.published == date(2024, 6, 18)


def test_several_processes_do_the_same_work(nlp: Language) -> None:
    texts = [f"Mara Keller said the toll was {number}." for number in range(4)]
    docs = list(nlp.pipe(texts, n_process=2, batch_size=2))
    assert [[each.speakers[0].name for each in doc._.attributions] for doc in docs] == [["Mara Keller"]] * 4


WRAPPED = [
    "Ten percent of drivers, according to the ministry,\nwill pay the toll in May.",
    "A steep rise in tolls, according to a report,\nhas angered drivers.",
    "Reportedly ten percent of drivers\nwill pay the toll in May.",
]


@pytest.mark.parametrize("text", WRAPPED)
def test_a_sentence_over_two_lines_is_read_line_by_line(nlp: Language, text: str) -> None:
    for found in nlp(text)._.attributions:
        assert all(end <= len(text) for _, end in found.content)


def test_a_line_cut_inside_a_token_makes_paragraphs_that_do_not_overlap(nlp: Language) -> None:
    text = "x" * 30_000 + " Mara Keller said the toll fell."
    assert len(nlp(text)._.attributions) == 1
