"""Topics of statements, on sentences parsed by hand."""

from claimtrack.extract.topics import MOST, name_topics, topics_in
from tests.extract.build import attribution, parsed

DEAL = """
Kirby     NNP  nsubj    2 - PERSON
said      VBD  ROOT     2 say
illegal   JJ   amod     5
arms      NNS  compound 5
sales     NNS  nsubj    9
to        IN   prep     5
Moscow    NNP  pobj     6 - GPE
would     MD   aux      9
end       VB   ccomp    2
in        IN   prep     9
two       CD   nummod   12 - DATE
days      NNS  pobj     10 day DATE
.         .    punct    2
"""

AGAIN = """
The      DT  det      3
arms     NNS compound 3
sales    NNS nsubj    4
stopped  VBD ROOT     4 stop
the      DT  det      6
thing    NN  dobj     4
.        .   punct    4
"""

PLAIN = """
Kirby  NNP nsubj 2 - PERSON
said   VBD ROOT  2 say
the    DT  det   4
toll   NN  nsubj 6
would  MD  aux   6
rise   VB  ccomp 2
.      .   punct 2
"""


def test_topics_are_noun_phrases_with_their_modifiers() -> None:
    document = parsed(DEAL)
    assert list(topics_in(list(document.paragraphs[0].doc)[2:])) == ["illegal arms sales", "Moscow"]


def test_a_modifier_outside_the_content_is_left_out() -> None:
    document = parsed(DEAL)
    assert next(topics_in(list(document.paragraphs[0].doc)[4:])) == "sales"


def test_dates_and_empty_nouns_are_no_topics() -> None:
    document = parsed(AGAIN)
    assert list(topics_in(list(document.paragraphs[0].doc))) == ["arms sales"]


def test_a_statement_has_its_contents_topics() -> None:
    document = parsed(PLAIN)
    (found,) = name_topics(document, [attribution(document, cue="said", content="the toll would rise")])
    assert found.topics == ("toll",)


def test_a_common_noun_gives_way_to_phrases_and_names() -> None:
    document = parsed(DEAL.replace("illegal   JJ   amod     5", "talks     NNS  dep      5"))
    (found,) = name_topics(document, [attribution(document, content="talks arms sales to Moscow")])
    assert set(found.topics) == {"arms sales", "Moscow"}


def test_topics_that_come_up_again_stand_first() -> None:
    document = parsed(DEAL.replace("illegal   JJ   amod     5", "new       JJ   amod     7"), AGAIN)
    found = name_topics(
        document,
        [
            attribution(document, id="one", content="arms sales to Moscow"),
            attribution(document, id="two", content="The arms sales"),
        ],
    )
    assert found[0].topics[0] == "arms sales"


def test_a_statement_has_no_more_topics_than_the_limit() -> None:
    words = [f"Topic{chr(97 + i)} NNP nsubj {i + 1}" for i in range(MOST + 2)]
    document = parsed("\n".join(words))
    (found,) = name_topics(document, [attribution(document, content=document.text)])
    assert len(found.topics) == MOST


def test_only_statements_have_topics() -> None:
    document = parsed(PLAIN)
    belief = attribution(document, type="belief", content="the toll would rise")
    assert name_topics(document, [belief]) == [belief]
