"""What citizens find: published suggestions, told without telephone numbers and officials' names."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from foundation.files.store import files_of
from foundation.web.qr import qr_code
from suggestions.states import CheckPoint
from suggestions.transitions.publish import publish, renew_copy, unpublish
from suggestions.transitions.rate import rate
from tests.suggestions.views.scans import document, photo, scan

LIST = "/suggestions/public/"


def test_only_what_was_published_is_found(road, cast, published):
    shown, hidden = published(title="关于停车管理的建议"), road.replied()

    assert [row.pk for row in Client().get(LIST).context["page"].rows] == [shown.pk]
    assert Client().get(f"{LIST}{shown.pk}/").status_code == 200
    assert Client().get(f"{LIST}{hidden.pk}/").status_code == 404


def test_the_rating_comes_before_the_closing_it_causes(road, cast, published):
    paper = published()
    rate(paper, by=cast.lin, at=road.at(), attitude="satisfied", result="satisfied")

    text = Client().get(f"{LIST}{paper.pk}/").content.decode()

    # Latest first.
    assert text.index("办结。") < text.index("代表评价：")


def test_what_was_taken_down_is_gone(road, cast, published):
    paper = published()
    unpublish(paper, by=cast.he, at=road.at(), reason="内容有误。")

    gone = Client().get(f"{LIST}{paper.pk}/")
    assert gone.status_code == 410
    assert "已由代表工作机构撤下公开" in gone.content.decode()
    assert "关于增设" not in gone.content.decode()
    assert "关于增设" not in Client().get(LIST).content.decode()


def test_two_characters_find_it(published):
    paper = published(title="关于停车管理的建议")
    published(title="关于照明的建议")

    assert [row.pk for row in Client().get(LIST, {"q": "停车"}).context["page"].rows] == [paper.pk]
    assert not Client().get(LIST, {"q": "桥梁"}).context["page"].rows


def test_the_page_names_deputies_and_replies_and_no_numbers_to_call(published, cast):
    text = Client().get(f"{LIST}{published().pk}/").content.decode()

    for shown in ("林晓梅", "周建国", "示范区交通运输局", "已于四月增设。", "示交函〔2026〕12号"):
        assert shown in text
    for hidden in ("0000-8888123", "0000-123", "现场察看客流", "13800000001", cast.he.name):
        assert hidden not in text


@pytest.fixture
def attached(road, cast, visit):
    """Answered, with files at the text and at the reply: pictures with a place in them, and a document."""
    paper = road.draft()
    visit(cast.lin, "attach", paper, post={"files": [photo("王某某家门口.jpg"), document("王某某名单.docx")]})
    paper = road.on(road.submitted(paper), "contacted")
    part = road.part(road.drafted(paper))
    visit(cast.feng, "attach-to-reply", part, post={"files": [scan("选址图.png")]})
    return road.replied(road.signed(road.fresh(paper)))


def opened(paper, cast, road, *pictures):
    keys = [str(picture.pk) for picture in pictures]
    return publish(paper, by=cast.he, at=road.at(), secrecy_note="可以公开。", checked=CheckPoint.values, pictures=keys)


def test_pictures_somebody_chose_are_open_without_name_and_place(attached, road, cast):
    taken, _, drawn = files = [*files_of(attached), *files_of(attached.open_replies()[0])]
    paper = opened(attached, cast, road, taken, drawn)

    text = Client().get(f"{LIST}{paper.pk}/").content.decode()

    shown = list(files_of(paper.public_copy))
    assert sorted(file.name for file in shown) == ["附件1.jpg", "附件2.png"]
    for file in shown:
        assert f'href="{file.get_absolute_url()}">{file.name}</a>' in text
        content = b"".join(Client().get(file.get_absolute_url()))
        assert not Image.open(BytesIO(content)).getexif()
    assert "另有1份附件不公开" in text
    assert "王某某" not in text
    for file in files:
        assert Client().get(file.get_absolute_url()).status_code == 404


def test_no_attachment_is_open_by_itself(attached, road, cast):
    paper = opened(attached, cast, road)

    assert "另有3份附件不公开" in Client().get(f"{LIST}{paper.pk}/").content.decode()
    assert not files_of(paper.public_copy).exists()


def test_a_document_is_never_opened(attached, road, cast, refused):
    for key in (files_of(attached).get(name="王某某名单.docx").pk, "00000000-0000-0000-0000-000000000000"):
        facts = {"secrecy_note": "可以公开。", "checked": CheckPoint.values, "pictures": [str(key)]}
        refused(publish, attached, by=cast.he, at=road.at(), **facts, code="input")


def test_a_picture_is_gone_with_the_paper_and_with_the_next_version(attached, road, cast):
    picture = files_of(attached).get(name="王某某家门口.jpg")
    paper = opened(attached, cast, road, picture)
    first = files_of(paper.public_copy).get().get_absolute_url()
    assert Client().get(first).status_code == 200

    renew_copy(paper, by=cast.he, at=road.at(), secrecy_note="可以公开。", checked=CheckPoint.values)
    assert Client().get(first).status_code == 404

    paper = renew_copy(
        paper, by=cast.he, at=road.at(), secrecy_note="可。", checked=CheckPoint.values, pictures=[str(picture.pk)]
    )
    second = files_of(paper.public_copy).get().get_absolute_url()
    assert Client().get(second).status_code == 200
    unpublish(paper, by=cast.he, at=road.at(), reason="需核对。")
    assert Client().get(second).status_code == 404


def test_a_reply_the_unit_keeps_back_is_not_shown(road, cast):
    content = {**road.reply_content(), "publish": False}
    paper = publish(
        road.replied(**content), by=cast.he, at=road.at(), secrecy_note="经审查可以公开。", checked=CheckPoint.values
    )

    text = Client().get(f"{LIST}{paper.pk}/").content.decode()

    assert "已于四月增设。" not in text
    assert "答复不公开。" in text


def test_the_reason_of_a_bad_grade_stays_with_those_concerned(road, cast, visit, published):
    paper = road.fresh(published())
    bad = {"attitude": "satisfied", "result": "dissatisfied", "reason": "站点没有增设。", "version": paper.version}
    visit(cast.lin, "rate", paper, post=bad)

    text = Client().get(f"{LIST}{paper.pk}/").content.decode()

    assert "不满意" in text
    assert "站点没有增设。" not in text


@pytest.mark.parametrize("most", [1, 1000])
def test_a_search_finds_the_newest_first_however_many_there_are(published, monkeypatch, most):
    monkeypatch.setattr("foundation.search.querysets.FEW", most)
    papers = [published(title=f"关于停车的建议之{number}") for number in "一二三"]

    page = Client().get(LIST, {"q": "停车"}).context["page"]

    assert [row.pk for row in page.rows] == [paper.pk for paper in reversed(papers)]


@pytest.mark.parametrize("count", [1, 3])
def test_a_search_costs_the_same_for_one_row_and_three(count, published, django_assert_num_queries):
    for _ in range(count):
        published()
    Client().get(LIST, {"q": "公交"})

    with django_assert_num_queries(4):
        Client().get(LIST, {"q": "公交"})


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_row_and_three(count, published, django_assert_num_queries):
    for _ in range(count):
        published()
    Client().get(LIST)

    with django_assert_num_queries(3):
        Client().get(LIST)


def test_the_page_costs_a_fixed_number_of_queries(published, django_assert_num_queries):
    address = reverse("suggestions:public-page", args=[published().pk])
    Client().get(address)

    with django_assert_num_queries(3):
        Client().get(address)


def test_the_code_on_the_page_leads_to_the_page(published):
    address = f"{LIST}{published().pk}/"

    text = Client().get(address).content.decode()

    assert qr_code(f"http://testserver{address}", "本页网址的二维码") in text


def test_a_promise_is_followed_on_the_page(road, cast):
    paper = publish(
        road.tracking(), by=cast.he, at=road.at(), secrecy_note="经审查可以公开。", checked=CheckPoint.values
    )

    text = Client().get(f"{LIST}{paper.pk}/").content.decode()

    assert "年底前建成候车亭。" in text.partition("承诺事项</h2>")[2]
    assert "跟踪中" in text


def test_a_promise_of_a_reply_kept_back_stays_back(road, cast):
    paper = road.replied(**road.promise(), publish=False)
    publish(paper, by=cast.he, at=road.at(), secrecy_note="经审查可以公开。", checked=CheckPoint.values)

    assert "年底前建成候车亭。" not in Client().get(f"{LIST}{paper.pk}/").content.decode()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"year": "2026"}, True),
        ({"year": "2019"}, False),
        ({"result_class": "A"}, True),
        ({"result_class": "B"}, False),
        ({"attitude": "satisfied", "result": "basically"}, True),
        ({"attitude": "basically"}, False),
        ({"result": "dissatisfied"}, False),
    ],
)
def test_the_list_is_narrowed_by_year_class_and_rating(road, cast, published, asked, found):
    paper = published()
    rate(paper, by=cast.lin, at=road.at(), attitude="satisfied", result="basically")

    assert bool(Client().get(LIST, asked).context["page"].rows) is found


def test_the_latest_rating_counts(road, cast):
    paper = publish(
        road.replied_again(), by=cast.he, at=road.at(), secrecy_note="经审查可以公开。", checked=CheckPoint.values
    )
    rate(paper, by=cast.lin, at=road.at(), attitude="satisfied", result="satisfied")

    assert not Client().get(LIST, {"result": "dissatisfied"}).context["page"].rows
    assert Client().get(LIST, {"result": "satisfied"}).context["page"].rows


def test_a_class_kept_back_is_not_found(road, cast):
    content = {**road.reply_content(), "publish": False}
    publish(
        road.replied(**content), by=cast.he, at=road.at(), secrecy_note="经审查可以公开。", checked=CheckPoint.values
    )

    assert not Client().get(LIST, {"result_class": "A"}).context["page"].rows
