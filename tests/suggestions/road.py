"""Walks one suggestion along its road by calling the transitions, so that a test can begin anywhere on it."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from foundation.accounts.models import User
from suggestions.models import Assignment, Category, ResultClass, Suggestion
from suggestions.states import Grade, Kind, Method, Phase, Rank, UnitRole
from suggestions.transitions.acknowledge import acknowledge
from suggestions.transitions.answer_cosign import answer_cosign
from suggestions.transitions.ask_cosigners import ask_cosigners
from suggestions.transitions.assign import assign
from suggestions.transitions.check_reply import check_reply
from suggestions.transitions.create_draft import create_draft
from suggestions.transitions.draft_reply import draft_reply
from suggestions.transitions.give_co_opinion import give_co_opinion
from suggestions.transitions.give_word import give_word
from suggestions.transitions.invite_cosigners import invite_cosigners
from suggestions.transitions.rate import rate
from suggestions.transitions.record_contact import record_contact
from suggestions.transitions.register import register
from suggestions.transitions.sign_reply import sign_reply
from suggestions.transitions.submit import submit
from tests.cast import Cast
from tests.deputies_cast import Register, add_mandate

SHANGHAI = ZoneInfo("Asia/Shanghai")
# A Monday in recess, after the Spring Festival.
START = date(2026, 3, 2)
IN_SESSION = date(2026, 1, 13)
TEXT = {
    "title": "关于增设人民路公交站点的建议",
    "facts": "人民路沿线三个小区约五千名居民出行不便，最近的公交站在一公里以外。",
    "grounds": "居民多次反映。",
    "proposals": "在人民路与青年路交叉口增设一处公交站点。",
    "agree_to_publish": True,
}


def moment(day: date, hour: int = 10, minute: int = 0) -> datetime:
    """That hour of the day in the district."""
    return datetime.combine(day, time(hour, minute), SHANGHAI)


STEPS = ("submitted", "registered", "assigned", "handling", "contacted", "drafted", "signed", "replied")
NEXT = {
    "draft": 0,
    "cosigning": 0,
    "sent_back": 0,
    "submitted": 1,
    "registered": 2,
    "assigned": 3,
    "handling": 4,
    "rehandling": 4,
}


class Road:
    """`road.assigned()` answers a suggestion that has come that far; every step takes place on `road.day`."""

    def __init__(self, cast: Cast, register: Register, day: date = START) -> None:
        self.cast, self.seats, self.day, self.minute = cast, register, day, 0

    def at(self, days: int = 0) -> datetime:
        """A moment `days` after the present day of the road; no two moments are the same."""
        self.minute += 1
        return moment(self.day + timedelta(days=days), 9) + timedelta(minutes=self.minute)

    def later(self, days: int) -> "Road":
        """Lets days pass."""
        self.day += timedelta(days=days)
        return self

    def on(self, paper: Suggestion, until: str) -> Suggestion:
        """Leads `paper` on from where it stands."""
        for step in STEPS[NEXT[paper.state] : STEPS.index(until) + 1]:
            paper = getattr(self, step)(paper)
        return paper

    def draft(self, **wording: Any) -> Suggestion:
        return create_draft(self.seats.lin, by=self.cast.lin, at=self.at(), **{**TEXT, **wording})

    def cosigning(self, **wording: Any) -> Suggestion:
        """Zhou is invited and has not answered."""
        paper = self.draft(**wording)
        until = self.day + timedelta(days=7)
        return invite_cosigners(paper, by=self.cast.lin, at=self.at(), mandates=[self.seats.zhou], until=until)

    def joint(self, **wording: Any) -> Suggestion:
        """Zhou has confirmed."""
        paper = self.cosigning(**wording)
        answer_cosign(paper.cosigners.get(), by=self.cast.zhou, at=self.at(), agree=True)
        return self.fresh(paper)

    def submitted(self, paper: Suggestion | None = None, **wording: Any) -> Suggestion:
        return submit(paper or self.draft(**wording), by=self.cast.lin, at=self.at())

    def registered(self, paper: Suggestion | None = None) -> Suggestion:
        category = Category.objects.get(code="urban")
        return register(paper or self.submitted(), by=self.cast.he, at=self.at(), category=category)

    def assigned(self, paper: Suggestion | None = None, units: Any = None, **facts: Any) -> Suggestion:
        """Transport in the lead unless `units` says otherwise."""
        wanted = units or [(self.cast.transport, UnitRole.LEAD)]
        return assign(paper or self.registered(), by=self.cast.he, at=self.at(), units=wanted, **facts)

    def with_co_unit(self) -> Suggestion:
        """Transport in the lead, education beside it."""
        return self.assigned(units=[(self.cast.transport, UnitRole.LEAD), (self.cast.education, UnitRole.CO)])

    def separately(self) -> Suggestion:
        return self.assigned(units=[(self.cast.transport, UnitRole.SEPARATE), (self.cast.education, UnitRole.SEPARATE)])

    def handling(self, paper: Suggestion | None = None) -> Suggestion:
        """Every unit has signed for its part."""
        paper = paper or self.assigned()
        for part in paper.assignments.select_related("unit"):
            acknowledge(part, by=self.officer(part), at=self.at(), person_in_charge="冯磊", contact_phone="0000-123")
        return self.fresh(paper)

    def contacted(self, paper: Suggestion | None = None) -> Suggestion:
        paper = paper or self.handling()
        for part in paper.answering_assignments():
            record_contact(part, by=self.officer(part), at=self.at(), **self.talk())
        return self.fresh(paper)

    def drafted(self, paper: Suggestion | None = None, **content: Any) -> Suggestion:
        """Every unit that answers has a complete draft, every co-unit has said its word."""
        paper = paper or self.contacted()
        for part in paper.assignments.filter(role=UnitRole.CO):
            give_co_opinion(part, by=self.officer(part), at=self.at(), text="同意增设，周边学校出入口无影响。")
        for part in paper.answering_assignments():
            draft_reply(part, by=self.officer(part), at=self.at(), **{**self.reply_content(), **content})
        return self.fresh(paper)

    def signed(self, paper: Suggestion | None = None, **content: Any) -> Suggestion:
        paper = paper or self.drafted(**content)
        for part in paper.answering_assignments():
            sign_reply(part, by=self.head(part), at=self.at())
        return self.fresh(paper)

    def replied(self, paper: Suggestion | None = None, **content: Any) -> Suggestion:
        paper = paper or self.signed(**content)
        for part in paper.answering_assignments():
            check_reply(part, by=self.cast.he, at=self.at(), passed=True)
        return self.fresh(paper)

    def consulted(self, paper: Suggestion) -> Suggestion:
        """The lead of a joint paper has asked who signed along, and all have answered."""
        if paper.words_of_round() or not paper.must_ask_cosigners(self.day):
            return paper
        for word in ask_cosigners(paper, by=self.cast.lin, at=self.at()):
            give_word(
                word, by=word.cosigner.mandate.deputy.user, at=self.at(), attitude="satisfied", result="satisfied"
            )
        return self.fresh(paper)

    def dissatisfied(self, paper: Suggestion | None = None, **content: Any) -> Suggestion:
        """Rated, and a second round is open."""
        paper = self.consulted(paper or self.replied(**content))
        bad = {"attitude": Grade.SATISFIED, "result": Grade.DISSATISFIED, "reason": "站点没有增设。"}
        rate(paper, by=self.cast.lin, at=self.at(), **bad)
        return self.fresh(paper)

    def replied_again(self, paper: Suggestion | None = None, **content: Any) -> Suggestion:
        """The second round is answered."""
        paper = paper or self.dissatisfied()
        return self.replied(self.signed(self.drafted(self.contacted(paper), **content)))

    def mediation(self) -> Suggestion:
        return self.dissatisfied(self.replied_again())

    def promised(self) -> Suggestion:
        """Replied with a class that needs a promise."""
        return self.replied(**self.promise())

    def tracking(self) -> Suggestion:
        paper = self.promised()
        rate(paper, by=self.cast.lin, at=self.at(), attitude=Grade.SATISFIED, result=Grade.BASICALLY)
        return self.fresh(paper)

    def closed(self) -> Suggestion:
        paper = self.replied()
        rate(paper, by=self.cast.lin, at=self.at(), attitude=Grade.SATISFIED, result=Grade.SATISFIED)
        return self.fresh(paper)

    def motion(self) -> Suggestion:
        """A motion in session with its ten proposers, handed in."""
        from_day, self.day = self.day, IN_SESSION
        paper = self.draft(kind=Kind.MOTION)
        paper = self.cosigned_by(paper, 9)
        paper = submit(paper, by=self.cast.lin, at=self.at())
        self.day = from_day
        return paper

    def cosigned_by(self, paper: Suggestion, count: int) -> Suggestion:
        """`count` further deputies sign along."""
        seats = [self.seats.zhou, self.seats.deng, *self.more_deputies(count - 2)][:count]
        until = self.day + timedelta(days=1)
        paper = invite_cosigners(paper, by=self.cast.lin, at=self.at(), mandates=seats, until=until)
        for row in paper.cosigners.select_related("mandate__deputy__user"):
            answer_cosign(row, by=row.mandate.deputy.user, at=self.at(), agree=True)
        return self.fresh(paper)

    def more_deputies(self, count: int) -> list[Any]:
        """Deputies with accounts, beyond those of the cast."""
        return [
            add_mandate(
                self.seats,
                f"代表{number}",
                self.seats.chengguan,
                user=User.objects.create_user(f"deputy{number}", name=f"代表{number}", phone=f"1390000{number:04d}"),
            )
            for number in range(count)
        ]

    def talk(self, **changes: Any) -> dict[str, Any]:
        return {
            "phase": Phase.BEFORE,
            "method": Method.ON_SITE,
            "held_on": self.day,
            "place": "人民路",
            "unit_persons": "冯磊、陈刚",
            "rank": Rank.HEAD,
            "content": "现场察看客流，商定站点位置。",
            "deputy_opinion": "希望上半年完成。",
            **changes,
        }

    def reply_content(self) -> dict[str, Any]:
        return {
            "result_class": ResultClass.objects.get(code="A"),
            "doc_number": "示交函〔2026〕12号",
            "points": [{"point": "增设站点", "answer": "已于四月增设。"}],
            "body": "林晓梅代表：您提出的建议收悉，现答复如下。",
            "contact_person": "冯磊",
            "contact_phone": "0000-8888123",
            "publish": True,
        }

    def promise(self) -> dict[str, Any]:
        """What a reply of class B adds."""
        return {
            "result_class": ResultClass.objects.get(code="B"),
            "commitment_text": "年底前建成候车亭。",
            "commitment_due": date(2026, 12, 31),
        }

    def officer(self, part: Assignment) -> Any:
        cast = self.cast
        return {cast.transport.pk: cast.feng, cast.education.pk: cast.wu, cast.court.pk: cast.chu}[part.unit_id]

    def head(self, part: Assignment) -> Any:
        return {self.cast.transport.pk: self.cast.chen, self.cast.education.pk: self.cast.zheng}[part.unit_id]

    def part(self, paper: Suggestion, role: str = UnitRole.LEAD) -> Assignment:
        """The active part with this role."""
        return paper.assignments.exclude(state="released").select_related("suggestion", "unit").get(role=role)

    def fresh(self, obj: Any) -> Any:
        """The row as the database has it now."""
        return type(obj)._base_manager.get(pk=obj.pk)
