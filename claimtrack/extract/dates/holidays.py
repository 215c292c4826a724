"""The days of festivals, by year."""

import calendar
from datetime import date

from claimtrack.extract.dates.lexicon import Festival
from claimtrack.extract.dates.periods import shift_days

__all__ = ["easter_sunday", "festival_day"]


def festival_day(festival: Festival, year: int) -> date:
    """The day of a festival in a year (1583 to 9998)."""
    if festival.easter is not None:
        return shift_days(easter_sunday(year), festival.easter)
    month = festival.month or 1
    if festival.day is not None:
        return date(year, month, festival.day)
    return shift_days(_nth_weekday(year, month, (festival.weekday or 1) - 1, festival.nth), festival.plus)


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the computus of Meeus, Jones and Butcher (Nature, 1876)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap, rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    leap_of_century, rest_of_century = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * leap_of_century - epact - rest_of_century) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first_weekday, length = calendar.monthrange(year, month)
    if nth > 0:
        return date(year, month, 1 + (weekday - first_weekday) % 7 + 7 * (nth - 1))
    last_weekday = (first_weekday + length - 1) % 7
    return date(year, month, length - (last_weekday - weekday) % 7 + 7 * (nth + 1))
