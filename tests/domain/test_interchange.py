import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.domain.attribution import UNDATED, Attribution, Hedge, Speaker, StatementDate
from claimtrack.domain.document import Document
from claimtrack.domain.interchange import (
    attribution_from_json,
    attribution_to_json,
    document_to_json,
    json_line,
)
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
from tests.domain.strategies import attributions

LEAST: dict[str, Any] = {"id": "s1", "source": [], "cue": [[0, 4]], "content": [[5, 9]]}


@given(attributions)
def test_an_attribution_comes_back_from_json_as_it_was(attribution: Attribution) -> None:
    line = json.dumps(attribution_to_json(attribution))
    assert attribution_from_json(json.loads(line)) == attribution


def test_an_attribution_is_written_with_the_fields_of_the_design() -> None:
    attribution = Attribution(
        id="s1",
        source=(Span(1180, 1205),),
        cue=(Span(1206, 1215),),
        content=(Span(1216, 1268),),
        kind=SpeechKind.MIXED,
        speakers=(Speaker("Yuri Ushakov", SpeakerKind.PERSON, "Putin's aide", found_by=Resolution.NAME, score=0.97),),
        hedges=(Hedge(Hedger.SPEAKER, Span(1220, 1223)),),
        date=StatementDate(date(2024, 6, 17), date(2024, 6, 17), Granularity.DAY, DateBasis.EXPLICIT),
        topics=("diplomatic visit",),
        confidence=0.93,
    )
    assert attribution_to_json(attribution) == {
        "id": "s1",
        "type": "statement",
        "kind": "mixed",
        "speakers": [
            {
                "name": "Yuri Ushakov",
                "kind": "person",
                "role": "Putin's aide",
                "affiliation": None,
                "anonymity": "named",
                "found_by": "name",
                "score": 0.97,
            }
        ],
        "anonymous": False,
        "via": None,
        "source": [[1180, 1205]],
        "cue": [[1206, 1215]],
        "content": [[1216, 1268]],
        "said_on": ["2024-06-17", "2024-06-17"],
        "granularity": "day",
        "date_basis": "explicit",
        "stance": "asserts",
        "denies": [],
        "denial_score": None,
        "confirms": [],
        "hedges": [{"by": "speaker", "span": [1220, 1223]}],
        "topics": ["diplomatic visit"],
        "confidence": 0.93,
    }


def test_absent_fields_have_their_defaults() -> None:
    found = attribution_from_json(LEAST)
    assert (found.type, found.kind, found.stance) == (
        AttributionType.STATEMENT,
        SpeechKind.INDIRECT,
        Stance.ASSERTS,
    )
    assert (found.date, found.speakers, found.anonymous, found.confidence) == (UNDATED, (), False, None)


def test_an_unknown_date_is_null() -> None:
    assert attribution_to_json(attribution_from_json(LEAST))["said_on"] is None


@pytest.mark.parametrize(
    "change",
    [
        {"stance": "shrugs"},
        {"said_on": ["2024-06-17"]},
        {"said_on": ["yesterday", "today"]},
        {"said_on": 5},
        {"source": [[1]]},
        {"source": [["a", "b"]]},
        {"source": 3},
        {"speakers": [{"name": "X"}]},
        {"speakers": [{"name": "X", "kind": "robot"}]},
        {"speakers": ["X"]},
        {"denies": 7},
    ],
)
def test_a_malformed_item_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        attribution_from_json(LEAST | change)


def test_an_item_without_id_is_refused() -> None:
    with pytest.raises(KeyError):
        attribution_from_json({"cue": [[0, 4]]})


def test_a_document_is_written_in_the_input_form() -> None:
    document = Document("a", "text", "T", "Planet", date(2024, 6, 18), "https://p.example", "Lane", origin="a.txt")
    assert document_to_json(document) == {
        "document": "a",
        "title": "T",
        "publisher": "Planet",
        "published": "2024-06-18",
        "url": "https://p.example",
        "author": "Lane",
        "text": "text",
    }


def test_an_unknown_publication_date_is_null() -> None:
    assert document_to_json(Document("a", "text"))["published"] is None


@given(st.dictionaries(st.text(), st.text()))
def test_a_line_means_the_object_and_steers_no_terminal(item: dict[str, str]) -> None:
    line = json_line(item)
    assert json.loads(line) == item
    assert line.endswith("}\n")
    assert not [character for character in line[:-1] if ord(character) < 32 or 0x7F <= ord(character) < 0xA0]
    line.encode("utf-8")
