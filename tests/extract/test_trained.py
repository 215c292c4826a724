"""The trained model as a span finder: on short texts whose reading leaves no doubt."""

import sys
from collections.abc import Sequence
from functools import cache

import pytest

from claimtrack.domain.document import Document
from claimtrack.domain.spans import Span, overlap
from claimtrack.domain.vocabulary import AttributionType, FinderName
from claimtrack.errors import ModelError
from claimtrack.extract.language import load_language, parse
from claimtrack.extract.pipeline import Extractor
from claimtrack.extract.trained import ModelFinder
from claimtrack.model.passages import Passage, Tagged
from tests.extract.reading import in_words, parsed


@cache
def finder() -> ModelFinder:
    return ModelFinder()


def spans_in(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of what the model finds in a text."""
    (found,) = finder()([parsed(text)])
    return [(each.source, each.cue, each.content) for each in in_words(text, found)]


FORMS = {
    "a clause": (
        "Mara Keller said the bridge would open in May.",
        ("Mara Keller", "said", "the bridge would open in May"),
    ),
    "a quotation before its cue": (
        "“The toll will fall,” Mara Keller said.",
        ("Mara Keller", "said", "“The toll will fall,”"),
    ),
    "a cue in the middle": (
        "“The toll,” Mara Keller said, “will fall.”",
        ("Mara Keller", "said", "“The toll,” … “will fall.”"),
    ),
    "according to": (
        "The bridge is safe, according to the transport ministry.",
        ("the transport ministry", "according to", "The bridge is safe"),
    ),
    "a passive without a source": (
        "It was announced that the bridge would open in May.",
        ("", "was announced", "that the bridge would open in May"),
    ),
    "a rare verb": (
        "The minister intimated that the toll would fall.",
        ("The minister", "intimated", "that the toll would fall"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), FORMS.values(), ids=FORMS)
def test_the_model_reads(text: str, expected: tuple[str, str, str]) -> None:
    assert spans_in(text) == [expected]


def test_what_nobody_says_is_nothing() -> None:
    assert spans_in("The bridge opened in May. Two trucks crossed it, and it rained all day.") == []


def test_a_quotation_of_the_next_paragraph_goes_on_with_its_speaker() -> None:
    text = "“The toll will fall,” Mara Keller said.\n\n“Nobody will pay more than before.”"
    assert spans_in(text) == [("Mara Keller", "said", "“The toll will fall,” … “Nobody will pay more than before.”")]


def test_a_document_without_text_has_nothing() -> None:
    assert finder()([parsed("")]) == [[]]


def test_every_attribution_has_a_confidence_between_none_and_all() -> None:
    (found,) = finder()([parsed("Mara Keller said the bridge would open, but Ruth Vogel denied that it was safe.")])
    assert [0 < (each.confidence or 0) < 1 for each in found] == [True, True]


def test_documents_of_a_batch_keep_their_own_attributions_in_order() -> None:
    texts = ["Mara Keller said the toll fell.", "", "Ruth Vogel said it rose.\n" * 5, "Nothing happened."]
    batch = list(parse([Document(str(n), text) for n, text in enumerate(texts)], load_language()))
    assert [len(found) for found in finder()(batch)] == [1, 0, 5, 0]


def test_the_finder_is_named_after_its_model() -> None:
    assert finder().name.startswith("minilm-l6")


def test_sources_cues_and_contents_of_an_attribution_do_not_overlap() -> None:
    text = "“The toll,” Mara Keller, the mayor, told the Herald, “will fall, as Ruth Vogel promised.”"
    (found,) = finder()([parsed(text)])
    assert found
    assert not any(overlap(each.source, each.content) or overlap(each.cue, each.content) for each in found)


def test_a_quotation_that_the_model_gave_to_a_cue_of_another_paragraph_stays_there() -> None:
    text = "“It is safe,” Mara Keller said. Then she told reporters:\n“The toll will fall.”"
    contents = [content for _, _, content in spans_in(text)]
    assert sum("“The toll will fall.”" in content for content in contents) == 1


class Finds:
    """A model that finds these attributions in every passage, told in words."""

    name = "fixed"

    def __init__(self, *found: tuple[str, str, str]) -> None:
        self.found = found

    def begin(self, passages: Sequence[Passage]) -> list[list[Tagged]]:
        return [[self._tagged(passage.text, *each) for each in self.found] for passage in passages]

    def _tagged(self, text: str, *words: str) -> Tagged:
        source, cue, content = ((Span(text.index(each), text.index(each) + len(each)),) for each in words)
        return Tagged(source, cue, content, AttributionType.STATEMENT, 0.9)


def test_what_is_begun_before_the_parse_gives_what_comes_after_it() -> None:
    texts = ["Mara Keller said the toll fell.\n\n“It rose,” said Ruth Vogel.", "", "The ministry denied it."]
    batch = [parsed(text) for text in texts]
    find = finder().begin([each.document for each in batch])
    assert find(batch) == finder()(batch)


INSIDE = ("both leaders", "plan", "to open the bridge")
AROUND = "Mara Keller said that both leaders plan to open the bridge."


def cues_with(model: Finds, text: str) -> list[str]:
    (found,) = ModelFinder(model)([parsed(text)])
    return sorted(each.cue for each in in_words(text, found))


def test_rules_add_a_statement_around_another_one() -> None:
    assert cues_with(Finds(INSIDE), AROUND) == ["plan", "said"]


def test_a_source_is_kept_to_the_sentence_of_its_cue() -> None:
    text = "“No,” said Grant. Santoro told them that it was late."
    (found,) = ModelFinder(Finds(("Grant. Santoro", "told", "that it was late")))([parsed(text)])
    assert "Santoro" in [each.source for each in in_words(text, found)]


def test_a_title_ends_no_sentence() -> None:
    for title in ("Capt.", "Mrs.", "Del."):
        text = f"Then {title} Ruth Vogel told them that it was late."
        (found,) = ModelFinder(Finds((f"{title} Ruth Vogel", "told", "that it was late")))([parsed(text)])
        assert [each.source for each in in_words(text, found)] == [f"{title} Ruth Vogel"]


def test_rules_add_nothing_to_a_cue_that_the_model_has_read() -> None:
    assert cues_with(Finds(("Mara Keller", "said", "the bridge")), AROUND) == ["said"]


def test_rules_that_are_not_sure_add_nothing() -> None:
    assert cues_with(Finds(("Both leaders", *INSIDE[1:])), "Both leaders plan to open the bridge, Keller said.") == [
        "plan"
    ]


def test_rules_do_without_what_the_model_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "claimtrack.model.tagger", None)
    assert Extractor(FinderName.RULES).find([parsed("Mara Keller said the toll fell.")])[0]
    with pytest.raises(ModelError, match="use --extractor rules"):
        ModelFinder().name  # noqa: B018  asking for it loads the model
