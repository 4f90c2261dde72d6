"""One unit's part of a case: signing for it, talks with the deputy, opinion or replies, and its clocks."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from congress_portal.demo.load import texts
from congress_portal.demo.load.stage import Stage
from congress_portal.demo.subjects import CONTACT_NOTES, Subject
from foundation.accounts.models import Organisation
from suggestions.models import (
    Assignment,
    ContactRecord,
    CoOpinion,
    Extension,
    Objection,
    PublicReply,
    Reply,
    ReplyCheck,
)
from suggestions.states import AssignmentState as A
from suggestions.states import Method, Phase, Rank, UnitRole

if TYPE_CHECKING:
    from congress_portal.demo.load.case import Case

LONGER_DAYS = 150


def choose_units(stage: Stage, random: Random, subject: Subject) -> list[tuple[Organisation, UnitRole]]:
    """One lead with up to two co-units, or now and then two units each on its own."""
    first = stage.unit_of[subject.unit] if random.random() < 0.6 else random.choice(stage.units)
    others = [unit for unit in random.sample(stage.units, 3) if unit.pk != first.pk]
    if random.random() < 0.06:
        return [(first, UnitRole.SEPARATE), (others[0], UnitRole.SEPARATE)]
    count = random.choice((0, 0, 0, 1, 1, 2))
    return [(first, UnitRole.LEAD), *((unit, UnitRole.CO) for unit in others[:count])]


class Part:
    """Writes what one unit did."""

    def __init__(self, case: Case, unit: Organisation, role: UnitRole) -> None:
        self.case, self.unit, self.role = case, unit, role
        self.story, self.random, self.sheet = case.story, case.random, case.desk.sheet
        self.officer, self.head = case.stage.officers[unit.pk], case.stage.heads[unit.pk]
        self.answers = role != UnitRole.CO
        self.again = bool(self.story.dissatisfied and self.story.rated)
        self.state = self._state()
        self.first_reply: int | None = None

    def write(self) -> None:
        story = self.story
        self.key = self.sheet[Assignment].add(
            suggestion_id=self.case.key,
            unit_id=self.unit.pk,
            role=self.role,
            state=self.state,
            through_id=self.case.stage.government if self.unit.under_government else None,
            first_assigned_on=story.assigned.date(),
            assigned_on=story.assigned.date(),
            assigned_at=story.assigned,
            assigned_by_id=self.case.stage.clerk.pk,
            acknowledged_at=story.acknowledged,
            acknowledged_by_id=self.officer.pk if story.acknowledged else None,
            person_in_charge=self.officer.name if story.acknowledged else "",
        )
        if self.case.in_full:
            self._first_clocks()
        if story.acknowledged:
            self.case.note("acknowledge", f"{self.unit}签收。", story.acknowledged, self.officer, always=False)
        if self.answers:
            self._answering()
        else:
            self._opinion()

    def _state(self) -> str:
        story = self.story
        if not story.acknowledged:
            return A.OBJECTED if story.objects and self.answers else A.ASSIGNED
        if self.again and not story.replied_again:
            return A.ACKNOWLEDGED
        if not self.answers:
            return A.OPINION_GIVEN if story.opined else A.ACKNOWLEDGED
        if story.replied:
            return A.DELIVERED
        return A.UNDER_CHECK if story.signed else A.DRAFTED if story.drafted else A.ACKNOWLEDGED

    def _first_clocks(self) -> None:
        story, signed = self.story, self.story.acknowledged
        if self.state == A.OBJECTED:
            return self._objection()
        self._clock("sign_in", story.assigned, met=signed)
        return self._clock("objection", story.assigned, stopped=(signed, "已签收") if signed else None)

    def _objection(self) -> None:
        at = min(self.case.stage.later(self.random, self.story.assigned, 0, 3), self.case.stage.now)
        self.sheet[Objection].add(
            assignment_id=self.key,
            legal_basis="本单位“三定”规定",
            reason="所提事项的主管职责不在本单位，建议调整。",
            proposed_unit_id=next(unit.pk for unit in self.case.stage.units if unit.pk != self.unit.pk),
            raised_by_id=self.officer.pk,
            raised_at=at,
        )
        self._clock("sign_in", self.story.assigned, stopped=(at, "已申请调整"))
        self._clock("objection", self.story.assigned, met=at)
        self.case.desk.clocks.run("objection_decision", Assignment, self.key, at)

    def _answering(self) -> None:
        story = self.story
        if self.case.in_full:
            self._clock("first_contact", story.assigned, met=story.contacted)
        self._clock("reply", story.assigned, met=story.replied)
        if story.contacted:
            self._contact()
        if self.state == A.ACKNOWLEDGED and story.wants_longer and story.opined and not self.again:
            self._extension()
        if story.drafted:
            self.first_reply = self._reply(0, story.drafted, story.signed, story.replied)
        if self.again:
            self._clock("re_reply", story.rated, met=story.replied_again)
        if story.replied_again:
            self._reply(1, story.replied_again - timedelta(hours=60), story.replied_again, story.replied_again)

    def _opinion(self) -> None:
        story = self.story
        self._clock("co_opinion", story.assigned, met=story.opined)
        given = [story.opined] if story.opined else []
        if self.again:
            self._clock("co_opinion_redo", story.rated, met=story.replied_again)
            given += [story.replied_again] if story.replied_again else []
        for turn, at in enumerate(given):
            self.sheet[CoOpinion].add(
                assignment_id=self.key,
                round_id=self.case.rounds[turn],
                text=f"我单位支持{self.case.paper.place}的有关工作，将按照职责配合主办单位落实。",
                given_by_id=self.officer.pk,
                given_at=at,
            )

    def _contact(self) -> None:
        self.sheet[ContactRecord].add(
            assignment_id=self.key,
            round_id=self.case.rounds[0],
            phase=Phase.BEFORE,
            method=self.random.choice((Method.ON_SITE, Method.PHONE, Method.MEETING)),
            held_on=self.story.contacted.date(),
            place=self.case.paper.place,
            unit_persons=self.officer.name,
            rank=Rank.SECTION,
            content=self.random.choice(CONTACT_NOTES),
            recorded_by_id=self.officer.pk,
            recorded_at=self.story.contacted,
            confirmed=True if self.story.opined or self.random.random() < 0.5 else None,
        )

    def _extension(self) -> None:
        asked = self.story.opined
        self.sheet[Extension].add(
            assignment_id=self.key,
            reason="涉及用地调整和资金安排，需与上级部门衔接。",
            until=self.story.assigned.date() + timedelta(days=LONGER_DAYS),
            requested_by_id=self.officer.pk,
            requested_at=asked,
        )
        self.case.desk.clocks.run("extension_decision", Assignment, self.key, asked)

    def _reply(self, turn: int, drafted: Any, signed: Any, delivered: Any) -> int:
        paper, found = self.case.paper, self.case.stage.classes[self.story.result_class if turn == 0 else "A"]
        promised = turn == 0 and self.story.result_class == "B"
        key = self.sheet[Reply].add(
            assignment_id=self.key,
            round_id=self.case.rounds[turn],
            result_class_id=found.pk,
            publish=True,
            doc_number=f"示{self.unit.label[1:3]}函〔{drafted.year}〕{self.key % 1000 + 1}号",
            points=texts.answers(paper),
            body=f"您的建议我单位十分重视，现逐条答复如下。\n感谢您对{paper.place}发展和群众生活的关心，欢迎继续监督。",
            signatory=self.head.name if signed else "",
            contact_person=self.officer.name,
            commitment_text=paper.subject.promise.format(place=paper.place) if promised else "",
            commitment_due=self.story.promised_until if promised else None,
            drafted_by_id=self.officer.pk,
            drafted_at=drafted,
            saved_at=drafted,
            signed_by_id=self.head.pk if signed else None,
            signed_at=signed,
            delivered_at=delivered,
        )
        if delivered:
            self._delivered(key, str(found), delivered)
        if delivered and self.case.copy:
            said = {name: self.sheet[Reply].rows[-1][name] for name in ("points", "body", "commitment_text")}
            self.sheet[PublicReply].add(copy_id=self.case.copy, reply_id=key, **said)
        return key

    def _delivered(self, reply: int, found: str, at: Any) -> None:
        checked = {"checked_by_id": self.case.stage.clerk.pk, "checked_at": at, "passed": True}
        self.sheet[ReplyCheck].add(reply_id=reply, **checked)
        self.case.note("deliver_reply", f"{self.unit}答复代表，{found}。", at, self.case.stage.clerk)

    def _clock(self, kind: str, start: Any, **more: Any) -> None:
        self.case.part_clock(kind, self, start, **more)
