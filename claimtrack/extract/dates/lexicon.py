"""The words of time, read once from ``lexicons/time.toml`` and ``lexicons/time_clause.toml``."""

from dataclasses import dataclass
from functools import cache

from claimtrack.extract.lexicons import table

__all__ = ["ClauseWords", "Festival", "TimeWords", "clause_words", "time_words"]


@dataclass(frozen=True, slots=True)
class Festival:
    """How a festival's day follows from the year."""

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """1 for Monday to 7 for Sunday."""
    nth: int = 1
    """Which such weekday of the month; negative from its end."""
    plus: int = 0
    near: int | None = None
    """Days after it up to which it is meant at all: other countries have such a day at other times."""
    easter: int | None = None
    """Days after Easter Sunday."""


@dataclass(frozen=True, slots=True)
class TimeWords:
    """What time expressions are made of; keys are words in lower case, values their meaning."""

    months: dict[str, int]
    weekdays: dict[str, int]
    """0 for Monday, as ``date.weekday`` counts."""
    ambiguous_months: frozenset[str]
    time_prepositions: frozenset[str]
    determiners: frozenset[str]
    parts_of_day: tuple[str, ...]
    days: dict[str, int]
    """Days from publication of "today", "last night" and the like."""
    approximators: tuple[str, ...]
    openings: tuple[str, ...]
    """Other words that an expression may begin with."""
    units: dict[str, tuple[int, int]]
    """Months and days of one unit."""
    numbers: dict[str, int]
    vague_numbers: dict[str, tuple[int, int]]
    recent: dict[str, int]
    seasons: dict[str, int]
    ordinals: dict[str, int]
    shades: dict[str, str]
    vague: dict[str, str]
    """Phrase → ``before``, ``after``, ``same``, ``now`` or ``recently``."""
    festivals: dict[str, Festival]
    skip: tuple[str, ...]
    spellings: dict[str, tuple[str, ...]]
    """The spellings, as news prints them, of months, weekdays and festivals."""


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Lemmas that tell whether a time belongs to the speaking."""

    media: frozenset[str]
    occasions: frozenset[str]
    matches: frozenset[str]
    release: frozenset[str]
    scene: frozenset[str]
    gathering: frozenset[str]
    ahead: frozenset[str]
    additions: frozenset[str]
    replies: frozenset[str]
    habitual_verbs: frozenset[str]
    habitual_adverbs: frozenset[str]
    apart: frozenset[str]
    bounds: frozenset[str]
    durations: frozenset[str]


@cache
def time_words() -> TimeWords:
    """The words of time expressions."""
    data = table("time")
    words = data["words"]
    return TimeWords(
        months=_numbered(data["months"], first=1),
        weekdays=_numbered(data["weekdays"], first=0),
        ambiguous_months=frozenset(word.lower() for word in words["ambiguous_months"]),
        time_prepositions=frozenset(words["time_prepositions"]),
        determiners=frozenset(words["determiners"]),
        parts_of_day=tuple(words["parts_of_day"]),
        days=data["days"],
        approximators=tuple(words["approximators"]),
        openings=tuple(words["openings"]),
        units={name: (unit.get("months", 0), unit.get("days", 0)) for name, unit in data["units"].items()},
        numbers=data["numbers"],
        vague_numbers={name: (least, most) for name, (least, most) in data["vague_numbers"].items()},
        recent=data["recent"],
        seasons=data["seasons"],
        ordinals=data["ordinals"],
        shades=data["shades"],
        vague={phrase: sense for sense, phrases in data["vague"].items() for phrase in phrases},
        festivals={name.lower(): Festival(**rule) for name, rule in data["festivals"].items()},
        skip=tuple(data["names"]["skip"]),
        spellings={
            "months": _spellings(data["months"]),
            "weekdays": _spellings(data["weekdays"]),
            "festivals": tuple(data["festivals"]),
        },
    )


@cache
def clause_words() -> ClauseWords:
    """The words that attach a time to a statement."""
    data = table("time_clause")
    return ClauseWords(
        media=frozenset(data["nouns"]["media"]),
        occasions=frozenset(data["nouns"]["occasions"]),
        matches=frozenset(data["nouns"]["matches"]),
        release=frozenset(data["verbs"]["release"]),
        scene=frozenset(data["verbs"]["scene"]),
        gathering=frozenset(data["verbs"]["gathering"]),
        ahead=frozenset(data["verbs"]["ahead"]),
        additions=frozenset(data["verbs"]["additions"]),
        replies=frozenset(data["verbs"]["replies"]),
        habitual_verbs=frozenset(data["verbs"]["habitual"]),
        habitual_adverbs=frozenset(data["adverbs"]["habitual"]),
        apart=frozenset(data["prepositions"]["apart"]),
        bounds=frozenset(data["prepositions"]["bounds"]),
        durations=frozenset(data["prepositions"]["durations"]),
    )


def _spellings(table: dict[str, list[str]]) -> tuple[str, ...]:
    return tuple(spelling for spellings in table.values() for spelling in spellings)


def _numbered(table: dict[str, list[str]], first: int) -> dict[str, int]:
    return {
        spelling.lower().rstrip("."): number
        for number, spellings in enumerate(table.values(), start=first)
        for spelling in spellings
    }
