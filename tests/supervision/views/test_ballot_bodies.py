"""The pages of a ballot with weights: opened body by body, counted, and read with every figure by anybody."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from supervision.models import Ballot
from supervision.transitions import ballots as act
from tests.supervision import ballot_hand as hand
from tests.supervision.ballot_hand import BAD, GOOD, HELD


@pytest.fixture
def place(register):
    return hand.meeting(register)


def page(name, ballot):
    return reverse(f"supervision:{name}", args=[ballot.pk])


def test_from_the_planning_to_the_published_result(cast, place, signed_in, client):
    people = hand.members(14)
    he, xu = signed_in(cast.he), signed_in(cast.xu)
    ballot = hand.weighed(cast, place, people)
    assert "开始表决时分主体登记" in he.get(page("ballot", ballot)).content.decode()
    public = {"body_0_all_members": 20, "body_0_present_number": 20, "body_0_papers_issued": 20}
    wrong = he.post(page("open-ballot", ballot), {**public, "body_1_present_number": 7, "body_2_present_number": 6})
    assert (wrong.status_code, "会场清点7人，名册登记到会8人" in wrong.content.decode()) == (422, True)
    alone = {"body_1_on_paper": [ballot.electors.get(user=people[6]).pk]}
    sent = {**public, "body_1_present_number": 8, "body_2_present_number": 6}
    refused = he.post(page("open-ballot", ballot), {**sent, **alone}).content.decode()
    assert "人大代表：使用纸质票的只有1人，少于办法规定的每个主体5人" in refused
    he.post(page("open-ballot", ballot), sent)
    member = signed_in(people[6])
    assert "您在“人大代表”中表决" in member.get(page("vote", ballot)).content.decode()
    for user, choice in zip(people, (GOOD,) * 6 + (GOOD,) * 4, strict=False):
        hand.cast_by(ballot, user, choice)
    shown = he.get(page("close-ballot", ballot)).content.decode()
    assert "已投4/8人，人数太少" in shown
    assert "不足5票时结束的" in he.get(page("ballot-turnout", ballot)).content.decode()
    for user in people[10:]:
        hand.cast_by(ballot, user, BAD)
    he.post(page("close-ballot", ballot))
    counted = {"body_0_returned": 20, "body_0_line_0_0": 11, "body_0_line_0_1": 0, "body_0_line_0_2": 9}
    wrong = he.post(page("enter-reading", ballot), {**counted, "body_0_line_0": 1}).content.decode()
    assert "社会公众：“审议意见研究处理情况”各选项与无效票合计21张，收回20张" in wrong
    for clerk in (he, xu):
        clerk.post(page("enter-reading", ballot), {**counted, "body_0_line_0": 0})
    he.post(page("announce-ballot", ballot), {"publish": "on"})
    ballot = Ballot.objects.get(pk=ballot.pk)
    for shown in (he.get(page("ballot", ballot)), client.get(page("result", ballot))):
        words = shown.content.decode()
        # 11/20·15 % + 4/8·70 % + 6/6·15 %
        assert "人大代表4票÷有效票8张×70%" in words
        assert "＝58.25%" in words
        assert "社会公众占15%、人大代表占70%、常委会组成人员占15%，分别计票后加权合计。" in words
    lines = client.get(page("result-record", ballot), {"format": "csv"}).content.decode("utf-8-sig").splitlines()
    assert lines.count("人大代表,审议意见研究处理情况,满意") == 4
    assert len(lines) == 1 + 14


def test_as_many_queries_for_more_members(cast, place, signed_in, django_assert_num_queries):
    he, people = signed_in(cast.he), hand.members(18)
    few, many = hand.weighed(cast, place, people[:12]), hand.weighed(cast, place, people)
    for ballot in (few, many):
        act.open_ballot(ballot.pk, bodies=hand.came(ballot), by=cast.he, at=HELD)
    he.get(page("ballot", few))
    with CaptureQueriesContext(connection) as asked:
        he.get(page("ballot", few))
    with django_assert_num_queries(len(asked)):
        he.get(page("ballot", many))
