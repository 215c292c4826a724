"""Which statements a denial answers."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from claimtrack.domain.attribution import Attribution
from claimtrack.extract.denials import link_denials, weigh_stances
from claimtrack.extract.parsed import ParsedDocument
from tests.extract.build import attribution, parsed
from tests.extract.reading import Found, found_in

ACCUSED = """
Syldavia NNP nsubj 2
accused  VBD ROOT  2 accuse
Borduria NNP dobj  2
of       IN  prep  2
shelling VBG pcomp 4 shell
towns    NNS dobj  5 town
.        .   punct 2
"""

PRAISED = """
Syldavia NNP nsubj 2
praised  VBD ROOT  2 praise
the      DT  det   4
harvest  NN  dobj  2
.        .   punct 2
"""

DENIED_CLAIMS = """
Borduria NNP nsubj 2
denied   VBD ROOT  2 deny
such     JJ  amod  4
claims   NNS dobj  2 claim
.        .   punct 2
"""

DENIED_TOWN_CLAIMS = DENIED_CLAIMS.replace("such     JJ  amod  4", "towns    NNS amod  4 town")

DENIED_SHELLING = """
Borduria NNP nsubj 2
denied   VBD ROOT  2 deny
shelling VBG xcomp 2 shell
towns    NNS dobj  3 town
.        .   punct 2
"""

NEVER_SHELLED = """
Borduria NNP nsubj 2
said     VBD ROOT  2 say
it       PRP nsubj 6
has      VBZ aux   6
never    RB  neg   6
shelled  VBN ccomp 2 shell
towns    NNS dobj  6 town
.        .   punct 2
"""

FILLER = """
Rain NN  nsubj 2
fell VBD ROOT  2 fall
.    .   punct 2
"""


def _denials_of(document: ParsedDocument, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with what denies and what it answers, no reader asked."""
    return link_denials(document, weigh_stances(document, attributions))


def _links(*tables: str, denial: str = "such claims", cue: str = "denied", stance: str = "denies") -> Attribution:
    """The denial, linked, of a document in which Syldavia speaks first."""
    document = parsed(*tables)
    verb = "accused" if "accused" in document.text else "praised"
    content = "Borduria of shelling towns" if verb == "accused" else "the harvest"
    first = attribution(document, id="first", source="Syldavia", cue=verb, content=content, speakers=("Syldavia",))
    answer = attribution(document, id="answer", cue=cue, content=denial, speakers=("Borduria",), stance=stance)
    return _denials_of(document, sorted([first, answer], key=lambda each: each.content))[-1]


def test_a_bare_denial_answers_the_accusation_before_it() -> None:
    assert _links(ACCUSED, DENIED_CLAIMS).denies == ("first",)


def test_a_denial_that_shares_words_answers_the_accusation() -> None:
    assert _links(ACCUSED, DENIED_SHELLING, denial="shelling towns").denies == ("first",)


def test_a_denial_reaches_back_over_paragraphs_by_shared_words() -> None:
    assert _links(ACCUSED, *[FILLER] * 11, DENIED_TOWN_CLAIMS, denial="towns claims").denies == ("first",)


def test_a_denial_reaches_no_further_than_twelve_paragraphs() -> None:
    assert _links(ACCUSED, *[FILLER] * 12, DENIED_TOWN_CLAIMS, denial="towns claims").denies == ()


def test_a_denial_does_not_answer_praise_of_something_else() -> None:
    assert _links(PRAISED, FILLER, DENIED_SHELLING, denial="shelling towns").denies == ()


def test_a_plain_negative_of_the_accused_denies_the_accusation() -> None:
    found = _links(ACCUSED, NEVER_SHELLED, denial="it has never shelled towns", cue="said", stance="asserts")
    assert (found.stance.value, found.denies) == ("denies", ("first",))


def test_a_plain_negative_that_answers_nothing_asserts() -> None:
    found = _links(PRAISED, NEVER_SHELLED, denial="it has never shelled towns", cue="said", stance="asserts")
    assert (found.stance.value, found.denies) == ("asserts", ())


def test_what_a_denial_is_said_to_answer_stays() -> None:
    document = parsed(ACCUSED, DENIED_CLAIMS)
    first = attribution(document, id="a", cue="accused", content="Borduria of shelling towns")
    answer = attribution(document, id="b", cue="denied", content="such claims", stance="denies")
    linked = replace(answer, denies=("a", "x"), denial_score=1.0)
    assert link_denials(document, [first, linked])[1] == linked


def test_nobody_denies_what_they_say_themselves() -> None:
    document = parsed(ACCUSED, DENIED_CLAIMS)
    first = attribution(document, id="a", cue="accused", content="Borduria of shelling towns", speakers=("Borduria",))
    answer = attribution(document, id="b", cue="denied", content="such claims", speakers=("Borduria",), stance="denies")
    assert _denials_of(document, [first, answer])[1].denies == ()


