"""The page on which the office checks what everybody will read."""

import pytest
from django.test import Client

from suggestions.models import PublicCopy
from suggestions.states import CheckPoint

TICKED = {f"check-{point}": "on" for point in CheckPoint.values}


@pytest.fixture
def telling(road):
    """A paper with a number in its text."""
    return road.on(road.draft(facts="王某某的电话是13800000001，住人民路3号。"), "replied")


def typed(page, **changed):
    """What a browser sends of the form as it stands, with `changed` in it."""
    form = page.context["form"]
    values = {name: field.initial or "" for name, field in form.fields.items() if name.startswith("text-")}
    return {**values, "version": page.context["version"], "secrecy_note": "经审查不涉密。", **changed}


def test_the_copy_stands_beside_the_original_with_its_numbers_masked(telling, cast, visit):
    page = visit(cast.he, "publish", telling)
    text = page.content.decode()

    assert "王某某的电话是13800000001" in text
    assert "王某某的电话是138****0001" in page.context["form"]["text-facts"].value()
    assert text.count('type="checkbox"') == len(CheckPoint)
    assert "checked" not in text.partition("copy-checks")[2].partition("</fieldset>")[0]


def test_what_is_covered_is_not_read_at_any_door(telling, cast, visit):
    page = visit(cast.he, "publish", telling)
    words = {"text-facts": "【略】的电话是138****0001，住【略】。"}

    answer = visit(cast.he, "publish", telling, post=typed(page, **words, **TICKED))

    assert answer.status_code == 302
    for door in ("", f"{telling.pk}/", "feed/", "data/suggestions.csv", "data/suggestions.json", "?q=王某某"):
        text = b"".join(Client().get(f"/suggestions/public/{door}")).decode()
        assert "王某某" not in text.replace('value="王某某"', "").replace("q=%E7%8E%8B", ""), door
    assert not Client().get("/suggestions/public/", {"q": "王某某"}).context["page"].rows
    assert Client().get("/suggestions/public/", {"q": "电话"}).context["page"].rows
    assert "王某某的电话是13800000001" in visit(cast.lin, "detail", telling).content.decode()


@pytest.mark.parametrize("point", CheckPoint.values)
def test_each_point_must_be_ticked(telling, cast, visit, point):
    page = visit(cast.he, "publish", telling)
    ticked = {name: value for name, value in TICKED.items() if name != f"check-{point}"}

    answer = visit(cast.he, "publish", telling, post=typed(page, **ticked))

    assert answer.status_code == 422
    assert "请核对后勾选。" in answer.content.decode()
    assert not PublicCopy.objects.exists()


def test_a_rewritten_text_is_refused_at_its_field_and_kept(telling, cast, visit):
    page = visit(cast.he, "publish", telling)

    answer = visit(cast.he, "publish", telling, post=typed(page, **TICKED, **{"text-facts": "一切都好。"}))

    assert answer.status_code == 422
    assert "只能遮盖文字" in answer.context["form"].errors["text-facts"][0]
    assert "一切都好。" in answer.content.decode()


def test_the_next_version_begins_with_what_was_covered(telling, cast, visit):
    page = visit(cast.he, "publish", telling)
    visit(cast.he, "publish", telling, post=typed(page, **TICKED, **{"text-facts": "【略】"}))

    page = visit(cast.he, "renew-copy", telling)

    assert page.context["form"]["text-facts"].value() == "【略】"
    assert "历次公开文本（1版）" in page.content.decode()
    assert f"{cast.he.name}审查" in page.content.decode()
    assert visit(cast.he, "renew-copy", telling, post=typed(page, **TICKED)).status_code == 302


def test_what_has_come_since_is_marked(telling, cast, road, visit):
    page = visit(cast.he, "publish", telling)
    assert "新增，待审查" not in page.content.decode()
    visit(cast.he, "publish", telling, post=typed(page, **TICKED))
    road.replied_again(road.dissatisfied(road.fresh(telling)))

    page = visit(cast.he, "renew-copy", telling)

    marked = {text.section for text in page.context["form"].texts if text.is_new}
    assert marked == {"示范区交通运输局的答复（第2轮办理）"}
    assert "新增，待审查" in page.content.decode()
