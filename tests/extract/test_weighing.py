"""Stances by rules, answers and a reader together, the reader made by hand."""

import math
from collections.abc import Sequence
from dataclasses import replace

import pytest

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.domain.vocabulary import AttributionType, Stance
from claimtrack.extract.denials import link_denials, weigh_stances
from claimtrack.extract.denials.answers import Answer
from claimtrack.extract.denials.links import Link
from claimtrack.extract.denials.weighing import SIGNS, WEIGHED, WORTH, signs_of, worth_reading
from claimtrack.extract.lexicons import table
from claimtrack.extract.pipeline import Extractor
from claimtrack.extract.reading import Scores
from tests.extract.build import attribution, parsed
from tests.extract.test_denials import ACCUSED, DENIED_CLAIMS, NEVER_SHELLED

FED = """
Borduria NNP nsubj 2
said     VBD ROOT  2 say
it       PRP nsubj 4
feeds    VBZ ccomp 2 feed
towns    NNS dobj  4 town
.        .   punct 2
"""
STANCES = tuple(Stance)


class Reader:
    """Is sure of the same stance for all, and keeps the ids of what it has read."""

    def __init__(self, stance: Stance) -> None:
        self._stance = stance
        self.read: list[str] = []
        self.asked = 0

    def __call__(self, text: str, statements: Sequence[Attribution]) -> list[Scores]:
        self.asked += 1
        self.read += [each.id for each in statements]
        return [sure_of(self._stance) for _ in statements]


def sure_of(stance: Stance) -> Scores:
    """What a reader says that is sure of a stance."""
    return [math.log(0.997 if each is stance else 0.001) for each in STANCES]


def _fed(reader: Reader, **fields: str) -> Attribution:
    """What Borduria says of feeding towns, which has no word that denies."""
    document = parsed(ACCUSED, FED)
    accused = attribution(document, id="a", cue="accused", content="Borduria of shelling", speakers=("Syldavia",))
    reply = attribution(document, id="b", cue="said", content="it feeds towns", speakers=("Borduria",), **fields)
    return link_denials(document, weigh_stances(document, [accused, reply], read=reader))[1]


@pytest.mark.parametrize("stance", WEIGHED)
def test_a_reader_that_is_sure_tells_the_stance_of_plain_words(stance: Stance) -> None:
    assert _fed(Reader(stance)).stance is stance


def test_a_text_without_statements_asks_no_reader() -> None:
    reader = Reader(Stance.DENIES)
    reply = attribution(parsed(FED), type="belief", cue="said", content="it feeds towns")
    weigh_stances(parsed(FED), [reply], read=reader)
    assert reader.asked == 0


def test_without_a_reader_rules_decide() -> None:
    document = parsed(FED)
    reply = attribution(document, cue="said", content="it feeds towns", speakers=("Borduria",))
    assert weigh_stances(document, [reply]) == [reply]


def test_what_is_read_as_a_denial_is_linked_to_what_it_answers() -> None:
    document = parsed(ACCUSED, DENIED_CLAIMS)
    told = "Borduria of shelling towns"
    accused = attribution(document, id="a", type="belief", cue="accused", content=told, speakers=("Syldavia",))
    ruled = {"cue": "denied", "content": "such claims", "stance": "confirms"}
    denied = attribution(document, id="b", speakers=("Borduria",), **ruled)
    (_, read) = weigh_stances(document, [accused, denied], read=Reader(Stance.DENIES))
    assert link_denials(document, [replace(accused, type=AttributionType.STATEMENT), read])[1].denies == ("a",)


class ReaderOfEach(Reader):
    """Is sure of a stance for each, in their order."""

    def __init__(self, *stances: Stance) -> None:
        super().__init__(stances[0])
        self._stances = stances

    def __call__(self, text: str, statements: Sequence[Attribution]) -> list[Scores]:
        return [sure_of(stance) for _, stance in zip(statements, self._stances, strict=True)]


def test_what_denies_by_answering_does_not_deny_another_denial() -> None:
    document = parsed(ACCUSED, NEVER_SHELLED)
    accused = attribution(document, id="a", cue="accused", content="Borduria of shelling towns", speakers=("Syldavia",))
    reply = attribution(document, id="b", cue="said", content="it has never shelled towns", speakers=("Borduria",))
    asserted = weigh_stances(document, [accused, reply], read=ReaderOfEach(Stance.ASSERTS, Stance.DENIES))
    assert [each.denies for each in asserted] == [(), ("a",)]
    denied = weigh_stances(document, [accused, reply], read=Reader(Stance.DENIES))
    assert [(each.stance, each.denies) for each in denied] == [(Stance.DENIES, ())] * 2


def test_what_is_unlikely_to_answer_another_is_not_worth_reading() -> None:
    hardly = Answer(Link(WORTH / 2, 0, "a"), goes_on=False)
    assert not worth_reading(Stance.ASSERTS, hardly)
    assert worth_reading(Stance.DECLINES, hardly)
    assert worth_reading(Stance.ASSERTS, hardly._replace(link=Link(2 * WORTH, 0, "a")))


def test_what_has_nothing_to_answer_is_worth_reading() -> None:
    assert worth_reading(Stance.ASSERTS, None)
    assert worth_reading(Stance.ASSERTS, Answer(None, goes_on=False))


def test_beliefs_are_not_read() -> None:
    reader = Reader(Stance.DENIES)
    assert _fed(reader, type="belief").stance is Stance.ASSERTS
    assert reader.read == ["a"]


def test_a_statement_without_a_content_is_read_too() -> None:
    document = parsed(FED)
    silent = attribution(document, cue="said", speakers=("Borduria",))
    assert weigh_stances(document, [silent], read=Reader(Stance.DECLINES))[0].stance is Stance.DECLINES


def test_signs_have_the_order_of_their_names() -> None:
    answer = Answer(Link(0.5, 0, "a"), goes_on=True)
    signs = dict(zip(SIGNS, signs_of(Stance.CONFIRMS, answer, [-1.0, -2.0, -3.0, -400.0]), strict=True))
    assert (signs["rules confirm"], signs["rules deny"], signs["answers"], signs["likely to answer"]) == (1, 0, 1, 0)
    assert (signs["reads as asserting"], signs["reads as confirming"]) == (-1, -3)
    assert signs["reads as declining"] > -10


def test_what_answers_nothing_is_as_unlikely_as_can_be() -> None:
    nothing, hardly = (
        signs_of(Stance.ASSERTS, answer, sure_of(Stance.ASSERTS))
        for answer in (None, Answer(Link(0.0, 0, "a"), goes_on=False))
    )
    assert nothing == hardly


def test_every_sign_has_a_weight_for_every_stance() -> None:
    assert all(set(table("weighing")[stance]) == {"bias", *SIGNS} for stance in WEIGHED)


def test_the_program_tells_a_denial_that_has_no_word_of_the_accusation() -> None:
    text = (
        "Auditors say that the treasurer took cash from the club's till.\n\n"
        "“Every cent is in the books,” said the treasurer, Olga Brandt."
    )
    ((_, found),) = Extractor().annotate([Document("a", text)])
    assert [each.stance for each in found if "cent" in text[each.content[0].start : each.content[0].end]] == ["denies"]
