"""Whom a description without a name of its own means, where several could be meant."""

from collections.abc import Sequence

import pytest

from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.extract.speakers import topical as module
from claimtrack.extract.speakers.entities import Entity
from claimtrack.extract.speakers.salience import Candidate
from claimtrack.extract.speakers.topical import topical


def _meant(monkeypatch: pytest.MonkeyPatch, candidates: Sequence[Candidate]) -> Entity | None:
    """Who is meant by "the 34-year-old" among candidates that are given."""
    monkeypatch.setattr(module, "candidates", lambda *_: candidates)
    return topical(None, "year-old", 0, (), life=True)  # type: ignore[arg-type]  # the scene is not looked at


def _person(name: str) -> Entity:
    return Entity(name, SpeakerKind.PERSON)


def test_the_person_whom_it_is_about_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    near, far = _person("Ann Hart"), _person("Bo Lind")
    assert _meant(monkeypatch, [Candidate(near, 9.0, 0), Candidate(far, 1.0, 0)]) is near


def test_of_two_of_one_name_who_are_as_near_nobody_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = _person("Ann Hart"), _person("Ann Hart")
    assert _meant(monkeypatch, [Candidate(one, 9.0, 0), Candidate(other, 9.0, 0)]) is None


def test_nobody_near_is_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _meant(monkeypatch, []) is None
