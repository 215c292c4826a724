"""Which times date the speaking, on sentences parsed by hand."""

import pytest

from claimtrack.extract.dates.attach import attached_times
from claimtrack.extract.dates.expressions import find_times
from tests.extract.build import attribution, parsed
from tests.extract.dates import sentences

WORDS = dict[str, str]


def attached(paragraph: str, **roles: str) -> list[str]:
    """The words of the times that date the attribution, the surest first."""
    document = parsed(paragraph)
    text = document.text
    found = attached_times(attribution(document, **roles), document.paragraphs[0], find_times(text))
    return [text[slice(*item.expression.span)] for item in found]


@pytest.mark.parametrize(
    ("paragraph", "roles", "times"),
    [
        pytest.param(
            sentences.SAID_MONDAY,
            {"source": "Kirby", "cue": "said", "content": "that talks failed on Sunday"},
            ["Monday"],
            id="a time on the cue counts, one in the content does not",
        ),
        pytest.param(
            sentences.IN_A_PRESS_CONFERENCE,
            {"source": "Kirby", "cue": "said", "content": "that talks failed"},
            ["Monday"],
            id="the time of the occasion is the statement's",
        ),
        pytest.param(
            sentences.RESIGNED_IN_MAY,
            {"source": "Smith, who resigned in May", "cue": "said", "content": "talks failed"},
            [],
            id="what the speaker did otherwise has its own time",
        ),
        pytest.param(
            sentences.ARTICLE_PUBLISHED_TUESDAY,
            {"source": "Smith", "cue": "said", "content": "talks failed"},
            ["early Tuesday"],
            id="the time at which the medium came out is the statement's",
        ),
        pytest.param(
            """
            After   IN  prep     6
            Monday  NNP poss     4
            's      POS case     2
            raid    NN  pobj     1
            Kirby   NNP nsubj    6
            said    VBD ROOT     6 say
            talks   NNS nsubj    8 talk
            failed  VBD ccomp    6 fail
            .       .   punct    6
            """,
            {"source": "Kirby", "cue": "said", "content": "talks failed"},
            [],
            id="an event before the speaking has its own time",
        ),
        pytest.param(
            """
            During  IN  prep     6
            Monday  NNP poss     4
            's      POS case     2
            debate  NN  pobj     1
            Kirby   NNP nsubj    6
            said    VBD ROOT     6 say
            talks   NNS nsubj    8 talk
            failed  VBD ccomp    6 fail
            """,
            {"source": "Kirby", "cue": "said", "content": "talks failed"},
            ["Monday"],
            id="an occasion of speaking lends its time",
        ),
        pytest.param(
            """
            Kirby    NNP nsubj    2
            resigned VBD ROOT     2 resign
            on       IN  prep     2
            Monday   NNP pobj     3
            ,        ,   punct    2
            saying   VBG advcl    2 say
            talks    NNS nsubj    8 talk
            failed   VBD ccomp    6 fail
            """,
            {"source": "Kirby", "cue": "saying", "content": "talks failed"},
            ["Monday"],
            id="a participle shares the time of its verb",
        ),
        pytest.param(
            """
            Kirby    NNP nsubj    2
            told     VBD ROOT     2 tell
            them     PRP dobj     2
            Monday   NNP npadvmod 2
            it       PRP nsubj    6
            failed   VBD ccomp    2 fail
            and      CC  cc       2
            added    VBD conj     2 add
            that     IN  mark     11
            it       PRP nsubj    11
            hurt     VBD ccomp    8
            """,
            {"source": "Kirby", "cue": "added", "content": "that it hurt"},
            ["Monday"],
            id="a second verb shares the time of the first",
        ),
        pytest.param(
            """
            Troops   NNS nsubj    2
            attacked VBD ROOT     2 attack
            on       IN  prep     2
            Monday   NNP pobj     3
            and      CC  cc       2
            Kirby    NNP nsubj    7
            said     VBD conj     2 say
            talks    NNS nsubj    9 talk
            failed   VBD ccomp    7 fail
            """,
            {"source": "Kirby", "cue": "said", "content": "talks failed"},
            [],
            id="a second verb with a subject of its own does not",
        ),
        pytest.param(
            """
            Talks     NNS nsubj    2 talk
            failed    VBD ROOT     2 fail
            ,         ,   punct    2
            according VBG prep     2 accord
            to        IN  prep     4
            a         DT  det      7
            report    NN  pobj     5
            released  VBN acl      7 release
            Monday    NNP npadvmod 8
            """,
            {"source": "a report released Monday", "cue": "according to", "content": "Talks failed"},
            ["Monday"],
            id="a document as source was made when it came out",
        ),
        pytest.param(
            """
            On        IN  prep     4
            Tuesday   NNP pobj     1
            it        PRP nsubj    4
            failed    VBD ROOT     4 fail
            ,         ,   punct    4
            according VBG prep     4 accord
            to        IN  prep     6
            Kirby     NNP pobj     7
            """,
            {"source": "Kirby", "cue": "according to", "content": "On Tuesday it failed"},
            [],
            id="what happened on a day was not said on it",
        ),
        pytest.param(
            """
            Kirby     NNP nsubj    4
            has       VBZ aux      4 have
            long      RB  advmod   4
            denied    VBN ROOT     4 deny
            it        PRP dobj     4
            ,         ,   punct    4
            an        DT  det      8
            aide      NN  npadvmod 4
            last      JJ  amod     10
            month     NN  npadvmod 4
            """,
            {"source": "Kirby", "cue": "has long denied", "content": "it"},
            [],
            id="a present perfect takes no definite past",
        ),
        pytest.param(
            """
            Kirby     NNP nsubj    3
            has       VBZ aux      3 have
            denied    VBN ROOT     3 deny
            it        PRP dobj     3
            since     IN  prep     3
            Monday    NNP pobj     5
            """,
            {"source": "Kirby", "cue": "has denied", "content": "it"},
            ["Monday"],
            id="a present perfect takes a time that reaches to now",
        ),
        pytest.param(
            """
            Kirby     NNP nsubj    2
            denied    VBD ROOT     2 deny
            it        PRP dobj     2
            until     IN  prep     2
            Monday    NNP pobj     4
            """,
            {"source": "Kirby", "cue": "denied", "content": "it"},
            [],
            id="the end of a time is not the time",
        ),
        pytest.param(
            """
            Last      JJ  amod     2
            month     NN  npadvmod 4
            Smith     NNP nsubj    4
            visited   VBD ROOT     4 visit
            Beijing   NNP dobj     4
            ,         ,   punct    5
            where     WRB advmod   9
            he        PRP nsubj    9
            pledged   VBD relcl    5 pledge
            unity     NN  dobj     9
            """,
            {"source": "he", "cue": "pledged", "content": "unity"},
            ["Last month"],
            id="a place clause shares the time of what led there",
        ),
        pytest.param(
            """
            Kirby     NNP nsubj    2
            issued    VBD ROOT     2 issue
            a         DT  det      4
            statement NN  dobj     2
            on        IN  prep     2
            Monday    NNP pobj     5
            that      WDT nsubj    8
            denied    VBD relcl    4 deny
            it        PRP dobj     8
            """,
            {"source": "Kirby", "cue": "denied", "content": "it"},
            ["Monday"],
            id="what a medium says was said when it was issued",
        ),
        pytest.param(
            """
            Kirby     NNP nsubj    5
            ,         ,   punct    1
            speaking  VBG acl      1 speak
            Monday    NNP npadvmod 3
            denied    VBD ROOT     5 deny
            it        PRP dobj     5
            """,
            {"source": "Kirby", "cue": "denied", "content": "it"},
            ["Monday"],
            id="the scene of speaking lends its time",
        ),
        pytest.param(
            """
            In        IN  prep     9
            a         DT  det      3
            speech    NN  pobj     1
            to        TO  aux      6
            be        VB  auxpass  6
            delivered VBN acl      3 deliver
            Wednesday NNP npadvmod 6
            Kirby     NNP nsubj    9
            denied    VBD ROOT     9 deny
            it        PRP dobj     9
            """,
            {"source": "Kirby", "cue": "denied", "content": "it"},
            [],
            id="a speech yet to be given has not been given",
        ),
        pytest.param(
            """
            Kirby     NNP nsubj    2
            denied    VBD ROOT     2 deny
            it        PRP dobj     2
            in        IN  prep     2
            Saturday  NNP poss     7
            's        POS case     5
            Post      NNP pobj     4
            """,
            {"source": "Kirby", "cue": "denied", "content": "it"},
            ["Saturday"],
            id="the issue of a paper lends its day",
        ),
        pytest.param(
            """
            Kirby     NNP nsubj    4
            on        IN  prep     1
            Monday    NNP pobj     2
            denied    VBD ROOT     4 deny
            it        PRP dobj     4
            by        IN  prep     4
            calling   VBG pcomp    6 call
            it        PRP nsubj    9
            false     JJ  ccomp    7
            """,
            {"source": "Kirby", "cue": "calling", "content": "it false"},
            ["Monday"],
            id="the means share the time of what they serve",
        ),
        pytest.param(
            """
            Monday    NNP poss     3
            's        POS case     1
            statement NN  nsubj    4
            denied    VBD ROOT     4 deny
            it        PRP dobj     4
            """,
            {"source": "Monday's statement", "cue": "denied", "content": "it"},
            ["Monday"],
            id="a dated document as source dates the statement",
        ),
    ],
)
def test_only_times_of_the_speaking_are_attached(paragraph: str, roles: WORDS, times: list[str]) -> None:
    assert attached(paragraph, **roles) == times


