"""Reports of reports, folded into the statements that they pass on."""

from claimtrack.extract.folding import fold_reports
from tests.extract.build import attribution, parsed
from tests.extract.reading import found_in

SAID_ACCORDING = """
Kim        NNP nsubj 2
said       VBD ROOT  2 say
talks      NNS nsubj 4 talk
failed     VBD ccomp 2 fail
,          ,   punct 2
according  VBG prep  2 accord
to         IN  prep  6
the        DT  det   9
Herald     NNP pobj  7
.          .   punct 2
"""

LONG = """
Kim        NNP nsubj 2
said       VBD ROOT  2 say
so         RB  advmod 2
,          ,   punct 2
and        CC  cc    2
the        DT  det   7
valley     NN  nsubj 10
has        VBZ aux   10
been       VBN aux   10
waiting    VBG conj  2 wait
since      IN  prep  10
the        DT  det   13
war        NN  pobj  11
,          ,   punct 10
according  VBG prep  10 accord
to         IN  prep  15
the        DT  det   18
Herald     NNP pobj  16
.          .   punct 2
"""


def test_a_report_of_another_statement_is_folded_into_it() -> None:
    document = parsed(SAID_ACCORDING)
    said = attribution(document, id="said", source="Kim", cue="said", content="talks failed")
    report = attribution(
        document, id="report", source="the Herald", cue="according to", content="Kim said talks failed"
    )
    assert fold_reports(document, [report, said]) == [said]


def test_a_report_without_another_statement_stays() -> None:
    document = parsed(SAID_ACCORDING)
    report = attribution(document, source="the Herald", cue="according to", content="talks failed")
    assert fold_reports(document, [report]) == [report]


def test_a_report_that_says_much_more_stays() -> None:
    document = parsed(LONG)
    said = attribution(document, id="said", source="Kim", cue="said", content="so")
    report = attribution(
        document,
        id="report",
        source="the Herald",
        cue="according to",
        content="Kim said so, and the valley has been waiting since the war",
    )
    assert fold_reports(document, [said, report]) == [said, report]


def test_a_report_of_a_belief_stays() -> None:
    document = parsed(SAID_ACCORDING)
    belief = attribution(document, id="b", type="belief", source="Kim", cue="said", content="talks failed")
    report = attribution(document, id="r", source="the Herald", cue="according to", content="Kim said talks failed")
    assert fold_reports(document, [belief, report]) == [belief, report]


def test_a_statement_of_a_statement_is_not_folded() -> None:
    document = parsed(SAID_ACCORDING)
    inner = attribution(document, id="i", source="Kim", cue="said", content="talks failed")
    outer = attribution(document, id="o", source="Herald", cue="failed", content="Kim said talks failed")
    assert fold_reports(document, [outer, inner]) == [outer, inner]


def test_the_medium_that_reports_a_statement_is_its_via() -> None:
    (found,) = found_in("Mara Keller said the toll was needed, according to the Daily Herald newspaper.")
    assert (found.speakers, found.content, found.attribution.via) == (
        ["Mara Keller"],
        "the toll was needed",
        "Daily Herald",
    )


def test_a_medium_that_says_something_itself_is_its_speaker() -> None:
    (found,) = found_in("The toll is needed, according to the Daily Herald newspaper.")
    assert (found.speakers, found.attribution.via) == (["Daily Herald"], None)
