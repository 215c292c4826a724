from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.ingest.dates import parse_published


@given(st.dates())
def test_an_iso_date_is_itself(day: date) -> None:
    assert parse_published(day.isoformat()) == day


@given(st.datetimes(timezones=st.timezones()))
def test_a_datetime_keeps_its_written_day_whatever_its_zone(moment: datetime) -> None:
    written = moment.isoformat()
    if written.count(":") <= 3:  # zones of long ago have seconds
        assert parse_published(written).isoformat() == written[:10]


@pytest.mark.parametrize(
    "written",
    [
        "2024-06-18",
        " 2024-06-18\n",
        "2024-06-18T09:30Z",
        "2024-06-18 09:30:00 +0200",
        "2024-06-18t09:30:00.123+02:00",
    ],
)
def test_common_forms_are_read(written: str) -> None:
    assert parse_published(written) == date(2024, 6, 18)


@pytest.mark.parametrize(
    "written", ["", "yesterday", "18.06.2024", "2024-6-18", "2024-02-30", "2024-06-18x", "２０２４-06-18"]
)
def test_anything_else_is_refused_with_the_expected_form(written: str) -> None:
    with pytest.raises(ValueError, match="is no date; write it as 2024-06-18"):
        parse_published(written)
