"""Verbs as cues, on sentences parsed by hand."""

import pytest

from claimtrack.extract.rules.sources import source_range
from claimtrack.extract.rules.trees import dependents
from claimtrack.extract.rules.verbs import verb_candidates, verb_cue
from tests.extract.rules import sentences
from tests.extract.rules.sentences import all_told, cut, doc, word

FRAMES = {
    "a clause after the cue": (sentences.SAID_THAT, "said", ("clause", "Kirby", "said", "that talks failed")),
    "a clause before the cue": (sentences.CLAUSE_FIRST, "said", ("clause", "Kirby", "said", "Talks failed")),
    "a cue inside the clause": (sentences.INSERTED, "said", ("inserted", "Kirby", "said", "Talks … would fail.")),
    "an infinitive": (sentences.PROMISED, "promised", ("to", "Kirby", "promised", "to leave")),
    "an object with its complement": (sentences.ACCUSED, "accused", ("object", "Kirby", "accused", "Moscow of theft")),
    "an object and what it is called": (sentences.CALLED, "called", ("as", "Kirby", "called", "the claim absurd")),
    "an object and as what": (sentences.DESCRIBED, "described", ("as", "Kirby", "described", "it as theft")),
    "a preposition": (sentences.CALLED_FOR, "called", ("prep:for", "Kirby", "called for", "talks")),
    "a preposition and an infinitive": (
        sentences.CALLED_ON,
        "called",
        ("prep:on", "Kirby", "called on", "them to leave"),
    ),
    "a passive with a clause": (
        sentences.ANNOUNCED,
        "announced",
        ("passive:clause", "", "was announced", "that talks failed"),
    ),
    "a passive with an infinitive": (
        sentences.EXPECTED,
        "expected",
        ("passive:to", "", "is expected", "Kirby … to leave"),
    ),
    "a passive with its agent": (
        sentences.WAS_ACCUSED,
        "accused",
        ("passive", "Moscow", "was accused", "Kirby … of theft"),
    ),
    "a participle with the subject of the verb above": (
        sentences.SAYING,
        "saying",
        ("clause", "Kirby", "saying", "talks failed"),
    ),
    "a participle after with": (
        sentences.WITH_CALLING,
        "calling",
        ("as", "an official", "calling", "the claims absurd"),
    ),
    "somebody urged to say it": (sentences.URGED_TO_SAY, "say", ("clause", "him", "to say", "that talks failed")),
    "a finite verb taken for a participle": (
        sentences.MISTAKEN_PARTICIPLE,
        "told",
        ("clause", "Kirby, a spokesman,", "told", "that talks failed."),
    ),
}


