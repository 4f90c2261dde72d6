"""The register's pages: who gets in, what each sees, and the same number of queries at any size."""

import pytest
from django.urls import reverse

from deputies.models import Deputy, DeputyContact, Level, Mandate
from foundation.audit.models import Event
from tests.deputies_cast import add_mandate

LIST = "/deputies/"


def crowd(register, number: int) -> None:
    """`number` further deputies by bulk inserts."""
    people = [Deputy(name=f"代表{index}", sex="female", pinyin_key=f"dai biao {index:05}") for index in range(number)]
    Deputy.objects.bulk_create(people)
    DeputyContact.objects.bulk_create(DeputyContact(deputy=person) for person in people)
    Mandate.objects.bulk_create(
        Mandate(deputy=person, term=register.term, delegation=register.qingshi, constituency=register.constituency)
        for person in people
    )


@pytest.mark.parametrize(
    ("person", "status"),
    [
        ("he", 200), ("gao", 200), ("zhao", 200), ("fang", 200), ("luo", 200), ("lin", 200), ("wei", 200),
        ("wu", 403), ("sun", 403), ("shen", 403), ("jiang", 403), ("stranger", 403),
    ],
)  # fmt: skip
def test_who_gets_in(cast, register, signed_in, person, status):
    client = signed_in(getattr(cast, person))
    for url in (LIST, "/deputies/delegations/", register.lin.get_absolute_url()):
        assert client.get(url).status_code == status


def test_anonymous_visitors_are_sent_to_the_door(client, register):
    assert client.get(LIST).status_code == 302
    assert reverse("accounts:login") in client.get(LIST).url


def test_a_township_clerk_does_not_find_other_townships(cast, register, signed_in):
    assert signed_in(cast.wei).get(register.zhou.get_absolute_url()).status_code == 404


def names(response) -> list[str]:
    return [seat.deputy.name for seat in response.context["page"].rows]


def test_the_list_is_in_pinyin_order(cast, register, signed_in):
    assert names(signed_in(cast.he).get(LIST)) == ["邓玉兰", "林晓梅", "周建国"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "晓梅"}, ["林晓梅"]),
        ({"q": "zjg"}, ["周建国"]),
        ({"status": "ended"}, []),
        ({"level": "province"}, ["王秀英"]),
        ({"level": "district", "q": "l"}, ["林晓梅"]),
    ],
)
def test_filters(cast, register, signed_in, query, found):
    add_mandate(register, "王秀英", None, level=Level.PROVINCE)
    assert names(signed_in(cast.he).get(LIST, query)) == found


def test_the_filter_by_delegation(cast, register, signed_in):
    assert names(signed_in(cast.he).get(LIST, {"delegation": register.chengguan.pk})) == ["周建国"]


def test_a_nonsense_filter_is_told_and_lists_nothing(cast, register, signed_in):
    response = signed_in(cast.he).get(LIST, {"delegation": "甲"})
    assert response.status_code == 200
    assert names(response) == []
    assert "请更正以下内容" in response.content.decode()


def test_telephones_are_masked_and_only_where_they_may_be_seen(cast, register, signed_in):
    office = signed_in(cast.he).get(LIST).content.decode()
    assert "138****0002" in office
    assert "13800000002" not in office
    colleague = signed_in(cast.lin).get(LIST).content.decode()
    assert "138****0001" in colleague
    assert "138****0002" not in colleague
    assert "138****" not in signed_in(cast.luo).get(LIST).content.decode()


def test_the_export_holds_no_clear_telephone(cast, register, signed_in):
    response = signed_in(cast.he).get(LIST, {"format": "csv"})
    content = b"".join(response.streaming_content).decode("utf-8-sig")
    assert "林晓梅" in content
    assert "138****0001" in content
    assert "13800000001" not in content
    assert Event.objects.filter(verb="web.export", actor=cast.he).exists()


@pytest.mark.parametrize("person", ["he", "lin", "wei"])
def test_one_deputy_or_fifty_same_queries(cast, register, signed_in, django_assert_max_num_queries, person):
    client = signed_in(getattr(cast, person))
    client.get(LIST)
    with django_assert_max_num_queries(12) as few:
        client.get(LIST)
    crowd(register, 50)
    with django_assert_max_num_queries(12) as many:
        assert len(client.get(LIST).context["page"].rows) == 30
    assert len(many) == len(few)


def test_a_colleague_sees_the_basics_only(cast, register, signed_in):
    Deputy.objects.filter(pk=register.zhou.deputy_id).update(education="大学", employer_title="建国合作社理事长")
    page = signed_in(cast.lin).get(register.zhou.get_absolute_url()).content.decode()
    assert "建国合作社理事长" in page
    assert "1978年4月" not in page
    assert "138****0002" not in page
    assert "请通过代表联络工作机构转达" in page


def test_the_office_sees_particulars_masked_telephone_and_actions(cast, register, signed_in):
    page = signed_in(cast.he).get(register.zhou.get_absolute_url()).content.decode()
    for shown in ("1978年4月", "138****0002", "暂停执行职务", "终止代表资格", "城关街道代表团"):
        assert shown in page
    assert "13800000002" not in page


def test_the_deputy_sees_his_own_page_without_actions(cast, register, signed_in):
    page = signed_in(cast.zhou).get(register.zhou.get_absolute_url()).content.decode()
    assert "1978年4月" in page
    assert "终止代表资格" not in page


def test_the_deputy_page_costs_the_same_with_many_seats(cast, register, signed_in, django_assert_max_num_queries):
    client = signed_in(cast.he)
    client.get(register.lin.get_absolute_url())
    with django_assert_max_num_queries(19):
        client.get(register.lin.get_absolute_url())


def test_delegations_count_the_serving(cast, register, signed_in):
    Mandate.objects.filter(pk=register.deng.pk).update(status="ended", reason="resigned", status_since="2026-01-01")
    page = signed_in(cast.he).get("/deputies/delegations/")
    assert [(row.name, row.serving, row.women, row.seats) for row in page.context["page"].rows] == [
        ("青石镇", 1, 1, 2),
        ("城关街道", 1, 0, 1),
    ]


def test_the_legal_number_of_seats_is_told_where_the_population_is_known(cast, register, signed_in):
    register.congress.population = 262_000
    register.congress.save()
    assert "192名" in signed_in(cast.he).get("/deputies/delegations/").content.decode()


def reveal(seat: Mandate, field: str = "phone") -> str:
    return f"/privacy/reveal/deputies.deputycontact/{seat.deputy.contact.pk}/{field}/"


def test_a_telephone_is_shown_in_clear_for_a_purpose_and_written_down(cast, register, signed_in):
    client = signed_in(cast.he)
    assert reveal(register.zhou) in client.get(register.zhou.get_absolute_url()).content.decode()
    assert "13800000002" not in client.post(reveal(register.zhou), {"purpose": ""}).content.decode()
    page = client.post(reveal(register.zhou), {"purpose": "就第12号建议联系代表"}).content.decode()
    assert "13800000002" in page
    assert Event.objects.get(verb="privacy.reveal").subject_label == "周建国的联系方式"


def test_a_colleague_finds_no_way_to_it(cast, register, signed_in):
    client = signed_in(cast.lin)
    assert "/privacy/reveal/" not in client.get(register.zhou.get_absolute_url()).content.decode()
    assert client.get(reveal(register.zhou)).status_code == 404
    assert client.post(reveal(register.zhou), {"purpose": "想打个电话"}).status_code == 404
