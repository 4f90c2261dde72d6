"""Invented examples of every component, for the style guide and its tests. No figure here is a real one."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

from foundation.web.actions import Action
from foundation.web.cards import Card, FilledCard
from foundation.web.charts import bar_chart, donut_chart, line_chart
from foundation.web.diff import compare
from foundation.web.icons import ICONS
from foundation.web.pagination import Page
from foundation.web.tables import Column, Table
from foundation.workflow import allow, refuse

TITLE = "关于在老旧小区加装无障碍坡道的建议"
LOCAL = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class SpecimenLight:
    """Stands in for foundation.deadlines' Light, which lives above this app."""

    colour: str
    text: str
    provisional: bool = False
    url: str = ""


@dataclass(frozen=True)
class SpecimenRow:
    """A row of the specimen table."""

    number: str
    title: str
    unit: str
    due_on: date
    light: SpecimenLight
    state: str
    tone: str
    cosigners: int


@dataclass(frozen=True)
class SpecimenEvent:
    """A line of the specimen timeline."""

    at: datetime
    actor_name: str
    summary: str
    on_behalf_of: str = ""
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class SpecimenFile:
    """A file of the specimen file list."""

    name: str
    size: int
    type_name: str
    url: str = "#files"


class SpecimenForm(forms.Form):
    """One field of every sort."""

    title = forms.CharField(label="标题", max_length=60, help_text="不超过六十个字，写明事项。")
    category = forms.ChoiceField(label="分类", choices=[("", "请选择"), ("1", "城乡建设"), ("2", "社会民生")])
    due = forms.DateField(label="期望办结日期", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    kind = forms.ChoiceField(
        label="办理方式", choices=[("lead", "主办、会办"), ("separate", "分别办理")], widget=forms.RadioSelect
    )
    topics = forms.MultipleChoiceField(
        label="涉及方面", required=False, choices=[("a", "养老"), ("b", "教育")], widget=forms.CheckboxSelectMultiple
    )
    text = forms.CharField(
        label="具体内容", widget=forms.Textarea(attrs={"rows": 5}), help_text="一事一议，有情况、有分析、有建议。"
    )
    agreed = forms.BooleanField(label="同意公开建议内容", required=False)


class SpecimenFilter(forms.Form):
    """A filter as lists have it."""

    q = forms.CharField(label="标题或编号", required=False)
    state = forms.ChoiceField(label="状态", required=False, choices=[("", "全部"), ("handling", "办理中")])


class SpecimenUpload(forms.Form):
    """A place for files."""

    attachment = forms.FileField(
        label="附件", required=False, help_text="可上传图片、Word、Excel、PDF，单个不超过 20 MB。"
    )


class SpecimenSingle(forms.Form):
    """One field by itself."""

    note = forms.CharField(label="备注", required=False, help_text="只有本单位能看到。")


LIGHTS = (
    SpecimenLight("green", "剩 62 天", url="#light"),
    SpecimenLight("yellow", "剩 15 天", provisional=True, url="#light"),
    SpecimenLight("orange", "剩 3 天", url="#light"),
    SpecimenLight("red", "逾期 2 天", url="#light"),
    SpecimenLight("met", "2月12日 已按期办结"),
)

TONE_NAMES = (
    ("neutral", "草稿"),
    ("info", "办理中"),
    ("ok", "已办结"),
    ("warn", "待补正"),
    ("late", "已逾期"),
    ("accent", "重点督办"),
    ("muted", "已撤回"),
)
TABS = (
    {"label": "全部", "url": "#tabs", "count": "1000+", "current": True},
    {"label": "办理中", "url": "#tabs", "count": 37},
    {"label": "已办结", "url": "#tabs", "count": None},
)


def all_specimens(on: date) -> dict[str, Any]:
    """The variables of components/styleguide.html."""
    return {
        "kept": [("审查意见", "请补充具体路段。")],
        "lights": LIGHTS,
        "tones": TONE_NAMES,
        "table": _table(on),
        "empty_table": Table(COLUMNS, [], caption="没有记录的表"),
        "page": Page([None] * 20, 3, 20, 1000, True, True),
        "events": _events(on),
        "steps": _steps(),
        "actions": _actions(),
        "charts": _charts(),
        "parts": compare("请区住建局于年底前完成坡道加装。", "建议区住建局会同街道于十月底前完成坡道加装。"),
        "files": [
            SpecimenFile("现场照片.jpg", 348_160, "JPEG 图片"),
            SpecimenFile("附议代表名单.xlsx", 24_576, "Excel 工作簿"),
        ],
        "facts": [("提出代表", "林晓梅"), ("代表团", "城关代表团"), ("联名", "6 人"), ("主办单位", "")],
        "tabs": TABS,
        "cards": _cards(),
        "form": SpecimenForm(),
        "specimen_filter": SpecimenFilter(auto_id="filter_%s"),
        "single": SpecimenSingle(auto_id="single_%s"),
        "specimen_upload": SpecimenUpload(auto_id="upload_%s"),
        "invalid_form": SpecimenForm({"title": "", "due": "二月三十日"}, auto_id="bad_%s"),
        "yes": allow(),
        "icon_names": sorted(ICONS),
        "no": refuse("尚未与代表面商，请先登记沟通情况再答复。", code="state"),
    }


COLUMNS = (
    Column("编号", "number"),
    Column("标题", "title", primary=True, link=lambda row: "#table"),
    Column("主办单位", "unit"),
    Column("状态", "state", kind="badge", tone=lambda row: row.tone),
    Column("期限", "light", kind="light"),
    Column("到期日", "due_on", kind="date"),
    Column("联名", "cosigners", kind="number"),
)


def _table(on: date) -> Table:
    unit, school = "区住房和城乡建设局", "关于增设城北学校公交接驳线路并同步完善候车设施的建议"
    rows = [
        SpecimenRow("0501001", TITLE, unit, on + timedelta(62), LIGHTS[0], "办理中", "info", 6),
        SpecimenRow("0501002", school, "区交通运输局", on + timedelta(15), LIGHTS[1], "办理中", "info", 12),
        SpecimenRow(
            "0501003", "关于规范社区食堂补贴的建议", "区民政局", on - timedelta(2), LIGHTS[3], "已逾期", "late", 0
        ),
    ]
    return Table(COLUMNS, rows, caption="建议列表")


def _events(on: date) -> list[SpecimenEvent]:
    start = datetime(on.year, on.month, on.day, 9, 30, tzinfo=LOCAL)
    assigned = (("主办", "区住房和城乡建设局"), ("会办", "城关街道办事处"))
    return [
        SpecimenEvent(start, "周明", "签收交办任务，确定经办科室。"),
        SpecimenEvent(start - timedelta(days=1), "陈立", "交办给 2 个单位。", details=assigned),
        SpecimenEvent(start - timedelta(days=3), "何敏", "登记为第 0501001 号建议。", on_behalf_of="陈立"),
        SpecimenEvent(start - timedelta(days=5), "林晓梅", "提交建议，联名代表 6 人。"),
    ]


def _steps() -> list[dict[str, str]]:
    names = [
        ("提出", "done"),
        ("登记", "done"),
        ("交办", "done"),
        ("办理", "current"),
        ("答复", "todo"),
        ("评价", "todo"),
    ]
    notes = {"提出": "2月1日", "登记": "2月3日", "交办": "2月5日", "办理": "剩 62 天"}
    return [{"label": label, "state": state, "note": notes.get(label, "")} for label, state in names]


def _actions() -> list[Action]:
    return [
        Action("起草答复", "#actions", allow(), tone="primary", icon="edit"),
        Action("登记沟通", "#actions", allow(), icon="phone"),
        Action("签发答复", "#actions", refuse("须由单位负责人签发，请提交负责人。", code="role")),
        Action("申请延期", "#actions", refuse("已延期一次，不能再次延期。", code="state")),
    ]


def _charts() -> list[Any]:
    months = ["1月", "2月", "3月", "4月", "5月", "6月"]
    handled = [("交办", [4, 46, 58, 12, 6, 9]), ("办结", [0, 3, 12, 31, 40, 28])]
    return [
        bar_chart(
            "各单位承办件数", [("区住房和城乡建设局", 42), ("区教育局", 31), ("区交通运输局", 18), ("区民政局", 7)]
        ),
        line_chart("每月交办与办结", months, handled),
        donut_chart("评价结果", [("满意", 86), ("基本满意", 11), ("不满意", 3), ("未表态", 5)], series=(3, 1, 2, 4)),
    ]


def _cards() -> list[FilledCard]:
    rows = [
        {"title": TITLE, "url": "#cards", "meta": "区住房和城乡建设局", "light": LIGHTS[3]},
        {"title": "关于规范社区食堂补贴的建议", "url": "#cards", "meta": "区民政局", "light": LIGHTS[2]},
    ]
    roles: frozenset[str] = frozenset()
    urgent = Card("sign-in", "等待签收", roles, lambda user, on: {}, urgent=True, icon="clock")
    quiet = Card("rating", "等待评价", roles, lambda user, on: {}, icon="star", empty="没有等待您评价的答复。")
    return [
        FilledCard(urgent, {"count": 12, "rows": rows, "url": "#cards"}),
        FilledCard(quiet, {"count": 0, "rows": []}),
    ]
