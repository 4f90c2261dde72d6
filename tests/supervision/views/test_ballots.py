"""The pages of a ballot: the paper on a phone, the receipt, the result that anybody counts again."""

import json
import re

import pytest
from django.urls import reverse

from foundation.ballots.models import SecretSlip, VoterMark
from supervision.transitions import ballots as act
from tests.foundation.ballots.test_electronic import tables
from tests.supervision import ballot_hand as hand
from tests.supervision import recount
from tests.supervision.ballot_hand import BAD, GOOD, HELD

LIST = 6


@pytest.fixture
def place(register):
    return hand.meeting(register)


def page(name, ballot):
    return reverse(f"supervision:{name}", args=[ballot.pk])


def paper(client, ballot, *choices, **more):
    """What the browser sends: the token of the page that was opened, and the choices."""
    opened = client.get(page("vote", ballot)).content.decode()
    token = re.search(r'name="token" value="([0-9a-f]{32})"', opened)[1]
    return {"token": token, **{f"line_{n}": choice for n, choice in enumerate(choices) if choice}, **more}


def receipt(answer):
    found = re.search(r'class="receipt-code"><code>([A-Z2-7-]{14})</code>', answer.content.decode())
    return found and found[1]


def test_a_member_votes_on_his_phone(cast, place, signed_in):
    ballot = hand.opened(hand.planned(cast, place), cast.he)
    luo = signed_in(cast.luo)
    assert "checked" not in luo.get(page("vote", ballot)).content.decode()
    sent, before = paper(luo, ballot, GOOD), tables()
    first = luo.post(page("vote", ballot), sent)
    assert first.status_code == 200
    after = tables()
    # No session, no message, no log of the request: nothing else in the whole database.
    assert {name for name in after if after[name] != before[name]} == {"ballots_votermark", "ballots_ballotbox"}
    assert "no-store" in first["Cache-Control"]
    assert receipt(first)
    # The answer was lost; the same page is sent again, and then another one.
    again = luo.post(page("vote", ballot), sent)
    assert (receipt(again), "您的票先前已经计入" in again.content.decode()) == (receipt(first), True)
    other = luo.post(page("vote", ballot), {**sent, "token": "0" * 32, "line_0": BAD})
    assert (other.status_code, "每人只计一票" in other.content.decode()) == (409, True)
    shown = luo.get(page("vote", ballot)).content.decode()
    assert "您已经投票" in shown
    assert receipt(first) not in shown
    assert VoterMark.objects.count() == 1
    own = luo.get(page("ballot", ballot)).content.decode()
    assert ("您已经投票" in own, page("vote", ballot) in own) == (True, False)
    assert page("vote", ballot) in signed_in(cast.qian).get(page("ballot", ballot)).content.decode()


def test_the_log_of_requests_names_nobody(cast, place, signed_in, caplog):
    ballot = hand.opened(hand.planned(cast, place), cast.he)
    luo = signed_in(cast.luo)
    luo.get(page("ballot", ballot))
    with caplog.at_level("INFO"):
        luo.post(page("vote", ballot), paper(luo, ballot, GOOD), HTTP_USER_AGENT="Phone")
        luo.get(page("ballot", ballot))
    about = [record.msg for record in caplog.records if isinstance(record.msg, dict) and "request" in record.msg]
    votes = [line for line in about if "/vote/" in line["request"]]
    assert len(votes) == 4
    assert not [line for line in votes if {"user_id", "ip", "user_agent"} & set(line)]
    # Any other page names whoever asked.
    assert [line for line in about if "user_id" in line]


def test_a_late_paper_is_clearly_not_counted(cast, place, signed_in):
    ballot = hand.opened(hand.planned(cast, place), cast.he)
    luo, qian = signed_in(cast.luo), signed_in(cast.qian)
    counted, late = paper(luo, ballot, GOOD), paper(qian, ballot, GOOD)
    first = luo.post(page("vote", ballot), counted)
    act.close_ballot(ballot.pk, by=cast.zhao, at=HELD)
    assert receipt(luo.post(page("vote", ballot), counted)) == receipt(first)
    answer = qian.post(page("vote", ballot), late)
    assert (answer.status_code, "没有计入" in answer.content.decode()) == (409, True)
    assert "提交选票" not in answer.content.decode()
    assert SecretSlip.objects.count() == 1


def test_a_blank_line_has_to_be_meant(cast, place, signed_in):
    ballot = hand.opened(hand.planned(cast, place, lines=["甲", "乙"]), cast.he)
    luo = signed_in(cast.luo)
    sent = paper(luo, ballot, GOOD, "")
    refused = luo.post(page("vote", ballot), sent)
    assert refused.status_code == 422
    assert "这一项还没有选择" in refused.content.decode()
    assert sent["token"] in refused.content.decode()
    assert receipt(luo.post(page("vote", ballot), {**sent, "blank_ok": "on"}))


def test_nothing_of_the_result_before_the_announcement(cast, place, signed_in):
    ballot = hand.held(cast, place)
    he = signed_in(cast.he)
    shown = he.get(page("ballot", ballot)).content.decode()
    assert "66.67" not in shown
    assert he.get(page("ballot-record", ballot)).status_code == 404
    assert GOOD not in he.get(page("ballot-turnout", ballot)).content.decode()


