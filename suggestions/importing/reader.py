"""One row of the list, cell by cell; each fault is told under the header's own words. Reads no database."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from deputies.models.delegation import bare_name
from foundation.documents.reading import cells
from foundation.documents.reading.dates import read_date
from foundation.documents.reading.faults import CellFault
from foundation.documents.reading.headers import Header
from foundation.documents.reading.workbook import Row
from foundation.web.chinese import date_text
from suggestions.importing import names, words
from suggestions.importing.notes import read_remark
from suggestions.states import Channel, Grade, UnitRole

PAST = ("registered", "assigned", "acknowledged", "replied", "rated")
# Each day that is written must not lie before the one it follows.
AFTER = (("acknowledged", "assigned"), ("replied", "assigned"), ("rated", "replied"), ("promised", "replied"))
# The calendar of working days begins later than any list that is still kept.
EARLIEST = date(2000, 1, 1)
UNDONE = {"未答复", "未办结", "办理中", "正在办理", "未签收", "未评价"}


class Reader:
    """Fills an `Entry` (see parse) from one row."""

    def __init__(self, entry: Any, row: Row, header: Header, today: date) -> None:
        self.entry, self.row, self.header, self.today = entry, row, header, today

    def read(self) -> None:
        """Every cell, then what the cells must not say against each other."""
        self.number()
        self.wording()
        self.proposers()
        self.units()
        for key in (*PAST, "promised"):
            self.day(key)
        self.office_due()
        self.rating()
        self.remark()
        self.check_order()
        self.check_story()

    def value(self, key: str) -> Any:
        return self.row.cell(self.header.columns.get(key))

    def guarded(self, key: str, read: Callable[[Any], Any], default: Any = None) -> Any:
        """What `read` makes of the cell; a fault is told and answered with `default`."""
        try:
            return read(self.value(key))
        except CellFault as fault:
            self.entry.error(key, str(fault))
            return default

    def text(self, key: str, size: int) -> str:
        """A cell as text; one that is too long is told."""
        shown = cells.text(self.value(key))
        if len(shown) > size:
            self.entry.error(key, f"“{shown[:15]}…”超过{size}个字，请缩短。")
        return "" if names.is_nothing(shown) else shown[:size]

    def number(self) -> None:
        self.entry.number, recess = self.guarded("number", words.number, (0, False))
        if recess:
            self.entry.channel = Channel.RECESS

    def wording(self) -> None:
        entry = self.entry
        entry.title = self.text("title", 120)
        entry.text = cells.lines(self.value("text"))
        entry.category = self.text("category", 30).removesuffix("类")
        entry.report.name = f"第{entry.number}号 {entry.title}" if entry.number else entry.title
        if not entry.title:
            entry.error("title", f"{entry.column('title')}是空的，请填写建议标题。")

    def proposers(self) -> None:
        entry = self.entry
        entry.delegation = bare_name(cells.compact(self.value("delegation")))[:40]
        led, said = names.people(self.value("lead"))
        others, announced = names.people(self.value("cosigners"))
        if not led:
            entry.error("lead", f"{entry.column('lead')}是空的，请填写领衔代表姓名。")
            return
        entry.lead, entry.cosigners = led[0], [*led[1:], *others]
        if led[1:]:
            entry.warn("lead", f"单元格里有多个姓名，以“{led[0].name}”为领衔代表，其余按附议代表登记。")
        if said not in (None, len(entry.cosigners) + 1) or announced not in (None, len(others), len(others) + 1):
            entry.warn("cosigners", f"写明的人数与列出的姓名不一致，按列出的{len(entry.cosigners)}名附议代表登记。")

    def units(self) -> None:
        led, co = names.units(self.value("lead_unit")), names.units(self.value("co_units"))
        separate = names.units(self.value("separate_units"))
        if len(led) > 1 and not co and not separate:
            self.entry.warn(
                "lead_unit", f"写有{len(led)}个单位，按分别办理登记；只有一个主办的，请把其余写到会办单位。"
            )
            led, separate = [], led
        elif len(led) > 1:
            self.entry.error("lead_unit", f"“{'、'.join(led)}”：主办单位只能有一个，请把其余写到会办单位。")
        elif separate and (led or co):
            self.entry.error("separate_units", "分别办理的建议不设主办、会办单位，请只填分办单位。")
        elif co and not led:
            self.entry.error("lead_unit", "有会办单位，没有主办单位，请填写主办单位。")
        self.check_units(led, co)
        roles = ((UnitRole.LEAD, led), (UnitRole.CO, co), (UnitRole.SEPARATE, separate))
        self.entry.units = list(dict.fromkeys((name, role) for role, found in roles for name in found))

    def check_units(self, led: list[str], co: list[str]) -> None:
        for name in led:
            if name in co:
                self.entry.error("co_units", f"“{name}”既是主办单位又是会办单位，请删去一处。")
        for name in [*led, *co]:
            if len(name) > 100:
                self.entry.error("co_units", f"“{name[:15]}…”超过100个字，请核对单位名称。")

    def day(self, key: str) -> None:
        value = self.value(key)
        if names.is_nothing(value) or cells.compact(value) in UNDONE:
            return
        found = self.guarded(key, read_date)
        if found and key in PAST and found > self.today:
            self.entry.error(key, f"{date_text(found)}还没有到，请核对{self.entry.column(key)}。")
        elif found and found < EARLIEST:
            self.entry.error(key, f"{date_text(found)}过早，请核对{self.entry.column(key)}的年份。")
        elif found:
            self.entry.days[key] = found

    def office_due(self) -> None:
        """The office's own due day is compared, never used: a duration in words is passed over, a wrong date is not."""
        shown = cells.compact(self.value("due"))
        if re.search(r"个月|日内|天|工作日|年底|月底", shown) and not re.search(r"\d{4}\D\d{1,2}\D\d", shown):
            self.entry.warn("due", f"“{shown}”不是日期，办理期限按规则计算。")
        else:
            self.day("due")

    def rating(self) -> None:
        entry = self.entry
        entry.result = words.result_class(self.value("result"))
        entry.doc_number = self.text("doc_number", 60)
        entry.promise = cells.lines(self.value("promise"))
        entry.attitude = self.guarded("attitude", words.grade, "")
        entry.effect = self.guarded("effect", words.grade, "")
        overall = self.guarded("overall", words.grade, "")
        if "attitude" not in self.header.columns:
            entry.attitude = overall
        if "effect" not in self.header.columns:
            entry.effect = overall

    def remark(self) -> None:
        entry = self.entry
        entry.remark = remark = read_remark(cells.lines(self.value("note")))
        remark.reason = cells.text(self.value("reason")) or remark.reason
        remark.is_key = bool(self.guarded("key", words.mark)) or remark.is_key
        remark.converted = bool(self.guarded("converted", words.mark)) or remark.converted
        entry.publish = self.guarded("publish", words.mark)
        if remark.doubt:
            entry.warn("note", remark.doubt)

    def check_order(self) -> None:
        days = self.entry.days
        for later, earlier in AFTER:
            if later in days and earlier in days and days[later] < days[earlier]:
                told = f"{date_text(days[later])}早于{self.entry.column(earlier)}{date_text(days[earlier])}"
                self.entry.error(later, f"{told}，请核对后改正其中一个。")

    def check_story(self) -> None:
        """What cannot be: a reply without a day, a rating without a reply, half a rating, work nobody was given."""
        entry = self.entry
        if entry.report.refused:
            return
        if entry.units and "assigned" not in entry.days:
            entry.error("assigned", "已有承办单位，没有交办日期，请补填交办日期。")
        if "assigned" in entry.days and not entry.units:
            entry.error("lead_unit", "已有交办日期，没有承办单位，请填写主办单位。")
        if bool(entry.promise) != ("promised" in entry.days):
            entry.warn("promise", "承诺事项和完成日期须同时填写，才能登记到承诺台账。")
        if "replied" in entry.days:
            self.check_answered()
        else:
            self.check_unanswered()
        self.check_rating()

    def check_answered(self) -> None:
        entry = self.entry
        if not entry.units:
            entry.error("replied", "已有答复日期，没有承办单位和交办日期，请补填。")
        elif entry.remark.withdrawn:
            entry.error("note", "已撤回的建议不应有答复日期，请核对。")
        elif not entry.result:
            entry.warn("result", "已答复，没有写明办理结果分类，请补充后再次导入。")

    def check_unanswered(self) -> None:
        entry = self.entry
        if entry.result or entry.doc_number:
            entry.error("replied", "已有办理结果，没有答复日期，请补填答复日期。")
        elif entry.attitude or entry.effect:
            entry.error("replied", "已有代表评价，没有答复日期，请补填答复日期或者删去评价。")

    def check_rating(self) -> None:
        entry = self.entry
        missing = "attitude" if not entry.attitude else "effect"
        if bool(entry.attitude) != bool(entry.effect):
            entry.error(missing, f"代表评价应同时写明办理态度和办理结果，请补填{entry.column(missing)}，或者都留空。")
        if Grade.DISSATISFIED in (entry.attitude, entry.effect) and not entry.remark.reason:
            entry.warn("note", "评价为不满意，没有写明原因，请核对是否漏填。")
