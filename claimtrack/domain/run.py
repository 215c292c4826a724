"""An extraction run: by which program, model and settings statements were found."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from claimtrack.domain.keys import hash_key

__all__ = ["RunSettings", "SettingValue"]

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
