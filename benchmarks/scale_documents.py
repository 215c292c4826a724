"""Documents with statements, made from templates: as many as are wanted, the same each time.

Ten statements a document, one a paragraph. Documents come in affairs of one to nine: these share a subject, a place,
its bodies, four people and some names, as reports of one event do; a twentieth of them are copies of the report before,
under another publisher. Subjects, publishers and surnames are as unevenly spread as real ones: the most frequent of
twenty subjects has a tenth of all affairs, the most frequent surname 1 % of all people. Of 20,000 documents one has
seven on average that share enough of its telling words to be compared with it.
"""

import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from claimtrack.domain.attribution import Attribution, Speaker, StatementDate
from claimtrack.domain.document import Document
from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import DateBasis, Granularity, SpeakerKind, Stance

STATEMENTS = 10
"""In each document."""
FIRST_DAY, DAYS = date(2015, 1, 1), 3_650
_ONSETS = (
    "b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "pr", "r", "s",
    "sch", "st", "t", "tr", "v", "w", "z",
)  # fmt: skip
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ei", "ou")
_CODAS = ("ck", "d", "k", "l", "ld", "ll", "m", "n", "nd", "ng", "r", "rg", "rn", "s", "sk", "ss", "t", "v", "x", "z")
_GIVEN = 400
_SURNAMES = 8_000
_PLACES = 3_000
_NAMES = 30_000
_PUBLISHERS = 200


@dataclass(frozen=True)
class Affair:
    """What the documents of one affair have in common."""

    number: int
    subject: str
    things: Sequence[str]
    contents: Sequence[str]
    place: str
    bodies: Sequence[str]
    other: str
    people: Sequence[tuple[str, str, str]]
    """Name, role and body of each."""
    names: Sequence[str]
    """Of streets, ships, firms and files: by them its documents are told from others on the same subject."""
    day: date


@dataclass(frozen=True)
class Made:
    """A document and what it attributes."""

    document: Document
    attributions: tuple[Attribution, ...]


def made_documents(first_affair: int = 0) -> Iterator[Made]:
    """Documents without end, affair by affair; the same for the same first affair."""
    for number in count(first_affair):
        affair = _affair(number)
        chance = random.Random(f"documents {number}")
        before: Made | None = None
        for place in range(chance.randint(1, 9)):
            before = _copy(before, place, chance) if before and chance.random() < 0.05 else _made(affair, place, chance)
            yield before


@cache
def words() -> dict[str, Any]:
    """The templates."""
    return tomllib.loads(Path(__file__).with_name("scale_words.toml").read_text("utf-8"))


def publisher(number: int) -> str:
    """The name of a publisher."""
    return f"{_name('publisher', number, 2)} Courier"


def person(number: int) -> str:
    """The name of one of a hundred thousand people."""
    chance = random.Random(f"person {number}")
    rank = min(int(20 * ((_SURNAMES / 20) ** chance.random())), _SURNAMES) - 20
    return f"{_name('given', chance.randrange(_GIVEN), 2)} {_name('surname', max(rank, 0), 2)}"


def _affair(number: int) -> Affair:
    chance = random.Random(f"affair {number}")
    place = _name("place", chance.randrange(_PLACES), 3)
    bodies = [f"{place} {body}" for body in chance.sample(words()["bodies"], 3)]
    people = [
        (person(chance.randrange(100_000)), chance.choice(words()["roles"]), chance.choice(bodies)) for _ in range(4)
    ]
    subjects = sorted(words()["subjects"])
    [subject] = chance.choices(subjects, [1 / (rank + 5) for rank in range(len(subjects))])
    things, contents = (chance.sample(words()["subjects"][subject][kind], 2) for kind in ("things", "contents"))
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    names = [_name("name", chance.randrange(_NAMES), 3) for _ in range(18)]
    other = chance.choice(words()["countries"])
    return Affair(number, subject, things, contents, place, bodies, other, people, names, day)


def _made(affair: Affair, place: int, chance: random.Random) -> Made:
    day = affair.day + timedelta(days=chance.randrange(10))
    text, found = "", []
    for number in range(STATEMENTS):
        name, role, body = chance.choice(affair.people)
        cue, stance = _cue(chance)
        content = _content(affair, chance)
        who = f"{name} " if name in text else f"{name}, {role} of the {body}, "
        start, cue_start = len(text), len(text) + len(who)
        content_start = cue_start + len(cue) + 1
        text += f"{who}{cue} {content}.\n\n"
        found.append(
            Attribution(
                id=str(number),
                source=(Span(start, start + len(name)),),
                cue=(Span(cue_start, content_start - 1),),
                content=(Span(content_start, content_start + len(content)),),
                stance=stance,
                speakers=(Speaker(name, SpeakerKind.PERSON, role, body),),
                date=StatementDate(day, day, Granularity.DAY, DateBasis.PUBLICATION),
                topics=(affair.subject,),
            )
        )
    title = words()["subjects"][affair.subject]["headline"].format(**_fillers(affair, chance))
    outlet = publisher(min(int(_PUBLISHERS ** chance.random()), _PUBLISHERS) - 1)
    document = Document(f"affair-{affair.number}-{place}", text, title, outlet, day)
    return Made(document, tuple(found))


def _copy(of: Made, place: int, chance: random.Random) -> Made:
    own = replace(of.document, id=f"{of.document.id}-{place}", publisher=publisher(chance.randrange(_PUBLISHERS)))
    return replace(of, document=own)


def _cue(chance: random.Random) -> tuple[str, Stance]:
    drawn = chance.random()
    if drawn < 0.1:
        return chance.choice(words()["denials"]), Stance.DENIES
    if drawn < 0.13:
        return chance.choice(words()["confirmations"]), Stance.CONFIRMS
    return chance.choice(words()["cues"]), Stance.ASSERTS


def _content(affair: Affair, chance: random.Random) -> str:
    """Mostly on the affair's subject; a tenth on another one."""
    if chance.random() < 0.9:
        thing, content = chance.choice(affair.things), chance.choice(affair.contents)
    else:
        subject = words()["subjects"][chance.choice(sorted(words()["subjects"]))]
        thing, content = chance.choice(subject["things"]), chance.choice(subject["contents"])
    return (content + chance.choice(words()["endings"])).format(thing=thing, **_fillers(affair, chance))


def _fillers(affair: Affair, chance: random.Random) -> dict[str, str]:
    said = affair.day + timedelta(days=chance.randrange(-30, 60))
    return {
        "place": affair.place,
        "body": chance.choice(affair.bodies),
        "other": affair.other,
        "number": str(chance.randrange(2, 999)),
        "day": f"{said.day} {said:%B}",
        "one": chance.choice(affair.names),
        "two": chance.choice(affair.names),
        "three": chance.choice(affair.names),
        "four": chance.choice(affair.names),
    }


@cache
def _name(kind: str, number: int, syllables: int) -> str:
    chance = random.Random(f"{kind} {number}")
    parts = [chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables)]
    return ("".join(parts) + chance.choice(_CODAS)).capitalize()
