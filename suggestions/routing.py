"""Which unit earlier cases speak for (F27): naive Bayes over category and pairs of characters of the title. Pure.

A person confirms; every proposal says on what it rests.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from math import log

from foundation.search.text import bigrams

SMOOTHING = 0.5
# A title counts as near when it shares this much of its pairs; below two such cases or two of the category: no word.
NEAR = 0.25
LEAST = 2
NEAREST = 5


@dataclass(frozen=True)
class Precedent:
    """One earlier case: its number, title, category, lead unit and the units beside it."""

    number: str
    title: str
    category: int | None
    lead: int
    beside: tuple[int, ...] = ()

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The pairs of characters its title is made of."""
        return pairs_of(self.title)


@dataclass(frozen=True)
class Proposal:
    """Lead and co-units (keys) earlier cases speak for, and what they were."""

    lead: int
    beside: tuple[int, ...]
    same_category: int
    of_category: int
    near: tuple[Precedent, ...] = ()


def pairs_of(title: str) -> frozenset[str]:
    """Pairs of neighbouring characters; the frame every title has tells nothing and weighs nothing."""
    return frozenset(pair for pair in bigrams(title).split() if len(pair) == 2)


@dataclass
class Experience:
    """Everything earlier cases teach, counted once for many questions."""

    cases: list[Precedent]
    by_unit: Counter = field(default_factory=Counter)
    by_category: Counter = field(default_factory=Counter)
    of_category: Counter = field(default_factory=Counter)
    words: dict[int, Counter] = field(default_factory=lambda: defaultdict(Counter))
    holders: dict[str, list[Precedent]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for case in self.cases:
            self.by_unit[case.lead] += 1
            self.by_category[case.category, case.lead] += 1
            self.of_category[case.category] += 1
            self.words[case.lead].update(case.pairs)
            for pair in case.pairs:
                self.holders[pair].append(case)

    def propose(self, title: str, category: int | None) -> Proposal | None:
        """The unit that fits best, or None where there is too little to go by."""
        pairs = pairs_of(title)
        near = self._near(pairs)
        scores = {unit: self._score(unit, pairs, category) for unit in self.by_unit}
        if not scores:
            return None
        lead = max(scores, key=lambda unit: (scores[unit], -unit))
        same = self.by_category[category, lead]
        mine = tuple(case for case in near if case.lead == lead)
        if not mine and same < LEAST:
            return None
        return Proposal(lead, self._beside(mine), same, self.of_category[category], mine)

    def _score(self, unit: int, pairs: frozenset[str], category: int | None) -> float:
        cases, known = self.by_unit[unit], self.words[unit]
        score = log(cases) + log((self.by_category[category, unit] + SMOOTHING) / (cases + 1))
        for pair in pairs:
            everywhere = len(self.holders.get(pair, ()))
            if everywhere:
                here = (known[pair] + SMOOTHING) / (cases + 1)
                score += log(here / ((everywhere + SMOOTHING) / (len(self.cases) + 1)))
        return score

    def _near(self, pairs: frozenset[str]) -> list[Precedent]:
        shared: Counter = Counter()
        for pair in pairs:
            # What stands in every title (关于, 建议) says nothing of nearness.
            if len(self.holders.get(pair, ())) * 2 <= max(len(self.cases), 2 * LEAST):
                shared.update(self.holders.get(pair, ()))
        likeness = ((count / len(pairs | case.pairs), case) for case, count in shared.items())
        close = sorted((pair for pair in likeness if pair[0] >= NEAR), key=lambda pair: (-pair[0], pair[1].number))
        return [case for _, case in close[:NEAREST]]

    def _beside(self, cases: Iterable[Precedent]) -> tuple[int, ...]:
        """Units that stood beside the lead in at least two near cases, or in the only one."""
        rows = list(cases)
        counted = Counter(unit for case in rows for unit in case.beside)
        return tuple(unit for unit, count in counted.most_common() if count >= min(LEAST, len(rows)))


def experience_of(rows: Iterable[tuple[int, int | None, str, str, int, str]]) -> Experience:
    """From (suggestion, category, number, title, unit, role) rows, one for each part."""
    parts: dict[int, list[tuple]] = defaultdict(list)
    for row in rows:
        parts[row[0]].append(row)
    cases = []
    for found in parts.values():
        lead = next((row[4] for row in found if row[5] == "lead"), None)
        if lead is not None:
            _, category, number, title, *_ = found[0]
            beside = tuple(row[4] for row in found if row[5] == "co")
            cases.append(Precedent(number, title, category, lead, beside))
    return Experience(cases)
