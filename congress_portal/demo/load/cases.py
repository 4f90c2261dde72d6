"""Writes the papers of all years: first when each was handed in, then case by case in that order."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random

from congress_portal.demo.load.case import Case
from congress_portal.demo.load.desk import Desk
from congress_portal.demo.load.stage import Stage
from congress_portal.demo.load.story import tell
from deputies.models import Meeting
from suggestions.states import Channel

# Six of ten papers are handed in while the congress sits.
SESSION_SHARE = 0.6
AT_ONCE = 2000


def write(stage: Stage, random: Random, wanted: int, progress: Callable[[int, int], None]) -> dict[str, int]:
    """Writes `wanted` suggestions with all their papers; answers Chinese name → how many rows."""
    desk = Desk(stage)
    for done, (submitted, channel, meeting) in enumerate(_handed_in(stage, random, wanted), 1):
        story = tell(stage, random, submitted, channel, meeting.closes_on)
        Case(desk, random, story, meeting).write()
        if done % AT_ONCE == 0 or done == wanted:
            desk.flush()
            progress(done, wanted)
    desk.keep_series()
    return desk.counts()


def _handed_in(stage: Stage, random: Random, wanted: int) -> list[tuple[datetime, str, Meeting]]:
    """Moment, channel and session of every paper, oldest first."""
    found = []
    for place in range(wanted):
        meeting = stage.sittings[place % len(stage.sittings)]
        day, channel = _day(stage, random, meeting)
        found.append((stage.moment(day, random.randint(8, 17), random.randint(0, 59)), channel, meeting))
    return sorted(found, key=lambda one: one[0])


def _day(stage: Stage, random: Random, meeting: Meeting) -> tuple[date, str]:
    if random.random() < SESSION_SHARE:
        sits = (meeting.closes_on - meeting.opens_on).days
        return meeting.opens_on + timedelta(days=random.randint(0, sits)), Channel.SESSION
    later = stage.sittings[stage.sittings.index(meeting) + 1 :]
    last = later[0].opens_on - timedelta(days=1) if later else stage.day
    between = (last - meeting.closes_on).days
    return meeting.closes_on + timedelta(days=random.randint(1, max(1, between))), Channel.RECESS
