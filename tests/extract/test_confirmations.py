"""Which statement a confirmation confirms."""

from claimtrack.extract.confirmations import link_confirmations
from tests.extract.build import attribution, parsed

SANK = """
Captains NNS nsubj 2 captain
said     VBD ROOT  2 say
tankers  NNS nsubj 4 tanker
sank     VBD ccomp 2 sink
.        .   punct 2
"""
CONFIRMED_SINKING = """
Borduria  NNP nsubj 2
confirmed VBD ROOT  2 confirm
tankers   NNS nsubj 5 tanker
were      VBD auxpass 5 be
sunk      VBN ccomp 2 sink
.         .   punct 2
"""
CONFIRMED_REPORTS = """
Borduria  NNP nsubj 2
confirmed VBD ROOT  2 confirm
the       DT  det   4
reports   NNS dobj  2 report
.         .   punct 2
"""
CONFIRMED_HARVEST = CONFIRMED_REPORTS.replace("reports   NNS dobj  2 report", "harvest   NN  dobj  2 harvest")


def confirmed(*tables: str, content: str, speaker: str = "Borduria", stance: str = "confirms") -> tuple[str, ...]:
    """What the second statement confirms, after captains said that tankers sank."""
    document = parsed(*tables)
    first = attribution(document, id="first", cue="said", content="tankers sank", speakers=("captains",))
    words = {"cue": "confirmed", "content": content}
    second = attribution(document, id="second", speakers=(speaker,), stance=stance, **words)
    return link_confirmations(document, [first, second])[1].confirms


def test_what_somebody_else_said_before_is_confirmed_by_its_words() -> None:
    assert confirmed(SANK, CONFIRMED_SINKING, content="tankers were sunk") == ("first",)


def test_the_reports_are_the_statement_before_them() -> None:
    assert confirmed(SANK, CONFIRMED_REPORTS, content="the reports") == ("first",)


def test_what_nobody_said_before_is_confirmed_without_a_link() -> None:
    assert confirmed(SANK, CONFIRMED_HARVEST, content="the harvest") == ()


def test_nobody_confirms_themselves() -> None:
    assert confirmed(SANK, CONFIRMED_REPORTS, content="the reports", speaker="captains") == ()


def test_who_only_repeats_confirms_nothing() -> None:
    assert confirmed(SANK, CONFIRMED_SINKING, content="tankers were sunk", stance="asserts") == ()
