from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import AttributionType, SpeechKind, Stance
from claimtrack.search.question import understand

TUESDAY = date(2024, 6, 18)


def filters(question):
    understood = understand(question, TUESDAY)
    assert understood.leftovers == ()
    return understood.filters


def asking(**conditions):
    return StatementFilters(**conditions)


@pytest.mark.parametrize(
    "question",
    [
        "arms transfers",
        "all claims about arms transfers",
        "Show me all the statements about arms transfers, please",
        "claims on arms transfers",
        "claims regarding arms transfers?",
        "claims related to arms transfers",
        "what was said about arms transfers",
        "everything about the arms transfers",
    ],
)
def test_words_are_looked_for_without_what_leads_up_to_them(question):
    assert filters(question) == asking(about="arms transfers")


@pytest.mark.parametrize(
    "question",
    [
        "denials by Russia",
        "all denials by Russia",
        "Russia's denials",
        "what did Russia deny",
        "has Russia denied",
    ],
)
def test_denials_by_somebody_are_their_denying_statements(question):
    assert filters(question) == asking(speakers=("Russia",), stances=(Stance.DENIES,))


@pytest.mark.parametrize(
    "question",
    [
        "denials of arms transfers",
        "who denies arms transfers",
        "Who has denied the arms transfers?",
        "who dismissed allegations of arms transfers",
        "did anyone deny arms transfers",
    ],
)
def test_denials_of_something_are_looked_for_by_its_words(question):
    assert filters(question) == asking(about="arms transfers", stances=(Stance.DENIES,))


def test_all_denials_narrow_by_stance_alone():
    assert filters("all denials") == asking(stances=(Stance.DENIES,))


@pytest.mark.parametrize(
    "question",
    [
        "what did John Kirby say",
        "What has John Kirby said?",
        "everything John Kirby said",
        "statements by John Kirby",
        "statements of John Kirby",
        "quotations from John Kirby",
        "according to John Kirby",
        "John Kirby said",
        "John Kirby's remarks",
        "John Kirby statements",
        "statements on behalf of John Kirby",
        "what’s John Kirby saying",
        "what were John Kirby's remarks",
        "which claims did John Kirby make",
    ],
)
def test_one_speaker_can_be_asked_for_in_many_ways(question):
    assert filters(question).speakers == ("John Kirby",)


@pytest.mark.parametrize(
    "question",
    [
        "what did Putin say about Ukraine",
        "statements by Putin about Ukraine",
        "claims about Ukraine by Putin",
        "what claims did Putin make about Ukraine",
        "all statements that Putin made about Ukraine",
        "claims about Ukraine according to Putin",
        "tell me what Putin said about Ukraine",
        "Putin on Ukraine",
        "what is Putin's position on Ukraine",
        "how did Putin respond to Ukraine",
        "allegations by Putin against Ukraine",
        "I want all statements by Putin that mention Ukraine",
    ],
)
def test_speaker_and_words_are_told_apart(question):
    assert filters(question) == asking(speakers=("Putin",), about="Ukraine")


@pytest.mark.parametrize(
    ("question", "stance"),
    [
        ("confirmations by South Korea", Stance.CONFIRMS),
        ("what did South Korea confirm", Stance.CONFIRMS),
        ("what did South Korea refuse to say", Stance.DECLINES),
    ],
)
def test_other_stances_are_asked_for_by_their_verbs_and_nouns(question, stance):
    assert filters(question) == asking(speakers=("South Korea",), stances=(stance,))


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("direct quotes by Kim", (SpeechKind.DIRECT,)),
        ("quotes by Kim", (SpeechKind.DIRECT, SpeechKind.MIXED)),
        ("indirect statements by Kim", (SpeechKind.INDIRECT,)),
    ],
)
def test_quotes_ask_for_words_in_quotation_marks(question, kinds):
    assert filters(question) == asking(speakers=("Kim",), kinds=kinds)


@pytest.mark.parametrize(
    "question",
    [
        "anonymous claims about Kyiv",
        "claims by unnamed people about Kyiv",
        "anonymous sources on Kyiv",
        "what did unnamed sources say about Kyiv",
    ],
)
def test_anonymous_claims_ask_for_speakers_without_a_name(question):
    assert filters(question) == asking(about="Kyiv", anonymous=True)


@pytest.mark.parametrize(
    "question", ["claims by unnamed officials about Kyiv", "what did unnamed Officials say about Kyiv"]
)
def test_unnamed_officials_are_officials_without_a_name(question):
    assert filters(question) == asking(about="Kyiv", anonymous=True, speakers=("officials",))


