import pytest
from django.core.exceptions import ValidationError

from suggestions.models import Category, Reply, ReplyTemplate
from suggestions.models.reply_template import blanks_in
from suggestions.transitions.draft_reply import draft_reply
from suggestions.transitions.sign_reply import sign_reply

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "word"),
    [("{代表名字}", "不认识的占位符{代表名字}"), ("{代表姓名", "花括号"), ("【完成时间", "【】"), ("完成】", "【】")],
)
def test_placeholders_are_checked_when_a_template_is_written(text, word):
    with pytest.raises(ValidationError, match=word):
        ReplyTemplate(name="样", text=text).full_clean()


def test_every_template_of_the_house_passes_its_own_check():
    rows = list(ReplyTemplate.objects.all())

    assert {row.class_code for row in rows} == {"A", "B", "C", "D"}
    for row in rows:
        row.full_clean()
        assert blanks_in(row.text)


def test_facts_are_filled_in_and_never_read_as_placeholders():
    row = ReplyTemplate(text="{代表姓名}：“{建议标题}”，【完成时间】。")

    assert row.fill({"代表姓名": "林{建议标题}", "建议标题": "题"}) == "林{建议标题}：“题”，【完成时间】。"


def test_what_suits_a_paper_is_offered_the_most_particular_first(road, cast):
    urban, other = Category.objects.get(code="urban"), Category.objects.get(code="other")
    ReplyTemplate.objects.create(name="城建", category=urban, text="一")
    ReplyTemplate.objects.create(name="本局", unit=cast.transport, text="二")
    ReplyTemplate.objects.create(name="其他", category=other, text="三")
    ReplyTemplate.objects.create(name="教育", unit=cast.education, text="四")

    names = [row.name for row in ReplyTemplate.objects.offered(category=urban, unit=cast.transport, on=road.day)]

    assert names[:2] == ["本局", "城建"]
    assert not {"其他", "教育"} & set(names)


def test_a_blank_must_be_filled_before_signing(road, cast, refused):
    part = road.part(road.drafted(body="已于【完成时间】解决，【主要措施】。"))

    reason = refused(sign_reply, part, by=cast.chen, at=road.at(), code="state")
    assert "【完成时间】" in reason
    assert "【主要措施】" in reason

    draft_reply(part, by=cast.feng, at=road.at(), body="已于四月解决，增设站点。")
    sign_reply(part, by=cast.chen, at=road.at())
    assert Reply.objects.get().signed_by == cast.chen


@pytest.mark.parametrize(
    "content",
    [{"points": [{"point": "站点", "answer": "【时间】前增设。"}]}, {"commitment_text": "【时间】前建成。"}],
)
def test_blanks_in_points_and_promises_count_too(road, content):
    road.drafted(**content)

    assert Reply.objects.get().blanks() == ["【时间】"]
