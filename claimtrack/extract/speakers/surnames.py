"""The parts of a person's name, and whether two names can be one person's."""

from collections.abc import Sequence

from claimtrack.extract.lexicons import table, words

__all__ = ["bare_surname", "generation_of", "given_of", "same_given", "surnames_of"]


def _core(name: Sequence[str]) -> list[str]:
    """The words of a name, lower case, without "Jr.", "III" and hyphens."""
    dropped = words("titles", "suffixes", "generational")
    return [word.casefold() for word in name if word.casefold() not in dropped and word[0].isalpha()]


def _is_family_first(core: Sequence[str]) -> bool:
    return 2 <= len(core) <= 4 and core[0].capitalize() in words("given_names", "family_first", "names")


def surnames_of(name: Sequence[str]) -> list[str]:
    """What a later mention may call the person by: the surname, with its particles and without.

    The last word; for names of East Asia the first one too, as "Lee Myung Bak" and "Lee Harper Ann" look alike.
    """
    core = _core(name)
    if len(core) < 2:
        return core or [name[-1].casefold()]  # a name of suffixes and numbers alone
    found = [core[-1]]
    particles = words("titles", "particles", "inside")
    for i in range(len(core) - 2, 0, -1):
        if core[i] not in particles:
            break
        found.append(" ".join(core[i:]))
    if len(core) > 2:
        found.append(" ".join(core[-2:]))
    if _is_family_first(core):
        found.insert(0, core[0])
    return list(dict.fromkeys(found))


def bare_surname(name: Sequence[str]) -> str:
    """A name that may be no more than a surname, lower case: one word, or particles and a word; else empty."""
    if len(name) == 1:
        return name[0].casefold()
    core = _core(name)
    particles = words("titles", "particles", "inside")
    return " ".join(core) if len(core) > 1 and all(word in particles for word in core[:-1]) else ""


def generation_of(name: Sequence[str]) -> str:
    """ "Jr.", "III" at the end of a name, lower case without full stop; empty where there is none."""
    last = name[-1].casefold() if len(name) > 2 else ""
    return last.rstrip(".") if last in words("titles", "suffixes", "generational") else ""


def given_of(name: Sequence[str]) -> str:
    """The given name, lower case: the first word, or all but it in names of East Asia; empty if unknown."""
    core = _core(name)
    if len(core) < 2:
        return ""
    return " ".join(core[1:]) if _is_family_first(core) else core[0]


def same_given(one: str, other: str) -> bool:
    """Whether two given names can be the same: equal, an initial, a short form ("Bernie", "Bernard")."""
    if not one or not other or one == other:
        return True
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    if long.startswith(short) and (len(short) == 1 or len(short) >= 3):
        return True
    forms = table("given_names")["short_forms"]
    return long in forms.get(short, ()) or short in forms.get(long, ())
