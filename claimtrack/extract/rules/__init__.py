"""Finding attributions by rules: a dependency parse, quotation marks, and a lexicon of cues with their frames.

``finder.RuleFinder`` is the way in; a trained tagger can stand in its place.
"""
