"""The pages of circles: who reads a matter, forms that keep what was typed, queries that stay."""

import pytest
import time_machine
from django.urls import reverse

from deputies.models import CircleMatter
from deputies.transitions.circles import answer_matter
from tests.deputies.touch import NOW, asked, circle_of

LIST, MATTERS = reverse("deputies:circles"), reverse("deputies:circle-matters")


@pytest.mark.parametrize(
    ("person", "status"), [("lin", 200), ("zhou", 200), ("he", 200), ("zhao", 200), ("deng", 404), ("fang", 404)]
)
def test_who_reads_a_matter(cast, register, signed_in, person, status):
    matter = asked(cast, circle_of(register, "zhou"))
    assert signed_in(getattr(cast, person)).get(matter.get_absolute_url()).status_code == status


def test_asked_and_answered_in_the_browser(cast, register, signed_in):
    circle = circle_of(register, "zhou")
    lin, zhou = signed_in(cast.lin), signed_in(cast.zhou)
    url, facts = reverse("deputies:ask-circle", args=[circle.pk]), {"title": "村卫生室", "text": "设备陈旧。"}
    with time_machine.travel(NOW):
        late = lin.post(url, {**facts, "wanted_on": "2026-03-01"})
        assert (late.status_code, "设备陈旧。" in late.content.decode()) == (422, True)
        assert lin.post(url, {**facts, "wanted_on": "2026-03-20"}).status_code == 302
        matter = CircleMatter.objects.get()
        assert "村卫生室" in zhou.get("/desk/").content.decode()
        answer = reverse("deputies:answer-matter", args=[matter.pk])
        assert zhou.post(answer, {"text": ""}).status_code == 422
        assert zhou.post(answer, {"text": "按标准化建设。"}).status_code == 302
        assert lin.get(answer).status_code == 403
        page = lin.get(matter.get_absolute_url()).content.decode()
    assert "按标准化建设。" in page
    assert "据此起草建议" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_pages_cost_the_same_at_any_size(cast, register, signed_in, django_assert_num_queries, number):
    circle = circle_of(register, "zhou")
    matters = [asked(cast, circle) for _ in range(number)]
    for _ in range(number):
        answer_matter(matters[0].pk, by=cast.zhou, at=NOW, text="可以。")
    client = signed_in(cast.he)
    client.get(LIST)
    for url, queries in ((LIST, 5), (MATTERS, 6), (circle.get_absolute_url(), 8), (matters[0].get_absolute_url(), 11)):
        with django_assert_num_queries(queries):
            assert client.get(url).status_code == 200
