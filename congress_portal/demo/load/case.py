"""One case on paper: the suggestion, its signatures, rounds, ratings, promise and timeline."""

from datetime import timedelta
from random import Random
from typing import Any

from congress_portal.demo.load import texts
from congress_portal.demo.load.desk import Desk
from congress_portal.demo.load.part import Part, choose_units
from congress_portal.demo.load.story import Story, state_of
from congress_portal.demo.subjects import COMPLAINTS
from deputies.models import Mandate, Meeting
from foundation.search.likeness.keys import keys_of
from foundation.search.models import Fingerprint
from foundation.search.text import normalise, vector_text
from suggestions.models import (
    Assignment,
    Commitment,
    Cosigner,
    Mediation,
    PublicCopy,
    Rating,
    Round,
    Suggestion,
    TextVersion,
)
from suggestions.models.text_version import TEXT_FIELDS, chained, text_hash
from suggestions.states import Channel, CheckPoint, CommitmentState, CosignerState, Ending
from suggestions.states import SuggestionState as S

# Of older cases only the clocks and events that figures and timelines are made of.
FULL_DETAIL = timedelta(days=366)
SECOND_TIME = "代表评价：办理态度{attitude}，办理结果不满意。"


class Case:
    """Writes one story down."""

    def __init__(self, desk: Desk, random: Random, story: Story, meeting: Meeting) -> None:
        self.desk, self.stage, self.random = desk, desk.stage, random
        self.story, self.meeting, self.state = story, meeting, state_of(story)
        self.lead: Mandate = random.choice(desk.stage.mandates[meeting.term_id])
        self.paper = texts.paper(random, self.lead.delegation.name)
        self.in_full = self.stage.now - story.submitted < FULL_DETAIL
        self.words = {name: getattr(self.paper, name) for name in TEXT_FIELDS}
        self.text_hash = text_hash(self.paper)
        self.label = self.paper.title
        self.rounds: list[int] = []

    def write(self) -> None:
        self.key = self._suggestion()
        self.copy = self._public_copy() if self.story.published else None
        self._signatures()
        self._note("submit", "提交建议，留存第1版。", self.story.submitted, self.lead.deputy.user, always=False)
        if self.state in (S.DRAFT, S.COSIGNING):
            return
        self._version()
        self._fingerprint()
        self._office_clocks()
        if self.story.assigned:
            self._handling()

    def _suggestion(self) -> int:
        story, paper = self.story, self.paper
        handed_in = self.state not in (S.DRAFT, S.COSIGNING)
        numbered = story.registered and self.state != S.NOT_FILED
        number = self._number() if numbered else {}
        text = normalise("\n".join([number.get("number_text", ""), *self.words.values()]))
        return self.desk.sheet[Suggestion].add(
            term_id=self.meeting.term_id,
            meeting_id=self.meeting.pk,
            channel=story.channel,
            lead_id=self.lead.pk,
            delegation_id=self.lead.delegation_id,
            **self.words,
            wished_category_id=self._category().pk,
            wished_unit_id=self.stage.unit_of[paper.subject.unit].pk,
            agree_to_publish=story.agrees_to_publish,
            from_survey=self.random.random() < 0.3,
            from_reception=self.random.random() < 0.4,
            state=self.state,
            created_at=story.submitted - timedelta(days=6),
            saved_at=story.submitted,
            submitted_at=story.submitted if handed_in else None,
            review_note="所提内容主要是政策咨询，已向代表作出说明。" if self.state == S.NOT_FILED else "",
            refusal_ground_id=self.stage.ground.pk if self.state == S.NOT_FILED else None,
            registered_at=story.registered if numbered else None,
            is_key=bool(story.assigned) and self.random.random() < 0.02,
            first_assigned_on=story.assigned.date() if story.assigned else None,
            closed_at=story.closed if self.state == S.CLOSED else None,
            ending=self._ending() if self.state == S.CLOSED else "",
            withdrawn_at=story.withdrawn,
            withdrawal_reason="所提问题已经解决。" if story.withdrawn else "",
            published_at=story.published,
            published_by_id=self.stage.clerk.pk if story.published else None,
            secrecy_note="经审查不涉密，可以公开。" if story.published else "",
            search_text=text,
            search_vector=vector_text(text),
            **number,
        )

    def _public_copy(self) -> int:
        """What the public reads; the texts of a load hold no number to cover."""
        paper = self.desk.sheet[Suggestion].rows[-1]
        copy = self.desk.sheet[PublicCopy].add(
            suggestion_id=self.key,
            number=1,
            **self.words,
            checked=list(CheckPoint.values),
            secrecy_note=paper["secrecy_note"],
            made_by_id=self.stage.clerk.pk,
            made_at=self.story.published,
            search_text=paper["search_text"],
            search_vector=paper["search_vector"],
        )
        self.desk.sheet[Suggestion].amend(public_copy_id=copy)
        return copy

    def _category(self) -> Any:
        return self.stage.categories[self.paper.subject.category]

    def _number(self) -> dict[str, Any]:
        category = self._category()
        series, number, text = self.desk.next_number(self.story.channel, self.meeting)
        self.label = f"{text} {self.paper.title}"
        return {
            "series_id": series,
            "number": number,
            "number_text": text,
            "category_id": category.pk,
            "supervising_committee_id": category.supervising_committee_id,
        }

    def _ending(self) -> str:
        if self.story.promised_until:
            return Ending.FULFILLED
        if self.story.resolved:
            return Ending.MEDIATED
        return Ending.NOT_STATED if self.story.silent else Ending.RATED

    def _signatures(self) -> None:
        asked = self.random.choice((0, 0, 1, 2, 3)) or int(self.state == S.COSIGNING)
        waiting = self.state in (S.DRAFT, S.COSIGNING)
        others = [row for row in self.random.sample(self._colleagues(), asked + 1) if row.pk != self.lead.pk]
        for mandate in others[:asked]:
            self.desk.sheet[Cosigner].add(
                suggestion_id=self.key,
                mandate_id=mandate.pk,
                state=CosignerState.INVITED if waiting else CosignerState.CONFIRMED,
                invited_at=self.story.submitted - timedelta(days=5),
                answered_at=None if waiting else self.story.submitted - timedelta(days=2),
                text_hash="" if waiting else self.text_hash,
            )

    def _colleagues(self) -> list[Mandate]:
        return self.stage.mandates[self.meeting.term_id]

    def _version(self) -> None:
        self.desk.sheet[TextVersion].add(
            suggestion_id=self.key,
            number=1,
            **self.words,
            saved_by_id=self.lead.deputy.user_id,
            saved_at=self.story.submitted,
            hash=chained("", self.text_hash),
        )

    def _fingerprint(self) -> None:
        title, *texts = self.words.values()
        keys = keys_of(title, "\n".join(texts))
        self.desk.sheet[Fingerprint].add(subject_type_id=self.desk.subject_type, subject_id=self.key, keys=keys)

    def _office_clocks(self) -> None:
        story = self.story
        if self.state == S.SENT_BACK:
            at = self.stage.later(self.random, story.submitted, 1, 3)
            self._clock("screening", story.submitted, met=min(at, self.stage.now))
            return
        if self.in_full:
            stopped = (story.withdrawn, "建议已撤回") if story.withdrawn else None
            self._clock("screening", story.submitted, met=story.registered, stopped=stopped)
        if story.registered and self.state != S.NOT_FILED:
            self._note("register", f"立案，编号{self.label.split()[0]}。", story.registered, self.stage.clerk)
            self._assign_clock()

    def _assign_clock(self) -> None:
        story = self.story
        if not self.in_full:
            return
        if story.channel == Channel.SESSION:
            closing = self.stage.moment(self.meeting.closes_on, 12)
            self._clock("session_assign", max(closing, story.submitted), met=story.assigned)
        else:
            self._clock("recess_assign", story.registered, met=story.assigned)

    def _handling(self) -> None:
        story = self.story
        self.rounds.append(self._round(1, story.assigned, story.replied, story.rated or story.silent))
        if story.dissatisfied and story.rated:
            because = SECOND_TIME.format(attitude="满意")
            self.rounds.append(self._round(2, story.rated, story.replied_again, story.rated_again, because))
        parts = [Part(self, unit, role) for unit, role in choose_units(self.stage, self.random, self.paper.subject)]
        names = "，".join(f"{part.role.label}{part.unit.name}" for part in parts)
        self._note("assign", f"交办：{names}。", story.assigned, self.stage.clerk)
        for part in parts:
            part.write()
        if story.replied:
            self._promise(parts[0])
            self._ratings()

    def _round(self, number: int, opened: Any, replied: Any, closed: Any, because: str = "") -> int:
        return self.desk.sheet[Round].add(
            suggestion_id=self.key,
            number=number,
            opened_at=opened,
            because=because,
            replied_at=replied,
            closed_at=closed,
            not_stated=number == 1 and bool(self.story.silent),
        )

    def _ratings(self) -> None:
        story = self.story
        stopped = (story.silent, "代表未表态") if story.silent else None
        self._rating_clock(story.replied, met=story.rated, stopped=stopped)
        if story.rated:
            self._rating(0, story.rated, *story.grades)
        if story.replied_again:
            self._rating_clock(story.replied_again, met=story.rated_again)
        if story.rated_again:
            result = story.grades[1] if story.fate == "mediated" else "satisfied"
            self._rating(1, story.rated_again, "satisfied", result)
        if story.fate == "mediated" and story.rated_again:
            self._mediation()
        if self.state == S.CLOSED:
            self._note("close", "办结。", story.closed, None)

    def _rating_clock(self, start: Any, **more: Any) -> None:
        self._clock("rating", start, user_id=self.lead.deputy.user_id, **more)

    def _rating(self, turn: int, at: Any, attitude: str, result: str) -> None:
        bad = "dissatisfied" in (attitude, result)
        reason = self.random.choice(COMPLAINTS).format(place=self.paper.place) if bad else ""
        self.desk.sheet[Rating].add(
            suggestion_id=self.key,
            round_id=self.rounds[turn],
            attitude=attitude,
            result=result,
            reason=reason,
            rated_by_id=self.lead.pk,
            rated_at=at,
        )
        self._note("rate", f"代表评价。{reason}", at, self.lead.deputy.user)

    def _mediation(self) -> None:
        story, done = self.story, {}
        if story.resolved:
            done = {
                "record": "双方当面沟通，就完成时间取得一致。",
                "resolution": "close",
                "resolved_at": story.resolved,
            }
            done |= {"resolved_by_id": self.stage.clerk.pk, "held_on": story.resolved.date()}
        self.desk.sheet[Mediation].add(
            suggestion_id=self.key,
            round_id=self.rounds[-1],
            because="第2次评价为不满意。",
            opened_at=story.rated_again,
            opened_by_id=self.stage.clerk.pk,
            **done,
        )
        self._clock("mediation", story.rated_again, met=story.resolved)

    def _promise(self, part: Part) -> None:
        story = self.story
        if not story.promised_until:
            return
        state, done = CommitmentState.OPEN, {}
        if story.kept and story.settled:
            state = CommitmentState.FULFILLED
            done = {"evidence": "项目已完工并投入使用。", "reported_at": story.kept, "confirmed_at": story.kept}
            done |= {"reported_by_id": part.officer.pk, "confirmed_by_id": self.stage.clerk.pk}
        key = self.desk.sheet[Commitment].add(
            suggestion_id=self.key,
            assignment_id=part.key,
            reply_id=part.first_reply,
            text=self.paper.subject.promise.format(place=self.paper.place),
            due_on=story.promised_until,
            state=state,
            made_at=story.replied,
            **done,
        )
        met = story.kept if state == CommitmentState.FULFILLED else None
        whose = {"until": story.promised_until, "organisation_id": part.unit.pk}
        self.desk.clocks.run("commitment", Commitment, key, story.replied, met=met, **whose)

    def _clock(self, kind: str, start: Any, **more: Any) -> None:
        self.desk.clocks.run(kind, Suggestion, self.key, start, **more)

    def part_clock(self, kind: str, part: Part, start: Any, **more: Any) -> None:
        """A clock that is the unit's duty."""
        self.desk.clocks.run(kind, Assignment, part.key, start, organisation_id=part.unit.pk, **more)

    def _note(self, verb: str, summary: str, at: Any, by: Any, always: bool = True) -> None:
        if always or self.in_full:
            self.desk.note(self.key, self.label, verb, summary, at, by)

    note = _note
