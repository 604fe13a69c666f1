"""One tree of errors; every message says what is wrong, where, and what to do.

ClaimsError
├── InputError      something given cannot be read (a path, a table, an option's value)
├── LexiconError    a file of language data is missing or malformed
├── SettingsError   the settings file holds an unknown key or a wrong value
├── CaseError       the case file cannot be used
│   └── StaleError  somebody else changed it first
└── NotFoundError   no object has that id
"""

from __future__ import annotations


class ClaimsError(Exception):
    """Base of every error this package raises on purpose; ``exit_code`` is the command line's."""

    exit_code = 1


class InputError(ClaimsError):
    """Something given cannot be read."""


class LexiconError(ClaimsError):
    """A file of language data is missing or malformed."""


class SettingsError(ClaimsError):
    """The settings file holds an unknown key or a wrong value."""

    exit_code = 2


class CaseError(ClaimsError):
    """The case file cannot be opened, read or written."""


class StaleError(CaseError):
    """Somebody else decided first; the message carries both values."""


class NotFoundError(ClaimsError):
    """No object of the case has the id that was asked for."""
