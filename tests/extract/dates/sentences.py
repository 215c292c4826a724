"""Sentences parsed by hand that the tests of attachment and of the stage share."""

IN_A_PRESS_CONFERENCE = """
In         IN  prep     8
a          DT  det      4
press      NN  compound 4
conference NN  pobj     1
on         IN  prep     4
Monday     NNP pobj     5
Kirby      NNP nsubj    8
said       VBD ROOT     8 say
that       IN  mark     11
talks      NNS nsubj    11 talk
failed     VBD ccomp    8 fail
.          .   punct    8
"""

SAID_MONDAY = """
Kirby  NNP nsubj    2
said   VBD ROOT     2 say
Monday NNP npadvmod 2
that   IN  mark     6
talks  NNS nsubj    6 talk
failed VBD ccomp    2 fail
on     IN  prep     6
Sunday NNP pobj     7
.      .   punct    2
"""

RESIGNED_IN_MAY = """
Smith    NNP nsubj 7
,        ,   punct 1
who      WP  nsubj 4
resigned VBD relcl 1 resign
in       IN  prep  4
May      NNP pobj  5
said     VBD ROOT  7 say
talks    NNS nsubj 9 talk
failed   VBD ccomp 7 fail
.        .   punct 7
"""

ARTICLE_PUBLISHED_TUESDAY = """
In        IN  prep     8
an        DT  det      3
article   NN  pobj     1
published VBN acl      3 publish
early     RB  advmod   6
Tuesday   NNP npadvmod 4
Smith     NNP nsubj    8
said      VBD ROOT     8 say
talks     NNS nsubj    10 talk
failed    VBD ccomp    8 fail
.         .   punct    8
"""

HE_ADDED = """
Talks  NNS nsubj 2 talk
failed VBD ccomp 5 fail
,      ,   punct 5
Kirby  NNP nsubj 5
added  VBD ROOT  5 add
.      .   punct 5
"""
