"""Closed vocabularies: their values are shown by the interchange format, the database and the program."""

from enum import StrEnum

__all__ = [
    "Anonymity",
    "AttributionType",
    "ClaimAction",
    "DateBasis",
    "DenialStatus",
    "Facet",
    "FinderName",
    "Granularity",
    "Hedger",
    "Maker",
    "Resolution",
    "RunStatus",
    "SpanRole",
    "SpeakerAction",
    "SpeakerKind",
    "SpeechKind",
    "Stance",
]


class FinderName(StrEnum):
    """What finds source, cue and content of attributions."""

    MODEL = "model"
    """The trained model that comes with claimtrack."""
    RULES = "rules"
    """Cues, frames and the parse: faster, needs no model, finds less."""


class SpanRole(StrEnum):
    """What a span does in an attribution."""

    SOURCE = "source"
    """The words that name who is speaking, with title and apposition."""
    CUE = "cue"
    """The words that mark the attribution, with auxiliaries."""
    CONTENT = "content"
    """What is attributed, with its quotation marks and a leading "that"."""


class AttributionType(StrEnum):
    """What an attribution attributes."""

    STATEMENT = "statement"
    """A speech act: said, wrote, announced, denied, according to."""
    BELIEF = "belief"
    """Thinks, fears, is viewed as."""
    INTENTION = "intention"
    """Plans, wants."""
    EVIDENCE = "evidence"
    """A document, image, poll or data set that shows something."""


class SpeechKind(StrEnum):
    """How much of the content stands inside quotation marks."""

    DIRECT = "direct"
    """All of it."""
    MIXED = "mixed"
    """Part of it."""
    INDIRECT = "indirect"
    """None of it."""


class SpeakerKind(StrEnum):
    """What sort of thing speaks."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    GROUP = "group"
    DOCUMENT = "document"


class Anonymity(StrEnum):
    """How far a document tells who speaks."""

    NAMED = "named"
    """By name; a document, a place or a body known by what it is called too."""
    ROLE = "role"
    """One person, by function alone: a Kremlin spokesperson."""
    GROUP = "group"
    """Several, none named: residents, two officials."""
    UNNAMED = "unnamed"
    """Kept from the reader without saying why: a person familiar with the matter."""
    UNNAMED_REASON = "unnamed_reason"
    """Kept from the reader for a reason that is given: because he was not authorized to speak."""


class Resolution(StrEnum):
    """How it was found who a source is."""

    NAME = "name"
    """The source gives the name."""
    SHORT_NAME = "short_name"
    """A surname, an acronym or a shortened name, given in full elsewhere; or a seat that stands for its government."""
    PRONOUN = "pronoun"
    """He, she, it, they: who a reader has in mind."""
    FIRST_PERSON = "first_person"
    """I, we inside somebody's statement; outside, the author."""
    DESCRIPTION = "description"
    """The aide, the company: takes up somebody named before."""
    PAIR = "pair"
    """Both countries, the two leaders."""
    DESCRIBED = "described"
    """Not found: the description stands for the speaker."""


class Stance(StrEnum):
    """What a statement does towards that which its content says."""

    ASSERTS = "asserts"
    """Puts it forward; also accuses, warns, pledges, predicts."""
    DENIES = "denies"
    """Says that something put forward or suspected is untrue, did not happen, or is rejected."""
    CONFIRMS = "confirms"
    """Says that something put forward by others is true."""
    DECLINES = "declines"
    """Will not say."""


class Granularity(StrEnum):
    """How precisely the text gives a date."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class Hedger(StrEnum):
    """Whose words limit how certain a statement is."""

    REPORTER = "reporter"
    """Who tells of the statement does not vouch for it: reportedly, allegedly, claimed."""
    SPEAKER = "speaker"
    """Who makes it is not sure: may, likely, I think."""


class DateBasis(StrEnum):
    """Where a statement's date comes from."""

    EXPLICIT = "explicit"
    """Said in the clause."""
    CONTEXT = "context"
    """Carried from the speaker's earlier statement on the same occasion."""
    PUBLICATION = "publication"
    """Nothing said: the publication date."""
    NONE = "none"
    """Nothing said, and no publication date known."""


class DenialStatus(StrEnum):
    """What became of a claim, the proposition that one or more statements make."""

    UNDISPUTED = "undisputed"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    CONTESTED = "contested"
    """Both confirmed and denied."""


class RunStatus(StrEnum):
    """How an extraction run ended, or that it has not."""

    RUNNING = "running"
    """Under way, or cut off so abruptly that nobody could write down its end."""
    FINISHED = "finished"
    INTERRUPTED = "interrupted"
    """By Ctrl-C; what was stored until then is complete."""
    FAILED = "failed"


class ClaimAction(StrEnum):
    """What an analyst decided about which claims are the same."""

    MERGE = "merge"
    """Two claims are one."""
    SPLIT = "split"
    """They are two."""


class SpeakerAction(StrEnum):
    """What an analyst decided about who is the same speaker."""

    MERGE = "merge"
    """Two speakers are one."""
    SPLIT = "split"
    """They are two after all."""
    ALIAS = "alias"
    """A name, stored or not, is another of a speaker's."""
    IDENTIFY = "identify"
    """It is this item of Wikidata, or none any more."""


class Facet(StrEnum):
    """By what the statements of an answer are counted; each value asks for its statements when given as an option."""

    SPEAKER = "speaker"
    STANCE = "stance"
    TOPIC = "topic"
    PUBLISHER = "publisher"
    MONTH = "month"
    """For ``--since`` and ``--until``."""
    STATUS = "status"
    """What became of the claim."""
    KIND = "kind"


class Maker(StrEnum):
    """Whose decision a row is; neither overwrites the other's."""

    MACHINE = "machine"
    ANALYST = "analyst"