def test_who_denies_may_be_unnamed():
    found = filters("claims denied by unnamed officials")
    assert (found.anonymous, found.speakers, found.stances) == (True, ("officials",), (Stance.DENIES,))


@pytest.mark.parametrize("question", ["denied claims by Putin", "claims by Putin that were denied"])
def test_denied_claims_are_those_that_somebody_denies(question):
    assert filters(question) == asking(speakers=("Putin",), denied=True)


@pytest.mark.parametrize(
    "question",
    [
        "claims not denied",
        "claims that nobody denied",
        "claims that were never denied",
        "which claims haven't been disputed",
    ],
)
def test_claims_that_nobody_denies_are_not_turned_into_denied_ones(question):
    assert filters(question) == asking(denied=False)


@pytest.mark.parametrize(
    "question", ["who declined to comment", "No comment by Boeing", "Boeing's refusals to comment"]
)
def test_no_comment_is_declining(question):
    assert filters(question).stances == (Stance.DECLINES,)


@pytest.mark.parametrize("question", ["which claims did Russia deny", "claims Russia rejects", "Kremlin denials"])
def test_what_somebody_denied_is_asked_for_in_any_order(question):
    assert filters(question).stances == (Stance.DENIES,)
    assert filters(question).speakers in {("Russia",), ("Kremlin",)}


@pytest.mark.parametrize("question", ["what did the US say", "statements by US", "statements by the us"])
def test_a_country_is_no_pronoun(question):
    assert [name.upper() for name in filters(question).speakers] == ["US"]


def test_by_the_before_a_name_begins_a_speaker():
    expected = asking(speakers=("United States",), about="China")
    assert filters("claims about China by the United States") == expected


def test_what_somebody_thinks_is_in_beliefs_too():
    assert filters("what does Kim think about Kyiv").types == (AttributionType.STATEMENT, AttributionType.BELIEF)


@pytest.mark.parametrize("question", ["vaccine claims", "claims regarding vaccine"])
def test_a_word_before_the_noun_is_looked_for(question):
    assert filters(question) == asking(about="vaccine")


def test_beliefs_are_another_type_than_statements():
    assert filters("beliefs about Kyiv") == asking(about="Kyiv", types=(AttributionType.BELIEF,))


def test_claims_denied_by_somebody_are_their_denials():
    assert filters("claims denied by Russia") == asking(speakers=("Russia",), stances=(Stance.DENIES,))


@pytest.mark.parametrize(
    "question",
    ["what the Northern Ledger reports about the harbour", "what did the Northern Ledger write about the harbour"],
)
def test_a_newspaper_is_asked_for_what_it_reports(question):
    assert filters(question) == asking(publishers=("Northern Ledger",), about="harbour")


def test_a_newspaper_that_said_something_is_a_speaker():
    assert filters("what did the Northern Ledger say about the harbour").speakers == ("Northern Ledger",)


@pytest.mark.parametrize("name", ["Port Authority", "Yun Sun", "Chris Mail", "Yonhap", "press"])
def test_others_that_report_are_speakers(name):
    assert filters(f"what did {name} report about the harbour").speakers == (name,)


def test_a_publisher_is_asked_for_by_what_it_reported():
    assert filters("claims reported by Reuters about Kyiv") == asking(publishers=("Reuters",), about="Kyiv")


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("everything Putin said since June 2024", "2024-06-01", None),
        ("what did Putin say in 2024", "2024-01-01", "2024-12-31"),
        ("statements by Putin before June 5", None, "2024-06-04"),
        ("statements by Putin after 2024-06-05", "2024-06-06", None),
        ("statements by Putin until last month", None, "2024-05-31"),
        ("statements by Putin between May 2024 and June 2024", "2024-05-01", "2024-06-30"),
        ("statements by Putin between May and June 2024", "2024-05-01", "2024-06-30"),
        ("statements by Putin from November to January 2024", "2023-11-01", "2024-01-31"),
        ("statements by Putin from 2023 onwards", "2023-01-01", None),
        ("what did Putin say on Monday", "2024-06-17", "2024-06-17"),
        ("what did Putin say yesterday", "2024-06-17", "2024-06-17"),
        ("statements by Putin since 2022 before 2024", "2022-01-01", "2023-12-31"),
        ("statements by Putin, June 2024", "2024-06-01", "2024-06-30"),
        ("18 June 2024 statements by Putin", "2024-06-18", "2024-06-18"),
        ("what did Putin say on Tuesday, June 18, 2024", "2024-06-18", "2024-06-18"),
        ("statements by Putin in Q2 2024", "2024-04-01", "2024-06-30"),
        ("statements by Putin in the past two weeks", "2024-06-05", "2024-06-18"),
        ("statements by Putin over the last month", "2024-05-01", "2024-05-31"),
        ("yesterday's statements by Putin", "2024-06-17", "2024-06-17"),
    ],
)
def test_dates_bound_when_it_was_said(question, since, until):
    assert filters(question) == asking(
        speakers=("Putin",),
        since=since and date.fromisoformat(since),
        until=until and date.fromisoformat(until),
    )


