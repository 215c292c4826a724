"""A small database and a way to run commands in this process."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date

import pytest
from typer.testing import CliRunner, Result

from claimtrack.cli.app import app
from claimtrack.domain.attribution import Attribution, Hedge, Speaker, StatementDate
from claimtrack.domain.document import Document
from claimtrack.domain.run import RunSettings
from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import (
    AttributionType,
    DateBasis,
    Granularity,
    Hedger,
    Resolution,
    SpeakerKind,
    SpeechKind,
    Stance,
)
from claimtrack.workflows.extract import extract_documents

Run = Callable[..., Result]

DOCUMENT = Document(
    id="pipeline",
    text=(
        "Minister Ada Berg said on Monday that Freedonia had shipped pumps to Sylvania.\n"
        'Freedonia denied the shipments, calling them "=1+1 [red]fables[/red] \x1b[31m".\n'
        "Many think that the pumps will rust.\n"
    ),
    title="A pipeline of words",
    publisher="The Planet",
    published=date(2024, 6, 18),
    url="https://planet.example/pipeline",
)


def _spans(*pieces: str) -> tuple[Span, ...]:
    starts = (DOCUMENT.text.index(piece) for piece in pieces)
    return tuple(Span(start, start + len(piece)) for start, piece in zip(starts, pieces, strict=True))


ATTRIBUTIONS = (
    Attribution(
        id="s1",
        source=_spans("Minister Ada Berg"),
        cue=_spans("said"),
        content=_spans("that Freedonia had shipped pumps to Sylvania"),
        speakers=(Speaker("Ada Berg", SpeakerKind.PERSON, role="Minister", found_by=Resolution.NAME, score=0.97),),
        hedges=(Hedge(Hedger.SPEAKER, *_spans("on Monday")),),
        date=StatementDate(date(2024, 6, 17), date(2024, 6, 17), Granularity.DAY, DateBasis.EXPLICIT),
        topics=("pump exports",),
    ),
    Attribution(
        id="s2",
        source=(Span(79, 88),),
        cue=_spans("denied"),
        content=_spans("the shipments", 'them "=1+1 [red]fables[/red] \x1b[31m"'),
        kind=SpeechKind.MIXED,
        speakers=(Speaker("Freedonia", SpeakerKind.GOVERNMENT),),
        date=StatementDate(date(2024, 6, 10), date(2024, 6, 16), Granularity.WEEK, DateBasis.EXPLICIT),
        stance=Stance.DENIES,
        denies=("s1",),
        denial_score=0.8,
    ),
    Attribution(
        id="s3",
        source=_spans("Many"),
        cue=_spans("think"),
        content=_spans("that the pumps will rust"),
        type=AttributionType.BELIEF,
        anonymous=True,
    ),
)


def annotate(documents: Iterable[Document]) -> Iterator[tuple[Document, tuple[Attribution, ...]]]:
    """What an extractor would give."""
    for document in documents:
        yield document, ATTRIBUTIONS


@pytest.fixture
def database(make_database: Callable[[str], AbstractContextManager[str]]) -> Iterator[str]:
    """The URL of a SQLite database with one document, two statements and a belief."""
    with make_database("sqlite") as url:
        extract_documents(url, [DOCUMENT], annotate, RunSettings("1", "hand", "1"))
        yield url


@pytest.fixture
def run(database: str, tmp_path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on that database, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMTRACK_DATABASE_URL", database)

    def run_command(*arguments: str, **options) -> Result:
        return CliRunner().invoke(app, list(arguments), **options)

    return run_command
