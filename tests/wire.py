"""An invented wire story, as others print it, and an article that tells the same affair in its own words."""

__all__ = ["CUT", "EDITED", "LONGER", "OTHER_AFFAIR", "OWN_WORDS", "RELEASE", "UPDATED", "WIRE"]


def _text(*pieces: str) -> str:
    """Paragraphs of one line each."""
    paragraphs = "\n\n".join(pieces).split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


_LEAD = """
KLOW (Sylvan Wire) - The port of Klow will stay closed to foreign ships until the end of the month, the harbor authority
said on Tuesday, a week after two freighters collided in the channel and spilled fuel.
"""
_FACTS = """
Divers have found that the wreck of the smaller vessel blocks half of the fairway, and cranes strong enough to lift it
are not expected before the weekend, the authority said in a statement.
"""
_QUOTE = """
"We will not put a single sailor at risk to save a few days of business," harbor master Ilse Brandt told reporters at
the pier. "The channel opens when it is safe, and not an hour before."
"""
_SHIPPERS = """
Shipping companies have complained that the closure costs them two million crowns a day. Their association said that
smaller ships could pass at high tide and accused the authority of excessive caution.
"""
_DENIAL = """
The owner of the larger freighter, Borduria Lines, denied that its captain had been asleep when the ships met. It said
that the pilot had given a wrong course and that recordings from the bridge would prove it.
"""
_BACKGROUND = """
About a third of the country's trade passes through Klow. The last closure of such length was in 1987, when a storm tore
down the northern breakwater and eleven fishermen drowned.
"""
_OTHER_LEAD = """
Klow's harbor is shut to foreign vessels for the rest of the month, officials announced yesterday.
"""
_OWN_PARAGRAPHS = """
At the fish market on the quay, stalls stood empty on Tuesday morning. Traders told this newspaper that the boats of the
cooperative now land their catch at Dbrnouk, forty kilometers up the coast.

The mayor has called an extraordinary meeting of the council for Thursday evening. Members of the opposition want to
know why no tug was at hand on the night of the accident.
"""
_NEWS = """
KLOW (Sylvan Wire) - A floating crane arrived in Klow on Friday to lift the wreck that has kept the port closed for ten
days, and the first foreign ships may enter on Sunday.

The crane Hercules made fast beside the wreck shortly after noon, watched by hundreds of people on the mole.
"""

WIRE = _text(_LEAD, _FACTS, _QUOTE, _SHIPPERS, _DENIAL, _BACKGROUND)
EDITED = _text(_OTHER_LEAD, _FACTS, _QUOTE, _SHIPPERS.replace("companies have", "firms"), _DENIAL, _BACKGROUND)
"""Another lead, words changed."""
CUT = _text(_LEAD, _FACTS, _QUOTE)
"""The first three of six paragraphs."""
LONGER = _text(WIRE, _OWN_PARAGRAPHS)
"""With two paragraphs of the outlet's own."""
UPDATED = _text(_NEWS, _FACTS, _QUOTE, _DENIAL, _BACKGROUND)
"""The next version: a new lead, an old paragraph dropped."""
OWN_WORDS = _text(
    """
No foreign ship will dock in Klow before July. That is the sober message that harbor master Ilse Brandt brought to the
pier on Tuesday, where two dozen captains' agents were waiting for better news.

"We will not put a single sailor at risk to save a few days of business," she told them. "The channel opens when it is
safe, and not an hour before."

A sunken freighter lies across the way in, and nobody in the region has a crane that could raise it. One has been
ordered from abroad and is said to be at sea.

The agents went home grumbling. Every day costs the lines two million crowns, one of them said, and at high water there
was room enough for coasters; the office simply dared nothing.

Who is to blame for the collision will be for a court to say. Borduria Lines, whose ship was the bigger one, rejects
talk of a sleeping captain and points at the pilot.

For the town it is the longest standstill since the great storm of 1987.
"""
)
"""Written independently, with the same quotation."""
RELEASE = _text(_QUOTE)
"""What the harbor master said, as her office sends it out."""
OTHER_AFFAIR = _text(
    """
SZOHOD (Sylvan Wire) - The parliament of Borduria passed a budget on Tuesday that cuts the pay of civil servants by a
tenth, hours after unions had called off a strike. The finance minister said in a statement that the country had no
choice. Opposition leaders denied that they had agreed to the cuts in secret talks.
"""
)
