"""How far a suggestion of the demonstration year has come, told by calling its transitions one after the other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from congress_portal.demo.district import District
from congress_portal.demo.subjects import COMPLAINTS, CONTACT_NOTES, Subject
from deputies.models import Mandate
from suggestions.models import Assignment, Category, RefusalGround, ResultClass, Suggestion
from suggestions.states import AssignmentState, CosignerState, Grade, Method, Phase, Rank, UnitRole
from suggestions.transitions.acknowledge import acknowledge
from suggestions.transitions.answer_cosign import answer_cosign
from suggestions.transitions.assign import assign
from suggestions.transitions.check_reply import check_reply
from suggestions.transitions.confirm_contact import confirm_contact
from suggestions.transitions.confirm_fulfilment import confirm_fulfilment
from suggestions.transitions.create_draft import create_draft
from suggestions.transitions.decide_extension import decide_extension
from suggestions.transitions.decide_objection import decide_objection
from suggestions.transitions.draft_reply import draft_reply
from suggestions.transitions.fulfil import fulfil
from suggestions.transitions.give_co_opinion import give_co_opinion
from suggestions.transitions.invite_cosigners import invite_cosigners
from suggestions.transitions.publish import publish
from suggestions.transitions.raise_objection import raise_objection
from suggestions.transitions.rate import rate
from suggestions.transitions.record_contact import record_contact
from suggestions.transitions.refuse import refuse
from suggestions.transitions.register import register
from suggestions.transitions.request_extension import request_extension
from suggestions.transitions.send_back import send_back
from suggestions.transitions.sign_reply import sign_reply
from suggestions.transitions.submit import submit
from suggestions.transitions.withdraw import withdraw

CO_OPINIONS_AFTER = 30
FIRST = "您的建议我单位十分重视，现逐条答复如下。"
AGAIN = "根据您的评价意见，我单位再次到现场核实，补充答复如下。"
S, B, D = Grade.SATISFIED, Grade.BASICALLY, Grade.DISSATISFIED


@dataclass
class Road:
    """One suggestion and those who work on it. `days` is how long ago it was handed in."""

    district: District
    subject: Subject
    place: str
    lead: Mandate
    days: int
    serial: int
    suggestion: Suggestion | None = None

    @property
    def clerk(self):
        return self.district.users["lianluo1"]

    def at(self, after: int, hour: int = 10) -> datetime:
        """A moment `after` days after the paper was handed in, at the latest on the day of loading."""
        return self.district.at(max(self.days - after, 0), hour, self.serial % 60)

    def parts(self) -> list[Assignment]:
        rows = self.suggestion.assignments.select_related("unit").order_by("pk")
        return [part for part in rows if part.state != AssignmentState.RELEASED]

    def officer(self, part: Assignment):
        return self.district.officers[self._key(part)]

    def head(self, part: Assignment):
        return self.district.heads[self._key(part)]

    def _key(self, part: Assignment) -> str:
        return next(key for key, unit in self.district.organisations.items() if unit.pk == part.unit_id)

    def say(self, text: str) -> str:
        return text.format(place=self.place)


def draft(road: Road) -> None:
    """Written, and with every third paper two colleagues who are asked to sign."""
    subject, user = road.subject, road.lead.deputy.user
    road.suggestion = create_draft(
        road.lead,
        by=user,
        at=road.at(-6),
        title=road.say(subject.title),
        facts=road.say(subject.facts),
        grounds=road.say(subject.grounds),
        proposals="\n".join(f"{n}、{road.say(text)}" for n, text in enumerate(subject.proposals, 1)),
        wished_category=Category.objects.get(code=subject.category),
        wished_unit=road.district.organisations[subject.unit],
        agree_to_publish=road.serial % 8 != 0,
        from_reception=road.serial % 2 == 0,
        from_survey=road.serial % 3 == 0,
    )


def cosign(road: Road, answered: bool = True) -> None:
    """Two colleagues are asked; they agree, or have not answered yet."""
    others = [m for rows in road.district.mandates.values() for m in rows if m.pk != road.lead.pk]
    asked = [others[(road.serial * 7 + step * 5) % len(others)] for step in range(2)]
    invite_cosigners(
        road.suggestion, by=road.lead.deputy.user, at=road.at(-5), mandates=asked, until=road.at(-1).date()
    )
    if not answered:
        return
    for cosigner in road.suggestion.cosigners.filter(state=CosignerState.INVITED).select_related("mandate__deputy"):
        answer_cosign(cosigner, by=cosigner.mandate.deputy.user, at=road.at(-4), agree=True)


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
    _acknowledge(road, 12)


def handling(road: Road) -> None:
    assigned(road)
    _acknowledge(road, 8)


def contacted(road: Road) -> None:
    handling(road)
    _contact(road, road.parts()[0], 18)
    if road.days > CO_OPINIONS_AFTER and road.serial % 5:
        _co_opinions(road, CO_OPINIONS_AFTER)


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
    _co_opinions(road, CO_OPINIONS_AFTER)
    part = road.parts()[0]
    _write(road, part, 45, code)
    sign_reply(part, by=road.head(part), at=road.at(48))


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
    _rate(road, 58, *grades)
    _publish(road, 70)


def closed_c(road: Road) -> None:
    closed(road, "C", (S, B))


def closed_basically(road: Road) -> None:
    closed(road, "A", (S, B))


def tracking(road: Road) -> None:
    closed(road, "B", (S, S))


def fulfilled(road: Road) -> None:
    """A promise kept, reported with evidence and confirmed."""
    tracking(road)
    promise = road.suggestion.commitments.get()
    part = road.parts()[0]
    evidence = "项目已完工并投入使用，现场照片和验收单存单位档案。"
    fulfil(promise, by=road.officer(part), at=road.at(120), evidence=evidence)
    confirm_fulfilment(promise, by=road.clerk, at=road.at(126), fulfilled=True, note="经电话向代表核实，情况属实。")


def rehandling(road: Road) -> None:
    replied(road, "C")
    _rate(road, 56, S, D)


def answered_again(road: Road) -> None:
    """The second round: read the complaint, go there, answer anew; the deputy is content now."""
    rehandling(road)
    _second_reply(road)
    _rate(road, 90, S, S)
    _publish(road, 100)


def mediation(road: Road) -> None:
    rehandling(road)
    _second_reply(road)
    _rate(road, 90, B, D)


ROADS: dict[str, Callable[[Road], None]] = {
    walk.__name__: walk
    for walk in (
        draft, cosigning, submitted, sent_back, not_filed, withdrawn, registered, assigned, objected, reassigned,
        handling, contacted, extended, extension_asked, under_check, returned, replied, replied_b, closed, closed_c,
        closed_basically, tracking, fulfilled, rehandling, answered_again, mediation,
    )
}  # fmt: skip


def _acknowledge(road: Road, after: int) -> None:
    for part in road.parts():
        officer = road.officer(part)
        acknowledge(part, by=officer, at=road.at(after), person_in_charge=officer.name, contact_phone="0564-4000100")


def _contact(road: Road, part: Assignment, after: int) -> None:
    record = record_contact(
        part,
        by=road.officer(part),
        at=road.at(after, 15),
        held_on=road.at(after).date(),
        phase=Phase.BEFORE if after < 30 else Phase.DURING,
        method=(Method.ON_SITE, Method.PHONE, Method.MEETING)[road.serial % 3],
        rank=(Rank.DEPUTY_HEAD, Rank.SECTION)[road.serial % 2],
        place=road.place,
        unit_persons=road.officer(part).name,
        content=CONTACT_NOTES[road.serial % len(CONTACT_NOTES)],
        deputy_opinion="希望尽快落实，有进展及时告知。",
    )
    if road.serial % 4:
        confirm_contact(record, by=road.lead.deputy.user, at=road.at(after + 1), confirmed=True)


def _co_opinions(road: Road, after: int) -> None:
    text = f"我单位支持{road.place}的有关工作，将按照职责配合主办单位落实，涉及本单位的事项已明确专人负责。"
    for part in road.parts()[1:]:
        if part.state != AssignmentState.ACKNOWLEDGED:
            continue
        give_co_opinion(part, by=road.officer(part), at=road.at(after), text=text)


def _write(road: Road, part: Assignment, after: int, code: str, again: bool = False) -> None:
    subject, year = road.subject, road.at(after).year
    points = [
        {"point": road.say(point), "answer": road.say(answer)}
        for point, answer in zip(subject.proposals, subject.answers, strict=True)
    ]
    opening = AGAIN if again else FIRST
    draft_reply(
        part,
        by=road.officer(part),
        at=road.at(after),
        result_class=ResultClass.objects.get(code=code),
        doc_number=f"示{part.unit.short_name[1:3]}函〔{year}〕{road.serial + (200 if again else 0)}号",
        points=points,
        body=f"{opening}\n感谢您对{road.place}发展和群众生活的关心，欢迎继续监督。",
        publish=True,
        contact_person=road.officer(part).name,
        contact_phone="0564-4000100",
        copy_to="区人大常委会代表工作委员会、区人民政府办公室",
        commitment_text=road.say(subject.promise) if code == "B" else "",
        commitment_due=_promise_day(road, after) if code == "B" else None,
    )


def _promise_day(road: Road, after: int) -> date:
    return road.at(after).date() + timedelta(days=90 + road.serial % 5 * 40)


def _rate(road: Road, after: int, attitude: str, result: str) -> None:
    reason = road.say(COMPLAINTS[road.serial % len(COMPLAINTS)]) if D in (attitude, result) else ""
    user = road.lead.deputy.user
    rate(road.suggestion, by=user, at=road.at(after), attitude=attitude, result=result, reason=reason)


def _publish(road: Road, after: int) -> None:
    road.suggestion.refresh_from_db()
    if road.suggestion.agree_to_publish and road.days >= after:
        publish(road.suggestion, by=road.clerk, at=road.at(after), secrecy_note="经审查不涉密，可以公开。")


def _second_reply(road: Road) -> None:
    part = road.parts()[0]
    _co_opinions(road, 64)
    _contact(road, part, 66)
    _write(road, part, 74, "A", again=True)
    sign_reply(part, by=road.head(part), at=road.at(78))
    check_reply(part, by=road.clerk, at=road.at(80), passed=True)
