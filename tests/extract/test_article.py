"""The sample article as a whole: facts that a reader would name."""

from datetime import date
from pathlib import Path

import pytest

from claimtrack.domain.document import Document
from tests.extract.reading import Found, extractor, in_words

ARTICLE = Path(__file__).parents[2] / "seeds" / "putin-north-korea-visit.txt"


@pytest.fixture(scope="module")
def found() -> list[Found]:
    """What is attributed in the article."""
    text = ARTICLE.read_text(encoding="utf-8")
    ((_, attributions),) = extractor().annotate([Document(ARTICLE.stem, text, published=date(2024, 6, 18))])
    return list(in_words(text, attributions))


def _with(found: list[Found], words: str) -> Found:
    """The only statement whose content begins with the words."""
    (one,) = [each for each in found if each.attribution.type.value == "statement" and each.content.startswith(words)]
    return one


SPEAKERS = {
    "a name with its title": ("that the visit would carry", ["Yuri Ushakov"]),
    "a surname alone": ("that the agreement is not aggressive", ["Yuri Ushakov"]),
    "a pronoun": ("that the new agreement would replace", ["Yuri Ushakov"]),
    "a name with an apposition": ('"What we are concerned about', ["John Kirby"]),
    "several countries": ("North Korea of providing substantial", ["United States", "South Korea"]),
    "two capitals": ("such weapon transfers", ["Russia", "North Korea"]),
    "both countries": ("allegations of North Korean arms deals", ["Russia", "North Korea"]),
    "a ministry": ("Between August and February", ["South Korea's defense ministry"]),
    "a body, by according to": ("On Tuesday, South Korea discharged", ["South Korea's Joint Chiefs of Staff"]),
    "an unnamed official": ("such claims an", ["senior North Korean official"]),
}


@pytest.mark.parametrize(("words", "names"), SPEAKERS.values(), ids=SPEAKERS)
def test_the_speaker_is_known_by(found: list[Found], words: str, names: list[str]) -> None:
    assert _with(found, words).speakers == names


DATES = {
    "the day before": ("that the visit would carry", date(2024, 6, 17), date(2024, 6, 17)),
    "the same occasion": ("Both leaders plan to seal", date(2024, 6, 17), date(2024, 6, 17)),
    "last week": ("that the nations' \"potential", date(2024, 6, 10), date(2024, 6, 16)),
    "last month": ("that the provision of North Korean munitions", date(2024, 5, 1), date(2024, 5, 31)),
    "earlier this year": ("Between August and February", date(2024, 1, 1), date(2024, 6, 18)),
    "the publication": ("Putin's latest travel", date(2024, 6, 18), date(2024, 6, 18)),
}


@pytest.mark.parametrize(("words", "first", "last"), DATES.values(), ids=DATES)
def test_a_statement_is_dated_by(found: list[Found], words: str, first: date, last: date) -> None:
    said = _with(found, words).attribution.date
    assert (said.first, said.last) == (first, last)


def test_three_statements_deny_arms_transfers(found: list[Found]) -> None:
    denials = {each.content for each in found if each.attribution.stance == "denies" and each.attribution.denies}
    assert denials == {
        "allegations of North Korean arms deals",
        "such weapon transfers",
        'such claims an "absurd paradox."',
    }


def test_the_dismissal_of_arms_deals_answers_the_accusation(found: list[Found]) -> None:
    accusation = _with(found, "North Korea of providing substantial military aid").attribution
    assert _with(found, "allegations of North Korean arms deals").attribution.denies == (accusation.id,)


@pytest.mark.parametrize("words", ["such weapon transfers", "such claims"])
def test_the_denials_answer_the_report_of_shipments(found: list[Found], words: str) -> None:
    report = _with(found, "Between August and February, Pyongyang shipped").attribution
    assert _with(found, words).attribution.denies == (report.id,)


def test_a_statement_that_a_newspaper_reports_is_its_speakers(found: list[Found]) -> None:
    declared = _with(found, '"Our people stand firm')
    assert declared.speakers == ["Kim Jong Un"]
    assert (declared.attribution.via, declared.attribution.kind.value) == ("Rodong Sinmun", "direct")


def test_an_official_without_a_name_is_anonymous(found: list[Found]) -> None:
    anonymous = {name for each in found if each.attribution.anonymous for name in each.speakers}
    assert {"senior North Korean official", "Kremlin spokesperson"} <= anonymous


def test_what_images_show_is_evidence(found: list[Found]) -> None:
    (images,) = [each for each in found if each.source.startswith("Aerial images")]
    assert images.attribution.type.value == "evidence"


def test_what_everybody_expects_is_no_statement(found: list[Found]) -> None:
    (expected,) = [each for each in found if each.cue == "is expected"]
    assert (expected.attribution.type.value, expected.speakers) == ("belief", [])
