"""The written notice of an activity: what stands in it, who gets which, and when there is none."""

from io import BytesIO

from django.urls import reverse
from docx import Document

from deputies.models import Activity
from deputies.transitions.cancel_activity import cancel_activity
from foundation.audit.models import Event
from tests.deputies.gatherings import BEFORE, asked, planned


def address(activity: Activity) -> str:
    return reverse("deputies:activity-notice", args=[activity.pk])


def words(answer) -> str:
    """The paragraphs of the file, without the spaces that space a head or a signature."""
    return "\n".join(line.text for line in Document(BytesIO(answer.content)).paragraphs)


def test_the_organisers_notice_says_when_where_what_until_when_and_whom_to_ask(cast, register, signed_in):
    cast.deputies_committee.phone = "0000-8888101"
    cast.deputies_committee.save()
    content = "察看一号闸。\n座谈。"
    activity = asked(cast, register, content=content)["lin"].activity
    client = signed_in(cast.he)
    assert address(activity) in client.get(activity.get_absolute_url()).text
    answer = client.get(address(activity))
    assert answer.headers["Content-Disposition"].startswith("attachment")
    shown = words(answer)
    for part in (
        "关于参加视察青石河治理工程的通知", "各有关代表：", "定于2026年3月12日举行视察青石河治理工程（视察）",
        "一、时间", "2026年3月12日（星期四）09:00至11:30。", "二、地点", "青石河一号闸。", "三、议程和内容",
        "察看一号闸。", "四、参加代表", "林晓梅", "周建国", "共2人。", "五、答复和请假",
        "请于2026年3月12日 09:00前登录平台答复", "示范区人大常委会代表工作委员会", "2026年3月2日",
        "联系人：何敏，电话：0000-8888101",
    ):  # fmt: skip
        assert part in shown, part
    assert Event.objects.filter(verb="documents.download", summary__contains="视察青石河治理工程通知").exists()


def test_a_deputy_gets_his_own_without_the_others_and_strangers_none(cast, register, signed_in):
    activity = asked(cast, register)["lin"].activity
    client = signed_in(cast.lin)
    assert address(activity) in client.get(activity.get_absolute_url()).text
    shown = words(client.get(address(activity)))
    assert "林晓梅代表：" in shown
    assert "周建国" not in shown
    assert "议程和内容" not in shown
    assert [signed_in(getattr(cast, name)).get(address(activity)).status_code for name in ("deng", "wu")] == [404, 404]


def test_before_the_invitation_it_is_a_draft_and_called_off_there_is_none(cast, register, signed_in):
    activity, client = planned(cast), signed_in(cast.he)
    draft = client.get(address(activity))
    assert "2026年3月2日" not in words(draft)
    assert "共0人" not in words(draft)
    assert "草稿" in "".join(part.blob.decode(errors="ignore") for part in package(draft))
    cancel_activity(activity, by=cast.he, at=BEFORE, reason="大雨")
    refused = client.get(address(activity))
    assert (refused.status_code, "不再出具书面通知" in refused.text) == (409, True)
    assert address(activity) not in client.get(activity.get_absolute_url()).text


def package(answer) -> list:
    """Every part of the file; the word across the page stands in a header."""
    return Document(BytesIO(answer.content)).part.package.parts
