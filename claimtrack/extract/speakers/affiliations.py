"""Who somebody speaks for: "a spokesman for the ministry", "Trump campaign manager", "Iranian official"."""

from spacy.tokens import Doc

from claimtrack.domain.places import place_of
from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.extract.lexicons import words
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.speakers.entities import Mention, Role
from claimtrack.extract.speakers.lexicon import people
from claimtrack.extract.speakers.register import Register

__all__ = ["affiliation_of", "give_affiliations"]

_FORMER = frozenset({"former", "ex", "ex-", "retired", "onetime", "one-time", "then", "late", "fired"})
_LINKS = frozenset({"for", "of", "at", "with"})
_PLAIN = frozenset({"JJ", "JJR", "JJS", "DT", "PRP$", "RB", "RBS", "CD", "VBN"})


def affiliation_of(doc: Doc, register: Register, paragraph: int, role: Role) -> str | None:
    """The body that the bearer of a role speaks for; None for former ones and where no body is named."""
    noun = next((i for i in range(role.first, role.last + 1) if doc[i].lower_ == role.noun), role.first)
    start = role.first
    if any(doc[i].lower_ in _FORMER for i in range(max(start - 1, 0), noun)):
        return None
    spokes = role.noun in people().spokes
    before = _body_before(doc, register, paragraph, start, noun)
    if before and before.islower() and not spokes:
        before = None
    return before or _body_after(doc, register, paragraph, noun, spokes) or _country(doc, role, start, noun)


def _body_before(doc: Doc, register: Register, paragraph: int, start: int, noun: int) -> str | None:
    """The name, or the phrase ending in a noun for a body, that stands before the role's noun."""
    end = noun - 1
    if end >= start and doc[end].tag_ == "POS":
        mention = register.at(paragraph, end - 1)
        return mention.entity.name if mention and _speaks(mention) else None
    while end > start and doc[end].tag_ in ("JJ", "NN", "NNP") and not _ends_body(doc, register, paragraph, end):
        end -= 1
    if end < start:
        return None
    mention = register.at(paragraph, end)
    if mention and mention.last <= end and _speaks(mention):
        return _with_country(doc, mention, start)
    if not _is_body(doc[end].lower_):
        return None
    while start < end and doc[start].tag_ in _PLAIN and not place_of(doc[start].text):
        start += 1
    return str(doc[start : end + 1].text)


def _ends_body(doc: Doc, register: Register, paragraph: int, i: int) -> bool:
    mention = register.at(paragraph, i)
    return _is_body(doc[i].lower_) or bool(mention and mention.last == i and _speaks(mention))


def _speaks(mention: Mention) -> bool:
    """Whether a name is an organization's or a seat's; a place in front of a noun only tells where."""
    place = place_of(mention.entity.name)
    return mention.entity.kind is SpeakerKind.ORGANIZATION or bool(place and place.is_seat)


def _is_body(lower: str) -> bool:
    return lower in words("bodies", "body")


def _with_country(doc: Doc, mention: Mention, start: int) -> str:
    """The body's name, with the country's name or adjective that stands right before it."""
    first = mention.first
    if first > start and doc[first - 1].tag_ == "POS":
        first -= 1
    led = first > start and mention.entity.kind is SpeakerKind.ORGANIZATION and place_of(doc[first - 1].text)
    return str(doc[first - 1 : mention.last + 1].text) if led else mention.entity.name


def _body_after(doc: Doc, register: Register, paragraph: int, noun: int, spokes: bool) -> str | None:
    """The body after "for", "at", "of": a person only for those whose office is to speak for others."""
    i = noun + 1
    if i >= len(doc) or doc[i].lower_ not in _LINKS:
        return None
    i += 1
    while i < len(doc) and doc[i].tag_ in ("DT", "PRP$"):
        i += 1
    end = i
    while end < len(doc) and (doc[end].tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ", "POS", "HYPH")):
        end += 1
    last = end - 1
    mention = register.at(paragraph, last) if last >= i else None
    if mention and (mention.entity.kind is SpeakerKind.ORGANIZATION or (spokes and mention.first == i)):
        plain = mention.entity.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.GOVERNMENT, SpeakerKind.PERSON)
        return _with_country(doc, mention, i) if plain else None
    if last >= i and spokes and _is_body(doc[last].lower_):
        return str(doc[i : last + 1].text)
    return _first_country(doc, i, end) if spokes else None


def _country(doc: Doc, role: Role, start: int, noun: int) -> str | None:
    """The country that the holder of an office speaks for: "Chinese leader", "US Secretary of Defense"."""
    return _first_country(doc, start, noun) if role.noun in people().offices else None


def _first_country(doc: Doc, start: int, end: int) -> str | None:
    for i in range(start, end):
        for width in (3, 2, 1):
            place = place_of(doc[i : min(i + width, end)].text)
            if place:
                return place.name
    return None


def give_affiliations(parsed: ParsedDocument, register: Register) -> None:
    """Set whom the persons of a register speak for, by the first of their roles that tells it."""
    for mention in register.mentions:
        entity = mention.entity
        if entity.kind is not SpeakerKind.PERSON or entity.affiliation:
            continue
        doc = parsed.paragraphs[mention.paragraph].doc
        if mention.role:
            entity.affiliation = affiliation_of(doc, register, mention.paragraph, mention.role)
        elif mention.first >= 2 and doc[mention.first - 1].tag_ == "POS":
            owner = register.at(mention.paragraph, mention.first - 2)
            named = owner and owner.entity.kind is SpeakerKind.ORGANIZATION
            entity.affiliation = owner.entity.name if owner and named else None
