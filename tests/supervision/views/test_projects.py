"""Livelihood projects as people see them: a citizen's idea, the stranger at the code, figures typed wrong are kept."""

import re

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from supervision.models import Project, ProjectIdea, ProjectYear
from supervision.transitions import project_ideas, project_people
from tests.liaison_stations.citizen import opens
from tests.supervision import project_hand as hand
from tests.supervision.project_hand import AT, LATER

IDEA = {"title": "东街社区装电梯", "text": "东街社区老楼没有电梯，老人上下楼很困难。", "consent": "on"}


def page(name, *args):
    return reverse(f"supervision:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(AT.replace(hour=15)):
        yield


def sends(client, address, **given):
    return client.post(address, {**opens(client, address), **given}, follow=True)


def test_a_citizen_proposes_comes_back_and_takes_it_back(cast, register):
    year = hand.opened(cast.he)
    write, citizen = page("propose-idea", year.pk), Client()
    short = sends(citizen, write, **{**IDEA, "text": "太短"})
    contact = sends(citizen, write, **IDEA, name="甲", phone="13900000000")
    assert (short.status_code, "请写10至1000字" in short.text, "太短" in short.text) == (422, True, True)
    assert (contact.status_code, "请勾选同意" in contact.text) == (422, True)
    receipt = sends(citizen, write, **IDEA, name="甲", phone="13900000000", consent_contact="on")
    idea = ProjectIdea.objects.get()
    code = re.search(r"data-code>([^<]+)<", receipt.text)[1]
    assert (idea.number_text in receipt.text, idea.phone) == (True, "13900000000")
    stranger = Client()
    look = page("idea-look-up")
    assert sends(stranger, look, number=idea.number_text, code="AAAA-AAAA").status_code == 422
    assert stranger.get(page("idea-follow")).status_code == 302
    found = sends(stranger, look, number=idea.number_text, code=code)
    assert "请过一段时间再来查看" in found.text
    assert "内容和联系方式已经删除" in stranger.post(page("idea-follow"), follow=True).text
    idea.refresh_from_db()
    assert (idea.text, idea.phone, idea.erased_at is not None) == ("", "", True)
    with time_machine.travel(LATER):
        assert citizen.get(write).status_code == 404


def test_what_became_of_ideas_is_public_in_the_offices_words_alone(cast, register):
    year = hand.opened(cast.he)
    facts = {"title": "密标题", "text": "密内容", "name": "密姓名", "phone": "13900000000", "at": AT}
    idea, _ = project_ideas.post_idea(year.pk, token="t1", **facts)
    words = {"public_words": "东街加装电梯", "reason": "产权单位不同意。", "by": cast.he, "at": AT}
    project_ideas.decline_idea(idea.pk, **words)
    shown = Client().get(page("idea-outcomes")).text
    assert "东街加装电梯" in shown
    assert "产权单位不同意。" in shown
    assert "密" not in shown


def test_a_stranger_at_the_code(cast, register):
    year = hand.announced(cast)
    project, other = year.projects.order_by("pk")[:2]
    project_people.adopt_project(project.pk, deputy=register.lin.deputy, by=cast.lin, at=LATER)
    hand.reported(project, cast, 100, photos=[hand.photo()])
    stranger = Client()
    shown = stranger.get(project.get_absolute_url().replace(str(project.pk), "0"), follow=True)
    assert shown.status_code in (200, 404)
    shown = stranger.get(reverse("p:page", args=[project.code]))
    assert "林晓梅" in shown.text
    assert "区人大公告〔2026〕2号公布" in shown.text
    assert "赞成3票÷全体组成人员3人" in shown.text
    picture = re.search(r'src="(/files/[^"]+)"', shown.text)[1]
    assert stranger.get(picture).status_code == 200
    assert "改为A3" in stranger.get(reverse("p:poster", args=[other.code])).text
    sheet = stranger.get(reverse("p:poster-file", args=[other.code, "a3"]))
    assert (sheet["Content-Type"], sheet.content[:5]) == ("application/pdf", b"%PDF-")
    assert stranger.get(reverse("p:poster-file", args=[other.code, "a2"])).status_code == 404
    assert project.title in stranger.get(page("board"), {"q": project.title[:4]}).text
    hidden = Project.objects.get(state="unchosen")
    assert stranger.get(reverse("p:page", args=[hidden.code])).status_code == 404


def test_the_board_costs_the_same_for_one_and_for_three(cast, register):
    def cost():
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert Client().get(page("board")).status_code == 200
        return len(seen)

    hand.announced(cast)
    Client().get(page("board"))
    two = cost()
    hand.announced(cast, year=2028)
    assert cost() == two


def test_figures_that_are_wrong_come_back_with_what_was_typed(cast, register, signed_in):
    year = hand.listed(cast)
    vote = hand.planned(year, cast.he)
    keys = list(vote.lines.order_by("project__number").values_list("project", flat=True))
    votes = dict(zip(keys, [(3, 0, 0), (2, 1, 0), (0, 3, 0), (0, 2, 0)], strict=True))
    given = {"present": 3, "issued": 3, "returned": 3, "invalid": 0, "version": 1}
    for key, row in votes.items():
        given |= {f"line_{key}": row[0], f"line_{key}_1": row[1], f"line_{key}_2": row[2]}
    with time_machine.travel(LATER):
        he, lin = signed_in(cast.he), signed_in(cast.lin)
        assert lin.get(page("enter-project-vote", vote.pk)).status_code == 403
        wrong = he.post(page("enter-project-vote", vote.pk), given)
        assert (wrong.status_code, "合计2张，收回3张" in wrong.text) == (422, True)
        done = he.post(page("enter-project-vote", vote.pk), {**given, f"line_{keys[3]}_1": 3}, follow=True)
        assert "已录入" in done.text
        assert he.get(page("check-project-vote", vote.pk)).status_code == 403
        xu = signed_in(cast.xu)
        assert "待核对的项目计票" in xu.get("/desk/").text
        back = xu.post(page("check-project-vote", vote.pk), {"agrees": "no", "reason": "", "version": 2})
        assert (back.status_code, "请写明哪里不符" in back.text) == (422, True)
        kept = xu.post(page("check-project-vote", vote.pk), {"agrees": "yes", "version": 2}, follow=True)
    assert "通过2项" in kept.text
    assert ProjectYear.objects.get(pk=year.pk).state == "decided"
