"""What must be there before a step can be done: one question for each `Need`, answered with what to do next."""

from collections.abc import Callable
from datetime import date

from foundation.workflow import Verdict, allow, when
from supervision.models import Ballot, Undertaking, UndertakingStep
from supervision.states.ballots import BallotState
from supervision.states.inspection import TeamRole
from supervision.states.problem import OPEN
from supervision.states.undertaking import Need

Question = Callable[[Undertaking, UndertakingStep, date], Verdict]


def _team(undertaking: Undertaking, step: UndertakingStep, on: date) -> Verdict:
    head = undertaking.team.filter(role=TeamRole.HEAD, left_at__isnull=True).exists()
    return when(head, "请先在“工作组”中登记组长。", "input")


def _members(undertaking: Undertaking, step: UndertakingStep, on: date) -> Verdict:
    return when(undertaking.team.filter(left_at__isnull=True).exists(), "请先在“工作组”中登记参加人员。", "input")


def _laws(undertaking: Undertaking, step: UndertakingStep, on: date) -> Verdict:
    return when(undertaking.articles.exists(), "请先在“法律和条文清单”中登记要检查的条文。", "input")


def _sent(undertaking: Undertaking, step: UndertakingStep, on: date) -> Verdict:
    there = when(
        undertaking.opinions.exists(), "请先在“征集的意见”中登记意见；没有意见的，写明不需办理的理由。", "input"
    )
    waiting = undertaking.opinions.filter(sent_at__isnull=True).count()
    return there & when(not waiting, f"还有{waiting}条意见没有送交，请先送交单位。", "input")


def _answered(undertaking: Undertaking, step: UndertakingStep, on: date) -> Verdict:
    mine = undertaking.opinions.filter(sent_at__isnull=False, answer="", organisation=step.organisation_id)
    left = mine.count()
    return when(not left, f"还有{left}条意见没有回应，请先在“征集的意见”中逐条回应（监督法第十四条）。", "input")


def _visits(undertaking: Undertaking, step: UndertakingStep, on: date) -> Verdict:
    return when(undertaking.visits.exists(), "请先在“现场检查”中登记至少一次。", "input")


def _questionnaire(undertaking: Undertaking, step: UndertakingStep, on: date) -> Verdict:
    online = undertaking.online_surveys.filter(sheets__isnull=False)
    there = undertaking.questionnaires.exists() or online.exists()
    return when(there, "请先在“问卷调查”中登记结果；没有开展的，写明不需办理的理由。", "input")


def _meeting(undertaking: Undertaking, step: UndertakingStep, on: date) -> Verdict:
    day = undertaking.day_of_meeting
    known = when(day, "请先确定会议日期。", "input")
    return known & when(day is not None and day <= on, f"会议{day or ''}召开，会议开过以后再登记。", "input")


def _decisions(undertaking: Undertaking, step: UndertakingStep, on: date) -> Verdict:
    return when(undertaking.decisions.exists(), "请先在“议定事项”中逐项登记。", "input")


def _decisions_done(undertaking: Undertaking, step: UndertakingStep, on: date) -> Verdict:
    left = undertaking.decisions.filter(problem__state__in=OPEN).count()
    return when(not left, f"还有{left}项议定事项没有销号，请在“问题清单”中核实。", "input")


def _ballot(undertaking: Undertaking, step: UndertakingStep, on: date) -> Verdict:
    announced = Ballot.objects.about(undertaking).filter(state=BallotState.ANNOUNCED).exists()
    return when(announced, "请先“安排测评”，公布结果后再登记；不安排测评的，写明不需办理的理由。", "input")


_QUESTIONS: dict[str, Question] = {
    Need.TEAM: _team,
    Need.MEMBERS: _members,
    Need.LAWS: _laws,
    Need.OPINIONS_SENT: _sent,
    Need.OPINIONS_ANSWERED: _answered,
    Need.VISITS: _visits,
    Need.QUESTIONNAIRE: _questionnaire,
    Need.MEETING: _meeting,
    Need.DECISIONS: _decisions,
    Need.DECISIONS_DONE: _decisions_done,
    Need.BALLOT: _ballot,
}


def met(undertaking: Undertaking, step: UndertakingStep, on: date) -> Verdict:
    """Whether what the step needs is there."""
    question = _QUESTIONS.get(step.need)
    return question(undertaking, step, on) if question else allow()
