"""The one registry of actions: bindings, footer, help, palette and the README's table are all made from it.

Keys are plain letters and ``, . + - / ?`` so that a German keyboard needs no AltGr. The name of an action is what the
settings file remaps its keys by; what it does is worded as ``keys.<name>`` in the interface files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual.binding import Binding, BindingsMap

from claims.wording import say


class Action(NamedTuple):
    """``name`` is the method ``action_<name>`` of the screen; ``footer`` puts it among the few hints at the bottom."""

    name: str
    keys: str
    group: str
    footer: bool = False


REVIEW = (
    Action("help", "question_mark", "tool", footer=True),
    Action("accept", "a", "decide", footer=True),
    Action("dismiss_pair", "d", "decide", footer=True),
    Action("dismiss_1", "1", "decide"),
    Action("dismiss_2", "2", "decide"),
    Action("dismiss_3", "3", "decide"),
    Action("dismiss_4", "4", "decide"),
    Action("dismiss_5", "5", "decide"),
    Action("dismiss_6", "6", "decide"),
    Action("later", "space", "decide", footer=True),
    Action("undo", "u", "decide", footer=True),
    Action("redo", "ctrl+r", "decide"),
    Action("note", "n", "decide"),
    Action("verdict", "r", "shape"),
    Action("edit", "e", "shape"),
    Action("extent", "W", "shape"),
    Action("strike", "t", "shape"),
    Action("mark", "x", "shape"),
    Action("mark_topic", "X", "shape"),
    Action("merge", "m", "shape"),
    Action("split", "s", "shape"),
    Action("declare", "w", "shape"),
    Action("metadata", "M", "shape"),
    Action("next_topic", "j,down", "move"),
    Action("previous_topic", "k,up", "move"),
    Action("next_pair", "full_stop", "move"),
    Action("previous_pair", "comma", "move"),
    Action("side_a", "h,left", "move"),
    Action("side_b", "l,right", "move"),
    Action("first_topic", "g,home", "move"),
    Action("last_topic", "G,end", "move"),
    Action("find", "slash", "move"),
    Action("narrow", "f", "move"),
    Action("next_view", "v", "look", footer=True),
    Action("explain", "i", "look"),
    Action("open_article", "enter", "look"),
    Action("more_context", "plus", "look"),
    Action("less_context", "minus", "look"),
    Action("next_pane", "tab", "look"),
    Action("open_source", "o", "look"),
    Action("cite", "c", "tables"),
    Action("cite_both", "C", "tables"),
    Action("export", "E", "tables", footer=True),
    Action("people", "p", "tool"),
    Action("articles", "b", "tool"),
    Action("add_articles", "A", "tool"),
    Action("run_again", "R", "tool"),
    Action("quit", "q", "tool"),
)

ARTICLE = (
    Action("help", "question_mark", "tool", footer=True),
    Action("mark", "space", "shape", footer=True),
    Action("add_statement", "enter", "shape", footer=True),
    Action("next_word", "l,right", "move"),
    Action("previous_word", "h,left", "move"),
    Action("next_line", "j,down", "move"),
    Action("previous_line", "k,up", "move"),
    Action("back", "escape,q", "tool", footer=True),
)

_ENTRIES = (
    Action("next_entry", "j,down", "move"),
    Action("previous_entry", "k,up", "move"),
    Action("first_entry", "g,home", "move"),
    Action("last_entry", "G,end", "move"),
)

PEOPLE = (
    Action("help", "question_mark", "tool", footer=True),
    *_ENTRIES,
    Action("mark", "x", "shape", footer=True),
    Action("merge", "m", "shape", footer=True),
    Action("split", "s", "shape", footer=True),
    Action("alias", "n", "shape", footer=True),
    Action("undo", "u", "decide"),
    Action("back", "escape,q", "tool", footer=True),
)

ARTICLES = (
    Action("help", "question_mark", "tool", footer=True),
    *_ENTRIES,
    Action("open_article", "enter", "look", footer=True),
    Action("metadata", "M", "shape", footer=True),
    Action("add_articles", "A", "tool", footer=True),
    Action("open_source", "o", "look"),
    Action("undo", "u", "decide", footer=True),
    Action("back", "escape,q", "tool", footer=True),
)

SCREENS = {"review": REVIEW, "article": ARTICLE, "people": PEOPLE, "articles": ARTICLES}
GROUPS = ("decide", "shape", "move", "look", "tables", "tool")

_SIDE = ("side_a", "side_b", "edit", "extent", "verdict", "mark", "split", "strike", "cite", "open_source", "metadata")
_STATEMENTS = ("previous_pair", "next_pair", "open_article", "mark", "split", "declare", "edit", "next_view")
PANES = {  # what one does where, for the help of the pane that has the focus
    "queue": ("next_topic", "previous_topic", "find", "narrow", "open_article", "mark_topic", "merge"),
    "reason": ("accept", "dismiss_pair", "later", "note", "explain", "previous_pair", "next_pair"),
    "a": _SIDE,
    "b": _SIDE,
    "passage": ("more_context", "less_context", "side_a", "side_b", "open_article", "open_source"),
    "speakers": _STATEMENTS,
    "timeline": _STATEMENTS,
}

_DISPLAY = {
    "full_stop": ".",
    "comma": ",",
    "plus": "+",
    "minus": "-",
    "slash": "/",
    "question_mark": "?",
    "ctrl+r": "^r",
    "escape": "esc",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
}


def display(key: str) -> str:
    """A key as a person reads it: ``full_stop`` is ``.``."""
    return _DISPLAY.get(key, key)


def shown_keys(action: Action, remapped: Mapping[str, str]) -> str:
    """All keys of an action, as the settings file remapped them."""
    return " ".join(display(key) for key in remapped.get(action.name, action.keys).split(","))


def bindings(actions: Sequence[Action], language: str) -> BindingsMap:
    """One binding per action, worded in the language of the interface, with the action's name as remappable id."""
    return BindingsMap(
        Binding(
            action.keys,
            action.name,
            say(f"keys.{action.name}", language),
            show=action.footer,
            key_display=display(action.keys.split(",")[0]),
            priority="tab" in action.keys,
            id=action.name,
        )
        for action in actions
    )


def table(language: str) -> str:
    """The keys of every screen as a Markdown table, for the README."""
    rows = [f"| {say('tui.table.keys', language)} | {say('tui.table.does', language)} |", "|---|---|"]
    for screen, actions in SCREENS.items():
        rows.append(f"| **{say(f'tui.table.{screen}', language)}** | |")
        for group in GROUPS:
            for action in actions:
                if action.group == group:
                    keys = " ".join(f"`{display(key)}`" for key in action.keys.split(","))
                    rows.append(f"| {keys} | {say(f'keys.{action.name}', language)} |")
    return "\n".join(rows)
