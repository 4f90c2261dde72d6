"""The road of one letter in tests: posted to 青石镇's station or to lin, then as far as wanted."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from foundation import deadlines
from foundation.notices.models import Notice
from liaison_stations.models import Letter
from liaison_stations.transitions.answer_letter import answer_letter
from liaison_stations.transitions.give_letter import give_to_deputy
from liaison_stations.transitions.post_letter import Writer, post_letter
from liaison_stations.transitions.screen_letter import accept_letter
from liaison_stations.transitions.transfer_letter import reply_letter, transfer_letter

AT = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
LATER = AT + timedelta(days=1)
TEXT = "桥头村口三盏路灯夜间不亮，老人出行不便，请检修。联系电话13912345678。"
_turn = count(1)


class LetterRoad:
    """`road.posted()`, `.accepted()`, `.with_lin()`, `.with_transport()`, `.replied()`, `.answered()`."""

    def __init__(self, cast: Any, register: Any, net: Any) -> None:
        self.cast, self.register, self.net = cast, register, net

    def posted(self, **facts: Any) -> Letter:
        wanted = {"to_station": self.net.qingshi, "kind": "help", "title": "路灯不亮", "text": TEXT, **facts}
        writer = Writer(name="甲某某", phone="13912345678")
        letter, self.code = post_letter(token=f"road-{next(_turn)}", writer=writer, at=AT, **wanted)
        return letter

    def accepted(self, **facts: Any) -> Letter:
        return accept_letter(self.posted(**facts), by=self.cast.he, at=AT)

    def with_lin(self, **facts: Any) -> Letter:
        letter = self.accepted(**facts)
        return give_to_deputy(letter, deputy=self.register.lin.deputy, by=self.cast.he, at=AT)

    def with_transport(self, **facts: Any) -> Letter:
        return transfer_letter(self.accepted(**facts), unit=self.cast.transport, by=self.cast.he, at=AT)

    def replied(self, **facts: Any) -> Letter:
        return reply_letter(self.with_transport(**facts), reply="已检修三盏路灯。", by=self.cast.feng, at=LATER)

    def answered(self, **facts: Any) -> Letter:
        letter = self.replied(**facts)
        return answer_letter(letter, answer_kind="solved", answer="三盏路灯已经修好。", by=self.cast.he, at=LATER)


def running(paper: Any) -> list[str]:
    """The open clocks of a paper."""
    return [clock.kind for clock in deadlines.clocks_of(paper) if clock.is_open]


def told(kind: str) -> set[int]:
    """Who heard of an event."""
    return set(Notice.objects.filter(kind=f"liaison_stations.{kind}").values_list("recipient", flat=True))


def thread(letter: Letter, *, public: bool | None = None) -> list[tuple[str, str]]:
    """(kind, text) of the thread, of one half where wanted."""
    events = list(Letter.objects.get(pk=letter.pk).events.all())
    return [(event.kind, event.text) for event in events if public is None or event.is_public == public]
