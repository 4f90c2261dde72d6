"""The overview counts for each reader what he may open, at one cost; a deputy goes on to a draft."""

from datetime import timedelta

import pytest
from django.utils import timezone

from liaison_stations.models import Letter, MatterGroup
from liaison_stations.states import LetterState
from liaison_stations.transitions.group_matters import group_matters
from suggestions.models import Suggestion
from tests.liaison_stations.mailbox import placed

OVERVIEW = "/stations/matters/"
NOW = timezone.now()


def lamps(whom, many=3, days=2, **changes):
    """Letters about the same lamps, of the last days, grouped."""
    found = [
        placed(
            LetterState.ACCEPTED,
            title=f"柳河路路灯不亮{number}",
            text=f"柳河路的路灯坏了{number + 2}个月，晚上漆黑一片，请修复。",
            at=NOW - timedelta(days=days * (number + 1)),
            **{**whom, **changes},
        )
        for number in range(many)
    ]
    group_matters(at=NOW)
    return found


@pytest.fixture
def to_station(net):
    return {"to_station": net.qingshi}


def test_everybody_counts_his_own_letters(cast, net, to_station, signed_in):
    lamps(to_station)
    counted = {
        key: "柳河路路灯照明" in response.text
        for key, user in cast.people().items()
        if (response := signed_in(user).get(OVERVIEW)).status_code == 200
    }

    # Who reads no letter of the group reads no group.
    assert counted == {
        "he": True, "xu": True, "gao": True, "zhao": True, "qian": True, "wei": True, "jiang": True,
        "lin": False, "zhou": False, "deng": False,
    }  # fmt: skip


def test_the_overview_tells_matters_places_and_change(cast, to_station, signed_in):
    lamps(to_station)
    client = signed_in(cast.he)

    page = client.get(OVERVIEW).text
    for words in ("共3件", "新出现", "路灯照明", "青石镇", "每周来信"):
        assert words in page
    exported = b"".join(client.get(OVERVIEW, {"format": "csv"}).streaming_content).decode("utf-8-sig")
    assert "柳河路路灯照明,3,0,新出现" in exported


def test_time_and_place_narrow_it(cast, net, to_station, signed_in):
    lamps(to_station, days=50)
    client = signed_in(cast.he)

    assert "共1件" in client.get(OVERVIEW, {"span": "90"}).text
    assert "共3件" in client.get(OVERVIEW, {"span": "180", "where": net.qingshi.area_id}).text
    assert "共0件" in client.get(OVERVIEW, {"span": "180", "where": net.chengguan.area_id}).text
    assert client.get(OVERVIEW, {"span": "x", "where": "x"}).status_code == 200


@pytest.mark.parametrize("many", [2, 4])
def test_both_pages_cost_the_same_with_many_letters(cast, to_station, signed_in, django_assert_max_num_queries, many):
    lamps(to_station, many)
    group = MatterGroup.objects.get()
    client = signed_in(cast.he)
    client.get(OVERVIEW)
    with django_assert_max_num_queries(20):
        assert client.get(OVERVIEW).status_code == 200
    with django_assert_max_num_queries(20):
        assert client.get(group.get_absolute_url()).status_code == 200


def test_a_group_opens_for_whoever_reads_two_of_its_letters(cast, to_station, register, signed_in):
    letters = lamps(to_station)
    address = MatterGroup.objects.get().get_absolute_url()
    Letter.objects.filter(pk=letters[0].pk).update(deputy=register.zhou.deputy)

    assert "柳河路路灯不亮1" in signed_in(cast.wei).get(address).text
    assert signed_in(cast.zhou).get(address).status_code == 404
    assert signed_in(cast.feng).get(address).status_code == 403

    Letter.objects.filter(pk=letters[1].pk).update(deputy=register.zhou.deputy)
    page = signed_in(cast.zhou).get(address).text
    assert "其中2件由您查看" in page
    assert "柳河路路灯不亮2" not in page


def test_a_deputy_writes_the_group_into_a_draft(cast, register, net, signed_in):
    letters = lamps({"to_deputy": register.lin.deputy, "area": net.qingshi.area})
    client = signed_in(cast.lin)
    page = client.get(MatterGroup.objects.get().get_absolute_url()).text
    address = f"/stations/letters/{letters[0].pk}/suggestion/"
    assert address in page

    form = client.get(address)
    assert form.text.count("checked") == 2
    version = letters[0].version
    wrong = client.post(address, {"version": version, "title": "关于柳河路路灯的建议", "facts": ""})
    assert wrong.status_code == 422
    assert "请概括来信反映的情况" in wrong.text
    told = {"title": "关于修复柳河路路灯的建议", "facts": "柳河路路灯损坏，多位群众夜间出行不便。", "version": version}
    done = client.post(address, {**told, "letters": [letters[1].pk, letters[2].pk]}, follow=True)

    paper = Suggestion.objects.get()
    assert done.redirect_chain[-1][0] == paper.get_absolute_url()
    assert "这件建议来自3件群众来信" in done.text
    assert client.post(address, {**told, "version": ""}).status_code == 409
    assert signed_in(cast.zhou).get(address).status_code == 404
    assert signed_in(cast.he).get(address).status_code == 403