def test_several_names_are_several_speakers():
    assert filters("denials by Russia and North Korea").speakers == ("Russia", "North Korea")


def test_names_keep_their_case_as_typed():
    assert filters("denials by russia").speakers == ("russia",)


def test_a_date_among_the_words_is_one_of_them():
    assert filters("claims about the June 2024 ceasefire talks") == asking(about="June 2024 ceasefire talks")


def test_quotation_marks_keep_words_together():
    assert filters('claims about "attacks by Russia in 2022"') == asking(about="attacks by Russia in 2022")
    assert filters('statements by "Health and Human Services"').speakers == ("Health and Human Services",)


def test_by_among_the_words_begins_a_speaker_only_before_a_name():
    assert filters("claims about attacks by drones") == asking(about="attacks by drones")


@pytest.mark.parametrize("question", ["what did Russia not deny", "who did not deny it", "Russia never denied it"])
def test_a_negated_question_is_not_turned_into_its_opposite(question):
    assert filters(question) == asking(about=question)


@pytest.mark.parametrize(
    ("question", "leftover"),
    [
        ("false claims about arms", "false"),
        ("claims about arms since the invasion", "since the invasion"),
        ("what did Putin say since 31 June", "since 31 June"),
        ("what did he say", "he"),
        ("what do we know about arms", "what do we know"),
        ("recent claims about arms", "recent"),
        ("claims about the", "the"),
        ("False claims about arms", "False"),
        ("who accused Russia", "accused"),
        ("statements by Putin since 6/8/2024", "since 6/8/2024"),
        ("🙂", "🙂"),
    ],
)
def test_words_without_effect_are_told(question, leftover):
    assert understand(question, TUESDAY).leftovers == (leftover,)


def test_a_relative_date_without_today_is_left_over():
    assert understand("claims by Putin last week").leftovers == ("last week",)


@pytest.mark.parametrize("question", ["", "  ", "?!", "all claims", "everything"])
def test_a_question_that_narrows_nothing_asks_for_every_statement(question):
    understood = understand(question, TUESDAY)
    assert (understood.filters, understood.readings) == (asking(), ("every statement",))


def test_the_reading_says_every_condition():
    understood = understand("anonymous denials about Kyiv since 2024-06-01", TUESDAY)
    assert understood.readings == ("stance denies", "about “Kyiv”", "since 2024-06-01", "anonymous")


def test_a_very_long_text_is_words():
    question = "denials by Russia " * 100
    assert understand(question).filters == asking(about=question.strip())


WORDS = """
who what did has Russia Kim say said denied denies claims denials quotes all by about of that since in 2024
last week not "the" “ ” ' ’s , . ? - June Monday between and before is direct anonymous according to made
reported \ue000
US anonymous no comment not never nobody that which were think what’s mention 6/8/2024 Q2 past two weeks to on
"""


@given(st.text() | st.lists(st.sampled_from(WORDS.split())).map(" ".join), st.none() | st.dates())
def test_no_question_raises(question, today):
    understood = understand(question, today)
    assert understood.readings
    assert understood.filters.about is None or understood.filters.about.strip()


@pytest.mark.parametrize(
    "question",
    ["refusals to release records", "who refused to release the records", "Who declined to discuss records?"],
)
def test_refusals_name_what_is_withheld(question):
    assert filters(question) == asking(about="records", stances=(Stance.DECLINES,))


def test_a_name_after_in_is_a_publisher():
    found = filters("claims in the Capital Dispatch about compensation")
    assert found == asking(about="compensation", publishers=("Capital Dispatch",))


def test_a_country_after_in_is_no_publisher():
    assert understand("claims in Ukraine about drones", TUESDAY).filters == asking(about="drones")


def test_speakers_in_small_letters_are_read_after_what():
    assert filters("what South Korean officials say about drones") == asking(
        about="drones", speakers=("South Korean officials",)
    )
