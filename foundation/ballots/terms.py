"""What a ballot is made of: the rule, the papers as they were counted, and the result."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from django.db.models import TextChoices

HALF = Fraction(1, 2)


class Base(TextChoices):
    """What a share is a share of. Never "present" where the rule says all members (domain 4.4)."""

    ALL_MEMBERS = "all_members", "全体组成人员"
    PRESENT = "present", "到会人员"
    ISSUED = "issued", "发出票"
    RETURNED = "returned", "收回票"
    VALID = "valid", "有效票"


class Sign(TextChoices):
    """How a share is compared. Whether the boundary itself counts is always said."""

    AT_LEAST = ">=", "达到（含本数）"
    MORE = ">", "超过（不含本数）"
    LESS = "<", "不足（不含本数）"
    AT_MOST = "<=", "不超过（含本数）"

    def holds(self, part: Fraction, share: Fraction) -> bool:
        """Whether `part` stands to `share` as this sign says."""
        order = (part > share) - (part < share)
        return order in {Sign.AT_LEAST: (0, 1), Sign.MORE: (1,), Sign.LESS: (-1,), Sign.AT_MOST: (-1, 0)}[self]


@dataclass(frozen=True)
class Clause:
    """The votes of `grades` together, as a share of the base, compared with `share`: then `outcome`.

    With `points` the average score is compared with these instead, and `grades` and `share` say nothing.
    """

    outcome: str
    grades: tuple[str, ...]
    share: Fraction
    sign: Sign = Sign.AT_LEAST
    points: Fraction | None = None


@dataclass(frozen=True)
class Group:
    """A body of voters that is counted by itself; its weight is compared with the sum of all weights."""

    name: str
    weight: int


@dataclass(frozen=True)
class Rule:
    """How votes become a result: the first clause that holds decides, `otherwise` when none does.

    `grades` from best to worst; those in `uncounted` (such as 不了解) are returned papers and no valid votes. `quorum`
    is compared with present / all members; `least_present` is a number of people. `alerts` are looked at besides the
    result, each for itself; what they are called tells what is to follow. `groups` are balloted apart and come together
    by weight; `scores` are the points of a grade for the average score, a grade without any counts nought.
    """

    grades: tuple[str, ...]
    clauses: tuple[Clause, ...]
    otherwise: str
    base: Base = Base.VALID
    uncounted: tuple[str, ...] = ()
    quorum: Fraction | None = HALF
    quorum_sign: Sign = Sign.MORE
    least_present: int = 0
    alerts: tuple[Clause, ...] = ()
    groups: tuple[Group, ...] = ()
    scores: tuple[tuple[str, Fraction], ...] = ()


@dataclass(frozen=True)
class Papers:
    """One ballot as it was counted. `all_members` may be unknown where neither base nor quorum asks for it.

    `votes` holds the papers per grade, the uncounted grades with them; `invalid` are papers with no choice or several.
    """

    present: int
    issued: int
    returned: int
    votes: Mapping[str, int]
    invalid: int = 0
    all_members: int | None = None


@dataclass(frozen=True)
class Tally:
    """What a ballot came to.

    A ballot that does not `stand` has no outcome; `formula` then says why it must be held again. `shares` are per cent
    of the base with two decimals, half up, as is the average `score` (None where the rule gives no points); they are
    for reading, no comparison is made with them.
    """

    stands: bool
    outcome: str
    formula: str
    base_size: int
    valid: int
    shares: dict[str, Decimal] = field(default_factory=dict)
    alerts: tuple[str, ...] = ()
    score: Decimal | None = None


class Miscounted(ValueError):
    """The figures cannot all be right. `reason` is a Chinese sentence, `field` names the figure to look at first."""

    def __init__(self, reason: str, field: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field
