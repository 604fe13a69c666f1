"""Role phrases beside a name: "Sprecher der Stadt | Jan Ode", "Ann Lee, | the port's engineer", "Meier | (SPD)"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.language.tokens import Token
from claims.speakers.display import head_index, nominative
from claims.speakers.fitting import whose
from claims.speakers.humans import is_human
from claims.speakers.index import in_dictionary
from claims.speakers.inventory import Inventory, Mention
from claims.speakers.owners import party_in

LONGEST = 14  # tokens of a role phrase


class Held(NamedTuple):
    """A role phrase found beside a name: as shown, its head noun in lower case, the country or body it names, and the
    words that say whose office it is."""

    shown: str
    head: str
    party: str
    whose: frozenset[str] = frozenset()


class RolePhrases:
    """The role phrases of one article, found where a name stands."""

    def __init__(self, inventory: Inventory) -> None:
        self.inventory = inventory
        self.index = inventory.index
        self.know = inventory.know

    def beside(self, mention: Mention) -> Iterator[Held]:
        gender = mention.role_gender or self.inventory.owner[mention.first][0].gender
        for first, last in (self._left(mention), self._right(mention)):
            if first <= last:
                held = self._held(first, last, gender)
                if held is not None:
                    yield held
        if (office := self._short_title(mention)) is not None:
            yield Held("", office, "")
        party = self._bracketed(mention)
        if party:
            yield Held("", "", party)

    def _short_title(self, mention: Mention) -> str | None:
        """The office that a title cut short right before the name tells: "Sen. | Laura Pike" is a senator."""
        tokens, at = self.index.tokens, mention.first - 1
        at -= at > 0 and tokens[at].text == "."
        return self.know.roles.short_titles.get(tokens[at].lower.rstrip(".")) if at >= 0 else None

    def _held(self, first: int, last: int, gender: str) -> Held | None:
        tokens = self.index.tokens[first : last + 1]
        if all((self.know.is_title(t.text) and not self.know.role(t.text)) or t.text == "." for t in tokens):
            return None
        shown = nominative(tokens, self.index.text, self.know, gender=gender, singular=True)
        bare = [t for t in tokens if t.lower not in self.know.determiners]
        if not bare:
            return None
        head = bare[head_index(bare, self.know)]
        own = whose([t.text for t in bare], head_index(bare, self.know), self.know)
        return Held(shown, head.lower, party_in(self.index, first, last), own)

    def _left(self, mention: Mention) -> tuple[int, int]:
        """The noun phrase with a role noun that ends right before the name (or before the comma before it)."""
        index, know, tokens = self.index, self.know, self.index.tokens
        last = mention.first - 1
        if last < 0 or index.sentence[last] != index.sentence[mention.first]:
            return 1, 0
        while last >= 0 and (
            (know.is_title(tokens[last].text) and not know.role(tokens[last].text))
            or (tokens[last].text == "." and know.is_title(tokens[last - 1].text))
        ):
            last -= 1
        if last >= 0 and tokens[last].lower in know.prepositions:
            return 1, 0  # "a spokeswoman for | Meier"
        comma = last >= 0 and tokens[last].text == ","
        if comma and self._goes_on(mention):
            return 1, 0  # "near the house of the old man, Ms Muster said"
        if comma:
            last -= 1
        found = -1
        i = last
        while i >= 0 and last - i < LONGEST and index.sentence[i] == index.sentence[mention.first]:
            token = tokens[i]
            if token.text == ")" and i > 2 and tokens[i - 2].text == "(":
                i -= 3  # "der Organisation (IAEO), Jan Ode"
                continue
            if comma and token.text in ("'", "’") and i and tokens[i - 1].lower.endswith("s"):
                i -= 1  # "the head of the passengers' group, Ann Lee"
                continue
            if token.kind not in ("word", "abbreviation") or i in self.inventory.owner:
                break
            lower = token.lower
            role = token.text[0].isupper() or know.language == "en"
            doer = i == last and (is_human(token.text, know.language) if comma else self._agent(mention, token))
            if role and (know.role(token.text) or doer):
                found = i
                german = know.language == "de"
                if not (german and comma and self._inside_another(i)) and (i == last or german):
                    return self._widen_left(i), last
                i -= 1
                continue
            if know.language == "en":
                if not (
                    token.text[0].isupper()
                    or (lower.isalpha() and lower not in know.not_modifiers and self._is_matter(i, comma))
                    or lower in know.linking
                    or lower in know.definite
                    or lower in know.roles.role_adjectives
                    or know.institution(token.text)
                ):
                    break
            elif not (
                token.text[0].isupper()
                or lower in know.linking
                or lower in know.definite
                or (i < last and lower.endswith(know.adjective_endings) and not lower.endswith(know.verb_endings))
            ):
                break
            i -= 1
        if found >= 0:
            return self._widen_left(found), last
        return 1, 0

    def _inside_another(self, i: int) -> bool:
        """Whether the noun belongs to the one before it: "die Chefin der | Grünen, Ann Lee", "der Linken im | Rat"."""
        know, tokens = self.know, self.index.tokens
        place = i - 1
        while place > 0 and tokens[place].text.islower() and tokens[place].lower.endswith(know.adjective_endings):
            if tokens[place].lower in know.determiners | know.linking:
                break
            place -= 1
        place -= tokens[place].text[0].isupper() and tokens[place - 1].lower in know.genitive  # "der Freien Wähler"
        return place > 0 and tokens[place].lower in know.genitive | know.linking and tokens[place - 1].text[0].isupper()

    def _is_matter(self, i: int, comma: bool) -> bool:
        """Whether the lower-case noun ends what "of", "for" or "at" opens: "head of | safety, Ann Lee".

        Right before the name, without a comma, "of murdered | Jo Silk" is no matter.
        """
        know, tokens = self.know, self.index.tokens
        if not comma and tokens[i].lower.endswith("ed"):
            return False
        before = [tokens[k].lower for k in range(max(0, i - 2), i)]
        return any(word in know.linking for word in before) and tokens[i].lower not in know.pronouns_any | know.never

    def _goes_on(self, mention: Mention) -> bool:
        """Whether a verb follows the name, so that what stands before a comma in front of it is no apposition."""
        tokens, after = self.index.tokens, mention.last + 1
        return after < len(tokens) and tokens[after].kind == "word" and tokens[after].text[0].islower()

    def _agent(self, mention: Mention, token: Token) -> bool:
        """A noun with a doer's ending right before a full name: "Netzplaner Jan Ode", "forecaster Ann Lee"."""
        return (
            mention.last > mention.first
            and len(token.text) > 5
            and token.lower.endswith(self.know.agents)
            and token.lower not in self.know.not_modifiers
            and (self.know.language == "de" or not token.lower.endswith("er") or in_dictionary(token.text, "en"))
        )

    def _widen_left(self, i: int) -> int:
        """From a role noun to the first word of its phrase: adjectives, countries and institutions before it."""
        know, tokens, index = self.know, self.index.tokens, self.index
        noun = i
        while i > 0 and index.sentence[i - 1] == index.sentence[i]:
            before = tokens[i - 1]
            lower = before.lower
            if before.kind not in ("word", "abbreviation") or lower in know.determiners or lower in know.prepositions:
                break
            if know.language == "de":
                role = i == noun and know.role(before.text) is not None  # "Vorsitzender Richter"
                if before.text[0].isupper() and not know.country(before.text) and not role:
                    break
                adjective = lower.endswith(know.adjective_endings) and len(lower) > 4
                if lower.endswith(know.verb_endings) and not self._determined(i - 1):
                    break  # "berichtete Sprecher Meier"
                if not know.country(before.text) and not adjective:
                    break
                if index.sentence_start(i - 1) and not know.country(before.text) and not before.text[0].islower():
                    break
            elif not (
                know.country(before.text)
                or lower in know.roles.role_adjectives
                or know.institution(before.text)
                or know.role(before.text)
                or before.text in know.known
                or (before.text[0].isupper() and lower not in know.never and lower not in know.not_modifiers)
                or self._noun_modifier(i)
            ):
                break
            i -= 1
        return self._without_strays(i, noun) if know.language == "de" else i

    def _without_strays(self, i: int, noun: int) -> int:
        """Without lower-case words that are no adjectives of the role: those of a phrase without a determiner, unless
        roles have them ("früherer Minister") or they are a country's."""
        know, tokens = self.know, self.index.tokens
        if i > 0 and tokens[i - 1].lower in know.determiners:
            return i
        while i < noun and tokens[i].text.islower() and not know.country(tokens[i].text):
            if tokens[i].lower.startswith(know.role_stems):
                break
            i += 1
        return i

    def _noun_modifier(self, i: int) -> bool:
        """Whether a lower-case noun stands before a lower-case role: "finance director"."""
        before, know = self.index.tokens[i - 1], self.know
        lower = before.lower
        return (
            before.text.islower()
            and self.index.tokens[i].text.islower()
            and know.role(self.index.tokens[i].text) is not None
            and not lower.endswith(know.modifier_never)
            and lower not in know.not_modifiers | know.never | know.pronouns_any
        )

    def _determined(self, i: int) -> bool:
        """Whether a determiner or an adjective stands before the token."""
        before = self.index.tokens[i - 1].lower if i else ""
        if before in self.know.definite and before not in self.know.determiner_gender:
            return False  # "Das sagte Minister Meier": a neuter article determines no role of a person
        return before in self.know.determiners or before.endswith(self.know.adjective_endings)

    def _right(self, mention: Mention) -> tuple[int, int]:
        """The apposition after the name, up to its comma or the end of the sentence."""
        index, know, tokens = self.index, self.know, self.index.tokens
        i, stop = mention.last + 1, len(tokens)
        if i < stop and tokens[i].lower in know.behind_names and tokens[i].text.isupper():
            return i, i  # "Jane Frost KC"
        for _ in range(3):
            if i >= stop or index.sentence[i] != index.sentence[mention.last]:
                return 1, 0
            if tokens[i].text == ",":
                break
            if know.language == "en" and i == mention.last + 1 and tokens[i].lower == "of":
                break
            if tokens[i].kind != "word" or tokens[i].text[0].isupper():
                return 1, 0
            i += 1
        if i >= stop or tokens[i].text != ",":
            return 1, 0
        detached = i > mention.last + 1
        first = i + 1
        if first < stop and tokens[first].lower in know.roles.pronouns.relative and know.language == "en":
            return 1, 0  # ", whose father was a patient"
        clause = first + 1 < stop and tokens[first].lower.endswith(know.clause_endings)
        if clause and tokens[first + 1].lower in know.determiners | know.possessives:
            return 1, 0  # ", representing the teacher"
        last = first - 1
        seen = False
        while (
            last + 1 < stop and index.sentence[last + 1] == index.sentence[mention.last] and last + 1 - first < LONGEST
        ):
            token = tokens[last + 1]
            if token.kind in ("punct", "mark") and not self._plural_genitive(last + 1):
                break
            last += 1
        if last < first or (
            last + 1 < stop and tokens[last + 1].text not in (",", ".", ";", "–", ")", "-", ":", "!", "?")
        ):
            return 1, 0
        head = -1
        for k in range(first, last + 1):
            token = tokens[k]
            is_role = know.role(token.text) is not None and (token.text[0].isupper() or know.language == "en")
            if is_role:
                seen, head = True, k
                break
            lower = token.lower
            if know.language == "en":
                ok = k - first < 5 and (
                    lower in know.determiners
                    or know.institution(token.text)
                    or lower in know.roles.role_adjectives
                    or token.text[0].isupper()
                    or lower.endswith((*know.adjective_endings, "'s", "’s"))
                    or self._plural_genitive(k)
                    or (k < last and self._opens_more(k + 1))
                )
            else:
                ok = k - first < 4 and (
                    lower in know.determiners
                    or lower.endswith(know.adjective_endings)
                    or know.country(token.text) != ""
                )
            if not ok:
                return 1, 0
        names = (k for k in range(first, head + 2) if k in self.inventory.owner)
        if not seen or any(not tokens[k].text.endswith(("'s", "’s")) for k in names):  # "Petch's lawyer"
            return 1, 0
        if detached and head != first:
            return 1, 0  # "Meier said, telling reporters …" names no role; "…, spokesman for the port" does
        return first, last

    def _opens_more(self, i: int) -> bool:
        """Whether the word before ``i`` only begins what stands there: "passengers' …", "bus company's …"."""
        word = self.index.tokens[i].text.removesuffix("'s").removesuffix("’s")
        return self._plural_genitive(i) or self._noun_modifier(i) or self.know.institution(word) is not None

    def _plural_genitive(self, i: int) -> bool:
        """Whether the token is the apostrophe of "the passengers' spokesman"."""
        tokens = self.index.tokens
        if self.know.language != "en" or not 0 < i < len(tokens) - 1 or tokens[i].text not in ("'", "’"):
            return False
        joined = tokens[i].start == tokens[i - 1].end
        return joined and tokens[i - 1].lower.endswith("s") and tokens[i + 1].kind == "word"

    def _bracketed(self, mention: Mention) -> str:
        """The party in brackets after the name: "Meier (SPD)"."""
        tokens, i = self.index.tokens, mention.last + 1
        if (
            i + 2 < len(tokens)
            and tokens[i].text == "("
            and tokens[i + 2].text == ")"
            and not tokens[i + 1].text.isdigit()
        ):
            word = tokens[i + 1].text
            if word in self.know.known or (word.isupper() and len(word) <= 6):
                return word
        return ""
