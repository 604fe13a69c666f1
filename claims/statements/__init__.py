"""Who says what in an article: statements with the words that name the speaker, the cue and the content.

One module per construction, each a function of the scene and a sentence; :mod:`claims.statements.rules` orders them.
"""

from claims.statements.headline import without_repeats
from claims.statements.reader import find

__all__ = ["find", "without_repeats"]
