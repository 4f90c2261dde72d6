"""What is told when a paper of several matters is taken apart."""

from datetime import datetime
from typing import Any

from suggestions.models import Split
from suggestions.notices.telling import tell_of


def split_proposed(split: Split, *, by: Any, at: datetime) -> None:
    paper = split.suggestion
    titles = "；".join(part.title for part in split.parts.all())
    body = f"{paper}涉及几个事项，建议拆分为：{titles}。理由：{split.reason}是否同意，请登录答复。"
    tell_of("split_proposed", paper, f"请您答复拆分意见：{paper}", by=by, at=at, body=body, mark=f"s{split.pk}")


def split_answered(split: Split, said: str, *, by: Any, at: datetime) -> None:
    paper = split.suggestion
    tell_of(
        "split_answered", paper, f"代表答复拆分意见：{paper}", by=by, at=at, body=f"领衔代表{said}", mark=f"s{split.pk}"
    )
