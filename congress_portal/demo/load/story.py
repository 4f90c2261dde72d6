"""How long everything took with one paper: its whole life is drawn first, then cut off at the end of the story."""

from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from random import Random

from congress_portal.demo.load.stage import Stage
from suggestions.states import Channel, Grade
from suggestions.states import SuggestionState as S

S_, B_, D_ = Grade.SATISFIED.value, Grade.BASICALLY.value, Grade.DISSATISFIED.value
CLASSES = ("A", "A", "A", "A", "B", "B", "C")
UNFINISHED_DAYS = 25


@dataclass
class Story:
    """The moments of one paper; None for what had not happened by the end. `fate` is how far it was ever to come."""

    submitted: datetime
    channel: str
    fate: str = "filed"
    registered: datetime | None = None
    withdrawn: datetime | None = None
    assigned: datetime | None = None
    acknowledged: datetime | None = None
    contacted: datetime | None = None
    opined: datetime | None = None
    drafted: datetime | None = None
    signed: datetime | None = None
    replied: datetime | None = None
    rated: datetime | None = None
    silent: datetime | None = None
    replied_again: datetime | None = None
    rated_again: datetime | None = None
    resolved: datetime | None = None
    kept: datetime | None = None
    published: datetime | None = None
    result_class: str = "A"
    grades: tuple[str, str] = (S_, S_)
    promised_until: date | None = None
    objects: bool = False
    wants_longer: bool = False
    agrees_to_publish: bool = True

    @property
    def dissatisfied(self) -> bool:
        return D_ in self.grades

    @property
    def answered(self) -> datetime | None:
        """The last reply there is."""
        return self.replied_again or self.replied

    @property
    def settled(self) -> datetime | None:
        """The end of ratings: the deputy is content, or silent, or the mediation is over."""
        if self.dissatisfied and self.rated:
            return self.resolved if self.fate == "mediated" else self.rated_again
        return self.rated or self.silent

    @property
    def closed(self) -> datetime | None:
        return self.kept if self.promised_until else self.settled


def tell(stage: Stage, random: Random, submitted: datetime, channel: str, closes: date) -> Story:
    """The story of one paper up to the end of `stage`; `closes` is the last day of its session."""
    story = Story(submitted, channel, fate=_fate(stage, random, submitted))
    if story.fate in ("draft", "cosigning", "sent_back"):
        return story
    later = _Pace(stage, random)
    if story.fate == "withdrawn":
        story.withdrawn = later(submitted, 1, 3)
    elif story.fate == "not_filed":
        story.registered = later(submitted, 1, 4)
    else:
        _to_reply(story, later, random, closes)
        _to_end(story, later, random)
    return _cut_off(story, stage.now)


class _Pace:
    """`pace(at, low, high)` is a moment `low` to `high` days after `at`."""

    def __init__(self, stage: Stage, random: Random) -> None:
        self.stage, self.random = stage, random

    def __call__(self, at: datetime, low: int, high: int) -> datetime:
        return self.stage.later(self.random, at, low, high)


def _fate(stage: Stage, random: Random, submitted: datetime) -> str:
    young = (stage.day - submitted.date()).days <= UNFINISHED_DAYS
    if young and random.random() < 0.2:
        return random.choice(("draft", "cosigning", "sent_back"))
    return random.choices(("filed", "not_filed", "withdrawn", "mediated"), (96.5, 2, 1, 0.5))[0]


def _to_reply(story: Story, later: _Pace, random: Random, closes: date) -> None:
    story.registered = later(story.submitted, 1, 4)
    after = max(story.registered, later.stage.moment(closes, 9)) if story.channel == Channel.SESSION else None
    story.assigned = later(after, 8, 24) if after else later(story.registered, 1, 8)
    story.objects = random.random() < 0.03
    story.acknowledged = later(story.assigned, 0, 8)
    story.contacted = later(story.acknowledged, 4, 26)
    story.opined = later(story.contacted, 1, 14)
    # Every fifteenth reply comes after the three months of 代表法 51.
    story.drafted = later(story.opined, *((8, 34) if random.random() < 0.93 else (60, 100)))
    story.signed = later(story.drafted, 1, 8)
    story.replied = later(story.signed, 1, 6)
    story.wants_longer = random.random() < 0.03
    story.result_class = random.choice(CLASSES)


def _to_end(story: Story, later: _Pace, random: Random) -> None:
    story.agrees_to_publish = random.random() < 0.85
    if story.fate == "filed" and random.random() < 0.05:
        story.silent = later(story.replied, 40, 60)
    else:
        story.rated = later(story.replied, 1, 20)
        story.grades = _grades(story, random)
    if story.dissatisfied:
        story.replied_again = later(story.rated, 12, 34)
        story.rated_again = later(story.replied_again, 1, 12)
    if story.fate == "mediated":
        story.resolved = later(story.rated_again, 10, 28)
    if story.result_class == "B":
        story.promised_until = story.replied.date() + timedelta(days=random.randint(40, 260))
        story.kept = max(later.stage.moment(story.promised_until, 16), story.settled + timedelta(days=1))
    if story.agrees_to_publish:
        story.published = later(story.closed, 3, 20)


def _grades(story: Story, random: Random) -> tuple[str, str]:
    if story.fate == "mediated":
        return B_, D_
    return random.choices(((S_, S_), (S_, B_), (B_, B_), (S_, D_), (D_, D_)), (70, 15, 8, 5, 2))[0]


def _cut_off(story: Story, now: datetime) -> Story:
    """Forgets whatever lies after `now`. What rests on it lies later still, so nothing is left hanging."""
    for one in fields(story):
        moment = getattr(story, one.name)
        if isinstance(moment, datetime) and moment > now:
            setattr(story, one.name, None)
    if story.replied is None:
        story.promised_until = None
    return story


def state_of(story: Story) -> str:
    """Where the paper stands at the end of the story."""
    if story.fate in ("draft", "cosigning", "sent_back"):
        return story.fate
    if story.fate == "withdrawn" and story.withdrawn:
        return S.WITHDRAWN
    if not story.registered:
        return S.SUBMITTED
    if story.fate == "not_filed":
        return S.NOT_FILED
    return _handled(story) if story.assigned else S.REGISTERED


def _handled(story: Story) -> str:
    if not story.acknowledged:
        return S.ASSIGNED
    if not story.replied:
        return S.HANDLING
    if story.settled:
        return S.TRACKING if story.promised_until and not story.kept else S.CLOSED
    if not story.rated or (story.replied_again and not story.rated_again):
        return S.REPLIED
    return S.MEDIATION if story.rated_again else S.REHANDLING
