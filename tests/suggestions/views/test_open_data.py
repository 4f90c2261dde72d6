"""The public list for programs: the same rows under the same conditions, no number to call, no formula."""

import csv
import io
import json
from xml.etree import ElementTree

import pgtrigger
import pytest
from django.test import Client

from deputies.models import Deputy
from suggestions.models import PublicCopy, Suggestion
from suggestions.states import CheckPoint
from suggestions.transitions.publish import publish, unpublish
from suggestions.transitions.rate import rate

FEED, DATA = "/suggestions/public/feed/", "/suggestions/public/data/"
CSV, JSON = f"{DATA}suggestions.csv", f"{DATA}suggestions.json"
ATOM = "{http://www.w3.org/2005/Atom}"
MARKED, IDENTITY = "13800000001", "500101199001011234"
SECRETS = ("0000-8888123", "0000-123", "13800000001", "现场察看客流")


def table(**asked: str) -> list[dict]:
    text = b"".join(Client().get(CSV, asked)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def rows(**asked: str) -> list[dict]:
    return json.loads(b"".join(Client().get(JSON, asked)))["rows"]


def entries(**asked: str) -> list[str]:
    feed = ElementTree.fromstring(Client().get(FEED, asked).content)
    return [entry.find(f"{ATOM}title").text for entry in feed.iter(f"{ATOM}entry")]


def test_every_door_names_the_same_rows(road, published):
    shown, hidden = published(title="关于停车管理的建议"), road.registered(road.submitted(title="关于照明的建议"))

    assert entries() == [str(road.fresh(shown))]
    assert [row["标题"] for row in table()] == [row["title"] for row in rows()] == ["关于停车管理的建议"]
    assert hidden.pk not in [row["id"] for row in rows()]


def test_the_conditions_of_the_list_hold_at_every_door(published):
    published(title="关于停车管理的建议")
    published(title="关于照明的建议")

    for found in (table, rows, entries):
        assert len(found(q="停车")) == 1
        assert len(found(year="2026")) == 2
    assert "?q=%E5%81%9C%E8%BD%A6" in Client().get("/suggestions/public/", {"q": "停车"}).content.decode()


def test_what_was_taken_down_is_gone_from_every_door(road, cast, published):
    unpublish(published(), by=cast.he, at=road.at(), reason="内容有误。")

    assert not [*table(), *rows(), *entries()]


def test_a_row_tells_text_reply_and_rating(road, cast, published):
    rate(published(), by=cast.lin, at=road.at(), attitude="satisfied", result="basically")

    [row] = rows()

    assert (row["attitude"], row["result"], row["result_class"]) == ("满意", "基本满意", "A")
    assert (row["lead"], row["cosigners"], row["units"]) == ("林晓梅", "周建国", "示范区交通运输局")
    assert "已于四月增设。" in row["reply"]
    assert row["proposals"]
    assert row["registered_on"].startswith("2026-")


@pytest.mark.parametrize("address", [FEED, CSV, JSON])
def test_nobody_s_number_and_no_inner_paper_leaves(published, cast, address):
    published()

    answer = Client().get(address)
    text = b"".join(answer).decode()

    assert "林晓梅" in text
    assert not [secret for secret in (*SECRETS, cast.he.name) if secret in text]


@pytest.fixture
def telling(road, cast):
    """Numbers wherever somebody may type one."""
    told = dict.fromkeys(("title", "facts", "grounds", "proposals"), f"请拨{MARKED}，证号{IDENTITY}。")
    content = road.promise() | {"body": f"联系{MARKED}。", "commitment_text": f"年底前建成，详询{MARKED}。"}
    content |= {"contact_person": f"冯青{MARKED}", "doc_number": f"函{MARKED}", "co_opinion_note": f"催过{MARKED}。"}
    content["points"] = [{"point": f"点{MARKED}", "answer": f"答{MARKED}"}]
    paper = road.registered(road.submitted(road.draft(**told)))
    paper = road.replied(road.signed(road.drafted(road.contacted(road.handling(road.assigned(paper))), **content)))
    publish(paper, by=cast.he, at=road.at(), secrecy_note="经审查可以公开。", checked=CheckPoint.values)
    grades = {"attitude": "basically", "result": "dissatisfied", "reason": f"请问{MARKED}。"}
    rate(road.fresh(paper), by=cast.lin, at=road.at(), **grades)
    return road.fresh(paper)


def test_numbers_typed_into_a_text_are_masked_at_every_door(telling):
    for address in ("/", "/suggestions/public/", f"/suggestions/public/{telling.pk}/", FEED, CSV, JSON):
        text = b"".join(Client().get(address)).decode()
        assert "138****0001" in text, address
        assert MARKED not in text, address
        assert IDENTITY not in text, address
        assert "冯青" not in text, address


@pytest.mark.parametrize("words", [MARKED, "138000", "138 0000 0001", IDENTITY])
def test_a_masked_number_is_not_found_by_its_digits(telling, words):
    assert not entries(q=words)


def test_a_long_number_of_a_paper_is_found(telling):
    Suggestion.objects.filter(pk=telling.pk).update(number_text="第2026001号")

    assert len(entries(q="2026001")) == 1


def test_a_reply_kept_back_is_in_no_file(road, cast, published):
    paper = published()
    other = road.replied(**{**road.reply_content(), "publish": False})
    publish(other, by=cast.he, at=road.at(), secrecy_note="经审查可以公开。", checked=CheckPoint.values)

    kept_back = [row for row in rows() if row["id"] != paper.pk]

    assert [(row["reply"], row["result_class"], row["replied_on"]) for row in kept_back] == [("", "", None)]


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_no_cell_is_calculated(road, published, formula):
    published()
    with pgtrigger.ignore("suggestions.PublicCopy:public_copy_kept"):
        PublicCopy.objects.update(title=formula)

    [row] = table()

    assert row["标题"] == f"'{formula}"
    assert rows()[0]["title"] == formula


def test_what_is_typed_is_no_markup_in_a_feed_reader(published, cast):
    published()
    Deputy.objects.filter(name="林晓梅").update(name="<img src=x onerror=alert(1)>")

    [summary] = ElementTree.fromstring(Client().get(FEED).content).iter(f"{ATOM}summary")

    assert "<img" not in summary.text


def test_a_sign_that_xml_cannot_hold_does_not_stop_the_feed(published, cast):
    paper = published()
    with pgtrigger.ignore("suggestions.PublicCopy:public_copy_kept"):
        PublicCopy.objects.filter(suggestion=paper).update(title="关于增设\x0b站点的建议")

    assert "关于增设站点的建议" in Client().get(FEED).content.decode()


@pytest.mark.parametrize("address", [f"{DATA}suggestions.xlsx", f"{JSON}?year=1066", f"{JSON}?category=x"])
def test_what_cannot_be_answered_is_not_found(db, address):
    assert Client().get(address).status_code == 404


def test_the_description_names_every_column_and_the_terms(published):
    published()

    text = Client().get(DATA).content.decode()

    assert [name for name in rows()[0] if f"<code>{name}</code>" not in text] == []
    assert [label for label in table()[0] if f"<dt>{label}</dt>" not in text] == []
    assert "请注明来源" in text
    assert "suggestions.json?year=2026" in text


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [(FEED, 2), (CSV, 2), (JSON, 2)])
def test_a_file_costs_the_same_for_one_row_and_three(count, published, django_assert_num_queries, address, queries):
    for _ in range(count):
        published()
    Client().get(address).getvalue()

    with django_assert_num_queries(queries):
        Client().get(address).getvalue()
