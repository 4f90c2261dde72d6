"""What is told of questionnaires: deputies who are invited to fill one in."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from foundation.web.chinese import date_text
from supervision.models import OnlineSurvey
from supervision.notices.matrix import tell


def opened(survey: OnlineSurvey, people: Iterable[int | None], *, by: Any, at: datetime) -> None:
    invited = [pk for pk in people if pk]
    body = f"{date_text(survey.closes_on)}截止，不记姓名。请打开问卷填写。"
    if invited:
        title = f"请填写问卷：{survey}"
        tell("survey_invited", invited, survey, title, by=by, at=at, body=body, url=survey.public_url)
