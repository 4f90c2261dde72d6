"""Requests for service and protection: confidential, with clocks, settled by the deputy's own word."""

from datetime import timedelta

import pytest
from django.db import connection

from deputies.models import ServiceRequest
from deputies.transitions import requests as act
from foundation import deadlines
from foundation.audit.models import Event
from foundation.notices.models import Notice, OutboxMail
from foundation.workflow import Refused
from tests.deputies.gatherings import BEFORE

LATER = BEFORE + timedelta(days=1)
STORY = "走访时被某单位人员阻拦。"


def asked(cast, kind="protection"):
    return act.ask_request(kind=kind, text=STORY, by=cast.lin, at=BEFORE)


def told(kind):
    return set(Notice.objects.filter(kind=f"deputies.{kind}").values_list("recipient", flat=True))


def running(request):
    return [clock.kind for clock in deadlines.clocks_of(request) if clock.is_open]


def test_protection_from_the_request_to_the_deputys_word(cast, register):
    request = asked(cast)
    assert running(request) == ["protection_accept"]
    assert told("request_asked") == {cast.he.pk, cast.xu.pk, cast.zhao.pk, cast.qian.pk}
    act.accept_request(request, by=cast.he, at=BEFORE)
    assert (running(request), told("request_accepted")) == (["protection_answer"], {cast.lin.pk})
    act.answer_request(request, answer="已责成该单位整改。", by=cast.xu, at=LATER)
    act.reopen_request(request, unsettled="昨天又被阻拦。", by=cast.lin, at=LATER)
    assert (running(request), told("request_reopened")) == (["protection_answer"], {cast.he.pk})
    act.answer_request(request, answer="已处理责任人。", by=cast.he, at=LATER)
    act.settle_request(request, by=cast.lin, at=LATER)
    assert (ServiceRequest.objects.get().state, running(request)) == ("settled", [])
    with pytest.raises(Refused, match="已办结"):
        act.settle_request(request, by=cast.lin, at=LATER)


def test_protection_is_never_declined_a_service_may_be(cast, register):
    request = asked(cast)
    with pytest.raises(Refused, match="必须受理"):
        act.decline_request(request, reason="不属于职责", by=cast.he, at=LATER)
    other = asked(cast, kind="papers")
    with pytest.raises(Refused, match="理由") as refusal:
        act.decline_request(other, reason=" ", by=cast.he, at=LATER)
    assert refusal.value.field == "reason"
    act.decline_request(other, reason="该资料已在网上公开。", by=cast.he, at=LATER)
    assert told("request_declined") == {cast.lin.pk}


def test_nobody_else_finds_it_and_no_message_nor_log_says_what_it_is(cast, register):
    request = asked(cast)
    people = ("lin", "zhou", "he", "gao", "zhao", "qian", "luo", "fang", "wei", "sun", "stranger")
    found = {name for name in people if ServiceRequest.objects.visible_to(getattr(cast, name)).exists()}
    assert found == {"lin", "he", "gao", "zhao", "qian"}
    words = [*Notice.objects.values_list("title", flat=True), *Notice.objects.values_list("body", flat=True)]
    words += [*OutboxMail.objects.values_list("subject", flat=True), *OutboxMail.objects.values_list("body", flat=True)]
    words += [*Event.objects.values_list("summary", flat=True), *Event.objects.values_list("subject_label", flat=True)]
    assert not [word for word in words if "阻拦" in word or "林晓梅" in word]
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM deputies_servicerequest WHERE id = %s", [request.pk])
        assert "阻拦" not in cursor.fetchone()[0]


def test_who_may_not(cast, register):
    request = asked(cast)
    with pytest.raises(Refused, match="联络工作机构"):
        act.accept_request(request, by=cast.zhao, at=LATER)
    with pytest.raises(Refused, match="代表本人"):
        act.withdraw_request(request, by=cast.he, at=LATER)
    with pytest.raises(Refused, match="在任代表"):
        act.ask_request(kind="papers", text=STORY, by=cast.he, at=BEFORE)
    with pytest.raises(Refused, match="早于今天"):
        act.ask_request(kind="papers", text=STORY, wished_on=BEFORE.date() - timedelta(days=1), by=cast.lin, at=BEFORE)
    act.withdraw_request(request, by=cast.lin, at=LATER)
    assert running(request) == []
