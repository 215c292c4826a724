import re
from pathlib import Path

from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import AttributionType
from claimtrack.reports.columns import COLUMN_NAMES, COLUMNS, row
from tests.reports.factory import on, speaker, statement, summary

DOCS = Path(__file__).parents[2] / "docs" / "csv.md"


def test_a_full_statement_fills_every_column() -> None:
    full = statement(
        "s1",
        [speaker("Kirby", "person", "spokesman", "White House"), speaker("Austin")],
        "“no”",
        summary("visit", "Planet", title="Visit", url="https://p.example"),
        kind="direct",
        stance="denies",
        when=on("2024-06-10", "2024-06-16", "week"),
        claim="c1",
        denied_by={"s7": ["Russia", "China"], "s8": ["Russia"]},
        via="Reuters",
        denies=("s2", "s3"),
        topics=("arms", "trade"),
        confidence=0.93,
        type=AttributionType.STATEMENT,
    )
    assert row(full) == {
        "document": "visit",
        "publisher": "Planet",
        "url": "https://p.example",
        "title": "Visit",
        "published": "2024-06-18",
        "statement_id": "s1",
        "type": "statement",
        "kind": "direct",
        "speakers": "Kirby; Austin",
        "speaker_kinds": "person; person",
        "roles": "spokesman; ",
        "affiliations": "White House; ",
        "anonymous": "false",
        "anonymity": "named; named",
        "via": "Reuters",
        "said_first": "2024-06-10",
        "said_last": "2024-06-16",
        "granularity": "week",
        "date_basis": "explicit",
        "stance": "denies",
        "denial_status": "denied",
        "denied_by": "Russia; China",
        "denied_by_ids": "s7; s8",
        "denied_on": "",
        "confirmed_by": "",
        "confirmed_by_ids": "",
        "denies": "s2; s3",
        "confirms": "",
        "hedges": "",
        "topics": "arms; trade",
        "content": "“no”",
        "cue": "said",
        "source": "Kirby and Austin",
        "content_spans": "11-20",
        "cue_spans": "6-10",
        "source_spans": "0-5",
        "claim_id": "c1",
        "confidence": "0.93",
        "document_key": "key-visit",
        "story": "key-visit",
    }


def test_absent_values_are_empty_cells() -> None:
    bare = row(statement(speakers=(), document=summary(publisher=None, published=None), anonymous=True))
    empty = {name for name, cell in bare.items() if not cell}
    assert empty == {
        "publisher", "url", "title", "published", "speakers", "speaker_kinds", "roles", "affiliations", "anonymity",
        "via", "said_first", "said_last", "denied_by", "denied_by_ids", "denied_on", "confirmed_by", "confirmed_by_ids",
        "denies", "confirms", "hedges", "topics", "source", "confidence",
    }  # fmt: skip
    assert bare["anonymous"] == "true"


def test_several_pieces_of_a_span_stand_in_one_cell() -> None:
    made = statement()
    pieces = (Span(1, 2), Span(30, 45))
    object.__setattr__(made.attribution, "content", pieces)
    assert row(made)["content_spans"] == "1-2;30-45"


def test_column_names_are_unique() -> None:
    assert len(set(COLUMN_NAMES)) == len(COLUMN_NAMES)


def test_the_documentation_lists_exactly_these_columns() -> None:
    section = DOCS.read_text(encoding="utf-8").split("## Statements")[1].split("## Reports")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.+) \| `(.+)` \|$", section, re.MULTILINE)
    assert rows == [(column.name, column.meaning, column.example) for column in COLUMNS]
