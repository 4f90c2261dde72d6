"""A questionnaire online as people see it: put together by the committee, filled in by strangers, kept from floods,
read by the team and never by the body."""

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from foundation.intake.models import IntakeLimit
from supervision.models import OnlineSurvey, SurveySheet
from supervision.transitions import team
from supervision.transitions.surveys import close_survey
from tests.liaison_stations import citizen
from tests.supervision import hand, survey_hand
from tests.supervision.hand import AT, step
from tests.supervision.transitions.test_surveys import NOBODY


def page(name, *args):
    return reverse(f"supervision:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(AT.replace(hour=15)):
        yield


def filled(survey, **changes):
    one, several, scale, words = (f"item_{item.pk}" for item in survey.items.order_by("order"))
    return {one: "0", several: ["0", "2"], scale: "4", words: "路灯不亮。", "consent": "on", **changes}


def test_the_committee_asks_and_strangers_answer(cast, signed_in):
    row, fang = hand.begun(cast, "enforcement_inspection"), signed_in(cast.fang)
    facts = {"title": "道路问卷", "audience": "居民", "circle": "anybody", "closes_on": "2026-03-20", "version": "2"}
    assert fang.post(page("make-survey", row.pk), {**facts, "circle": ""}).status_code == 422
    fang.post(page("make-survey", row.pk), facts)
    survey = OnlineSurvey.objects.get()
    assert Client().get(survey.public_url).status_code == 404
    wrong = fang.post(page("add-survey-item", survey.pk), {"text": "是否满意", "kind": "single", "options": "满意"})
    assert (wrong.status_code, "2至20个选项" in wrong.text, "是否满意" in wrong.text) == (422, True, True)
    options = {"options": "满意\n不满意", "is_required": "on"}
    fang.post(page("add-survey-item", survey.pk), {"text": "是否满意", "kind": "single", **options})
    fang.post(page("add-survey-item", survey.pk), {"text": "错题", "kind": "words"})
    fang.post(page("drop-survey-item", survey.items.get(text="错题").pk))
    fang.post(page("open-survey", survey.pk), {"version": str(OnlineSurvey.objects.get().version)})
    stranger, name = Client(), f"item_{survey.items.get(text='是否满意').pk}"
    hidden = citizen.opens(stranger, survey.public_url)
    missing = stranger.post(survey.public_url, {**hidden, "consent": "on"})
    assert (missing.status_code, "请更正以下内容" in missing.text) == (422, True)
    for _ in range(2):
        done = stranger.post(survey.public_url, {**hidden, name: "1", "consent": "on"}, follow=True)
        assert "您的答卷已提交，谢谢" in done.text
    assert SurveySheet.objects.count() == 1
    shown = fang.get(survey.get_absolute_url()).text
    assert "不满意1人（100%）" in shown
    assert survey.public_url in shown


def test_a_flood_is_slowed_and_the_answers_are_kept_on_the_form(cast):
    survey = survey_hand.opened(cast)
    IntakeLimit.objects.filter(key="survey").update(free=1, work=50, most_work=50_000_000, wait=5)
    first = citizen.opens(Client(), survey.public_url)
    Client().post(survey.public_url, {**first, **filled(survey)})
    late = citizen.opens(Client(), survey.public_url)
    again = {**late, "solution": "", **filled(survey)}
    answer = Client().post(survey.public_url, again)
    assert (answer.status_code, "路灯不亮。" in answer.text) == (429, True)
    assert SurveySheet.objects.count() == 1
    cache.clear()


def test_numbers_of_identity_are_refused_and_a_closed_one_says_so(cast):
    survey = survey_hand.opened(cast)
    hidden, words = citizen.opens(Client(), survey.public_url), f"item_{survey.items.get(order=4).pk}"
    wrong = Client().post(survey.public_url, {**hidden, **filled(survey, **{words: "我是110101199003074514"})})
    assert (wrong.status_code, "请删去后再提交" in wrong.text) == (422, True)
    with time_machine.travel(AT.replace(day=21)):
        assert "问卷已经截止" in Client().get(survey.public_url).text
    assert survey.public_url in Client().get(reverse("w:poster", args=[survey.code])).text


def test_who_reads_it(cast, register, signed_in):
    survey = survey_hand.opened(cast)
    survey_hand.sent(survey, 0, [], 0, "路灯不亮。", by=NOBODY)
    team.join_team(survey.undertaking_id, deputy=register.lin.deputy, by=cast.fang, at=AT)
    for person, status in ((cast.fang, 200), (cast.zhao, 200), (cast.lin, 200), (cast.feng, 404), (cast.zhou, 404)):
        client = signed_in(person)
        assert client.get(survey.get_absolute_url()).status_code == status, person
        assert client.get(page("survey-words", survey.pk)).status_code == status, person
    assert "道路问卷" not in signed_in(cast.feng).get(survey.undertaking.get_absolute_url()).text


def test_a_page_costs_the_same_with_one_and_with_five_and_the_report_begins_with_the_results(cast, signed_in):
    survey, fang = survey_hand.opened(cast), signed_in(cast.fang)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert fang.get(survey.get_absolute_url()).status_code == 200
        return len(queries)

    survey_hand.sent(survey, 0, [1], 4, "甲", by=NOBODY)
    cost()
    first = cost()
    for number in range(4):
        survey_hand.sent(survey, 1, [1], 4, "乙", token=str(number), by=NOBODY)
    assert cost() == first
    one = survey.items.get(order=1)
    counts = {f"item_{one.pk}_{place}": "1" for place in range(3)}
    rest = {f"item_{item.pk}_{place}": "0" for item in survey.items.filter(order__gt=1) for place in range(5)}
    paper = {"surveyed_on": "2026-03-02", "issued": "3", "returned": "3", "valid": "3", **counts, **rest}
    fang.post(page("enter-survey-paper", survey.pk), {**paper, "version": str(OnlineSurvey.objects.get().version)})
    assert "纸质结果（3份有效）" in fang.get(survey.get_absolute_url()).text
    form = fang.get(page("finish-step", step(survey.undertaking, "report").pk)).text
    assert "满意1人（20%）" in form
    assert "满意1人（33.3%）" in form


def test_a_sheet_sent_from_elsewhere_is_not_taken(cast):
    survey = survey_hand.opened(cast)
    assert Client(enforce_csrf_checks=True).post(survey.public_url, filled(survey)).status_code == 403
    assert not SurveySheet.objects.exists()


def test_an_invited_deputy_finds_it_on_his_desk_until_he_has_answered(cast, register, signed_in):
    lin, deng = signed_in(cast.lin), signed_in(cast.deng)
    people = [register.lin.deputy, register.zhou.deputy]
    survey = survey_hand.opened(cast, circle="invited", deputies=people, title="代表问卷")
    survey_hand.opened(cast, row=survey.undertaking, title="公众问卷")
    listed = page("surveys-to-answer")
    for words in (lin.get("/desk/").text, lin.get(listed).text):
        assert (survey.public_url in words, "代表问卷" in words, "公众问卷" in words) == (True, True, False)
    assert survey.public_url not in deng.get("/desk/").text
    assert survey.public_url not in deng.get(listed).text
    assert signed_in(cast.he).get(listed).status_code == 403
    hidden = citizen.opens(lin, survey.public_url)
    lin.post(survey.public_url, {**hidden, **filled(survey)})
    assert SurveySheet.objects.count() == 1
    for url in ("/desk/", listed):
        words = lin.get(url).text
        assert not [said for said in (survey.public_url, "路灯不亮", "不满意") if said in words]
        assert survey.public_url in signed_in(cast.zhou).get(url).text
    with time_machine.travel(AT.replace(day=21)):
        assert survey.public_url not in signed_in(cast.zhou).get("/desk/").text


def test_a_closed_questionnaire_leaves_the_desk(cast, register, signed_in):
    survey = survey_hand.opened(cast, circle="invited", deputies=[register.lin.deputy])
    close_survey(survey.pk, reason="已收齐。", by=cast.fang, at=AT)
    assert survey.public_url not in signed_in(cast.lin).get("/desk/").text
    assert survey.public_url not in signed_in(cast.lin).get(page("surveys-to-answer")).text
