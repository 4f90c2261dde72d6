"""A copy of what is kept of a letter and its writer, for the writer."""

from typing import Any

from foundation.files.store import files_of
from foundation.intake.models import Consent
from foundation.web.chinese import datetime_text
from liaison_stations.models import Letter


def own_copy(letter: Letter) -> dict[str, Any]:
    """Everything but what others have written inside; Chinese headings, times in local words."""
    writer = letter.writer
    consents = Consent.objects.of(letter).select_related("text")
    return {
        "编号": str(letter),
        "来信途径": letter.get_channel_display(),
        "来信时间": datetime_text(letter.posted_at),
        "类别": letter.get_kind_display(),
        "写给": str(letter.addressee),
        "标题": letter.title,
        "正文": letter.text,
        "具体地点": letter.place,
        "地图位置": [str(letter.latitude), str(letter.longitude)] if letter.latitude is not None else None,
        "照片": [{"文件名": file.name, "大小": file.size} for file in files_of(letter)],
        "姓名": writer.name,
        "电话": writer.phone,
        "邮箱": writer.email,
        "住址": writer.address,
        "状态": letter.get_state_display(),
        "评价": letter.rating,
        "往来": [_word(letter, event) for event in letter.events.filter(is_public=True).order_by("at", "pk")],
        "同意": [_consent(given) for given in consents],
    }


def _word(letter: Letter, event: Any) -> dict[str, Any]:
    event.letter = letter
    return {
        "时间": datetime_text(event.at),
        "事项": event.get_kind_display(),
        "署名": event.speaker,
        "内容": event.text,
    }


def _consent(given: Consent) -> dict[str, Any]:
    return {
        "用途": given.text.name,
        "告知内容": given.text.text,
        "同意时间": datetime_text(given.at),
        "撤回时间": datetime_text(given.withdrawn_at),
    }
