"""What a report may need beyond the statements that the filters select."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimtrack.domain.stored import DocumentSummary, StoredClaim, StoredStatement

__all__ = ["NO_CONTEXT", "ReportContext"]


@dataclass(frozen=True, slots=True)
class ReportContext:
    """Neighbors of the selected statements."""

    answered: Mapping[str, StoredStatement] = field(default_factory=dict)
    """By id, statements that the selected ones may deny; the selected ones need not be among them."""
    documents: tuple[DocumentSummary, ...] = ()
    """All documents in scope; by them, ones without any statement are counted too."""
    claims: tuple[StoredClaim, ...] = ()
    """The claims of the selected statements, for the reports that look at whole claims."""
    appearing: Mapping[str, StoredStatement] = field(default_factory=dict)
    """By id, the statements of these claims; the selected ones need not be among them."""


NO_CONTEXT = ReportContext()
