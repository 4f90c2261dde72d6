"""Refusals that several rules share, worded once."""

from datetime import date

NOT_THE_LEAD = "只有领衔代表本人可以办理。"
NOT_THE_RATER = "只有领衔代表本人可以评价。您有意见的，可以向领衔代表或者代表工作机构提出。"
NOT_THE_OFFICE = "该事项由代表工作机构办理。"
NOT_THE_TOWNSHIP = "乡镇人大代表的建议由本乡镇人大办理。"
NOT_THE_UNIT = "该事项由承办单位办理。"
NOT_THE_HEAD = "答复须由本单位负责人签发，请送负责人办理。"
NOT_SERVING = "代表职务已暂停执行或已终止，不能办理，请与代表工作机构联系。"


def day_word(day: date | None) -> str:
    """ "2026年3月1日"; a missing day is said to be open."""
    return f"{day.year}年{day.month}月{day.day}日" if day else "未定"
