"""What rules add to what the model found."""

from claimtrack.domain.spans import Span, cut
from claimtrack.domain.vocabulary import AttributionType
from claimtrack.extract.added import complemented
from claimtrack.extract.rules.continuation import Draft


def _draft(text: str, source: str, cue: str, content: str, *, sure: float = 0.9, told: bool = False) -> Draft:
    spans = [
        (Span(text.index(words), text.index(words) + len(words)),) if words else () for words in (source, cue, content)
    ]
    return Draft(0, *spans, AttributionType.STATEMENT, sure, told=told)


def _shown(text: str, drafts: list[Draft]) -> list[tuple[str, str, str]]:
    return [(cut(text, each.source), cut(text, each.cue), cut(text, each.content)) for each in drafts]


KELLER = "Keller said the bridge was safe. Vogel denies any part in it."


def test_a_content_ends_before_the_denial_that_it_runs_on_into() -> None:
    found = _draft(KELLER, "Keller", "said", "the bridge was safe. Vogel denies any part in it")
    denial = _draft(KELLER, "Vogel", "denies", "any part in it", sure=0.3, told=True)
    assert _shown(KELLER, complemented(KELLER, [found], [denial])) == [
        ("Keller", "said", "the bridge was safe"),
        ("Vogel", "denies", "any part in it"),
    ]


def test_a_second_verb_of_the_same_speaker_is_a_statement_of_its_own() -> None:
    text = "Keller admitted that she drove but denied knowing why."
    found = _draft(text, "Keller", "admitted", "that she drove but denied knowing why")
    denial = _draft(text, "she", "denied", "knowing why", told=True)
    assert _shown(text, complemented(text, [found], [denial])) == [
        ("Keller", "admitted", "that she drove"),
        ("Keller", "denied", "knowing why"),
    ]


def test_a_denial_that_somebody_reports_stays_what_is_said() -> None:
    text = "Keller said Vogel denied the charge."
    found = _draft(text, "Keller", "said", "Vogel denied the charge")
    denial = _draft(text, "Vogel", "denied", "the charge", told=True)
    assert complemented(text, [found], [denial]) == [found]


def test_a_denial_within_a_source_is_added() -> None:
    text = "Keller, who denied the charge, said it was late."
    found = _draft(text, "Keller, who denied the charge,", "said", "it was late")
    denial = _draft(text, "who", "denied", "the charge", told=True)
    assert complemented(text, [found], [denial]) == [found, denial]


def test_which_gives_way_to_what_rules_know_it_is() -> None:
    text = "Klow said he lied, which he denied."
    found = _draft(text, "he", "denied", "which")
    denial = _draft(text, "he", "denied", "he lied", told=True)
    assert complemented(text, [found], [denial]) == [denial]


def test_a_rule_that_is_not_sure_adds_nothing() -> None:
    text = "Keller mused that it was late."
    assert complemented(text, [], [_draft(text, "Keller", "mused", "that it was late", sure=0.6)]) == []


def test_a_cue_that_the_model_has_read_is_not_read_twice() -> None:
    found = _draft(KELLER, "Vogel", "denies", "any part")
    assert complemented(KELLER, [found], [_draft(KELLER, "Vogel", "denies", "any part in it", told=True)]) == [found]
