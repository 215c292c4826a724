"""Stance of statements: cues read on sentences parsed by hand, whole sentences read by the real pipeline."""

from dataclasses import replace

import pytest

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import AttributionType, SpeechKind
from claimtrack.extract.stance import find_speech_acts, judge_stances, read_cue, stance_of
from claimtrack.extract.stance.content import heads_of
from tests.extract.build import attribution, parsed
from tests.extract.reading import parsed as read
from tests.extract.speakers.passages import read as marked

NEITHER_NOR = """
Kirby   NNP nsubj   4
would   MD  aux     4
neither CC  preconj 4
confirm VB  ROOT    4
nor     CC  cc      4
deny    VB  conj    4
it      PRP dobj    6
.       .   punct   4
"""

SHOT_DOWN = """
Kirby  NNP nsubj 2
shot   VBD ROOT  2 shoot
down   RP  prt   2
rumors NNS dobj  2 rumor
.      .   punct 2
"""

NOBODY_DENIED = """
No       DT  det   2
official NN  nsubj 3
denied   VBD ROOT  3 deny
it       PRP dobj  3
.        .   punct 3
"""

DENIED_HIM = """
Kirby     NNP nsubj  2
denied    VBD ROOT   2 deny
him       PRP dative 2
an        DT  det    5
interview NN  dobj   2
.         .   punct  2
"""

WITHOUT_DENYING = """
Kirby   NNP nsubj 2
left    VBD ROOT  2 leave
without IN  prep  2
denying VBG pcomp 3 deny
it      PRP dobj  4
.       .   punct 2
"""


def _stance(table: str, cue: str, content: str) -> str:
    document = parsed(table)
    return stance_of(document, attribution(document, cue=cue, content=content)).value


def test_a_cue_comes_to_its_lemmas_and_particle_verbs() -> None:
    document = parsed(SHOT_DOWN)
    cue = read_cue(document.tokens(attribution(document, cue="shot down").cue))
    assert cue.lemmas == {"shoot", "down", "shoot_down"}
    assert not cue.negated


def test_a_negation_reaches_the_second_of_two_verbs() -> None:
    document = parsed(NEITHER_NOR)
    cue = read_cue(document.tokens(attribution(document, cue="deny").cue))
    assert cue.negated
    assert cue.verbs == {"confirm", "deny"}


def test_neither_to_confirm_nor_to_deny_declines() -> None:
    assert _stance(NEITHER_NOR, "deny", "it") == "declines"


def test_rumors_shot_down_are_denied() -> None:
    assert _stance(SHOT_DOWN, "shot down", "rumors") == "denies"


def test_what_nobody_denies_is_not_denied() -> None:
    assert _stance(NOBODY_DENIED, "denied", "it") == "asserts"


def test_an_interview_denied_to_somebody_is_no_denial() -> None:
    assert _stance(DENIED_HIM, "denied", "an interview") == "asserts"


def test_leaving_without_denying_is_no_denial() -> None:
    assert _stance(WITHOUT_DENYING, "denying", "it") == "asserts"


def test_the_heads_of_a_content_hang_on_none_of_its_words() -> None:
    document = parsed(DENIED_HIM)
    content = document.tokens(attribution(document, content="him an interview").content)
    assert [token.text for token in heads_of(content)] == ["him", "interview"]


