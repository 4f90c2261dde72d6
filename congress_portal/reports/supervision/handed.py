"""Tasks handed down in the year, by whom and to whom: taken, reported, done, late (上级交办事项)."""

from datetime import date

from congress_portal.reports.supervision.kinds import HANDED
from congress_portal.reports.supervision.shape import Figures, by_choice, by_organ, grouped, nothing, on_days
from foundation.documents.figures import Sheet
from suggestions.yearbook import Period
from supervision.models import HandedTask
from supervision.states.handed import OWED, HandedSource, HandedState

S = HandedState
REPORTED = (S.REPORTED, S.SENT_UP, S.CLOSED)


def tables(period: Period, on: date) -> list[Sheet]:
    """By who hands down, and by who answers; what was taken back stands apart."""
    found = list(on_days(HandedTask.objects.with_names(), "handed_on", period).order_by("handed_on", "pk"))
    if not found:
        return [nothing("handed", "上级交办事项", "本年度没有登记上级交办和交给乡镇街道的事项。")]
    figures: Figures = (
        ("count", "交办", lambda row: row.state != S.CANCELLED),
        ("closed", "已办结", lambda row: row.state == S.CLOSED),
        ("reported", "已报告结果", lambda row: row.state in REPORTED),
        ("open", "待签收、办理中", lambda row: row.state in OWED),
        ("overdue", "其中：逾期", lambda row: row.state in OWED and row.due_on < on),
        ("late", "逾期报告", lambda row: row.state in REPORTED and row.late_reason != ""),
        ("cancelled", "撤销", lambda row: row.state == S.CANCELLED),
    )
    note = "按交办日期统计；同一文件交给几个单位的，按单位分别计算；撤销的不计入交办。"
    sources = by_choice(found, "source", HandedSource.choices)
    bodies = by_organ(found, "answerer")
    return [
        grouped("handed", "上级交办事项", "交办机关", figures, sources, found, HANDED, note),
        grouped("handed_bodies", "上级交办事项承办情况", "承办单位", figures, bodies, found, HANDED, note),
    ]
