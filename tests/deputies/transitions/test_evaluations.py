"""The yearly evaluation: three stages, the grade, vetoes, objection, publication, reminders."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from deputies.models import Evaluation, EvaluationConsequence, EvaluationFollowUp, EvaluationMark, EvaluationScheme
from deputies.transitions.object_evaluation import answer_evaluation, object_evaluation
from deputies.transitions.publish_evaluations import publish_evaluations, settle_follow_up, show_grades
from deputies.transitions.rate_evaluation import rate_group, rate_office, rate_self
from deputies.transitions.record_duty import record_duty
from foundation.accounts.models import Membership
from foundation.accounts.roles import Role
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.cast import IN_OFFICE_SINCE
from tests.deputies import evaluating
from tests.deputies.evaluating import AT, GOOD, POOR, marks, of


@pytest.fixture
def opened(cast, register):
    return evaluating.opened(cast)


def told(user) -> list[str]:
    return list(Notice.objects.filter(recipient=user).order_by("pk").values_list("title", flat=True))


def after_window() -> object:
    return AT + timedelta(days=20)


def test_everybody_who_serves_is_in_it_and_hears(cast, register, opened):
    assert {row.mandate for row in Evaluation.objects.all()} == {register.lin, register.zhou, register.deng}
    assert told(cast.lin) == ["请自评：2026年度区县人大代表考核"]


def test_a_round_begins_once_in_its_last_quarter_and_by_the_office(cast, register, opened):
    with pytest.raises(Refused, match="已按"):
        evaluating.opened(cast)
    with pytest.raises(Refused, match="2027年10月1日"):
        evaluating.opened(cast, year=2027)
    scheme = EvaluationScheme.objects.create(name="空办法")
    with pytest.raises(Refused, match="还没有考核内容"):
        evaluating.opened(cast, scheme=scheme)


def test_marks_go_from_the_deputy_over_the_group_to_the_office(cast, register, opened):
    Membership.objects.create(user=cast.deng, role=Role.GROUP_CONVENER, from_date=IN_OFFICE_SINCE)
    row = evaluating.self_rated(register.lin)
    with pytest.raises(Refused, match="召集人"):
        rate_group(row, marks=marks(row, *GOOD), by=cast.lin, at=AT)

    rate_group(row, marks=marks(row, "38", "35", "18"), words="表现突出", by=cast.deng, at=AT)
    done = rate_office(row, marks=marks(row, "37", "35", "18"), by=cast.he, at=AT)

    assert (done.state, done.total, done.grade, done.veto) == ("shown", Decimal("90"), "优秀", "")
    sums = dict.fromkeys(("self", "group", "office"), 0)
    for mark in EvaluationMark.objects.filter(evaluation=row):
        sums[mark.stage] += mark.points
    assert sums == {"self": Decimal("92.5"), "group": Decimal("91"), "office": Decimal("90")}
    assert told(cast.lin)[-1] == "拟定等次“优秀”：林晓梅2026年度考核"


@pytest.mark.parametrize(
    ("points", "words"),
    [(("41", "30", "20"), "满分40分"), (("-1", "30", "20"), "满分40分"), (("30.25", "30", "20"), "一位小数")],
)
def test_marks_beyond_the_item_are_refused_at_its_field_and_nothing_is_written(cast, register, opened, points, words):
    row = of(register.lin)
    with pytest.raises(Refused, match=words) as refusal:
        rate_self(row, marks=marks(row, *points), by=cast.lin, at=AT)
    assert refusal.value.field == f"item_{row.round.scheme.items.first().pk}"
    assert not EvaluationMark.objects.exists()


def test_nobody_marks_for_another_and_a_missing_stage_is_explained(cast, register, opened):
    row = of(register.lin)
    with pytest.raises(Refused, match="代表本人"):
        rate_self(row, marks=marks(row, *GOOD), by=cast.zhou, at=AT)
    with pytest.raises(Refused, match="写明原因"):
        rate_office(row, marks=marks(row, *GOOD), by=cast.he, at=AT)
    with pytest.raises(Refused, match="代表联络工作机构组织"):
        rate_office(row, marks=marks(row, *GOOD), words="代", by=cast.fang, at=AT)


@pytest.mark.parametrize(
    ("points", "grade"),
    [(("40", "40", "10"), "优秀"), (("40", "40", "9.9"), "称职"), (("30", "20", "10"), "基本称职"), (POOR, "不称职")],
)
def test_a_line_that_is_just_reached_counts(cast, register, opened, points, grade):
    assert evaluating.shown(cast, register.lin, points=points).grade == grade


def test_a_veto_in_the_file_of_that_year_gives_the_lowest_grade(cast, register, opened):
    facts = {"title": "未经批准缺席全体会议", "source": register.session, "by": cast.he, "at": AT}
    record_duty(register.lin.deputy, "session_absent", on=date(2026, 1, 13), **facts)
    record_duty(register.zhou.deputy, "session_absent", on=date(2025, 1, 13), **facts)

    vetoed, clean = evaluating.shown(cast, register.lin), evaluating.shown(cast, register.zhou)

    assert (vetoed.total, vetoed.grade) == (Decimal("92.5"), "不称职")
    assert "2026年1月13日，未经批准缺席代表大会会议：未经批准缺席全体会议" in vetoed.veto
    assert (clean.grade, clean.veto) == ("优秀", "")


def test_a_deputy_objects_once_within_the_window_and_is_answered(cast, register, opened):
    row = evaluating.shown(cast, register.lin, points=("30", "30", "14"))
    late = AT.replace(day=evaluating.last_day(row).day) + timedelta(days=1)
    with pytest.raises(Refused, match="期限已满"):
        object_evaluation(row, objection="少算一项", by=cast.lin, at=late)
    with pytest.raises(Refused, match="代表本人"):
        object_evaluation(row, objection="少算一项", by=cast.zhou, at=AT)

    object_evaluation(row, objection="少算一次接待", by=cast.lin, at=AT)
    assert told(cast.he)[-1] == "对考核等次的异议：林晓梅2026年度考核"
    with pytest.raises(Refused, match="写明答复"):
        answer_evaluation(row, marks=marks(row, "31", "30", "14"), answer="", by=cast.he, at=AT)
    done = answer_evaluation(row, marks=marks(row, "31", "30", "14"), answer="补记一次。", by=cast.he, at=AT)

    assert (done.state, done.total, done.grade) == ("shown", Decimal("75"), "称职")
    with pytest.raises(Refused, match="已提出过异议"):
        object_evaluation(row, objection="再提", by=cast.lin, at=AT)


def test_nothing_is_published_while_somebody_waits(cast, register, opened):
    evaluating.shown(cast, register.lin)
    with pytest.raises(Refused, match="还没有审核完毕"):
        publish_evaluations(opened, adopted_by="主任会议", by=cast.he, at=after_window())
    evaluating.shown(cast, register.zhou)
    evaluating.shown(cast, register.deng)
    with pytest.raises(Refused, match="公示期还没有满"):
        publish_evaluations(opened, adopted_by="主任会议", by=cast.he, at=AT)
    with pytest.raises(Refused, match="通过考核结果的会议"):
        publish_evaluations(opened, adopted_by=" ", by=cast.he, at=after_window())

    done = publish_evaluations(opened, adopted_by="第三十次主任会议", by=cast.he, at=after_window())

    assert done.published_at == after_window()
    assert set(Evaluation.objects.values_list("state", flat=True)) == {"published"}
    assert told(cast.lin)[-1] == "2026年度区县人大代表考核结果：优秀"
    with pytest.raises(Refused, match="已经公布"):
        publish_evaluations(opened, adopted_by="主任会议", by=cast.he, at=after_window())


def published(cast, register, year, **points):
    """A round of another year, all good but those named."""
    at = AT.replace(year=year)
    round_ = evaluating.opened(cast, year=year, at=at)
    for name in ("lin", "zhou", "deng"):
        given = points.get(name, GOOD)
        evaluating.shown(cast, getattr(register, name), at=at, points=given, year=year)
    return publish_evaluations(round_, adopted_by="主任会议", by=cast.he, at=at + timedelta(days=20))


def test_what_follows_is_put_before_the_office_and_nothing_is_done_by_itself(cast, register):
    published(cast, register, 2025, lin=POOR, zhou=POOR)
    published(cast, register, 2026, lin=POOR)

    rows = [(row.evaluation.mandate.deputy.name, row.what, row.ground) for row in EvaluationFollowUp.objects.all()]

    assert sorted(rows) == sorted(
        [
            ("林晓梅", "约谈", "不称职"),
            ("周建国", "约谈", "不称职"),
            ("林晓梅", "约谈", "不称职"),
            ("林晓梅", "研究劝其辞职", "连续2年不称职"),
        ]
    )
    assert register.lin.is_serving
    row = EvaluationFollowUp.objects.last()
    with pytest.raises(Refused, match="不办理的，写明理由"):
        settle_follow_up(row, done=False, remarks="", by=cast.he, at=AT)
    assert settle_follow_up(row, done=False, remarks="已约谈，继续观察。", by=cast.he, at=AT).done is False
    with pytest.raises(Refused, match="已登记"):
        settle_follow_up(row, done=True, remarks="补", by=cast.he, at=AT)


def test_a_year_between_ends_the_run(cast, register):
    published(cast, register, 2024, lin=POOR)
    EvaluationConsequence.objects.filter(years=1).delete()
    published(cast, register, 2026, lin=POOR)
    assert not EvaluationFollowUp.objects.filter(evaluation__round__year=2026).exists()


def test_the_public_reads_grades_only_where_the_round_says_so(cast, register):
    row = published(cast, register, 2025, lin=POOR)
    assert not Evaluation.objects.public().exists()
    with pytest.raises(Refused, match="代表联络工作机构组织"):
        show_grades(row, is_public=True, by=cast.lin, at=AT)
    with pytest.raises(Refused, match="没有改动"):
        show_grades(row, is_public=False, by=cast.he, at=AT)

    show_grades(row, is_public=True, by=cast.he, at=AT)

    assert {one.mandate for one in Evaluation.objects.public()} == {register.lin, register.zhou, register.deng}
    assert told(cast.lin)[-1] == "2025年度区县人大代表考核等次改为在代表风采公开"
    with pytest.raises(Refused, match="公布以后"):
        show_grades(evaluating.opened(cast), is_public=True, by=cast.he, at=AT)
