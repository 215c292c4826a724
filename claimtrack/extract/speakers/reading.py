"""One pass over the names of a document: spot them, decide over all of it what each is, and register them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.speakers.classes import NameClass, classify_all
from claimtrack.extract.speakers.entities import Mention, RawName, Role
from claimtrack.extract.speakers.identities import Identities, name_key
from claimtrack.extract.speakers.name_words import NAME_TAGS
from claimtrack.extract.speakers.names import spot_names
from claimtrack.extract.speakers.register import Register
from claimtrack.extract.speakers.roles import role_beside, second_role

__all__ = ["build_register"]


_NO_NAMES = frozenset({"MD", "IN", "DT", "WRB", "CC"})
"""Tags of words that begin sentences with a capital: "May", "Will"."""


def build_register(parsed: ParsedDocument) -> Register:
    """Read the names of a document and decide, over all of it, whose they are."""
    raws = [raw for paragraph in parsed.paragraphs for raw in spot_names(paragraph)]
    groups: dict[tuple[str, ...], list[RawName]] = defaultdict(list)
    for raw in raws:
        groups[name_key(raw)].append(raw)
    classes = classify_all(groups)
    roles = _roles(parsed, raws, classes)
    register = Register()
    known = Identities(groups, classes, roles, register)
    whole = _hyphened(parsed, known.surnames())
    taken = {(raw.paragraph, i) for raw in whole for i in range(raw.first, raw.last + 1)}
    raws = [raw for raw in raws if (raw.paragraph, raw.first) not in taken and (raw.paragraph, raw.last) not in taken]
    raws += [*whole, *_overlooked(parsed, [*raws, *whole], known.surnames())]
    for raw in sorted(raws, key=lambda raw: (raw.paragraph, raw.first)):
        entity = known.of(raw)
        if entity is not None:
            paragraph = parsed.paragraphs[raw.paragraph]
            start, end = paragraph.span(paragraph.doc[raw.first], paragraph.doc[raw.last])
            role = next(iter(roles.get((raw.paragraph, raw.first), ())), None)
            register.add(Mention(start, end, raw.paragraph, raw.first, raw.last, entity, role))
    return register


def _roles(
    parsed: ParsedDocument, raws: Sequence[RawName], classes: Mapping[tuple[str, ...], NameClass | None]
) -> dict[tuple[int, int], tuple[Role, ...]]:
    """The roles that stand beside persons' names, by paragraph and first token of the name."""
    found: dict[tuple[int, int], tuple[Role, ...]] = {}
    for raw in raws:
        if classes[name_key(raw)] in (NameClass.PERSON, None):
            doc = parsed.paragraphs[raw.paragraph].doc
            if role := role_beside(doc, raw.first, raw.last):
                second = second_role(doc, raw.last, role)
                found[raw.paragraph, raw.first] = (role, second) if second else (role,)
    return found


def _hyphened(parsed: ParsedDocument, surnames: frozenset[str]) -> list[RawName]:
    """Known surnames of two words that a hyphen joins, which the tokenizer cuts in three."""
    double = {word for word in surnames if "-" in word}
    return [
        RawName(paragraph.index, token.i, token.i + 2, (text,), text, "PERSON")
        for paragraph in parsed.paragraphs
        for token in (paragraph.doc[1:-1] if double else ())
        if token.text == "-" and (text := paragraph.doc[token.i - 1 : token.i + 2].text).casefold() in double
        for token in (token.nbor(-1),)
        if token.text.istitle() and not (token.i and token.nbor(-1).tag_ in NAME_TAGS)
    ]


def _overlooked(parsed: ParsedDocument, raws: Sequence[RawName], surnames: frozenset[str]) -> list[RawName]:
    """Capitalised surnames of known persons that neither the recognizer nor the tagger took for names."""
    taken = {(raw.paragraph, i) for raw in raws for i in range(raw.first, raw.last + 1)}
    return [
        RawName(paragraph.index, token.i, token.i, (token.text,), token.text, "")
        for paragraph in parsed.paragraphs
        for token in paragraph.doc
        if token.text in surnames and token.tag_ not in _NO_NAMES and (paragraph.index, token.i) not in taken
    ]
