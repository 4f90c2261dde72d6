"""Ballots of the world of the walk: one ahead, one open, one whose papers are counted, one counted, one announced."""

from datetime import datetime

from deputies.models import Meeting
from supervision.transitions import ballot_readings
from supervision.transitions import ballots as act
from tests.walk.ballot_routes import ROLL, SEES
from tests.walk.cases import Secret, World


def tell(world: World, at: datetime) -> None:
    """The office holds them; four people have a vote."""
    cast, rows = world.cast, world.rows
    he = {"by": cast.he, "at": at}
    day = at.date()
    place = Meeting.objects.create(
        term=world.register.lin.term, kind="standing_committee", number=41, opens_on=day, closes_on=day
    )

    def planned(word: str, **changes):
        facts = {
            "rule_code": "satisfaction",
            "mode": "secret",
            "electors": [getattr(cast, key) for key in sorted(ROLL)],
        }
        facts |= {"lines": ["研究处理情况"], "topic": f"密表决{word}号满意度测评", "meeting": place}
        if word != "公开":
            world.secrets.append(Secret(f"密表决{word}号", SEES))
        return act.plan_ballot(place, **{**facts, **changes}, **he)

    def opened(ballot):
        return act.open_ballot(ballot.pk, present=list(ballot.electors.all()), **he)

    rows["ballot-planned"] = planned("甲")
    rows["ballot-open"] = opened(planned("乙"))
    paper = planned("丙", mode="paper")
    act.open_ballot(paper.pk, present=list(paper.electors.all()), papers_issued=4, **he)
    rows["ballot-closed"] = act.close_ballot(paper.pk, **he)
    figures = [{"votes": {"满意": 4}, "invalid": 0}]
    ballot_readings.enter_reading(paper.pk, returned=4, figures=figures, **he)
    rows["ballot-counted"] = act.close_ballot(opened(planned("丁")).pk, **he)
    done = act.close_ballot(opened(planned("戊")).pk, **he)
    rows["ballot-announced"] = act.announce_ballot(done.pk, **he)
    public = act.close_ballot(opened(planned("公开")).pk, **he)
    rows["ballot-published"] = act.announce_ballot(public.pk, publish=True, **he)
