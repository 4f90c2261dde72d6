"""The year-end report on supervision with its ledger (年度监督工作情况报告): plan, supervision carried out, problems.

`tables(period, on)` is the one function from period to rows: page, workbook and document are drawn from its answer.
What bodies must not know of on that day is in none of them.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from congress_portal.reports.handling import one_look
from congress_portal.reports.supervision import (
    advice,
    appointments,
    ballots,
    handed,
    local,
    opinions,
    projects,
    questions,
    resolutions,
    seats,
)
from congress_portal.reports.supervision.kinds import IDEA, PROBLEM, TOPIC, UNDERTAKING
from congress_portal.reports.supervision.shape import Wanted, by_organ, grouped, within
from foundation.documents.figures import Cell, Column, Kind, Row, Sheet
from foundation.web.chinese import date_text
from suggestions.yearbook import Period, counted, share, word
from supervision.models import PlanTopic, Problem, TopicIdea, Undertaking
from supervision.querysets.undertakings import not_hidden
from supervision.states.plan import TopicProgress, TopicSource
from supervision.states.problem import OPEN, ProblemState
from supervision.states.solicitation import IdeaChannel, IdeaState
from supervision.states.undertaking import UndertakingState

# Each of them is a part of the report: `tables(period, on)`.
SECTIONS = (ballots, projects, questions, opinions, resolutions, appointments, seats, handed, local, advice)
P, U, S = TopicProgress, UndertakingState, ProblemState


def tables(period: Period, on: date) -> list[Sheet]:
    """Every table of the report on `period`, counted on the day `on`, all from one look at the database."""
    with one_look():
        topics = list(PlanTopic.objects.of_year(period.year).settled().with_names())
        done = list(Undertaking.objects.of_year(period.year).filter(not_hidden(on)).with_names().order_by("pk"))
        ideas = list(within(TopicIdea.objects.with_names(), "put_at", period).order_by("number"))
        problems = list(within(Problem.objects.counted(), "found_at", period).select_related("unit").order_by("pk"))
        return [
            _plan(topics, on),
            _sources(topics, on),
            _topics(topics, on),
            _forms(done),
            _undertakings(done),
            _problems(problems, on),
            _ideas(ideas),
            _papers(topics),
            *(sheet for section in SECTIONS for sheet in section.tables(period, on)),
        ]


def _progress(topic: PlanTopic, on: date) -> TopicProgress:
    return topic.progress_on(on, house=False)


def _plan(topics: Sequence[PlanTopic], on: date) -> Sheet:
    standing = [topic for topic in topics if not topic.is_dropped]
    lines: list[tuple[str, str, Iterable[PlanTopic]]] = [
        ("listed", "列入计划的议题", standing),
        ("waiting", "其中：未启动", [row for row in standing if _progress(row, on) == P.WAITING]),
        ("under_way", "其中：进行中", [row for row in standing if _progress(row, on) == P.UNDER_WAY]),
        ("done", "其中：已完成", [row for row in standing if _progress(row, on) == P.DONE]),
        ("dropped", "经主任会议同意取消", [row for row in topics if row.is_dropped]),
    ]
    rows = [Row(key, label, [counted(found, TOPIC)]) for key, label, found in lines]
    note = "按年度监督工作计划统计；取消的议题不计入列入计划的议题。"
    return Sheet("plan", "年度监督工作计划完成情况", "项目", [Column("count", "项数")], rows, note=note)


def _sources(topics: Sequence[PlanTopic], on: date) -> Sheet:
    standing = [topic for topic in topics if not topic.is_dropped]
    columns = [Column("count", "议题（项）"), Column("share", "占比（%）", Kind.RATE), Column("done", "已完成")]
    rows = []
    for key, label in TopicSource.choices:
        mine = [topic for topic in standing if topic.source == key]
        finished = [topic for topic in mine if _progress(topic, on) == P.DONE]
        rows.append(
            Row(str(key), label, [counted(mine, TOPIC), share(mine, standing, TOPIC), counted(finished, TOPIC)])
        )
    return Sheet("source", "议题来源", "来源", columns, rows, note="来源按监督法第十二条划分。")


def _topics(topics: Sequence[PlanTopic], on: date) -> Sheet:
    labels = ("议题", "监督形式", "责任工作委员会", "计划时间", "进展")
    columns = [Column(f"c{place}", label, Kind.TEXT) for place, label in enumerate(labels)]
    rows = [
        Row(
            str(topic.pk),
            str(topic.order),
            [
                word(topic.title, topic.pk, TOPIC),
                word(str(topic.kind)),
                word(topic.committee.label),
                word(topic.months),
                word(_progress(topic, on).label),
            ],
        )
        for topic in topics
    ]
    return Sheet("topics", "计划议题台账", "序号", columns, rows)


FORM_COLUMNS: tuple[tuple[str, str, Wanted], ...] = (
    ("count", "监督事项", lambda row: row.state != U.CANCELLED),
    ("under_way", "进行中", lambda row: row.state == U.UNDER_WAY),
    ("concluded", "已办结", lambda row: row.state == U.CONCLUDED),
    ("cancelled", "已取消", lambda row: row.state == U.CANCELLED),
)


def _forms(done: Sequence[Undertaking]) -> Sheet:
    kinds = {row.kind_id: row.kind for row in done}
    ordered = sorted(kinds.values(), key=lambda kind: (kind.order, kind.pk))
    groups = [(kind.code, kind.name, [row for row in done if row.kind_id == kind.pk]) for kind in ordered]
    return grouped("form", "各种监督形式开展情况", "监督形式", FORM_COLUMNS, groups, done, UNDERTAKING)


def _undertakings(done: Sequence[Undertaking]) -> Sheet:
    labels = ("监督事项", "监督形式", "听取层级", "责任工作委员会", "会议日期", "状态", "监督结果")
    columns = [Column(f"c{place}", label, Kind.TEXT) for place, label in enumerate(labels)]
    rows = [Row(str(row.pk), str(place), _undertaking(row)) for place, row in enumerate(done, 1)]
    return Sheet("undertakings", "监督事项台账", "序号", columns, rows)


def _undertaking(row: Undertaking) -> list[Cell]:
    day = row.day_of_meeting
    return [
        word(row.title, row.pk, UNDERTAKING),
        word(str(row.kind)),
        word(row.get_level_display()),
        word(row.committee.label),
        word(date_text(day) if day else "—"),
        word(row.get_state_display()),
        word(row.outcome or "—"),
    ]


def _problems(problems: Sequence[Problem], on: date) -> Sheet:
    """What counts is what was solved."""
    figures: tuple[tuple[str, str, Wanted], ...] = (
        ("found", "发现问题", lambda row: True),
        ("struck", "已销号", lambda row: row.state == S.STRUCK),
        ("open", "整改中、待核实", lambda row: row.state in OPEN),
        ("overdue", "逾期", lambda row: row.state == S.MENDING and row.due_on is not None and row.due_on < on),
        ("reopened", "反弹", lambda row: row.reopened > 0),
    )
    note = "按问题登记日期统计，撤销的不计；问题销号须有整改材料并经核实。"
    return grouped(
        "problems",
        "问题清单和销号情况",
        "责任单位",
        figures,
        by_organ(problems, "unit", "尚未交办"),
        problems,
        PROBLEM,
        note,
    )


def _ideas(ideas: Sequence[TopicIdea]) -> Sheet:
    figures: tuple[tuple[str, str, Wanted], ...] = (
        ("count", "收到建议", lambda row: True),
        ("taken", "列入计划", lambda row: row.state == IdeaState.TAKEN),
        ("forwarded", "转有关方面", lambda row: row.state == IdeaState.FORWARDED),
        ("declined", "未采纳", lambda row: row.state == IdeaState.DECLINED),
        ("waiting", "待研究", lambda row: row.state == IdeaState.RECEIVED),
    )
    groups = [(key, label, [row for row in ideas if row.channel == key]) for key, label in IdeaChannel.choices]
    return grouped("ideas", "议题征集情况", "渠道", figures, groups, ideas, IDEA)


def _papers(topics: Sequence[PlanTopic]) -> Sheet:
    """The suggestions and letters that topics come from, each beside its topic."""
    of_plan = (
        TopicIdea.objects.filter(topic__in=topics, state=IdeaState.TAKEN)
        .with_names()
        .order_by("topic__order", "number")
    )
    found = [idea for idea in of_plan if idea.suggestion_id or idea.letter_id]
    columns = [Column("topic", "列入的议题", Kind.TEXT), Column("kind", "来源", Kind.TEXT)]
    rows = [
        Row(str(idea.pk), idea.number, [word(str(idea.topic), idea.topic_id, TOPIC), _paper(idea)]) for idea in found
    ]
    return Sheet("papers", "来自代表建议、群众来信的议题", "建议编号", columns, rows)


def _paper(idea: TopicIdea) -> Cell:
    if idea.suggestion:
        return word(f"代表建议 {idea.suggestion.number_text}", idea.suggestion_id)
    return word(f"群众来信 {idea.letter.number}")
