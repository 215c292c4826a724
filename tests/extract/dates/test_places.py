"""Where a time may stand that dates a statement, in texts of Tuesday, 18 June 2024."""

from datetime import date

import pytest

from claimtrack.extract.dates import date_statements
from claimtrack.extract.speakers import name_speakers
from tests.extract.reading import PUBLISHED
from tests.extract.reading import parsed as parse
from tests.extract.speakers.passages import read


def said_on(marked: str) -> tuple[date | None, date | None]:
    """First and last day of the last marked statement."""
    passage = read(marked)
    document = parse(passage.text)
    when = date_statements(document, name_speakers(document, passage.attributions()))[-1].date
    return when.first, when.last


DATED = {
    "behind a match": (
        "c1[“We were slow,”] s1[Paul Meier] q1[said] after Saturday's defeat at Marl Park.",
        date(2024, 6, 15),
    ),
    "behind training": ("c1[“I am fit,”] s1[Paul Meier] q1[admitted] after training on Monday.", date(2024, 6, 17)),
    "in a phrase that leads up to the speaker": (
        "In a video posted on Saturday and since deleted, s1[the singer Anna Weber] q1[claimed] c1[to be well].",
        date(2024, 6, 15),
    ),
    "where somebody gives evidence": (
        "Giving evidence on Monday, s1[PC Anna Weber] q1[recalled] c1[that the door was open].",
        date(2024, 6, 17),
    ),
    "before a function outside the source": (
        "At the party congress on Saturday leader s1[Anna Weber] q1[told] c1[delegates to stop].",
        date(2024, 6, 15),
    ),
    "before the that of what is said": (
        "s1[Paul Meier] q1[assured] c1[lenders on Monday that the roof was sealed].",
        date(2024, 6, 17),
    ),
    "inside the cue": ("s1[Detectives] q1[said on Monday] c1[they had it].", date(2024, 6, 17)),
    "behind by, of what went on": (
        "By Sunday evening s1[the auditor] q1[was saying] c1[the books were short].",
        date(2024, 6, 16),
    ),
    "of an entry": (
        "In the log entry for 12 June s1[the master] q1[wrote] c1[that he smelled smoke].",
        date(2024, 6, 12),
    ),
    "behind a speaker that ends in a comma": (
        "c1[“Contained?”] q1[asked] s1[nurse Anna Weber, who works there], on Monday.",
        date(2024, 6, 17),
    ),
}


@pytest.mark.parametrize(("marked", "day"), DATED.values(), ids=DATED)
def test_a_time_dates_the_statement(marked: str, day: date) -> None:
    assert said_on(marked) == (day, day)


CARRIED = {
    "what somebody else adds": (
        "s1[Anna Weber] q1[told] the court on Monday c1[that he fell]. s2[Paul Meier] q2[added] c2[that he slept].",
        date(2024, 6, 17),
    ),
    "an answer": (
        "c1[“Again?”] s1[our reporter] q1[asked] him on Monday. c2[“No,”] s2[Paul Meier] q2[replied].",
        date(2024, 6, 17),
    ),
    "an answer in a debate": (
        "c1[“I was poor,”] s1[Anna Weber] q1[said] in Monday's debate. s2[Paul Meier] q2[replied] c2[that he was].",
        date(2024, 6, 17),
    ),
    "what follows a look back": (
        "c1[No,] s1[Ada Weber] q1[said] on Monday. In 2015 s2[she] q2[wrote] c2[so]. c3[It rhymed], s3[she] q3[said].",
        date(2024, 6, 17),
    ),
}


@pytest.mark.parametrize(("marked", "day"), CARRIED.values(), ids=CARRIED)
def test_a_day_is_carried_on_to(marked: str, day: date) -> None:
    assert said_on(marked) == (day, day)


UNDATED = {
    "a reply to nobody met": "s1[Anna Weber] q1[said] on Monday c1[no]. s2[Paul Meier] q2[responded] c2[no].",
    "what is called for": "s1[Anna Weber] q1[called for] c1[a summit in the spring].",
    "an event": "s1[Anna Weber] q1[spoke] about c1[Saturday's attack].",
    "a speaker's name": "s1[Ms. April Friday] q1[said] c1[the market had closed].",
}


@pytest.mark.parametrize("marked", UNDATED.values(), ids=UNDATED)
def test_what_is_no_time_of_speaking_leaves_publication(marked: str) -> None:
    assert said_on(marked) == (PUBLISHED, PUBLISHED)


TOLD = {
    "the following Tuesday": ("on June 7", "The following Monday", date(2024, 6, 10)),
    "the Friday before": ("on June 12", "The Friday before,", date(2024, 6, 7)),
    "the next morning": ("on June 12", "The next morning", date(2024, 6, 13)),
    "exactly a week later": ("on June 5", "Exactly a week later", date(2024, 6, 12)),
}


@pytest.mark.parametrize(("first", "then", "day"), TOLD.values(), ids=TOLD)
def test_a_day_is_counted_from_the_one_before(first: str, then: str, day: date) -> None:
    marked = f"The bridge opened {first}. {then} s1[Paul Meier] q1[said] c1[that it shook]."
    assert said_on(marked) == (day, day)


def test_counting_goes_on_from_before_a_look_back() -> None:
    marked = (
        "s1[Anna Weber] q1[spoke] on June 1 of c1[wells]. The day before, s2[a chemist] q2[had warned] c2[her]. "
        "Two days later s3[Paul Meier] q3[said] c3[it was late]."
    )
    assert said_on(marked) == (date(2024, 6, 3), date(2024, 6, 3))
