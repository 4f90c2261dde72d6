"""A questionnaire online: opened with its questions, one form one sheet, counted, closed on its day, paper apart."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.utils import ProgrammingError
from django.test.utils import CaptureQueriesContext

from foundation.intake.models import Consent, ConsentText
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.cards.survey_results import counted, summary
from supervision.models import OnlineSurvey, SurveyMark, SurveySheet, SurveyWords
from supervision.states.undertaking import StepState
from supervision.transitions import surveys as act
from supervision.transitions import visits
from tests.supervision import hand, survey_hand
from tests.supervision.hand import AT, finish, step

NOBODY = AnonymousUser()
TODAY = AT.date()
PAPER = {"surveyed_on": TODAY, "issued": 10, "returned": 9, "valid": 8}


def test_questions_are_put_together_and_stay_once_it_is_open(cast):
    survey = survey_hand.drafted(cast)
    for wrong, said in (({"options": ["甲"]}, "2至20个选项"), ({"options": ["甲", "甲"]}, "不能相同")):
        with pytest.raises(Refused, match=said):
            act.add_survey_item(survey.pk, kind="single", text="题", **wrong, by=cast.fang, at=AT)
    act.drop_survey_item(survey.items.get(order=4).pk, by=cast.fang, at=AT)
    act.open_survey(survey.pk, by=cast.fang, at=AT)
    with pytest.raises(Refused):
        act.add_survey_item(survey.pk, kind="words", text="又一题", by=cast.fang, at=AT)
    assert [row.item.order for row in counted(survey)] == [1, 2, 3]


def test_nothing_opens_without_questions_or_after_its_day(cast):
    row = hand.begun(cast, "enforcement_inspection")
    facts = {"title": "道路问卷", "audience": "居民", "closes_on": TODAY}
    survey = act.make_survey(row.pk, **facts, by=cast.fang, at=AT)
    with pytest.raises(Refused, match="请先增加题目"):
        act.open_survey(survey.pk, by=cast.fang, at=AT)
    with pytest.raises(Refused, match="不能早于今天"):
        act.make_survey(row.pk, **{**facts, "closes_on": TODAY - timedelta(days=1)}, by=cast.fang, at=AT)
    with pytest.raises(Refused):
        act.make_survey(row.pk, **facts, by=cast.feng, at=AT)
    with pytest.raises(Refused, match="没有这一项"):
        act.make_survey(hand.begun(cast, "research").pk, **facts, by=cast.fang, at=AT)
    act.add_survey_item(survey.pk, kind="words", text="意见", by=cast.fang, at=AT)
    with pytest.raises(Refused, match="截止日期已过"):
        act.open_survey(survey.pk, by=cast.fang, at=AT + timedelta(days=1))


def test_one_form_is_one_sheet_and_says_nothing_of_who_sent_it(cast):
    survey = survey_hand.opened(cast)
    text = ConsentText.objects.get(purpose="survey")
    for _ in range(2):
        survey_hand.sent(survey, 0, [0, 2], 4, "路灯不亮。", by=NOBODY, consents=[text])
    sheet = SurveySheet.objects.get()
    assert (sheet.sent_on, SurveyMark.objects.count(), SurveyWords.objects.get().text) == (TODAY, 4, "路灯不亮。")
    assert Consent.objects.of(sheet).get().at.astimezone(AT.tzinfo).time() == datetime.min.time()
    fields = {field.name for field in SurveySheet._meta.get_fields()}
    assert fields == {"id", "survey", "sent_on", "token_hash", "marks", "words"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM supervision_surveywords")
        assert "路灯" not in str(cursor.fetchone())
    with pytest.raises(ProgrammingError):
        SurveySheet.objects.update(sent_on=TODAY - timedelta(days=1))


def test_wrong_answers_leave_nothing_behind(cast):
    survey = survey_hand.opened(cast)
    for answers in ((None, [], 4), (0, [], None), (0, [3], 4), (9, [], 4), ([0, 1], [], 4)):
        with pytest.raises(Refused):
            survey_hand.sent(survey, *answers, by=NOBODY)
    assert not SurveySheet.objects.exists()


def test_counts_shares_and_means_are_computed(cast):
    survey = survey_hand.opened(cast)
    for number, answers in enumerate([(0, [0, 1], 4, "好"), (0, [0], 3), (2, [], 1)]):
        survey_hand.sent(survey, *answers, token=str(number), by=NOBODY)
    with CaptureQueriesContext(connection) as queries:
        single, several, scale, words = counted(survey)
    assert len(queries) == 4
    assert (single.answered, single.rows) == (3, [("满意", 2), ("基本满意", 0), ("不满意", 1)])
    assert single.sentence == "满意2人（66.7%）、基本满意0人（0%）、不满意1人（33.3%）"
    assert (several.answered, several.rows) == (2, [("路灯", 2), ("标线", 1), ("井盖", 0)])
    assert (scale.mean, words.answered, words.chart) == ("3.7", 1, None)


def test_it_is_over_after_its_last_day_and_earlier_only_with_a_reason(cast):
    survey = survey_hand.opened(cast)
    last = datetime.combine(survey_hand.LAST, AT.timetz())
    survey_hand.sent(survey, 0, [], 0, by=NOBODY, at=last)
    with pytest.raises(Refused, match="问卷已经截止"):
        survey_hand.sent(survey, 0, [], 0, token="b", by=NOBODY, at=last + timedelta(days=1))
    with pytest.raises(Refused, match="写明理由"):
        act.close_survey(survey.pk, by=cast.fang, at=last)
    act.close_survey(survey.pk, reason="样本已足够。", by=cast.fang, at=last)
    with pytest.raises(Refused, match="问卷已经截止"):
        survey_hand.sent(survey, 0, [], 0, token="c", by=NOBODY, at=last)


def test_invited_deputies_answer_once_each_and_nobody_else(cast, register):
    survey = survey_hand.drafted(cast, circle="invited")
    with pytest.raises(Refused, match="请选择邀请哪些代表"):
        act.open_survey(survey.pk, by=cast.fang, at=AT)
    act.open_survey(survey.pk, deputies=[register.lin.deputy], by=cast.fang, at=AT)
    notice = Notice.objects.get(kind="supervision.survey_invited")
    assert (notice.recipient_id, notice.url) == (cast.lin.pk, OnlineSurvey.objects.get().public_url)
    for stranger in (NOBODY, cast.zhou):
        with pytest.raises(Refused, match="请受邀的代表登录后填写"):
            survey_hand.sent(survey, 0, [], 0, by=stranger)
    survey_hand.sent(survey, 0, [], 0, by=cast.lin)
    with pytest.raises(Refused, match="您已经填写"):
        survey_hand.sent(survey, 0, [], 0, token="b", by=cast.lin)


def test_paper_stands_apart_and_adds_up_by_question(cast):
    survey = survey_hand.opened(cast)
    one, several, scale, _ = survey.items.order_by("order")
    good = {one.pk: [5, 2, 1], several.pk: [8, 8, 0], scale.pk: [0, 0, 0, 4, 4]}
    for wrong in ({one.pk: [5, 2, 2]}, {several.pk: [9, 0, 0]}):
        with pytest.raises(Refused, match="多于有效份数8"):
            act.enter_survey_paper(survey.pk, **PAPER, counts={**good, **wrong}, by=cast.fang, at=AT)
    paper = act.enter_survey_paper(survey.pk, **PAPER, counts=good, by=cast.fang, at=AT)
    assert paper.online == survey
    assert [row.answered for row in counted(survey)] == [0, 0, 0, 0]
    told = summary(survey.undertaking)
    assert "网上问卷“道路问卷”（沿街居民），收到0份" in told
    assert "纸质问卷“道路问卷”（沿街居民），发出10份，收回9份，有效8份" in told
    assert "满意5人（62.5%）" in told


def test_answers_from_the_net_are_enough_for_the_step(cast):
    row = hand.begun(cast, "enforcement_inspection")
    visits.list_article(row.pk, law="道路法", article="一", duty="养护。", by=cast.fang, at=AT)
    survey = survey_hand.opened(cast, row=row)
    with pytest.raises(Refused, match="请先在“问卷调查”中登记结果"):
        finish(row, "questionnaire", cast.fang, AT)
    survey_hand.sent(survey, 0, [], 0, by=NOBODY)
    finish(row, "questionnaire", cast.fang, AT)
    assert step(row, "questionnaire").state == StepState.DONE
