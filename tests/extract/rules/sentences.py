"""Sentences parsed by hand, one for each construction that the rules know."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from claimtrack.domain.spans import Span
from claimtrack.extract.parsed import Paragraph
from claimtrack.extract.quotes import quotations_of
from claimtrack.extract.rules.frames import Candidate, Range
from claimtrack.extract.rules.quoted import QuotedRange, quoted_ranges
from tests.extract.build import parsed

SAID_THAT = """
Kirby  NNP nsubj 2
said   VBD ROOT  2 say
that   IN  mark  5
talks  NNS nsubj 5 talk
failed VBD ccomp 2 fail
.      .   punct 2
"""

CLAUSE_FIRST = """
Talks  NNS nsubj 2 talk
failed VBD ccomp 5 fail
,      ,   punct 5
Kirby  NNP nsubj 5
said   VBD ROOT  5 say
.      .   punct 5
"""

INSERTED = """
Talks NNS nsubj     7 talk
,     ,   punct     4
Kirby NNP nsubj     4
said  VBD parataxis 7 say
,     ,   punct     4
would MD  aux       7
fail  VB  ROOT      7
.     .   punct     7
"""

INVERTED = """
“     `` punct 8
We    PRP nsubj 3
know  VBP ccomp 8
it    PRP dobj 3
now   RB advmod 3
,     , punct 8
”     '' punct 8
said  VBD ROOT 8 say
Kirby NNP nsubj 8
.     . punct 8
"""

QUOTED_AFTER = """
Kirby  NNP nsubj 2
was    VBD ROOT  2 be
asked  VBN conj  2 ask
again  RB  advmod 3
and    CC  cc    2
said   VBD conj  2 say
:      :   punct 6
“      ``  punct 10
We     PRP nsubj 10
know   VBP dep   10
it     PRP dobj  10
now    RB  advmod 10
.      .   punct 10
”      ''  punct 10
"""

INTERRUPTED = """
“     ``  punct     14
The   DT  det       3
visit NN  nsubj     14
,     ,   punct     7
”     ''  punct     7
Kirby NNP nsubj     7
said  VBD parataxis 14 say
,     ,   punct     7
“     ``  punct     14
will  MD  aux       14
not   RB  neg       14
in    IN  dep       14
fact  NN  pobj      12
last  VB  ROOT      14
.     .   punct     14
”     ''  punct     14
"""

ACCORDING = """
Talks     NNS nsubj 2 talk
failed    VBD ROOT  2 fail
,         ,   punct 2
according VBG prep  2 accord
to        IN  prep  4
Kirby     NNP pobj  5
.         .   punct 2
"""

PER = """
Talks    NNS nsubj 2 talk
failed   VBD ROOT  2 fail
,        ,   punct 2
per      IN  prep  2
the      DT  det   6
ministry NN  pobj  4
.        .   punct 2
"""

IN_A_POLL = """
In      IN  prep  6
a       DT  det   3
poll    NN  pobj  1
,       ,   punct 6
voters  NNS nsubj 6 voter
want    VBP ROOT  6
talks   NNS dobj  6 talk
.       .   punct 6
"""

IN_A_TOWN = """
In      IN  prep  6
a       DT  det   3
town    NN  pobj  1
,       ,   punct 6
voters  NNS nsubj 6 voter
want    VBP ROOT  6
talks   NNS dobj  6 talk
.       .   punct 6
"""

TOLD = """
Kirby     NNP nsubj 2
told      VBD ROOT  2 tell
reporters NNS dobj  2 reporter
that      IN  mark  6
talks     NNS nsubj 6 talk
failed    VBD ccomp 2 fail
.         .   punct 2
"""

ACCUSED = """
Kirby   NNP nsubj 2
accused VBD ROOT  2 accuse
Moscow  NNP dobj  2
of      IN  prep  2
theft   NN  pobj  4
.       .   punct 2
"""

CALLED = """
Kirby  NNP nsubj 2
called VBD ROOT  2 call
the    DT  det   4
claim  NN  dobj  2
absurd JJ  oprd  2
.      .   punct 2
"""

DESCRIBED = """
Kirby     NNP nsubj 2
described VBD ROOT  2 describe
it        PRP dobj  2
as        IN  prep  2
theft     NN  pobj  4
.         .   punct 2
"""

CALLED_FOR = """
Kirby  NNP nsubj 2
called VBD ROOT  2 call
for    IN  prep  2
talks  NNS pobj  3 talk
.      .   punct 2
"""

CALLED_ON = """
Kirby  NNP nsubj 2
called VBD ROOT  2 call
on     IN  prep  2
them   PRP pobj  3
to     TO  aux   6
leave  VB  xcomp 2
.      .   punct 2
"""

PROMISED = """
Kirby    NNP nsubj 2
promised VBD ROOT  2 promise
to       TO  aux   4
leave    VB  xcomp 2
.        .   punct 2
"""

CONTINUED = """
Kirby     NNP nsubj 2
continued VBD ROOT  2 continue
to        TO  aux   4
dismiss   VB  xcomp 2
claims    NNS dobj  4 claim
.         .   punct 2
"""

BRUSHED_ASIDE = """
Kirby   NNP nsubj  2
brushed VBD ROOT   2 brush
aside   RB  advmod 2
the     DT  det    5
claims  NNS dobj   2 claim
.       .   punct  2
"""

ANNOUNCED = """
It        PRP nsubjpass 3
was       VBD auxpass   3 be
announced VBN ROOT      3 announce
that      IN  mark      6
talks     NNS nsubj     6 talk
failed    VBD ccomp     3 fail
.         .   punct     3
"""

EXPECTED = """
Kirby    NNP nsubjpass 3
is       VBZ auxpass   3 be
expected VBN ROOT      3 expect
to       TO  aux       5
leave    VB  xcomp     3
.        .   punct     3
"""

WAS_ACCUSED = """
Kirby   NNP nsubjpass 3
was     VBD auxpass   3 be
accused VBN ROOT      3 accuse
of      IN  prep      3
theft   NN  pobj      4
by      IN  agent     3
Moscow  NNP pobj      6
.       .   punct     3
"""

HIS_CLAIM = """
His     PRP$ poss  2
claim   NN   nsubj 6
that    IN   mark  5
talks   NNS  nsubj 5 talk
failed  VBD  acl   2 fail
angered VBD  ROOT  6 anger
Moscow  NNP  dobj  6
.       .    punct 6
"""

MADE_THE_CLAIM = """
Kirby  NNP nsubj 2
made   VBD ROOT  2 make
the    DT  det   4
claim  NN  dobj  2
that   IN  mark  7
talks  NNS nsubj 7 talk
failed VBD acl   4 fail
.      .   punct 2
"""

FEARS_OF = """
Fears   NNS nsubj 4 fear
of      IN  prep  1
war     NN  pobj  2
grew    VBD ROOT  4 grow
.       .   punct 4
"""

SURE_THAT = """
Kirby  NNP nsubj 2
was    VBD ROOT  2 be
sure   JJ  acomp 2
that   IN  mark  6
talks  NNS nsubj 6 talk
failed VBD ccomp 3 fail
.      .   punct 2
"""

WORRIED_ABOUT = """
Voters  NNS nsubj 2 voter
were    VBD ROOT  2 be
worried JJ  acomp 2
about   IN  prep  3
talks   NNS pobj  4 talk
.       .   punct 2
"""

REPORTEDLY = """
Talks      NNS nsubj  3 talk
reportedly RB  advmod 3
failed     VBD ROOT   3 fail
.          .   punct  3
"""

COLON = """
Kirby  NNP npadvmod 4
:      :   punct    1
Talks  NNS nsubj    4 talk
failed VBD ROOT     4 fail
again  RB  advmod   4
"""

APPOSITION = """
Kirby     NNP nsubj 6
,         ,   punct 1
a         DT  det   4
spokesman NN  appos 1
,         ,   punct 1
told      VBD ROOT  6 tell
reporters NNS dobj  6 reporter
that      IN  mark  10
talks     NNS nsubj 10 talk
failed    VBD ccomp 6 fail
.         .   punct 6
"""

MISTAKEN_PARTICIPLE = """
Kirby     NNP nsubj 10
,         ,   punct 1
a         DT  det   4
spokesman NN  appos 1
,         ,   punct 1
told      VBN acl   1 tell
reporters NNS dobj  6 reporter
that      IN  mark  10
talks     NNS nsubj 10 talk
failed    VBD ROOT  10 fail
.         .   punct 10
"""

DATELINE = """
LINDAU NNP nmod  6
,      ,   punct 1
July   NNP nmod  1
19     CD  nummod 3
—      :   punct 1
Kirby  NNP nsubj 7
said   VBD ROOT  7 say
talks  NNS nsubj 9 talk
failed VBD ccomp 7 fail
.      .   punct 7
"""

SAID_ON_MONDAY = """
Kirby  NNP nsubj 2
said   VBD ROOT  2 say
on     IN  prep  7
Monday NNP pobj  3 - DATE
it     PRP nsubj 7
would  MD  aux   7
appeal VB  ccomp 2
.      .   punct 2
"""

SAYING = """
Kirby  NNP nsubj 2
left   VBD ROOT  2 leave
,      ,   punct 2
saying VBG advcl 2 say
talks  NNS nsubj 6 talk
failed VBD ccomp 4 fail
.      .   punct 2
"""

WITH_CALLING = """
Moscow   NNP nsubj 2
denied   VBD ROOT  2 deny
it       PRP dobj  2
,        ,   punct 2
with     IN  prep  2
an       DT  det   7
official NN  pobj  5
calling  VBG advcl 2 call
the      DT  det   10
claims   NNS dobj  8 claim
absurd   JJ  oprd  8
.        .   punct 2
"""

URGED_TO_SAY = """
Kirby  NNP nsubj 2
urged  VBD ROOT  2 urge
him    PRP dobj  2
to     TO  aux   5
say    VB  xcomp 2
that   IN  mark  8
talks  NNS nsubj 8 talk
failed VBD ccomp 5 fail
.      .   punct 2
"""

STATEMENT_SAYING = """
Kirby     NNP nsubj 2
issued    VBD ROOT  2 issue
a         DT  det   4
statement NN  dobj  2
saying    VBG acl   4 say
talks     NNS nsubj 7 talk
failed    VBD ccomp 5 fail
.         .   punct 2
"""

HIS_PLANS_TO_SAY = """
His    PRP$ poss 2
plans  NNS nsubj 7 plan
to     TO  aux   4
say    VB  acl   2
talks  NNS nsubj 6 talk
failed VBD ccomp 4 fail
leaked VBD ROOT  7 leak
.      .   punct 7
"""

MARK_AS_SUBJECT = """
Talks  NNS nsubj 2 talk
failed VBD ccomp 5 fail
,      ,   punct 5
»      ''  nsubj 5
said   VBD ROOT  5 say
Kirby  NNP nsubj 5
.      .   punct 5
"""


def paragraph(table: str) -> Paragraph:
    """The only paragraph of a document."""
    return parsed(table).paragraphs[0]


def doc(table: str) -> Doc:
    """A sentence as spaCy's own object."""
    return paragraph(table).doc


def word(table: str, text: str) -> Token:
    """The first word of a sentence that is spelled so."""
    return next(token for token in doc(table) if token.text == text)


def quoted_in(where: Paragraph) -> list[QuotedRange]:
    """The quotations of a paragraph that begins its document."""
    return quoted_ranges(where, quotations_of(where.doc.text, Span(0, len(where.doc.text))))


def cut(sentence: Doc, ranges: Iterable[Range]) -> str:
    """The words of token ranges, pieces joined by ``…``."""
    return " … ".join(sentence[start:end].text for start, end in ranges)


def told(candidate: Candidate) -> tuple[str, str, str, str]:
    """Frame, source, cue and content of a candidate in words."""
    sentence = candidate.head.doc
    return (
        candidate.frame,
        cut(sentence, candidate.source),
        cut(sentence, candidate.cue),
        cut(sentence, candidate.content),
    )


def all_told(candidates: Iterable[Candidate]) -> list[tuple[str, str, str, str]]:
    """The same of several."""
    return [told(candidate) for candidate in candidates]
