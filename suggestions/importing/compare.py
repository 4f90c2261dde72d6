"""A row against the case that already has its number: what the file adds, and what it may not change."""

from typing import TYPE_CHECKING, Any

from foundation.web.chinese import date_text
from suggestions.importing.bodies import Bodies
from suggestions.importing.case import Turn
from suggestions.models import Suggestion
from suggestions.states import Grade, Origin, SuggestionState

if TYPE_CHECKING:
    from suggestions.importing.plan import Line

S = SuggestionState
# Here the file may add what happened since; elsewhere the portal's own road is further.
OPEN_TO_FILE = (S.REGISTERED, S.ASSIGNED, S.HANDLING, S.REPLIED, S.REHANDLING, S.TRACKING, S.CLOSED)


def compare(line: "Line", bodies: Bodies) -> None:
    """Fills `fields`, `signed` and `steps` of a line whose case is known; contradictions are told at the cell."""
    entry, suggestion = line.entry, line.case.suggestion
    number = suggestion.number_text
    if suggestion.lead.deputy_id != line.lead.deputy_id:
        line.is_taken = True
        entry.error("lead", f"系统中{number}的领衔代表是“{suggestion.lead.deputy}”，与台账不同：请核对编号和领衔代表。")
    elif suggestion.imported_at is None:
        _leave_to_the_portal(line)
    elif suggestion.state not in OPEN_TO_FILE:
        entry.warn("number", f"{number}在系统中为“{suggestion.get_state_display()}”，导入不改变。")
    else:
        _compare_fields(line, bodies)
        _compare_signatures(line)
        _compare_units(line, bodies)
        _compare_story(line)


def _leave_to_the_portal(line: "Line") -> None:
    entry, suggestion = line.entry, line.case.suggestion
    if suggestion.title != entry.title:
        line.is_taken = True
        told = f"系统中{suggestion.number_text}是“{suggestion.title}”，与台账不同：编号已被占用，请核对。"
        entry.error("number", told)
    else:
        entry.warn("number", f"{suggestion.number_text}由代表在系统中提出，以系统中的办理情况为准，导入不改变。")


def _compare_fields(line: "Line", bodies: Bodies) -> None:
    entry, suggestion = line.entry, line.case.suggestion
    category = bodies.category(entry.category)
    wanted: dict[str, Any] = {"title": entry.title, "facts": entry.text, "is_key": entry.remark.is_key}
    if entry.category and (category is None or category.pk != suggestion.category_id):
        _tell(line, "类别", suggestion.category, entry.category)
        line.fields["category"] = entry.category
    if entry.remark.converted:
        wanted["origin"] = Origin.CONVERTED_MOTION.value
    for name, value in wanted.items():
        if value and value != getattr(suggestion, name):
            line.fields[name] = value
            _tell(line, Suggestion._meta.get_field(name).verbose_name, getattr(suggestion, name), value)


def _compare_signatures(line: "Line") -> None:
    known = {row.mandate.deputy_id for row in line.case.cosigners}
    line.signed = [seat for seat in line.cosigners if seat.deputy_id not in known]
    if line.signed:
        line.entry.report.changes.append(f"增加附议代表：{'、'.join(seat.deputy.name for seat in line.signed)}")
    named = {seat.deputy_id for seat in line.cosigners}
    gone = [row.mandate.deputy.name for row in line.case.cosigners if row.mandate.deputy_id not in named]
    if gone and line.cosigners:
        line.entry.warn("cosigners", f"系统中的附议代表还有{'、'.join(gone)}，导入不删除。")


def _compare_units(line: "Line", bodies: Bodies) -> None:
    entry, case = line.entry, line.case
    if case.suggestion.state == S.REGISTERED:
        if entry.units:
            line.steps.append("assign")
            entry.report.changes.append(f"交办：{'、'.join(name for name, _ in entry.units)}")
        return
    present = {(part.unit_id, part.role) for part in case.parts}
    wanted = {(unit.pk if (unit := bodies.unit(name)) else name, role) for name, role in entry.units}
    if wanted and wanted != present:
        units = "、".join(f"{part.get_role_display()}{part.unit}" for part in case.parts)
        entry.warn("lead_unit", f"系统中的承办单位是{units}，导入不改变；如已改派请在系统中办理。")
    first = case.suggestion.first_assigned_on
    if "assigned" in entry.days and entry.days["assigned"] != first:
        entry.warn("assigned", f"系统中的交办日期是{date_text(first)}，导入不改变，请核对。")
    if "acknowledged" in entry.days and case.suggestion.state == S.ASSIGNED and "replied" not in entry.days:
        line.steps.append("acknowledge")
        entry.report.changes.append(f"签收：{date_text(entry.days['acknowledged'])}")


def _compare_story(line: "Line") -> None:
    """Replies and ratings of the file beside those on record: a difference becomes a new row, never another old one."""
    entry, last = line.entry, line.case.last
    if "replied" not in entry.days or _is_on_record(line):
        return
    if last is not None and last.is_native:
        entry.warn("replied", "系统中已有承办单位的答复稿或代表评价，以系统中的为准，导入不改变。")
    elif last is not None and _answers_as_told(line, last) and last.rating is None:
        line.steps.append("rate")
        entry.report.changes.append(_grades(line))
    else:
        line.steps += ["answer", "rate"] if entry.is_rated else ["answer"]
        entry.report.changes.append(_story(line))


def _is_on_record(line: "Line") -> bool:
    """Whether a round already says what the file says; an older one is mentioned, for then the file is out of date."""
    turns = [turn for turn in line.case.turns if _tells_the_same(line, turn)]
    answered = [turn for turn in line.case.turns if turn.reply]
    if turns and answered and turns[-1] is not answered[-1]:
        line.entry.warn("replied", f"与系统中{turns[-1].round}相同，其后已有{answered[-1].round}的答复，导入不改变。")
    return bool(turns)


def _tells_the_same(line: "Line", turn: Turn) -> bool:
    entry = line.entry
    return _answers_as_told(line, turn) and (not entry.is_rated or turn.has_grades(entry.attitude, entry.effect))


def _answers_as_told(line: "Line", turn: Turn) -> bool:
    code = line.result_class.code if line.result_class else ""
    return turn.has_reply(line.entry.days.get("replied"), code)


def _story(line: "Line") -> str:
    klass = f"，{line.result_class}" if line.result_class else ""
    reply = f"答复：{date_text(line.entry.days['replied'])}{klass}"
    return f"{reply}；{_grades(line)}" if line.entry.is_rated else reply


def _grades(line: "Line") -> str:
    entry = line.entry
    return f"评价：态度{Grade(entry.attitude).label}，结果{Grade(entry.effect).label}"


def _tell(line: "Line", label: Any, before: Any, after: Any) -> None:
    words = {True: "是", False: "否", **dict(Origin.choices)}
    shown = words.get(before, before) or "（空）"
    line.entry.report.changes.append(f"{label}：{shown}→{words.get(after, after)}")
