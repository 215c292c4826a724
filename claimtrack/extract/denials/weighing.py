"""The stance of a statement by all that tells it, weighed together: rules, what it may answer, and the stance reader.

A multinomial logistic model over their signs, whose weights stand in ``weighing.toml``: a kind of stacking (Wolpert
1992, https://doi.org/10.1016/S0893-6080(05)80023-1). Without a reader, what is likely to answer another denies it, and
everything else does as the rules say.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.vocabulary import AttributionType, Stance
from claimtrack.extract.denials.answers import Answer, find_answers
from claimtrack.extract.denials.links import views_of
from claimtrack.extract.lexicons import table
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.reading import Read, Scores

__all__ = ["SIGNS", "WEIGHED", "WORTH", "begin_weighing", "signs_of", "weigh_stances", "worth_reading"]

WEIGHED = (Stance.DENIES, Stance.CONFIRMS, Stance.DECLINES)
"""Those that have weights; what asserts is what they are weighed against."""
SIGNS = (
    "rules deny",
    "rules confirm",
    "rules decline",
    "answers",
    "likely to answer",
    "reads as asserting",
    "reads as denying",
    "reads as confirming",
    "reads as declining",
)
WORTH = 0.02
"""How likely a statement answers another before it is read. With the others that are worth it, four in ten of an
article's statements are; with half of it, six in ten would be, and a fiftieth more denials told."""
_NO_ANSWER = Answer(None, goes_on=False)
_NO_CLAIMS = (Stance.DENIES, Stance.DECLINES)
"""What nobody denies."""
_UNLIKELY = 1e-3
_LEAST_READ = -8.0


def weigh_stances(
    parsed: ParsedDocument, attributions: Sequence[Attribution], read: Read | None = None
) -> list[Attribution]:
    """The attributions with the stance that all signs together tell; needs speakers, kind and the stance by rules.

    What denies by answering gets its link here.
    """
    return begin_weighing(parsed, attributions, read)()


def begin_weighing(
    parsed: ParsedDocument, attributions: Sequence[Attribution], read: Read | None = None
) -> Callable[[], list[Attribution]]:
    """What does the same once statements are read, which begins here."""
    answers = find_answers(views_of(parsed, attributions))
    chosen = [each for each in attributions if read and _may_be_read(each, answers)]
    return partial(_weighed, attributions, answers, chosen, read(parsed.text, chosen) if read and chosen else ())


def worth_reading(stance: Stance, answer: Answer | None) -> bool:
    """Whether a statement that rules give this stance may have another.

    It may where it does something else than assert, may answer another one, or has none to answer in its document.
    """
    return stance is not Stance.ASSERTS or answer is None or answer.link is None or answer.link.likely >= WORTH


def signs_of(stance: Stance, answer: Answer | None, scores: Scores) -> tuple[float, ...]:
    """What tells a statement's stance, in the order of ``SIGNS``; ``stance`` is the one by rules."""
    answer = answer or _NO_ANSWER
    likely = min(max(answer.link.likely if answer.link else 0.0, _UNLIKELY), 1 - _UNLIKELY)
    return (
        *(float(stance is each) for each in WEIGHED),
        float(answer.likely or answer.goes_on),
        math.log(likely / (1 - likely)),
        *(max(score, _LEAST_READ) for score in scores),
    )


def _may_be_read(each: Attribution, answers: Mapping[str, Answer]) -> bool:
    spoken = each.type is AttributionType.STATEMENT and bool(each.cue or each.content)
    return spoken and worth_reading(each.stance, answers.get(each.id))


def _by_rules(each: Attribution, answers: Mapping[str, Answer]) -> Stance:
    answer = answers.get(each.id, _NO_ANSWER)
    return Stance.DENIES if answer.likely or answer.goes_on else each.stance


def _weighed(
    attributions: Sequence[Attribution],
    answers: Mapping[str, Answer],
    chosen: Sequence[Attribution],
    read: Iterable[Scores],
) -> list[Attribution]:
    stances = {each.id: _by_rules(each, answers) for each in attributions}
    for each, scores in zip(chosen, read, strict=True):
        stances[each.id] = _likeliest(signs_of(each.stance, answers.get(each.id), scores))
    return [_with_stance(each, stances, answers.get(each.id, _NO_ANSWER)) for each in attributions]


def _likeliest(signs: Sequence[float]) -> Stance:
    totals = {stance: _total(table("weighing")[stance.value], signs) for stance in WEIGHED}
    best = max(WEIGHED, key=lambda stance: totals[stance])
    return best if totals[best] > 0 else Stance.ASSERTS


def _total(weights: Mapping[str, float], signs: Sequence[float]) -> float:
    return weights["bias"] + sum(weights[name] * value for name, value in zip(SIGNS, signs, strict=True))


def _with_stance(each: Attribution, stances: Mapping[str, Stance], answer: Answer) -> Attribution:
    """With the link that made it likely, unless what it would answer turns out to be no claim either."""
    stance = stances[each.id]
    answerable = answer.likely and answer.link and stances[answer.link.answered] not in _NO_CLAIMS
    if stance is Stance.DENIES and answerable and answer.link:
        return replace(each, stance=stance, denies=(answer.link.answered,), denial_score=round(answer.link.likely, 3))
    return replace(each, stance=stance)
