"""Every form of supervision a district starts with can be carried out to its end, each step by whoever does it."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from supervision.models import Undertaking
from supervision.reference import kinds
from supervision.states.undertaking import Need, StepActor, StepState
from supervision.transitions import collected, joint_decisions, steps, team, undertakings, visits
from supervision.transitions.problem_closing import strike_problem
from supervision.transitions.problem_mending import claim_problem, plan_problem
from tests.suggestions.views.scans import scan
from tests.supervision.hand import AT, MEETING, begun

pytestmark = pytest.mark.django_db
# The ballot has a test of its own.
LEFT_OUT = {Need.BALLOT: "不安排测评。"}


def moment(day):
    return timezone.make_aware(datetime.combine(day, time(10)))


def provide(row, step, cast, register, at):
    """What the step needs is there."""
    today, fang = timezone.localdate(at), {"by": cast.fang, "at": at}
    if step.need in (Need.TEAM, Need.MEMBERS):
        team.join_team(row.pk, role="head", person=cast.qian, **fang)
        team.join_team(row.pk, deputy=register.lin.deputy, **fang)
    elif step.need == Need.LAWS:
        visits.list_article(row.pk, law="交通法", article="第一条", duty="职责。", **fang)
    elif step.need == Need.VISITS and not row.visits.exists():
        facts = {"kind": "trial", "matter": "办卡"} if row.kind.tries_service else {"kind": "site"}
        visits.record_visit(row.pk, visited_on=today, place="人民路", findings="正常。", **facts, **fang)
    elif step.need == Need.QUESTIONNAIRE:
        counts = {"issued": 9, "returned": 8, "valid": 8, "questions": [("满意吗", [("满意", 8)])]}
        visits.record_survey(row.pk, title="问卷", audience="居民", surveyed_on=today, **counts, **fang)
    elif step.need == Need.OPINIONS_SENT:
        opinion = collected.collect_opinion(row.pk, source="public", text="意见。", **fang)
        collected.send_opinions(row.pk, **fang)
        collected.answer_collected(opinion.pk, answer="采纳。", by=cast.feng, at=at)
    elif step.need == Need.DECISIONS:
        facts = {"text": "建立机制。", "unit": cast.transport, "due_on": today + timedelta(days=30)}
        _settled(joint_decisions.record_decision(row.pk, **facts, **fang).problem, cast, at)


def _settled(problem, cast, at):
    plan_problem(problem.pk, person="局长", measure="建立制度。", by=cast.feng, at=at)
    claim_problem(problem.pk, text="已建立。", files=[scan()], by=cast.feng, at=at)
    strike_problem(problem.pk, outcome="已落实。", by=cast.fang, at=at)


@pytest.mark.parametrize("form", kinds.FORMS, ids=lambda form: form.code)
def test_carried_out_to_its_end(cast, register, form):
    row = begun(cast, form.code, level=form.level)
    today = AT.date()
    for code in [step.code for step in form.steps]:
        step = row.steps.get(code=code)
        if step.need == Need.MEETING:
            today = max(today, MEETING)
        elif step.due_on and step.due_on < today:
            today = min(today, step.due_on)
        at = moment(today)
        provide(row, step, cast, register, at)
        by = cast.feng if step.actor == StepActor.BODY else cast.fang
        if step.need in LEFT_OUT:
            steps.skip_step(step.pk, reason=LEFT_OUT[step.need], by=cast.fang, at=at)
            continue
        said = {"text": "内容。", "second_part": "无。"} if step.paper else {"words": "已办理。"}
        assert steps.finish_step(step.pk, by=by, at=at, **said).state == StepState.DONE
    done = undertakings.conclude_undertaking(row.pk, outcome="已解决。", by=cast.fang, at=moment(today))
    if form.asks.get("publishes", True):
        undertakings.publish_undertaking(done.pk, by=cast.fang, at=moment(today))
    assert Undertaking.objects.public().filter(pk=row.pk).exists() == form.asks.get("publishes", True)