DENIES = {
    "a story made up": "Keller q1[said] c1[the story was fabricated from beginning to end].",
    "not a shred": "c1[“There isn’t a shred of evidence for it,”] Keller q1[said].",
    "a reading disputed": "Keller q1[disputed] c1[this reading].",
    "deny": "Keller q1[denied] c1[the report].",
    "deny a deed": "Keller q1[denied] c1[taking bribes].",
    "deny responsibility": "Keller q1[denied] c1[responsibility for the accident].",
    "deny with auxiliaries": "Keller q1[has repeatedly denied] c1[any wrongdoing].",
    "refute": "Keller q1[refuted] c1[claims that the bridge was unsafe].",
    "reject accusations": "Keller q1[rejected] c1[the accusations].",
    "dismiss allegations": "Keller q1[dismissed] c1[the allegations].",
    "dismiss such things": "Keller q1[dismissed] c1[such endeavors].",
    "continue to dismiss": "Keller q1[continued to dismiss] c1[claims of fraud].",
    "brush aside criticism": "Keller q1[brushed aside] c1[the criticism].",
    "dispute findings": "Keller q1[disputed] c1[the findings].",
    "contradict an account": "Keller q1[contradicted] c1[the account].",
    "a claim called absurd": "Keller q1[called] c1[the claim absurd].",
    "it called a lie": "Keller q1[called] c1[it a lie].",
    "allegations described as baseless": "Keller q1[described] c1[the allegations as baseless].",
    "such claims called quoted names": "Keller left, q1[calling] c1[such claims an “absurd paradox.”]",
    "a report labeled fake": "Keller q1[labeled] c1[the article “fake news.”]",
    "a report said to be false": "Keller q1[said] c1[the report was false].",
    "a report said not to be true": "Keller q1[said] c1[the report was not true].",
    "that is not true": "c1[“That is absolutely not true,”] Keller q1[said].",
    "it is a lie": "c1[“It's a lie,”] Keller q1[said].",
    "nothing to do with it": "c1[“She had nothing to do with it,”] Keller q1[said].",
    "nothing in it": "c1[“There's nothing in it,”] Keller q1[said].",
    "no truth to it": "Keller q1[said] c1[there was no truth to the report].",
    "issue a denial": "Keller q1[issued] c1[a denial of the report].",
    "hold to one's innocence": "Keller q1[maintains] c1[her innocence].",
    "plead not guilty": "Keller q1[pleaded] c1[not guilty to fraud].",
    "rubbish figures": "Keller q1[disputed] c1[that figure].",
    "a word for an answer": "c1[“Nonsense,”] Keller q1[said].",
    "an echo of a question": "c1[“I did not,”] Keller q1[said].",
    "somebody is lying": "Keller q1[said] c1[the mayor was lying].",
    "it never happened": "c1[“That never happened,”] Keller q1[said].",
    "nothing wrong": "c1[“I have done nothing wrong,”] Keller q1[said].",
    "not the case": "Keller q1[said] c1[that was simply not the case].",
    "neither claim": "Keller q1[said] c1[neither claim was true].",
    "insist that no": "Keller q1[insisted] c1[that no ship had entered the harbor].",
    "no such thing": "c1[No such plan exists,] Keller q1[said].",
    "no evidence of that": "c1[“We have found no evidence of that,”] Keller q1[said].",
    "not said": "c1[“I did not say that,”] Keller q1[said].",
    "a question of one's own": "c1[“Was anybody cheated? No,”] Keller q1[said].",
    "a passive": "c1[The allegations] q1[were dismissed] c1[as “nonsense”] by the ministry.",
    "a link that nobody offers": "Keller q1[rejected] c1[any link].",
    "not a shred of evidence": "Keller q1[said] c1[there was not a shred of evidence for it].",
    "a story full of errors": "Keller q1[said] c1[the story contained numerous errors].",
    "a witch hunt": "c1[“It’s a witch hunt,”] Keller q1[said].",
    "mischaracterized": "Keller q1[said] c1[the exchange had been badly mischaracterized].",
    "a recording that is fabricated": "The embassy q1[said] c1[the recording was fabricated].",
}
CONFIRMS = {
    "a verdict on oneself": "Keller q1[conceded] c1[that her figures were wrong].",
    "confirm": "Keller q1[confirmed] c1[that talks had begun].",
    "acknowledge": "Keller q1[acknowledged] c1[mistakes].",
    "admit": "Keller q1[admitted] c1[that the bridge was unsafe].",
    "concede": "Keller q1[conceded] c1[that the plan had failed].",
    "own up": "Keller q1[owned up to] c1[the mistake].",
    "accept that": "Keller q1[accepts] c1[that nobody looked].",
    "somebody is right": "c1[“She's right,”] Keller q1[said].",
    "it is true that": "Keller q1[said] c1[it was true that she had borrowed the car].",
    "is not wrong": "c1[“He is not wrong,”] Keller q1[said].",
    "cannot argue": "Keller q1[said] c1[she could not argue with that].",
    "did indeed": "c1[“We did indeed keep a list,”] Keller q1[said].",
    "it was me": "c1[“It was me,”] Keller q1[said].",
    "guilty": "c1[“Guilty, I'm afraid,”] Keller q1[said].",
    "others were right": "c1[“Our critics were right,”] Keller q1[said].",
    "can confirm": "c1[“We can confirm that talks have begun,”] Keller q1[said].",
    "we got it wrong": "c1[“We got this wrong,”] Keller q1[said].",
    "plead guilty": "Keller q1[pleaded guilty to] c1[fraud].",
    "confirm the deaths": "The ministry q1[confirmed] c1[the deaths].",
}
DECLINES = {
    "decline to comment": "Keller q1[declined to comment on] c1[the report].",
    "decline in one's own words": "Keller q1[said], c1[“I can't comment on that yet.”]",
    "decline, content with its infinitive": "Keller q1[declined] c1[to comment on the report].",
    "refuse to say": "Keller q1[refused to say] c1[whether the bridge was safe].",
    "refuse to confirm": "A spokesman q1[refused] c1[to confirm the number of victims].",
    "refuse to deny": "Keller q1[refused to deny] c1[the report].",
    "would not comment": "Keller q1[would not comment on] c1[the report].",
    "could not confirm": "Keller q1[could not confirm] c1[that talks had begun].",
    "neither confirm nor deny": "Keller q1[would neither confirm nor deny] c1[the report].",
    "neither confirm nor deny, the cue its second verb": "Keller would neither confirm nor q1[deny] c1[the report].",
    "not confirm or deny": "Keller did not confirm or q1[deny] c1[the report].",
    "avoid answering": "Keller avoided q1[answering] c1[questions about the toll].",
    "no comment": "c1[“No comment,”] Keller q1[said].",
    "had no comment": "Keller q1[said] c1[she had no comment on the report].",
    "give no details": "Keller q1[gave no details of] c1[the plan].",
    "not elaborate": "Keller q1[did not elaborate on] c1[the plan].",
    "stay silent": "Keller q1[stayed silent on] c1[the plan].",
    "rather not": "c1[“I'd rather not say,”] Keller q1[said].",
    "parry questions": "Keller q1[parried questions about] c1[the plan].",
    "declining to be interviewed": "Keller q1[declined] c1[to be interviewed].",
    "not return calls": "Keller q1[didn't return] c1[calls].",
    "dodge a question": "Keller q1[dodged questions about] c1[the plan].",
    "find it inappropriate": "Keller q1[said] c1[it would be inappropriate to comment on the case].",
    "not going to": "c1[“I'm not going to get into that,”] Keller q1[said].",
    "decline to talk": "Keller q1[declined to talk about] c1[the report].",
    "comment declined": "Keller q1[declined] c1[comment].",
    "decline to rule out": "Keller q1[declined] c1[to rule out an election].",
    "not be drawn": "Keller q1[would not be drawn] c1[on the levy].",
    "would not say whether": "Keller q1[would not say] c1[whether the bridge was safe].",
    "have yet to say": "Keller q1[has yet to say] c1[anything about the fine].",
    "neither admitted nor denied": "Keller q1[neither admitted nor denied] c1[the findings].",
    "nothing to say": "Keller q1[said] c1[she had nothing to say on the subject].",
    "not make a comment": "c1[“We will not be making any comment,”] the school q1[said].",
    "prefer not to": "Keller q1[said] c1[she would prefer not to go into that].",
    "not one's place": "c1[“It's not my place to say,”] Keller q1[said].",
    "keep it for the inquiry": "c1[“I shall keep that for the inquiry,”] Keller q1[said].",
    "one's own business": "c1[“My health is my own business,”] Keller q1[said].",
    "not today": "c1[“Not today,”] Keller q1[said].",
    "a policy": "c1[“It is our policy not to comment on such matters,”] Keller q1[said].",
    "a matter for others": "c1[“That is a matter for the police,”] Keller q1[said].",
    "requests declined": "Keller q1[declined] c1[requests to explain the fine].",
    "say only": "Keller q1[would say only] c1[that she was well].",
    "ask somebody else": "c1[“You would have to ask the board,”] Keller q1[said].",
    "kept mum": "Keller q1[kept mum about] c1[the plan].",
    "not respond": "The ministry q1[did not immediately respond to] c1[a request for comment].",
    "will not elaborate": "Keller q1[would not] c1[elaborate].",
    "unable to comment": "The firm q1[said] c1[it was unable to comment].",
    "chose not to": "Keller q1[chose not to] c1[comment].",
    "unwilling": "Keller q1[was unwilling] c1[to say when it would end].",
    "cannot speak to it": "c1[“I can’t speak to that,”] Keller q1[said].",
    "a matter for others, contracted": "c1[“That’s a matter for the courts,”] Keller q1[said].",
    "others have to be asked, contracted": "c1[“You’ll have to ask the board,”] Keller q1[said].",
    "no policy of theirs": "The firm q1[said] c1[it was not its policy to discuss cases].",
    "too early": "Keller q1[said] c1[it was too early to comment].",
    "not for them": "c1[“It’s not for me to say,”] Keller q1[said].",
    "drawn, apart from its cue": "Keller q1[would not be] c1[drawn].",
    "advised not to": "Keller q1[said] c1[he had been advised not to comment].",
}
ASSERTS = {
    "somebody else's silence": "Keller q1[said] c1[that the board does not comment on rumors].",
    "say": "Keller q1[said] c1[the bridge was safe].",
    "accuse": "The council q1[accused] c1[Keller of fraud].",
    "warn": "Critics q1[warned of] c1[delays].",
    "a plain negative": "Keller q1[said] c1[the bridge was not safe].",
    "did not deny": "Keller q1[did not deny] c1[the report].",
    "did not deny, contracted": "Keller q1[didn't deny] c1[that she knew him].",
    "never denied": "Keller q1[never denied] c1[that she knew him].",
    "nobody denies": "Nobody q1[denies] c1[that the bridge is old].",
    "entry denied": "The country q1[denied] him c1[entry].",
    "entry denied to somebody": "The ministry q1[denied] c1[entry to the reporters].",
    "bail denied": "The court q1[denied] c1[bail to the suspect].",
    "an application rejected": "The court q1[rejected] c1[the application].",
    "an offer rejected": "Keller q1[rejected] c1[the offer].",
    "a general dismissed": "The president q1[dismissed] c1[the general].",
    "a case dismissed": "The judge q1[dismissed] c1[the case].",
    "a judge confirmed": "The Senate q1[confirmed] c1[the judge].",
    "confirmed as judge": "The Senate q1[confirmed] c1[Keller as a federal judge].",
    "accept a gift": "Keller q1[accepts] c1[the gift].",
    "not right": "c1[“She is not right for us,”] Keller q1[said].",
    "a player denied": "Keller q1[denied] c1[Ruth Vogel] twice in ten minutes.",
    "a nominee confirmed": "The senators q1[confirmed] c1[the nominee].",
    "an election disputed": "Keller q1[disputed] c1[the election].",
    "a claim that is not false": "Keller q1[said] c1[the claim was not false].",
    "something false that nobody claimed": "Keller q1[said] c1[the floor was false].",
    "an agreement that could not be reached": "Keller q1[said] c1[an agreement could not be reached].",
    "a law's effect": "Keller q1[said] c1[the law would not go into effect until May].",
    "no explanation of others": "Keller q1[said] c1[police gave no explanation].",
    "wrong to discuss": "Keller q1[said] c1[the mayor was wrong to discuss the case].",
    "lying in the road": "Keller q1[said] c1[a man was lying in the road].",
    "not so simple": "c1[“It is not so simple,”] Keller q1[said].",
    "not so long ago": "c1[“Not so long ago the river was clean,”] Keller q1[said].",
    "no one after a question": "c1[“Will it work? No one knows,”] Keller q1[said].",
    "no reason to doubt": "c1[“We have no reason to doubt her,”] Keller q1[said].",
    "somebody to keep silent": "Keller q1[said] c1[that he was paid to stay silent].",
    "insist on a pledge": "Keller q1[insisted] c1[that the bridge would open].",
    "an unnamed official": "An official, who q1[declined] c1[to be named], left.",
    "an invitation declined": "Keller q1[said] c1[she had declined the invitation].",
    "a plan called ridiculous": "Keller q1[called] c1[the plan ridiculous].",
    "a claim called credible": "Keller q1[called] c1[the allegation credible].",
    "loans denied to people": "Banks q1[denied] c1[loans] to teachers.",
    "an asylum claim": "The court q1[rejected] c1[her asylum claim].",
    "a person confirmed": "The Senate q1[confirmed] c1[Ruth Vogel].",
    "never better": "c1[“We have never had a stronger field,”] Keller q1[said].",
    "somebody who does not answer": "c1[“He does not answer questions,”] Keller q1[said].",
    "a plan called a mistake": "Keller q1[called] c1[the plan a mistake].",
    "any offer": "Keller q1[rejected] c1[any offer].",
    "unable to attend": "Keller q1[said] c1[he was unable to attend].",
    "invoices that are forged": "Keller q1[said] c1[the invoices were forged].",
    "too early to plant": "Keller q1[said] c1[it was too early to plant].",
    "told not to swim": "Keller q1[said] c1[visitors were told not to swim].",
    "charges dismissed by a court": "s1[A magistrate] q1[dismissed] c1[all charges].",
    "a claim that is not paid": "The insurer q1[denied] c1[his claim] in May.",
    "a question": "Keller q1[asked] c1[if the report was true].",
}
CASES = {
    f"{stance}: {name}": (passage, stance)
    for stance, group in {
        "denies": DENIES,
        "confirms": CONFIRMS,
        "declines": DECLINES,
        "asserts": ASSERTS,
    }.items()
    for name, passage in group.items()
}


