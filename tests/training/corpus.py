"""A tiny annotated corpus: whatever is said is an attribution, and nothing else."""

from claimtrack.domain.interchange import JsonObject

SAID = "Mara Keller said that the bridge was old."
SAW = "Mara Keller saw that the bridge was old."
NAMES = ["Mara Keller", "Ruth Vogel", "Ivo Brandt", "The ministry", "The council"]
THINGS = ["the bridge was old", "the toll was high", "the harbor was closed", "the road was long", "the town was quiet"]


def row(name: str, *sentences: str) -> JsonObject:
    """An annotated document, a sentence a paragraph: whatever is said is an attribution, and nothing else."""
    text = "\n".join(sentences)
    statements = []
    for sentence in sentences:
        start = text.index(sentence)
        source, said, _ = sentence.partition(" said ")
        if said:
            cue = start + len(source) + 1
            statements.append(
                {
                    "source": [[start, start + len(source)]],
                    "cue": [[cue, cue + len("said")]],
                    "content": [[cue + len("said "), start + len(sentence) - 1]],
                }
            )
    return {"document": name, "text": text, "statements": statements}
