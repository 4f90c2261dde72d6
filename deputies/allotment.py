"""How many deputies a congress may have (选举法 12). Pure."""

from deputies.states import Level

# level: (base, inhabitants per further seat, ceiling, below this population fewer than the base are allowed)
SEATS = {
    Level.DISTRICT: (140, 5_000, 450, 50_000),
    Level.TOWNSHIP: (45, 1_500, 160, 2_000),
}


def legal_size(level: str, population: int) -> int:
    """Seats of a county or township congress with `population` inhabitants: base plus one per full quota.

    The ceiling of 选举法 12 applies. A county below 50,000 and a township below 2,000 inhabitants
    may have fewer than the base: the base is answered, see `may_be_smaller`. ValueError for another level (its number
    is fixed elsewhere) and for a negative population.
    """
    if level not in SEATS or population < 0:
        raise ValueError(f"no allotment for {level} with {population} inhabitants")
    base, quota, ceiling, _ = SEATS[Level(level)]
    return min(base + population // quota, ceiling)


def may_be_smaller(level: str, population: int) -> bool:
    """Whether the congress may have fewer seats than the base number."""
    return population < SEATS[Level(level)][3]