def test_a_belief_is_not_denied() -> None:
    document = parsed(ACCUSED, DENIED_CLAIMS)
    first = attribution(document, id="a", type="belief", cue="accused", content="Borduria of shelling towns")
    answer = attribution(document, id="b", cue="denied", content="such claims", stance="denies")
    assert _denials_of(document, [first, answer])[1].denies == ()


def _by(found: list[Found], speaker: str) -> Found:
    return next(each for each in found if speaker in each.speakers)


PASSAGES = {
    "such claims": (
        "Syldavia accused Borduria of shelling its harbor.\n\nThe two capitals have been at odds for years.\n\n"
        "Borduria has dismissed such claims."
    ),
    "it": "Syldavia accused Borduria of shelling its harbor.\n\nBorduria said it was untrue.",
    "the accusation": "Syldavia says Borduria has shelled its harbor. Borduria denied the accusation.",
    "the thing itself": "Syldavia says Borduria sold arms to the rebels.\n\nBorduria denies the arms sales.",
    "an earlier accusation, by a plain negative": (
        "Syldavia accused Borduria of shelling its harbor.\n\n“We have never shelled a harbor,” Borduria said."
    ),
    "what follows in the same paragraph": (
        "Borduria denied that it had sold arms, after Syldavia accused Borduria of selling arms to rebels."
    ),
}


@pytest.mark.parametrize("text", PASSAGES.values(), ids=PASSAGES)
def test_a_denial_answers(text: str) -> None:
    found = found_in(text)
    denial = _by(found, "Borduria").attribution
    assert denial.stance == "denies"
    assert denial.denies == (_by(found, "Syldavia").attribution.id,)


UNANSWERED = {
    "a later paragraph": "Borduria denies the arms sales.\n\nSyldavia says Borduria sold arms to the rebels.",
    "nothing that is said": "Syldavia praised the harvest.\n\nBorduria denied the report.",
}


@pytest.mark.parametrize("text", UNANSWERED.values(), ids=UNANSWERED)
def test_a_denial_does_not_answer(text: str) -> None:
    denial = _by(found_in(text), "Borduria").attribution
    assert (denial.stance.value, denial.denies) == ("denies", ())


def test_two_denials_of_a_paragraph_answer_the_same() -> None:
    found = found_in(
        "Syldavia accused Borduria of shelling its harbor.\n\n"
        "Borduria denied the attack, dismissing such claims as “absurd.”"
    )
    accusation = _by(found, "Syldavia").attribution.id
    denials = [each.attribution.denies for each in found if each.attribution.stance == "denies"]
    assert denials == [(accusation,), (accusation,)]


def test_a_denial_of_denied_allegations_does_not_answer_its_own_speaker() -> None:
    found = found_in(
        "Dan Smith said that Peter Jones stole the money. Jones denied the claim. Smith later denied the allegations."
    )
    own = {each.attribution.id for each in found if "Dan Smith" in each.speakers}
    (denial,) = (each.attribution for each in found if each.content == "the allegations")
    assert denial.stance == "denies"
    assert not own & set(denial.denies)


def test_a_quotation_goes_on_with_its_speakers_own_denial() -> None:
    found = found_in(
        "Syldavia accused Borduria of shelling its harbor.\n\n"
        "Borduria rejected the accusation. “Our guns are in a museum,” Borduria said."
    )
    accusation = _by(found, "Syldavia").attribution.id
    denials = [each.attribution for each in found if "Borduria" in each.speakers]
    assert [(each.stance.value, each.denies) for each in denials] == [("denies", (accusation,))] * 2


def test_what_was_refused_to_somebody_is_not_answered() -> None:
    found = found_in("Border guards denied entry to a choir.\n\n“We sat on our suitcases,” Mara Keller said.")
    assert _by(found, "Mara Keller").attribution.denies == ()


HEADLINE = ACCUSED.rsplit("\n", 2)[0] + "\n"


def test_what_an_article_says_more_of_its_headline_denies_nothing() -> None:
    under = {"denial": "it has never shelled towns", "cue": "said", "stance": "asserts"}
    assert _links(ACCUSED, NEVER_SHELLED, **under).denies == ("first",)
    assert _links(HEADLINE, NEVER_SHELLED, **under).denies == ()


def test_a_denial_by_its_own_words_may_answer_the_headline() -> None:
    assert _links(HEADLINE, DENIED_CLAIMS).denies == ("first",)


SHELLED = """
Khemed   NNP nsubj 2
said     VBD ROOT  2 say
Borduria NNP nsubj 4
shelled  VBD ccomp 2 shell
many     JJ  amod  6
towns    NNS dobj  4 town
.        .   punct 2
"""


def test_who_says_the_accusation_again_does_not_deny_it() -> None:
    document = parsed(ACCUSED, SHELLED)
    accused = "Borduria of shelling towns"
    first = attribution(document, id="a", cue="accused", content=accused, speakers=("Syldavia",))
    again = attribution(document, id="b", cue="said", content="Borduria shelled many towns", speakers=("Khemed",))
    assert _denials_of(document, [first, again])[1].stance.value == "asserts"
