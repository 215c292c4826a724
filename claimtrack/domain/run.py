"""An extraction run: by which program, model and settings statements were found."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from claimtrack.domain.keys import hash_key

__all__ = ["ExtractionCounts", "RunSettings", "SettingValue"]

SettingValue = str | int | float | bool | None


@dataclass(frozen=True)
class RunSettings:
    """All that decides what an extraction finds in a given text."""

    program_version: str
    model_name: str
    model_version: str
    settings: Mapping[str, SettingValue] = field(default_factory=dict)
    """Options that change the result, by name."""

    @property
    def fingerprint(self) -> str:
        """Equal for runs that find the same statements in the same text."""
        settings = json.dumps(dict(self.settings), sort_keys=True)
        return hash_key("run", self.program_version, self.model_name, self.model_version, settings)


@dataclass(frozen=True, slots=True)
class ExtractionCounts:
    """What a run has done, so far or in the end."""

    documents_read: int = 0
    """All of them, bad ones included."""
    documents_new: int = 0
    documents_unchanged: int = 0
    """Stored already by the same program, model and settings; not parsed again."""
    documents_refreshed: int = 0
    """Stored already and extracted again."""
    documents_failed: int = 0
    statements_new: int = 0
    statements_refreshed: int = 0
    statements_retired: int = 0
    """Stored earlier, no longer found."""

    def __add__(self, other: "ExtractionCounts") -> "ExtractionCounts":
        """Both together."""
        return ExtractionCounts(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))