def test_a_time_beside_the_cue_counts_though_the_parser_hung_it_into_the_content() -> None:
    paragraph = """
    On        IN  prep     6
    Monday    NNP pobj     1
    Kirby     NNP nsubj    4
    said      VBD ROOT     4 say
    talks     NNS nsubj    6 talk
    failed    VBD ccomp    4 fail
    """
    assert attached(paragraph, source="Kirby", cue="said", content="talks failed") == ["Monday"]


def test_a_time_right_behind_the_content_belongs_to_the_cue() -> None:
    paragraph = """
    Kirby     NNP nsubj    2
    condemned VBD ROOT     2 condemn
    the       DT  det      4
    raid      NN  dobj     2
    on        IN  prep     4
    Monday    NNP pobj     5
    """
    assert attached(paragraph, source="Kirby", cue="condemned", content="the raid") == ["Monday"]


def test_the_surest_time_comes_first() -> None:
    paragraph = """
    Kirby     NNP nsubj    2
    said      VBD ROOT     2 say
    Monday    NNP npadvmod 2
    in        IN  prep     2
    a         DT  det      6
    note      NN  pobj     4
    published VBN acl      6 publish
    Tuesday   NNP npadvmod 7
    that      IN  mark     11
    it        PRP nsubj    11
    failed    VBD ccomp    2 fail
    """
    assert attached(paragraph, source="Kirby", cue="said", content="that it failed") == ["Monday", "Tuesday"]


def test_a_quotation_without_cue_and_source_takes_no_time() -> None:
    assert attached(sentences.SAID_MONDAY, content="talks failed") == []
