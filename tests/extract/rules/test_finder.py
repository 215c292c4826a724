"""What the rules find in whole sentences, read by the real pipeline."""

import pytest

from claimtrack.extract.rules.finder import RuleFinder, spans_of
from claimtrack.extract.rules.judge import CueTable, Judge
from tests.extract.reading import parsed, spans_in
from tests.extract.rules import sentences
from tests.extract.rules.sentences import paragraph

INDIRECT = {
    "a cue before its content": (
        "Mara Keller said the bridge would open in May.",
        ("Mara Keller", "said", "the bridge would open in May"),
    ),
    "a leading that": (
        "Mara Keller said that the bridge would open.",
        ("Mara Keller", "said", "that the bridge would open"),
    ),
    "a cue after its content": (
        "The bridge would open in May, Mara Keller said.",
        ("Mara Keller", "said", "The bridge would open in May"),
    ),
    "a cue inside its content": (
        "The bridge, Mara Keller said, would open in May.",
        ("Mara Keller", "said", "The bridge … would open in May"),
    ),
    "two clauses": (
        "Keller said the toll would fall and that nobody would pay twice.",
        ("Keller", "said", "the toll would fall and that nobody would pay twice"),
    ),
    "according to, at the end": (
        "The bridge is safe, according to Mara Keller.",
        ("Mara Keller", "according to", "The bridge is safe"),
    ),
    "according to, in front": (
        "According to the ministry, the bridge is safe.",
        ("the ministry", "According to", "the bridge is safe"),
    ),
    "according to, in the middle": (
        "The toll, according to Keller, will fall.",
        ("Keller", "according to", "The toll … will fall"),
    ),
    "a passive without a source": (
        "It was announced on Friday that the toll would fall.",
        ("", "was announced", "that the toll would fall"),
    ),
    "a passive with its agent": (
        "The mayor was accused of fraud by the opposition.",
        ("the opposition", "was accused", "The mayor … of fraud"),
    ),
    "a passive that expects": (
        "The bridge is expected to open in May.",
        ("", "is expected", "The bridge … to open in May"),
    ),
    "a noun with its owner": (
        "The ministry's announcement that the toll would fall came late.",
        ("The ministry's", "announcement", "that the toll would fall"),
    ),
    "a noun with a pronoun": (
        "His warning that the bridge could fall was ignored.",
        ("His", "warning", "that the bridge could fall"),
    ),
    "an infinitive": ("Keller promised to repair the bridge.", ("Keller", "promised", "to repair the bridge")),
    "a gerund denied": (
        "Borduria has denied shelling the harbor.",
        ("Borduria", "has denied", "shelling the harbor"),
    ),
    "an object": ("Keller rejected the accusations.", ("Keller", "rejected", "the accusations")),
    "an object and as what": (
        "Keller described the plan as a mistake.",
        ("Keller", "described", "the plan as a mistake"),
    ),
    "an object and what it is called": (
        "Keller called the plan a mistake.",
        ("Keller", "called", "the plan a mistake"),
    ),
    "a preposition": (
        "Keller called for an inquiry into the accident.",
        ("Keller", "called for", "an inquiry into the accident"),
    ),
    "an accusation": (
        "The council accused Keller of hiding the report.",
        ("The council", "accused", "Keller of hiding the report"),
    ),
    "who is told": ("Keller told reporters the toll would fall.", ("Keller", "told", "the toll would fall")),
    "an apposition": (
        "The minister, Ruth Vogel, said the toll would fall.",
        ("The minister, Ruth Vogel,", "said", "the toll would fall"),
    ),
    "a verb that governs": (
        "Keller continued to dismiss claims of fraud.",
        ("Keller", "continued to dismiss", "claims of fraud"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), INDIRECT.values(), ids=INDIRECT)
def test_indirect_speech_with(text: str, expected: tuple[str, str, str]) -> None:
    assert spans_in(text) == [expected]


DIRECT = {
    "a cue after it": (
        "“The bridge will open in May,” Keller said.",
        ("Keller", "said", "“The bridge will open in May,”"),
    ),
    "inversion": (
        "“The bridge will open in May,” said Mara Keller, the mayor.",
        ("Mara Keller, the mayor", "said", "“The bridge will open in May,”"),
    ),
    "a cue before it": (
        "Keller said: “The bridge will open in May.”",
        ("Keller", "said", "“The bridge will open in May.”"),
    ),
    "a cue inside it": (
        "“The bridge,” Keller said, “will open in May.”",
        ("Keller", "said", "“The bridge,” … “will open in May.”"),
    ),
    "a cue between two clauses of it": (
        "“The valley has waited for a bridge,” Keller said, “and it will open in May.”",
        ("Keller", "said", "“The valley has waited for a bridge,” … “and it will open in May.”"),
    ),
    "a name and a colon": ("Keller: “The toll will fall.”", ("Keller", ":", "“The toll will fall.”")),
    "straight marks": (
        '"The bridge will open in May," Keller said.',
        ("Keller", "said", '"The bridge will open in May,"'),
    ),
    "single marks": (
        "‘The bridge will open in May,’ said Keller.",
        ("Keller", "said", "‘The bridge will open in May,’"),
    ),
    "straight single marks": (
        "'The bridge will open in May,' said Keller.",
        ("Keller", "said", "'The bridge will open in May,'"),
    ),
    "typewriter's marks": (
        "``The bridge will open in May,'' said Keller.",
        ("Keller", "said", "``The bridge will open in May,''"),
    ),
    "doubled marks": ('""Nobody will fall,"" Keller said.', ("Keller", "said", '""Nobody will fall,""')),
    "guillemets": ("«Nobody will fall,» said Keller.", ("Keller", "said", "«Nobody will fall,»")),
    "no closing mark before the cue": (
        "“The bridge will open in May, Keller said.",
        ("Keller", "said", "“The bridge will open in May"),
    ),
    "no closing mark at the end": (
        "Keller said: “The bridge will open in May.",
        ("Keller", "said", "“The bridge will open in May"),
    ),
    "no closing mark before another quotation": (
        '"The bridge will open in May, said Keller. "We have waited long enough."',
        ("Keller", "said", '"The bridge will open in May … "We have waited long enough."'),
    ),
}


@pytest.mark.parametrize(("text", "expected"), DIRECT.values(), ids=DIRECT)
def test_direct_speech_with(text: str, expected: tuple[str, str, str]) -> None:
    assert spans_in(text) == [expected]


MIXED = {
    "a quoted end": (
        "Keller said the bridge would be “a gift to the whole valley.”",
        ("Keller", "said", "the bridge would be “a gift to the whole valley.”"),
    ),
    "a quoted end that is not closed": (
        "Keller said the toll, which many dislike, was “a fair price.",
        ("Keller", "said", "the toll, which many dislike, was “a fair price"),
    ),
    "a quoted word": (
        "Keller called the report “absurd.”",
        ("Keller", "called", "the report “absurd.”"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), MIXED.values(), ids=MIXED)
def test_mixed_speech_with(text: str, expected: tuple[str, str, str]) -> None:
    assert spans_in(text) == [expected]


def test_a_participle_shares_the_subject() -> None:
    found = spans_in("Mara Keller, the mayor, rejected the report on Monday, calling such claims “absurd.”")
    assert ("Mara Keller, the mayor,", "calling", "such claims “absurd.”") in found


NOTHING = {
    "a deed": "The council closed the bridge in May.",
    "a meeting": "Keller met the engineers at the bridge.",
    "a measure": 'The pipe is 12" wide and 40" long.',
    "an apostrophe": "The bridge's piers stood in the engineers' yard.",
    "a place somebody is in": "Keller was in the town hall in May.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_nothing_is_attributed_by(text: str) -> None:
    assert spans_in(text) == []


@pytest.mark.xfail(strict=True, reason="a title in quotation marks counts as a quotation where the verb is unknown")
def test_nothing_is_attributed_by_a_title_in_quotation_marks() -> None:
    assert spans_in("Keller opened the exhibition “Bridges” in May.") == []


def test_one_event_is_attributed_once() -> None:
    assert len(spans_in("Keller declined to comment on the report.")) == 1


def test_attributions_come_in_the_order_of_the_text() -> None:
    text = "Keller said the toll would fall. The ministry said it would rise.\n\n“We will see,” said Vogel."
    assert [source for source, _, _ in spans_in(text)] == ["Keller", "The ministry", "Vogel"]


def test_a_judge_that_never_believes_leaves_nothing() -> None:
    never = RuleFinder(Judge(CueTable(), {"bias": -20.0, "cue": 1.0}))
    assert never.find(parsed("Mara Keller said the bridge would open in May.")) == []


def test_confidence_is_the_judges_probability() -> None:
    (found,) = RuleFinder().find(parsed("Mara Keller said the bridge would open in May."))
    assert found.confidence is not None
    assert 0.8 < found.confidence < 1


def test_spans_leave_out_loose_punctuation_at_their_ends() -> None:
    where = paragraph(sentences.ACCORDING)
    spans = spans_of(where, [(0, 3), (2, 3), (6, 7)])
    assert [where.doc.text[start:end] for start, end in spans] == ["Talks failed"]


LIMITS = {
    "a cue inside a clause, with the noun of a body": "The contractor, the council claims, used cheap steel.",
    "a passive after its content": "The toll will fall, it was announced on Friday.",
    "a medium between cue and content": "Keller wrote in a letter that the toll would fall.",
    "a dash and a name": "“The toll will fall” – Mara Keller, mayor",
    "hearsay about a body": "The bank allegedly hid its losses from investors for years.",
}


@pytest.mark.xfail(strict=True, reason="the parser misreads it, or the judge finds it too unlikely")
@pytest.mark.parametrize("text", LIMITS.values(), ids=LIMITS)
def test_a_statement_is_found_in(text: str) -> None:
    assert spans_in(text)
