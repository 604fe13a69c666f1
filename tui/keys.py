"""The one registry of actions: bindings, footer, help and palette are all made from it.

Keys are plain letters and ``, . + - / ?`` so that a German keyboard needs no AltGr. The id of an action is the
name by which the settings file may remap its keys; what it does is worded as ``keys.<id>`` in the interface files.
"""

from __future__ import annotations

from typing import NamedTuple


class Action(NamedTuple):
    """``name`` is the method ``action_<name>`` of the screen; ``footer`` puts it among the few hints at the bottom."""

    name: str
    keys: str
    group: str
    footer: bool = False


REVIEW = (
    Action("accept", "a", "decide", footer=True),
    Action("dismiss_pair", "d", "decide", footer=True),
    Action("later", "space", "decide", footer=True),
    Action("undo", "u", "decide", footer=True),
    Action("redo", "ctrl+r", "decide"),
    Action("next_topic", "j,down", "move"),
    Action("previous_topic", "k,up", "move"),
    Action("next_pair", "full_stop", "move"),
    Action("previous_pair", "comma", "move"),
    Action("side_a", "h,left", "move"),
    Action("side_b", "l,right", "move"),
    Action("first_topic", "g", "move"),
    Action("last_topic", "G", "move"),
    Action("next_view", "v", "look", footer=True),
    Action("more_context", "plus", "look"),
    Action("less_context", "minus", "look"),
    Action("next_pane", "tab", "look"),
    Action("export", "E", "tables", footer=True),
    Action("help", "question_mark", "tool"),
    Action("quit", "q", "tool"),
)

GROUPS = ("decide", "move", "look", "tables", "tool")

_DISPLAY = {"full_stop": ".", "comma": ",", "plus": "+", "minus": "-", "question_mark": "?", "ctrl+r": "^r"}


def display(keys: str) -> str:
    """The first key of an action as a person reads it: ``full_stop,x`` is ``.``."""
    first = keys.split(",")[0]
    return _DISPLAY.get(first, first)
