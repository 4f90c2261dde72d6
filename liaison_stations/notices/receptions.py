"""What is told of receptions. Messages travel by mail: they name day and path, never the visitor or his words."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from deputies.models import Deputy
from foundation.web.chinese import date_text
from liaison_stations.models import ReceptionRecord
from liaison_stations.notices.matrix import tell
from liaison_stations.notices.rota import people_of


def received(record: ReceptionRecord, deputies: Iterable[Deputy], *, by: Any, at: datetime) -> None:
    """The deputies who received: which way the matter goes."""
    title = f"您接待的来访事项已登记：{record.get_path_display()}"
    body = f"{record.station.name}，{date_text(record.day)}。有结果后会通知您。" if record.letter_id else ""
    people = {deputy.user_id for deputy in deputies} - {None, by.pk}
    if people:
        tell("received", people, record, title, by=by, at=at, body=body)


def result_in(record: ReceptionRecord, *, by: Any, at: datetime) -> None:
    """The deputies who received, and the station, which tells the visitor."""
    title = f"来访事项有了结果：{record.station.name}{date_text(record.day)}接待"
    body = "请电话或者上门告知来访群众，并在接待记录中登记；没有留联系方式的，由本人凭查询码查看。"
    people = people_of(record.station, at) | {deputy.user_id for deputy in record.deputies.all()}
    tell("result_in", people, record, title, by=by, at=at, body=body)


def visitor_told(record: ReceptionRecord, *, by: Any, at: datetime) -> None:
    """The deputies who received: the matter has come to its end."""
    title = f"已将结果告知来访群众：{record.station.name}{date_text(record.day)}接待"
    people = {deputy.user_id for deputy in record.deputies.all()} - {None, by.pk}
    if people:
        tell("visitor_told", people, record, title, by=by, at=at, body=record.get_told_how_display())
