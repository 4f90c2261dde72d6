"""What stands in the letter of a reply."""

import pytest

from foundation.documents.writing import Heading, HeadStyle, Paragraph
from suggestions.letters import reply_letter
from suggestions.letters.wording import opening_and_rest
from suggestions.models import DocumentHead, Reply
from suggestions.states import PaperUse

pytestmark = pytest.mark.django_db


def letter(road, **content):
    road.signed(**content)
    return reply_letter(Reply.objects.select_related("assignment__suggestion__meeting").get())


def texts(document):
    return [f"{getattr(block, 'lead', '')}{block.text}" for block in document.blocks]


def test_a_letter_has_everything_an_official_letter_has(road, cast):
    document = letter(road)
    paper = Reply.objects.get().assignment.suggestion

    assert document.title == f"关于{paper.meeting or ''}{paper.number_text}建议的答复"
    assert document.head.mark == cast.transport.name
    assert document.head.number == "示交函〔2026〕12号"
    assert document.marks == ["A类"]
    assert document.addressee == "林晓梅代表："
    assert (document.signature.organisation, document.signature.day) == (cast.transport.name, road.day)
    assert document.note == "联系人：冯磊，联系电话：0000-8888123"
    assert document.copies == [cast.government_office.name]


def test_the_text_opens_answers_point_by_point_and_thanks(road):
    blocks = letter(road).blocks

    assert blocks[0].text == "您提出的建议收悉，现答复如下。"
    assert blocks[1] == Heading("一、关于“增设站点”")
    assert blocks[2] == Paragraph("已于四月增设。")
    assert "感谢" in blocks[-1].text


def test_the_government_office_is_named_once(road, cast):
    short = cast.government_office.name[3:]

    assert letter(road, copy_to=f"区人大代工委、{short}").copies == ["区人大代工委", short]


def test_a_text_without_an_opening_gets_one(road):
    blocks = letter(road, body="已经办好。").blocks

    assert blocks[0].text == "您提出的“关于增设人民路公交站点的建议”收悉。经研究，现答复如下："


def test_every_proposer_is_addressed(road):
    road.on(road.joint(), "signed")

    assert reply_letter(Reply.objects.get()).addressee == "林晓梅、周建国代表："


def test_a_promise_stands_in_the_letter_with_its_day(road):
    document = letter(road, **road.promise())

    assert document.marks == ["B类"]
    assert texts(document)[-2] == "承诺事项：年底前建成候车亭。（2026年12月31日前完成）"
    assert "感谢" in texts(document)[-1]


def test_a_second_reply_says_so(road):
    road.replied_again()

    assert "的再次答复" in reply_letter(Reply.objects.order_by("-pk").first()).title


def test_without_the_telephone(road):
    road.signed()

    assert reply_letter(Reply.objects.get(), with_phone=False).note == "联系人：冯磊"


def test_the_units_own_head(road, cast):
    facts = {
        "use": PaperUse.REPLY,
        "style": HeadStyle.FILE,
        "mark": "示范区交通运输局文件",
        "pattern": "交〔{年}〕{号}号",
    }
    DocumentHead.objects.create(organisation=cast.transport, **facts)

    head = letter(road).head

    assert (head.mark, head.style) == ("示范区交通运输局文件", HeadStyle.FILE)


@pytest.mark.parametrize(
    ("body", "opening", "rest"),
    [
        ("林晓梅代表：您的建议收悉，现答复如下：\n一是", "您的建议收悉，现答复如下：", "一是"),
        ("现逐条答复如下。", "现逐条答复如下。", ""),
        ("已经办好。\n感谢。", "", "已经办好。\n感谢。"),
        ("", "", ""),
    ],
)
def test_a_units_own_opening_is_not_written_twice(body, opening, rest):
    assert opening_and_rest(body) == (opening, rest)
