"""The rules this room starts with, as rows, against tables written by hand: one vote below, at and above each bar."""

from datetime import date

import pytest

from foundation.ballots import Papers, tally, weigh
from foundation.ballots.models import BallotRule
from supervision.reference import ballots as reference

DAY = date(2026, 3, 20)
GOOD, FAIR, BAD = "满意", "基本满意", "不满意"
# rule, members, (votes per grade), invalid papers, result
BOUNDARIES = (
    # Of all members, present or not: exactly half is enough, one less is not.
    ("satisfaction", 40, (20, 0, 0), 1, GOOD),
    ("satisfaction", 40, (19, 1, 1), 0, FAIR),
    ("satisfaction", 40, (19, 0, 2), 0, BAD),
    ("satisfaction", 41, (20, 0, 1), 0, BAD),
    ("satisfaction", 41, (21, 0, 0), 0, GOOD),
    # Exactly half the members for 满意 and 基本满意 together, exactly half against: the cumulative clause stands first.
    ("satisfaction", 40, (10, 10, 20), 0, FAIR),
    # 满意 has to be more than half; there is no third result.
    ("satisfaction_two", 40, (20, 1), 0, BAD),
    ("satisfaction_two", 40, (21, 0), 0, GOOD),
    ("satisfaction_two", 41, (20, 1), 0, BAD),
    # None or several choices are invalid and not counted.
    ("satisfaction_valid", 40, (5, 1, 4), 20, GOOD),
    ("satisfaction_valid", 40, (14, 1, 15), 1, FAIR),
    ("satisfaction_valid", 40, (14, 0, 15), 1, BAD),
    # 不了解 is no valid vote.
    ("satisfaction_score", 40, (1, 0, 1, 30), 0, GOOD),
    # 80 % of the papers returned, invalid ones with them; half; below.
    ("appraisal", 50, (40, 0, 0), 10, "称职"),
    ("appraisal", 50, (39, 1, 0), 10, "基本称职"),
    ("appraisal", 50, (25, 0, 25), 0, "基本称职"),
    ("appraisal", 50, (24, 0, 26), 0, "不称职"),
    # Four grades, each with the better ones.
    ("appointees", 40, (20, 0, 0, 1), 0, GOOD),
    ("appointees", 40, (19, 1, 0, 1), 0, "比较满意"),
    ("appointees", 40, (19, 0, 1, 1), 0, FAIR),
    ("appointees", 40, (19, 0, 0, 2), 0, BAD),
    # More than half of all members: exactly half fails.
    ("sc_vote", 40, (20, 10, 10), 0, "未通过"),
    ("sc_vote", 40, (21, 10, 9), 0, "通过"),
    ("sc_vote", 41, (21, 0, 0), 0, "通过"),
    ("project_vote", 240, (120, 60, 0), 0, "未通过"),
    ("project_vote", 240, (121, 59, 0), 0, "通过"),
    ("inquiry", 60, (30, 0, 30), 0, GOOD),
)
ALERTS = (
    ("inquiry", (40, 40, 20), ()),
    ("inquiry", (40, 39, 20), ("二次整改",)),
    ("appraisal", (25, 0, 25), ()),
    ("appraisal", (24, 0, 26), ("整改",)),
)


@pytest.fixture
def rules(db):
    return {code: BallotRule.objects.named(code, DAY).terms() for code, *_ in reference.RULES}


def counted(rule, members, votes, invalid=0):
    returned = sum(votes) + invalid
    return Papers(returned, returned, returned, dict(zip(rule.grades, votes, strict=True)), invalid, members)


def test_every_boundary(rules):
    for code, members, votes, invalid, outcome in BOUNDARIES:
        result = tally(rules[code], counted(rules[code], members, votes, invalid))
        assert (result.stands, result.outcome) == (True, outcome), (code, votes, result.formula)


def test_what_else_follows(rules):
    for code, votes, alerts in ALERTS:
        assert tally(rules[code], counted(rules[code], 200 if code == "inquiry" else 50, votes)).alerts == alerts


def test_quorums(rules):
    for code, members, present, stands in (
        ("satisfaction", 40, 20, False),
        ("satisfaction", 40, 21, True),
        ("project_vote", 240, 159, False),
        ("project_vote", 240, 160, True),
        ("inquiry", 240, 1, True),
    ):
        votes = (present, *[0] * (len(rules[code].grades) - 1))
        assert tally(rules[code], counted(rules[code], members, votes)).stands is stands, (code, present)


def test_points_and_weights(rules):
    scored = tally(rules["satisfaction_score"], counted(rules["satisfaction_score"], 60, (40, 10, 0, 5)))
    assert str(scored.score) == "94.00"
    weighted = rules["satisfaction_weighted"]
    groups = [group.name for group in weighted.groups]
    assert groups == ["社会公众", "人大代表", "常委会组成人员"]

    # 15 % public, 70 % deputies, 15 % standing committee; 满意, 基本满意 of ten papers each; shares by hand.
    for votes, share, outcome in (
        # 15 + 35 is exactly half; one deputy less is not, whatever the public says.
        (((10, 0), (5, 0), (0, 0)), "50.00", GOOD),
        (((10, 0), (4, 0), (3, 0)), "47.50", BAD),
        (((9, 0), (5, 0), (0, 0)), "48.50", BAD),
        (((9, 1), (5, 0), (0, 0)), "48.50", FAIR),
        # All of the public and the committee together are thirty in a hundred.
        (((10, 0), (0, 2), (10, 0)), "30.00", BAD),
        (((10, 0), (0, 3), (10, 0)), "30.00", FAIR),
        # The deputies alone carry it with eight of ten.
        (((0, 0), (8, 0), (0, 0)), "56.00", GOOD),
        (((0, 0), (7, 0), (0, 0)), "49.00", BAD),
    ):
        sheets = {
            name: Papers(10, 10, 10, {GOOD: good, FAIR: fair, BAD: 10 - good - fair})
            for name, (good, fair) in zip(groups, votes, strict=True)
        }
        result = weigh(weighted, sheets)
        assert (str(result.shares[GOOD]), result.outcome) == (share, outcome), votes


def test_loading_again_leaves_the_offices_rows_alone(rules):
    BallotRule.objects.filter(code="sc_vote").update(name="本级表决办法")
    reference.load()
    assert BallotRule.objects.get(code="sc_vote").name == "本级表决办法"
    assert BallotRule.objects.filter(code__in=rules).count() == len(reference.RULES)
