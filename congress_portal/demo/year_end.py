"""The yearly performance reports of deputies: last year's confirmed for one delegation, this year's sent out."""

from datetime import date, datetime, timedelta
from typing import Any

from congress_portal.demo.district import District
from congress_portal.reports.deputies.transitions.check import check
from congress_portal.reports.deputies.transitions.confirm import confirm
from congress_portal.reports.deputies.transitions.words import open_words, write_words
from congress_portal.reports.models import AnnualReport, DeputyReport
from congress_portal.reports.transitions.ask import ask
from congress_portal.reports.transitions.build import build

# Days before the loading: this year's were sent out.
SENT = 1
# After the turn of the year: counted, words written, checked when the time was over, confirmed.
COUNTED, WRITTEN, CHECKED, CONFIRMED = 12, 20, 45, 46
DONE = "石桥镇"
WORDS: dict[str, Any] = {
    "summary": "全年按时出席会议，走访联系选民，围绕群众关心的出行、饮水和环境问题提出建议，跟踪承办单位办理。",
    "problems": "调查研究还不够深入，闭会期间参加活动的时间安排不够均衡。",
    "plan": "每月到代表联络站接待选民一次，继续跟踪建议的落实情况，年内向选民报告一次履职情况。",
}


def tell(district: District) -> None:
    """As of the last days of the story; every step by those who may."""
    _last_year(district)
    run = _built(district, district.day.year, district.at(SENT, 9))
    open_words(run.pk, by=district.users["lianluo1"], at=district.at(SENT, 11))
    _write(district, "daibiao2", district.day.year, district.at(SENT, 15))


def _last_year(district: District) -> None:
    """Sent to everybody, three wrote; all checked by one clerk, one delegation confirmed by the other."""
    year, clerk = district.day.year - 1, district.users["lianluo1"]
    run = _built(district, year, _after(district, COUNTED))
    open_words(run.pk, by=clerk, at=_after(district, COUNTED, 14))
    for username in ("daibiao1", "tuanzhang", "daibiao2"):
        _write(district, username, year, _after(district, WRITTEN))
    seats = {seat.deputy_id for seat in district.mandates[DONE]}
    for report in DeputyReport.objects.light().of_year(year).order_by("pk"):
        check(report.pk, by=clerk, at=_after(district, CHECKED))
        if report.deputy_id in seats:
            confirm(report.pk, by=district.users["lianluo2"], at=_after(district, CONFIRMED))


def _built(district: District, year: int, at: datetime) -> AnnualReport:
    asked = ask(by=district.users["lianluo1"], at=at, kind="deputies", year=year)
    return build(asked.pk, clock=lambda: at) or asked


def _write(district: District, username: str, year: int, at: datetime) -> None:
    user = district.users[username]
    report = DeputyReport.objects.light().of_year(year).get(deputy__user=user)
    write_words(report.pk, by=user, at=at, **WORDS)


def _after(district: District, days: int, hour: int = 10) -> datetime:
    """So many days into this year, or the last day of the story where it is not that late yet."""
    day = date(district.day.year, 1, 1) + timedelta(days=days)
    return district.at(max((district.day - day).days, SENT), hour)