@pytest.mark.parametrize(("passage", "stance"), CASES.values(), ids=CASES)
def test_the_stance_of(passage: str, stance: str) -> None:
    text, found = _marked(passage)
    assert stance_of(read(text), found) == stance


def test_only_statements_deny() -> None:
    text, found = _marked("Keller q1[denied] c1[the report].")
    belief = Attribution(found.id, found.source, found.cue, found.content, type=AttributionType.BELIEF)
    assert [each.stance.value for each in judge_stances(read(text), [found, belief])] == ["denies", "asserts"]


@pytest.mark.parametrize(
    ("passage", "kind", "expected"),
    [
        ("Keller q1[rejects] c1[this claim].", SpeechKind.INDIRECT, AttributionType.STATEMENT),
        ("The note q1[read]: c1[“It was late.”]", SpeechKind.DIRECT, AttributionType.STATEMENT),
        ("Keller q1[believes] c1[that it was late].", SpeechKind.INDIRECT, AttributionType.BELIEF),
    ],
    ids=["a denial", "a quotation", "neither"],
)
def test_what_only_speech_can_do_is_a_statement(passage: str, kind: SpeechKind, expected: AttributionType) -> None:
    text, found = _marked(passage)
    spoken = replace(found, type=AttributionType.BELIEF, kind=kind, source=(Span(0, 6),))
    assert [each.type for each in find_speech_acts(read(text), [spoken])] == [expected]


def _marked(passage: str) -> tuple[str, Attribution]:
    shown = marked(passage)
    (found,) = shown.attributions()
    return shown.text, found
