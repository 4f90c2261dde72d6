"""年终工作报告 of a street committee or presidium: made of the meetings held and the items of the plan."""

from collections.abc import Iterator
from datetime import date

from foundation.documents.writing import (
    Block,
    Document,
    Heading,
    Paragraph,
    Signature,
    Table,
    TableColumn,
    numbered,
)
from foundation.web.chinese import date_text
from liaison_stations.models import CouncilOpinion
from liaison_stations.states.council_opinion import OpinionState
from supervision.models import HandedTask, LocalItem, LocalMeeting, LocalYear
from supervision.states.handed import HandedState
from supervision.states.local import LocalMeetingState

MEETINGS = [TableColumn("会议", 2.2, "left"), TableColumn("日期", 2), TableColumn("应到", 1), TableColumn("到会", 1),
            TableColumn("议题和议定事项", 5.4, "left")]  # fmt: skip
ITEMS = [TableColumn("工作事项", 3.4, "left"), TableColumn("类别", 1.8), TableColumn("完成日期", 2),
         TableColumn("完成情况", 4.4, "left")]  # fmt: skip

HANDED = [TableColumn("交办事项", 3.4, "left"), TableColumn("文号", 2.4), TableColumn("状态", 1.4),
          TableColumn("办理结果", 4.4, "left")]  # fmt: skip


def local_report(plan: LocalYear, day: date) -> Document:
    """The whole report; equal facts make an equal document."""
    house = plan.body.organisation.name
    items = list(plan.items.order_by("due_on", "pk"))
    meetings = list(held_in(plan).order_by("starts_at", "pk"))
    blocks: list[Block] = [
        Heading("基本情况"),
        Paragraph(summary(plan, items, meetings)),
        Heading("召开会议情况"),
        *_meetings(meetings),
        Heading("年度计划完成情况"),
        *_items(items),
        *_handed(plan),
        *_opinions(plan),
        Heading("主要成效"),
        *_paragraphs(plan.effect),
    ]
    if plan.problems:
        blocks += [Heading("存在的问题"), *_paragraphs(plan.problems)]
    if plan.outlook:
        blocks += [Heading("下一年打算"), *_paragraphs(plan.outlook)]
    return Document(
        title=f"{house}{plan.year}年度工作报告",
        subtitle=f"（第{plan.edition}版）" if plan.edition > 1 else "",
        blocks=numbered(blocks),
        signature=Signature(house, day, seal=True),
        made_on=day,
        author=house,
    )


def held_in(plan: LocalYear):
    """The meetings held in the year."""
    return LocalMeeting.objects.filter(body=plan.body_id, year=plan.year, state=LocalMeetingState.HELD)


def summary(plan: LocalYear, items: list[LocalItem], meetings: list[LocalMeeting]) -> str:
    """The figures of the year in one sentence."""
    done = sum(item.done_on is not None for item in items)
    dropped = sum(bool(item.dropped_reason) for item in items)
    words = f"{plan.year}年召开会议{len(meetings)}次；年度计划共{len(items)}项，完成{done}项"
    return f"{words}，经调整不再安排{dropped}项。" if dropped else f"{words}。"


def _meetings(meetings: list[LocalMeeting]) -> Iterator[Block]:
    if not meetings:
        yield Paragraph("本年度没有召开会议。")
        return
    lines = [
        [f"第{row.number}次", date_text(row.day), str(row.members), str(row.present),
         "；".join(filter(None, (_line(row.topics), _line(row.decisions))))]
        for row in meetings
    ]  # fmt: skip
    yield Table(MEETINGS, lines)


def _items(items: list[LocalItem]) -> Iterator[Block]:
    lines = []
    for item in items:
        words = _line(item.result) if item.done_on else f"不再安排：{item.dropped_reason}"
        lines.append([item.title, item.get_kind_display(), date_text(item.done_on) if item.done_on else "—", words])
    yield Table(ITEMS, lines)


def _handed(plan: LocalYear) -> Iterator[Block]:
    """What the upper congress handed down in the year, where there was anything."""
    tasks = list(HandedTask.objects.of_year(plan.body.organisation_id, plan.year))
    if not tasks:
        return
    closed = sum(task.state == HandedState.CLOSED for task in tasks)
    yield Heading("上级交办事项办理情况")
    yield Paragraph(f"承办上级人大常委会交办的事项{len(tasks)}件，已办结{closed}件。")
    yield Table(HANDED, [[row.title, row.number, row.get_state_display(), _line(row.result) or "—"] for row in tasks])


def _opinions(plan: LocalYear) -> Iterator[Block]:
    """What the street's deliberation congress raised in the year, where there is one."""
    raised = CouncilOpinion.objects.filter(congress__organisation=plan.body.organisation_id, raised_at__year=plan.year)
    if count := raised.count():
        closed = raised.filter(state=OpinionState.CLOSED).count()
        yield Heading("议政意见办理情况")
        yield Paragraph(f"街道议政代表会提出意见{count}件，已向提出人反馈结果{closed}件。")


def _line(text: str) -> str:
    return "；".join(filter(None, map(str.strip, text.splitlines())))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    return (Paragraph(line.strip()) for line in text.splitlines() if line.strip())