def test_anybody_counts_the_published_result_again(cast, place, client, tmp_path, capsys):
    ballot = act.announce_ballot(hand.held(cast, place).pk, publish=True, by=cast.he, at=HELD)
    shown = client.get(page("result", ballot)).content.decode()
    assert "满意2票÷全体组成人员3人＝66.67%" in shown
    assert ballot.digest in shown
    answer = client.get(page("result-record", ballot))
    file = tmp_path / "result.json"
    file.write_bytes(answer.content)
    assert (recount.main(str(file)), capsys.readouterr().out) == (0, f"一致 {ballot.digest}\n")
    record = json.loads(answer.content)
    known = json.loads(answer.content)["electronic"]["receipts"][0]
    assert "这一票已经计入" in client.get(page("result", ballot), {"receipt": known.lower()}).content.decode()
    assert "列表中没有这个回执" in client.get(page("result", ballot), {"receipt": "ABCD"}).content.decode()
    assert all(f"{code[:4]}-{code[4:8]}-{code[8:]}" in shown for code in record["electronic"]["receipts"])
    lines = client.get(page("result-record", ballot), {"format": "csv"}).content.decode("utf-8-sig").splitlines()
    assert sorted(lines) == sorted(["表决项,选择", *[f"审议意见研究处理情况,{choice}" for choice in (GOOD, GOOD, BAD)]])
    record["results"][0]["votes"][GOOD] = 3
    file.write_text(json.dumps(record))
    assert recount.main(str(file)) == 1


def test_a_ballot_is_planned_and_opened_in_the_browser(cast, place, signed_in):
    he = signed_in(cast.he)
    facts = {"topic": "关于教育工作的测评", "meeting": place.pk, "held_on": "2026-03-20", "lines": "教育局\n交通局\n"}
    wrong = he.post(reverse("supervision:plan-ballot"), {**facts, "mode": "secret", "rule_code": ""})
    assert wrong.status_code == 422
    sent = {**facts, "mode": "secret", "rule_code": "satisfaction"}
    assert he.post(reverse("supervision:plan-ballot"), {**sent, "capped": GOOD}).status_code == 422
    he.post(reverse("supervision:plan-ballot"), sent)
    ballot = place.ballots.get()
    assert [line.name for line in ballot.lines.all()] == ["教育局", "交通局"]
    assert (ballot.electors.count(), ballot.all_members) == (3, 3)
    rows = {row.user.username: row.pk for row in ballot.electors.select_related("user")}
    away = {"absent": [rows["luo"], rows["qian"]], "present_number": 1}
    short = he.post(page("open-ballot", ballot), away)
    assert (short.status_code, "没有达到办法要求的人数" in short.content.decode()) == (422, True)
    wrong = he.post(page("open-ballot", ballot), {"present_number": 2})
    assert "会场清点2人，名册登记到会3人" in wrong.content.decode()
    he.post(page("open-ballot", ballot), {"present_number": 3, "on_paper": [rows["zhao"]]})
    ballot.refresh_from_db()
    assert (ballot.state, ballot.present, ballot.papers_issued) == ("open", 3, 1)


def test_papers_counted_on_the_page(cast, place, signed_in):
    ballot = hand.planned(cast, place, mode="paper", electors=(), all_members=4)
    he, xu = signed_in(cast.he), signed_in(cast.xu)
    he.post(page("open-ballot", ballot), {"present_number": 3, "papers_issued": 3})
    he.post(page("close-ballot", ballot))
    counted = {"returned": 3, "line_0_0": 2, "line_0_1": 0, "line_0_2": 1, "line_0": 0}
    wrong = he.post(page("enter-reading", ballot), {**counted, "returned": 4})
    assert "收回4张，多于发出的3张" in wrong.content.decode()
    he.post(page("enter-reading", ballot), {**counted, "line_0_0": 1, "line_0_1": 1})
    assert "1、1" not in xu.get(page("enter-reading", ballot)).content.decode()
    xu.post(page("enter-reading", ballot), counted)
    assert "两人不一致" in he.get(page("ballot", ballot)).content.decode()
    for clerk in (he, xu):
        clerk.post(page("enter-reading", ballot), counted)
    he.post(page("announce-ballot", ballot), {"publish": "on"})
    assert "满意2票÷全体组成人员4人＝50.00%" in he.get(page("ballot", ballot)).content.decode()


def test_as_many_queries_for_three_as_for_one(cast, place, signed_in, django_assert_num_queries):
    he = signed_in(cast.he)
    act.announce_ballot(hand.held(cast, place, lines=["甲"]).pk, publish=True, by=cast.he, at=HELD)
    he.get(reverse("supervision:ballots"))
    with django_assert_num_queries(LIST):
        he.get(reverse("supervision:ballots"))
    for _ in range(2):
        hand.planned(cast, place)
    with django_assert_num_queries(LIST):
        he.get(reverse("supervision:ballots"))
