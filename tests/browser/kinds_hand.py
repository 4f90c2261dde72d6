"""One supervision as the committee leads it in a browser, whatever its form: what each form has of its own is done by
hand, the rest by the transitions."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.utils import timezone

from foundation.ballots import slips
from supervision.models import Ballot, Undertaking, UndertakingKind, UndertakingStep
from supervision.states.undertaking import StepState
from supervision.transitions import ballots, steps
from tests.browser.hand import DESK, Hand
from tests.cast import Cast

TITLE = "公共交通发展情况"
LIST = "/supervision/undertakings/"


class Hands:
    """One browser for each person of the cast, signed in once."""

    def __init__(self, town: Cast, take: Callable[..., Hand]) -> None:
        self.town, self._take, self._kept = town, take, {}

    def of(self, name: str, size: dict = DESK) -> Hand:
        """`stranger` is nobody: a citizen without an account."""
        if name not in self._kept:
            self._kept[name] = self._take(None if name == "stranger" else getattr(self.town, name), size)
            self._kept[name].by_heading = False
        return self._kept[name]


class Conduct:
    """It is entered and begun by hand; `does` and `adds` are the browser's, `done` and `skipped` the transitions'."""

    def __init__(self, hands: Hands, code: str, **typed: str) -> None:
        self.hands, self.town = hands, hands.town
        self.kind = UndertakingKind.objects.get(code=code)
        self.fang = hands.of("fang")
        self._opens(typed)
        self.row = Undertaking.objects.get(kind=self.kind)

    def _opens(self, typed: dict[str, str]) -> None:
        alone = bool(typed.pop("alone", ""))
        self.fang.page.goto(f"{self.fang.address}{LIST}new/")
        self.fang.looks().picks(kind=self.kind.name).fills(title=TITLE, **typed)
        if not alone:
            self.fang.chooses(str(self.town.transport))
        self.fang.presses("登记").reads("已登记").follows("启动").presses("启动").reads("已启动")

    @property
    def now(self) -> datetime:
        return timezone.now()

    @property
    def address(self) -> str:
        return self.row.get_absolute_url()

    def opened_by(self, name: str, address: str = "") -> Hand:
        """The page of the whole, or of one step, in the hand of this person."""
        hand = self.hands.of(name)
        hand.page.goto(f"{hand.address}{address or self.address}")
        return hand.looks()

    def step(self, code: str) -> UndertakingStep:
        return self.row.steps.filter(code=code).order_by("state", "pk")[0]

    def does(self, code: str, *refusals: tuple[str, dict[str, str]], by: str = "fang", **typed: str) -> "Conduct":
        """A step through its form. Each refusal is a sentence and what was typed before it was said."""
        step = self.step(code)
        typed = typed or ({"text": f"{step.paper}的主要内容。"} if step.paper else {"words": "已经办理。"})
        hand = self.opened_by(by, step.get_absolute_url()).follows("办理")
        for sentence, wrong in refusals:
            hand.fills(**{**typed, **wrong}).presses("提交").sees(sentence)
        hand.fills(**typed).presses("提交").reads("已提交")
        return self

    def is_refused(self, code: str, sentence: str, **typed: str) -> "Conduct":
        step = self.step(code)
        said = typed or ({"text": "稿。"} if step.paper else {"words": "已经办理。"})
        self.opened_by("fang", step.get_absolute_url()).follows("办理").fills(**said).presses("提交").sees(sentence)
        return self

    def adds(self, link: str, button: str = "登记", by: str = "fang") -> "Adding":
        """Something in one of the panels."""
        return Adding(self.opened_by(by).follows(link), button)

    def done(self, *codes: str) -> "Conduct":
        for code in codes:
            for step in self.row.steps.filter(code=code, state=StepState.OPEN):
                said = {"text": "主要内容。"} if step.paper else {"words": "已办理。"}
                by = self.town.feng if step.organisation_id else self.town.he
                steps.finish_step(step.pk, by=by, at=timezone.now(), **said)
        return self

    def skipped(self, *codes: str) -> "Conduct":
        for code in codes:
            steps.skip_step(self.step(code).pk, reason="结合其他工作进行。", by=self.town.he, at=timezone.now())
        return self

    def meets(self) -> "Conduct":
        """The day of the meeting has come."""
        Undertaking.objects.filter(pk=self.row.pk).update(meeting_on=timezone.localdate())
        return self

    def balloted(self) -> "Conduct":
        """Planned by hand, voted by the standing committee; the step is done by its result."""
        self.opened_by("fang").follows("安排测评").picks(mode="无记名电子表决").presses("安排").reads("已安排")
        at, ballot = timezone.now(), Ballot.objects.about(self.row).get()
        people = [row for row in ballot.electors.select_related("user") if row.user]
        ballots.open_ballot(ballot.pk, present=people, by=self.town.he, at=at)
        for elector in people:
            ballots.cast_vote(ballot.pk, choices=["满意"], token=slips.new_token(), by=elector.user, at=at)
        ballots.close_ballot(ballot.pk, by=self.town.he, at=at)
        ballots.announce_ballot(ballot.pk, by=self.town.he, at=at)
        self.opened_by("fang").sees("区交通局：满意")
        assert self.step("ballot").state == StepState.DONE
        return self

    def concludes(self, outcome: str) -> "Conduct":
        self.opened_by("fang").follows("办结").fills(outcome=outcome).presses("办结").reads("已办结")
        self.fang.looks(anew=True)
        return self

    def is_read_by_everybody(self, *words: str) -> None:
        """Published by hand and read by a stranger."""
        self.fang.follows("公开").presses("公开").reads("已公开")
        citizen = self.hands.of("stranger")
        citizen.page.goto(f"{citizen.address}/supervision/open/undertakings/{self.row.pk}/")
        citizen.looks().sees(*words)


class Adding:
    """A form of a panel: filled, refused with a sentence, sent."""

    def __init__(self, hand: Hand, button: str) -> None:
        self.hand, self.button = hand, button

    def picks(self, **words: str) -> "Adding":
        self.hand.picks(**words)
        return self

    def fills(self, **words: str) -> "Adding":
        self.hand.fills(**words)
        return self

    def is_refused(self, sentence: str) -> "Adding":
        self.hand.presses(self.button).sees(sentence)
        return self

    def sent(self, said: str = "已登记") -> Hand:
        return self.hand.presses(self.button).reads(said)


def in_days(days: int) -> str:
    """The day so many days from now, as it is typed."""
    return f"{timezone.localdate() + timedelta(days=days):%Y-%m-%d}"


def next_year() -> int:
    return date.today().year + 1


def absent(hand: Hand, *words: str) -> None:
    """Nothing of this is on the page."""
    text = hand.main.inner_text()
    for word in words:
        assert word not in text, f"{hand.page.url} shows {word}"
