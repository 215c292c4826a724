"""The tables, a file per group; importing this package fills ``Base.metadata`` with all of them."""

from claimtrack.db.tables.answers import AnswerRow, DocumentTermRow
from claimtrack.db.tables.base import Base
from claimtrack.db.tables.claims import ClaimAppearanceRow, ClaimDecisionRow, ClaimRow, StatementMatchRow
from claimtrack.db.tables.copies import DocumentBandRow, DocumentSignatureRow
from claimtrack.db.tables.documents import DocumentRow, PublisherRow
from claimtrack.db.tables.fulltext import StatementSearchRow
from claimtrack.db.tables.runs import RunRow
from claimtrack.db.tables.speakers import (
    SpeakerAliasRow,
    SpeakerDecisionRow,
    SpeakerDescriptionRow,
    SpeakerRow,
    StatementSpeakerRow,
)
from claimtrack.db.tables.statements import StatementHedgeRow, StatementRow, StatementSpanRow
from claimtrack.db.tables.topics import StatementTopicRow, TopicRow
from claimtrack.db.tables.vectors import DocumentSketchRow, StatementVectorRow

__all__ = [
    "AnswerRow",
    "Base",
    "ClaimAppearanceRow",
    "ClaimDecisionRow",
    "ClaimRow",
    "DocumentBandRow",
    "DocumentRow",
    "DocumentSignatureRow",
    "DocumentSketchRow",
    "DocumentTermRow",
    "PublisherRow",
    "RunRow",
    "SpeakerAliasRow",
    "SpeakerDecisionRow",
    "SpeakerDescriptionRow",
    "SpeakerRow",
    "StatementHedgeRow",
    "StatementMatchRow",
    "StatementRow",
    "StatementSearchRow",
    "StatementSpanRow",
    "StatementSpeakerRow",
    "StatementTopicRow",
    "StatementVectorRow",
    "TopicRow",
]
