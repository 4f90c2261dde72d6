"""Street congresses as people see them: what is typed wrong is kept, one cost at any size, clocks with people."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from deputies.models import Area
from foundation.deadlines.models import Deadline
from foundation.deadlines.reminding import remind_due
from liaison_stations.models import CouncilOpinion, StreetCongress, StreetMatter, StreetMeeting
from liaison_stations.transitions import council_opinions
from tests.liaison_stations import street_hand as hand
from tests.liaison_stations.street_hand import HELD, clerk_of_street

FOUNDED = {"number": "1", "starts_on": "2026-01-01", "ends_on": "2030-12-31", "size": "4", "approved_by": "常委会会议"}
PERSON = {"sex": "female", "birth_year": "1980", "here_since": "2015", "post": "东街社区", "recommended_by": "推荐"}


def page(name, *args):
    return reverse(f"stations:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(HELD.replace(hour=15)):
        yield


def test_a_street_founds_meets_votes_and_hands_over(cast, register, signed_in):
    clerk_of_street(cast)
    jiang, he, zhou = signed_in(cast.jiang), signed_in(cast.he), signed_in(cast.zhou)
    facts = {**FOUNDED, "area": Area.objects.get(name="城关街道").pk}
    wrong = jiang.post(page("found-congress"), {**facts, "quotas": "居民代表3名"})
    short = jiang.post(page("found-congress"), {**facts, "quotas": "居民代表 3"})
    jiang.post(page("found-congress"), {**facts, "quotas": "人大代表 1\n居民代表 3"})
    congress = StreetCongress.objects.get()
    assert (wrong.status_code, short.status_code) == (422, 422)
    assert "中间用空格隔开" in wrong.text
    assert "与总名额4名不一致" in short.text
    residents, deputies = congress.quotas.get(name="居民代表").pk, congress.quotas.get(name="人大代表").pk
    for name in ("甲成", "乙华"):
        jiang.post(page("add-street-member", congress.pk), {**PERSON, "quota": residents, "name": name})
    own = {"quota": deputies, "name": "周建国", "deputy": register.zhou.deputy.pk, "phone": "13800001234"}
    jiang.post(page("add-street-member", congress.pk), {**PERSON, **own})
    shown = jiang.get(congress.get_absolute_url()).text
    assert "3人中有3人，占100.00%，达到要求" in shown
    assert "13800001234" not in shown
    plan = {"starts_at": "2026-03-20T09:00", "place": "礼堂", "reports": "工作报告\n预算报告"}
    jiang.post(page("plan-street-meeting", congress.pk), plan)
    meeting = StreetMeeting.objects.get()
    assert "第1次会议" in zhou.get("/desk/").text
    came = [member.pk for member in congress.members.all()]
    few = jiang.post(page("hold-street-meeting", meeting.pk), {"present": came[:1], "minutes": "讨论", "version": "1"})
    assert (few.status_code, "会议不能举行" in few.text, "讨论" in few.text) == (422, True, True)
    jiang.post(page("hold-street-meeting", meeting.pk), {"present": came, "minutes": "讨论热烈", "version": "1"})
    matter = StreetMatter.objects.get(title="预算报告")
    votes = {"votes_0": "2", "votes_1": "1", "votes_2": "0", "version": "1"}
    papers = jiang.post(page("enter-street-vote", matter.pk), {**votes, "way": "ballot"})
    assert "请填写发出票数" in papers.text
    jiang.post(page("enter-street-vote", matter.pk), {**votes, "way": "hands"})
    assert jiang.get(page("check-street-vote", matter.pk)).status_code == 403
    he.post(page("check-street-vote", matter.pk), {"agrees": "yes", "version": "2"})
    text = zhou.get(meeting.get_absolute_url()).text
    assert "赞成2" in text
    assert "结果为“通过”" in text
    words = {"member": congress.members.get(name="周建国").pk, "title": "路口拥堵", "text": "增设信号灯。"}
    zhou.post(page("raise-opinion", congress.pk), words)
    opinion = CouncilOpinion.objects.get()
    assert "路口拥堵" in jiang.get("/desk/").text
    jiang.post(page("hand-opinion", opinion.pk), {"body": cast.transport.pk, "version": "1"})
    feng = signed_in(cast.feng)
    assert "路口拥堵" in feng.get("/desk/").text
    empty = feng.post(page("answer-opinion", opinion.pk), {"answer": " ", "version": "2"})
    feng.post(page("answer-opinion", opinion.pk), {"answer": "下月安装。", "version": "2"})
    assert empty.status_code == 422
    jiang.post(page("close-opinion", opinion.pk), {"outcome": "下月安装，提出人满意。", "version": "3"})
    assert "提出人满意" in zhou.get(opinion.get_absolute_url()).text


def test_lists_cost_the_same_with_one_and_with_three(cast, register, signed_in):
    congress = hand.seated(cast.he, register)
    he = signed_in(cast.he)

    def cost(url):
        he.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert he.get(url).status_code == 200
        return len(queries)

    def raised():
        member = congress.members.get(name="甲成")
        council_opinions.raise_opinion(congress.pk, member=member, title="噪声", text="施工。", by=cast.he, at=HELD)

    raised()
    meeting = hand.held(hand.planned(congress, cast.he), cast.he)
    urls = (page("streets"), page("council-opinions"), congress.get_absolute_url(), meeting.get_absolute_url())
    before = [cost(url) for url in urls]
    for number in (2, 3):
        hand.founded(cast.he, number=number)
        raised()
    hand.project(meeting, cast.he)
    hand.planned(congress, cast.he)
    assert [cost(url) for url in urls] == before


def test_every_clock_finds_its_people(cast, register):
    congress = hand.seated(cast.he, register)
    member = congress.members.get(name="甲成")
    words = {"title": "噪声", "text": "施工。", "by": cast.he, "at": HELD}
    council_opinions.raise_opinion(congress.pk, member=member, **words)
    handed = council_opinions.raise_opinion(congress.pk, member=member, **words)
    council_opinions.hand_opinion(handed.pk, body=cast.transport, by=cast.he, at=HELD)
    moment = HELD.replace(month=8)
    report = remind_due(moment.date(), at=moment)
    assert (report.clocks, report.nobody, report.faults) == (3, 0, 0)
    open_kinds = set(Deadline.objects.open().values_list("kind", flat=True))
    assert open_kinds == {"street_meeting", "council_hand", "council_answer"}