@pytest.mark.parametrize(("table", "verb", "expected"), FRAMES.values(), ids=FRAMES)
def test_a_verb_takes(table: str, verb: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in all_told(verb_candidates(word(table, verb)))


def test_who_is_told_is_no_content() -> None:
    contents = [content for _, _, _, content in all_told(verb_candidates(word(sentences.TOLD, "told")))]
    assert contents == ["that talks failed"]


def test_a_verb_that_takes_nothing_makes_no_candidate() -> None:
    assert not list(verb_candidates(word(sentences.SAID_THAT, "failed")))


def test_the_time_of_saying_is_no_part_of_the_clause() -> None:
    (found,) = all_told(verb_candidates(word(sentences.SAID_ON_MONDAY, "said")))
    assert found == ("clause", "Kirby", "said", "it would appeal")


def test_a_dateline_is_no_part_of_the_source() -> None:
    (found,) = all_told(verb_candidates(word(sentences.DATELINE, "said")))
    assert found[1] == "Kirby"


def test_an_apposition_belongs_to_the_source_with_both_commas() -> None:
    told = word(sentences.APPOSITION, "told")
    assert cut(told.doc, [source_range(told.doc[0], told)]) == "Kirby, a spokesman,"


CUES = {
    "auxiliaries": (sentences.WAS_ACCUSED, "accused", "was accused"),
    "the verb that governs an infinitive": (sentences.CONTINUED, "dismiss", "continued to dismiss"),
    "an adverb that is a particle": (sentences.BRUSHED_ASIDE, "brushed", "brushed aside"),
    "no object": (sentences.ACCUSED, "accused", "accused"),
}


@pytest.mark.parametrize(("table", "verb", "expected"), CUES.values(), ids=CUES)
def test_a_cue_has(table: str, verb: str, expected: str) -> None:
    head = word(table, verb)
    assert cut(head.doc, [verb_cue(head, dependents(head))]) == expected


def test_a_particle_is_part_of_the_key() -> None:
    assert {found.key for found in verb_candidates(word(sentences.BRUSHED_ASIDE, "brushed"))} == {"brush_aside"}


def test_roles_of_a_candidate_share_no_word() -> None:
    for name in (name for name in dir(sentences) if name.isupper()):
        for token in doc(getattr(sentences, name)):
            for found in verb_candidates(token) if token.pos_ == "VERB" else ():
                places = [i for part in (found.cue, found.source, found.content) for a, b in part for i in range(a, b)]
                assert len(places) == len(set(places)), (name, found)


ACCUSED_ON_FRIDAY = """
Kirby   NNP nsubj 2
accused VBD ROOT  2 accuse
Moscow  NNP dobj  2
last    JJ  amod  5
week    NN  npadvmod 2
of      IN  prep  2
theft   NN  pobj  6
.       .   punct 2
"""

TAKEN_FOR_A_CLAUSE_OF_A_NAME = """
The    DT  det   2
chair  NN  ROOT  2
,      ,   punct 2
Ann    NNP compound 5
Lee    NNP appos 2
,      ,   punct 5
called VBD acl   5 call
for    IN  prep  7
talks  NNS pobj  8 talk
.      .   punct 2
"""

OVERLOOKED_CLAUSE = """
Bees      NNS npadvmod 10 bee
that      WDT nsubjpass 4
were      VBD auxpass 4
caught    VBN relcl 1
fly       NN  dobj  4
less      RBR advmod 4
often     RB  advmod 4
,         ,   punct 10
officials NNS nsubj 10 official
reported  VBD ROOT  10 report
.         .   punct 10
"""


def test_a_time_parts_an_object_from_its_complement() -> None:
    where = word(ACCUSED_ON_FRIDAY, "accused")
    for token in where.doc[3:5]:
        token.ent_type_ = "DATE"
    assert ("object", "Kirby", "accused", "Moscow … of theft") in all_told(verb_candidates(where))


def test_a_finite_verb_taken_for_a_clause_of_an_apposition_has_the_whole_phrase_as_source() -> None:
    found = all_told(verb_candidates(word(TAKEN_FOR_A_CLAUSE_OF_A_NAME, "called")))
    assert ("prep:for", "The chair, Ann Lee,", "called for", "talks") in found


def test_a_sentence_before_a_comma_is_the_content_of_a_verb_that_has_no_other() -> None:
    found = all_told(verb_candidates(word(OVERLOOKED_CLAUSE, "reported")))
    assert ("inserted", "officials", "reported", "Bees that were caught fly less often") in found


JOINED_TO_WHAT_IS_SAID = """
Kirby  NNP nsubj 2
said   VBD ROOT  2 say
roads  NNS nsubjpass 5 road
were   VBD auxpass 5
cut    VBN ccomp 2 cut
and    CC  cc    5
urged  VBD conj  5 urge
them   PRP dobj  7
to     TO  aux   10
help   VB  xcomp 7
.      .   punct 2
"""


def test_a_cue_that_was_joined_to_what_is_said_has_the_speaker_as_source() -> None:
    found = all_told(verb_candidates(word(JOINED_TO_WHAT_IS_SAID, "urged")))
    assert ("object", "Kirby", "urged", "them to help") in found


def test_what_is_said_ends_before_a_cue_that_was_joined_to_it() -> None:
    found = all_told(verb_candidates(word(JOINED_TO_WHAT_IS_SAID, "said")))
    assert ("clause", "Kirby", "said", "roads were cut") in found


def test_a_person_who_is_told_of_keeps_the_cue_that_is_joined() -> None:
    table = JOINED_TO_WHAT_IS_SAID.replace("roads  NNS nsubjpass", "Keller NNP nsubj")
    assert ("object", "Keller", "urged", "them to help") in all_told(verb_candidates(word(table, "urged")))


AFTER_A_LABEL = """
TNR    NNP dep   4
:      :   punct 4
the    DT  det   4
chair  NN  nsubj 5
called VBD ROOT  5 call
it     PRP dobj  5
theft  NN  oprd  5
.      .   punct 5
"""


def test_a_transcripts_label_is_no_part_of_the_source_behind_it() -> None:
    assert ("as", "the chair", "called", "it theft") in all_told(verb_candidates(word(AFTER_A_LABEL, "called")))
