"""How far a suggestion of the demonstration year has come, told by calling its transitions one after the other."""

from collections.abc import Callable
from datetime import timedelta

from congress_portal.demo.acts import (
    advise,
    cosign,
    draft,
    grade,
    open_more,
    open_up,
    reply_again,
    sign,
    take_over,
    talk,
    write_reply,
)
from congress_portal.demo.district import SESSION
from congress_portal.demo.promises import follow, keep
from congress_portal.demo.road import Road
from suggestions.models import Category, RefusalGround
from suggestions.states import Grade, UnitRole
from suggestions.transitions.assign import assign
from suggestions.transitions.check_reply import check_reply
from suggestions.transitions.decide_extension import decide_extension
from suggestions.transitions.decide_objection import decide_objection
from suggestions.transitions.raise_objection import raise_objection
from suggestions.transitions.refuse import refuse
from suggestions.transitions.register import register
from suggestions.transitions.request_extension import request_extension
from suggestions.transitions.send_back import send_back
from suggestions.transitions.submit import submit
from suggestions.transitions.withdraw import withdraw

CO_OPINIONS_AFTER = 30
S, B, D = Grade.SATISFIED, Grade.BASICALLY, Grade.DISSATISFIED


def submitted(road: Road) -> None:
    draft(road)
    if road.serial % 3 == 0:
        cosign(road)
    submit(road.suggestion, by=road.lead.deputy.user, at=road.at(0))


def cosigning(road: Road) -> None:
    draft(road)
    cosign(road, answered=False)


def sent_back(road: Road) -> None:
    submitted(road)
    reason = "建议中第二条涉及另一事项，请按“一事一议”分开提出；第一条请补充具体地点。"
    send_back(road.suggestion, by=road.clerk, at=road.at(2), reason=reason)


def not_filed(road: Road) -> None:
    submitted(road)
    ground = RefusalGround.objects.get(code="consultation")
    note = "所提内容主要是政策咨询，已转有关单位向代表作出说明。"
    refuse(road.suggestion, by=road.clerk, at=road.at(3), ground=ground, note=note)


def withdrawn(road: Road) -> None:
    draft(road)
    submit(road.suggestion, by=road.lead.deputy.user, at=road.at(0))
    reason = "所提问题近日已经解决，不再提出。"
    withdraw(road.suggestion, by=road.lead.deputy.user, at=road.at(2), reason=reason)


def registered(road: Road) -> None:
    submitted(road)
    category = Category.objects.get(code=road.subject.category)
    register(road.suggestion, by=road.clerk, at=road.at(2), category=category)


def assigned(road: Road) -> None:
    if road.suggestion is not None:
        return  # at the meeting after the session, with all others
    registered(road)
    units = [(road.district.organisations[road.subject.unit], UnitRole.LEAD)]
    units += [(road.district.organisations[key], UnitRole.CO) for key in road.subject.co_units]
    assign(road.suggestion, by=road.clerk, at=road.at(6), units=units, is_key=road.serial % 12 == 0)


def objected(road: Road) -> None:
    assigned(road)
    part = road.parts()[0]
    raise_objection(
        part,
        by=road.officer(part),
        at=road.at(8),
        legal_basis="本单位“三定”规定",
        reason="所提事项的主管职责不在本单位，建议由住房和城乡建设部门主办，本单位配合。",
        proposed_unit=road.district.organisations["housing"],
    )


def reassigned(road: Road) -> None:
    objected(road)
    objection = road.parts()[0].objections.get()
    housing = road.district.organisations["housing"]
    note = "经与政府办公室会商，同意调整。"
    decide_objection(objection, by=road.clerk, at=road.at(11), accept=True, unit=housing, note=note)
    take_over(road, 12)


def handling(road: Road) -> None:
    assigned(road)
    take_over(road, 8)


def contacted(road: Road) -> None:
    handling(road)
    talk(road, road.parts()[0], 18)
    if road.days > CO_OPINIONS_AFTER and road.serial % 5:
        advise(road, CO_OPINIONS_AFTER)


def extended(road: Road, decided: bool = True) -> None:
    """A later day is asked for; the office grants it, or has it before it."""
    contacted(road)
    part = road.parts()[0]
    until = part.first_assigned_on + timedelta(days=150)
    reason = "涉及用地调整和资金安排，需与上级部门衔接。"
    asked = request_extension(part, by=road.officer(part), at=road.at(75), reason=reason, until=until)
    if decided:
        decide_extension(asked, by=road.clerk, at=road.at(77), accept=True)


def extension_asked(road: Road) -> None:
    extended(road, decided=False)


def under_check(road: Road, code: str = "A") -> None:
    contacted(road)
    advise(road, CO_OPINIONS_AFTER)
    part = road.parts()[0]
    write_reply(road, part, 45, code)
    sign(road, part, 48)


def returned(road: Road) -> None:
    under_check(road)
    reason = "第二条答复没有写明完成时间，请补充后重新签发。"
    check_reply(road.parts()[0], by=road.clerk, at=road.at(50), passed=False, reason=reason)


def replied(road: Road, code: str = "A") -> None:
    under_check(road, code)
    check_reply(road.parts()[0], by=road.clerk, at=road.at(50), passed=True)


def replied_b(road: Road) -> None:
    replied(road, "B")


def closed(road: Road, code: str = "A", grades: tuple[str, str] = (S, S)) -> None:
    replied(road, code)
    grade(road, 58, *grades)
    open_up(road, 70)


def closed_c(road: Road) -> None:
    closed(road, "C", (S, B))


def closed_basically(road: Road) -> None:
    closed(road, "A", (S, B))


def tracking(road: Road, until: int | None = None) -> None:
    """Followed month by month."""
    closed(road, "B", (S, S))
    follow(road, until)


def fulfilled(road: Road) -> None:
    """A promise kept, confirmed, and rated again: its class is raised."""
    tracking(road, 180)
    keep(road, 180)


def to_rate_again(road: Road) -> None:
    """A promise kept and confirmed; the deputy has still to rate it."""
    tracking(road, road.days - 12)
    keep(road, road.days - 10, rated=False)


def rehandling(road: Road) -> None:
    replied(road, "C")
    grade(road, 56, S, D)


def answered_again(road: Road) -> None:
    """The second round: read the complaint, go there, answer anew; the deputy is content now."""
    rehandling(road)
    open_up(road, 62)
    reply_again(road)
    grade(road, 90, S, S)
    # The second reply of every third of this year waits for its check.
    if road.serial % 3 or road.days > SESSION:
        open_more(road, 100)


def mediation(road: Road) -> None:
    rehandling(road)
    reply_again(road)
    grade(road, 90, B, D)


ROADS: dict[str, Callable[[Road], None]] = {
    walk.__name__: walk
    for walk in (
        draft, cosigning, submitted, sent_back, not_filed, withdrawn, registered, assigned, objected, reassigned,
        handling, contacted, extended, extension_asked, under_check, returned, replied, replied_b, closed, closed_c,
        closed_basically, tracking, fulfilled, to_rate_again, rehandling, answered_again, mediation,
    )
}  # fmt: skip
