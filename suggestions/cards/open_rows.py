"""What citizens read of a published suggestion, fetched in bulk; and the open data, column by column.

The page, the feed and the files are made of the same rows, so nothing is open at one door and closed at another. All
words come from the public copy; the deputy's and the units' own are not even fetched.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from foundation.privacy.masking import mask_numbers
from foundation.statements.bundle import KEYS, Bundle, by, give
from foundation.web.tables import Column
from suggestions.models import Assignment, Commitment, Cosigner, Merge, Rating, Reply, Suggestion
from suggestions.querysets.parts import OPEN_WORDS
from suggestions.querysets.suggestion import OWN_WORDS
from suggestions.states import CosignerState, UnitRole

# Raised when a column changes its name or its meaning; a column that is added leaves it alone.
SCHEMA_VERSION = "1.0"
FOR_SEARCH = ("public_copy__search_text", "public_copy__search_vector")
UNRATED = "最近一轮评价；代表未评价的为空，不等于满意。"


SIGNED = Cosigner.objects.filter(suggestion__in=KEYS, state=CosignerState.CONFIRMED)
PARTS = Assignment.objects.active().filter(suggestion__in=KEYS)
REPLIES = Reply.objects.in_open_words().filter(assignment__suggestion__in=KEYS)
PROMISES = Commitment.objects.public().filter(suggestion__in=KEYS).defer("text")
STORY = Bundle(
    {
        "signers": (SIGNED.select_related("mandate__deputy"), ()),
        "parts": (PARTS.select_related("unit"), ()),
        "replies": (REPLIES.select_related("result_class", "round"), ()),
        "ratings": (Rating.objects.without_rater().filter(suggestion__in=KEYS).select_related("round"), ()),
        "promises": (PROMISES.select_related("assignment__unit", "colour", "upgraded_to"), ()),
        "merges": (Merge.objects.standing().filter(Q(main__in=KEYS) | Q(member__in=KEYS)).with_ends(), ()),
    }
)


def with_story(rows: QuerySet) -> QuerySet:
    """Published suggestions as `show_copies` needs them: with their copies, and without the words of their own."""
    names = ("lead__deputy", "delegation", "category", "meeting", "public_copy")
    return rows.select_related(*names).defer(*OWN_WORDS, *FOR_SEARCH)


def _tell(rows: list[Suggestion]) -> None:
    """Gives the rows their signers, units, ratings, links, `public_promises`, and `public_replies` to each part."""
    found = STORY.fetch(keys=[row.pk for row in rows])
    parts = {part.pk: part for part in found["parts"]}
    for reply in found["replies"]:
        reply.assignment = parts.get(reply.assignment_id) or reply.assignment
    answered = by("assignment_id", sorted(found["replies"], key=lambda reply: (reply.round.number, reply.pk)))
    for part in found["parts"]:
        part.public_replies = answered[part.pk]
    rated = sorted(found["ratings"], key=lambda rating: rating.round.number)
    papers = {"cosigners": found["signers"], "assignments": found["parts"], "ratings": rated}
    of_row = {name: by("suggestion_id", rows) for name, rows in papers.items()}
    promises = by("suggestion_id", found["promises"])
    mains, members = (by(column, found["merges"]) for column in ("main_id", "member_id"))
    for row in rows:
        for name, known in of_row.items():
            give(row, name, known[row.pk])
        row.public_promises = promises[row.pk]
        row.standing_merges = mains[row.pk] + members[row.pk]


def show_copied_titles(rows: Iterable[Suggestion]) -> None:
    """Puts the title of the public copy in place of the deputy's own. On the rows in hand only: never save them."""
    for row in rows:
        row.title = row.public_copy.title


def show_copies(rows: Iterable[Suggestion]) -> None:
    """The same for everything a citizen reads: texts, open replies, open promises. One query for all rows."""
    show_copied_titles(rows := list(rows))
    _tell(rows)
    for row in rows:
        for name in ("facts", "grounds", "proposals"):
            setattr(row, name, getattr(row.public_copy, name))
        for promise in row.public_promises:
            promise.text = promise.open_text
        for reply in _replies(row):
            for name in OPEN_WORDS:
                setattr(reply, name, getattr(reply, f"open_{name}"))
            # What is typed into a form's short lines is checked by nobody: a number must not slip out here either.
            reply.contact_person = ""
            reply.doc_number, reply.signatory = mask_numbers(reply.doc_number), mask_numbers(reply.signatory)


@dataclass(frozen=True)
class OpenField:
    """One column of the files: `name` in JSON, the column's label in CSV, and what stands in it."""

    name: str
    column: Column
    meaning: str

    @property
    def label(self) -> str:
        return self.column.label


def _field(name: str, label: str, value: Any, meaning: str, kind: str = "text") -> OpenField:
    return OpenField(name, Column(label, value, kind=kind), meaning)


def _replies(row: Suggestion) -> list[Reply]:
    return [reply for part in row.assignments.all() for reply in part.public_replies]


def _text(name: str) -> Callable[[Suggestion], str]:
    return lambda row: str(getattr(row, name) or "")


def _address(row: Suggestion) -> str:
    return reverse("suggestions:public-page", args=[row.pk])


def _cosigners(row: Suggestion) -> str:
    return "；".join(signer.mandate.deputy.name for signer in row.cosigners.all())


def _units(row: Suggestion, *, co: bool) -> str:
    return "；".join(str(part.unit) for part in row.assignments.all() if (part.role == UnitRole.CO) is co)


def _reply_text(row: Suggestion) -> str:
    return "\n\n".join(f"{reply.assignment.unit}：{reply_words(reply)}" for reply in _replies(row))


def reply_words(reply: Reply) -> str:
    """The answer as one text: the body, then point by point."""
    points = [f"{point.get('point', '')}\n{point.get('answer', '')}".strip() for point in reply.points]
    return "\n".join(text for text in (reply.body, *points) if text)


def _classes(row: Suggestion) -> str:
    """The class of each answering unit's latest reply."""
    latest = [part.public_replies[-1] for part in row.assignments.all() if part.public_replies]
    return "；".join(reply.result_class.code for reply in latest if reply.result_class)


def _grade(dimension: str) -> Callable[[Suggestion], str]:
    def read(row: Suggestion) -> str:
        ratings = list(row.ratings.all())
        return getattr(ratings[-1], f"get_{dimension}_display")() if ratings else ""

    return read


def _promises(row: Suggestion) -> str:
    return "；".join(
        f"{promise.text}（{promise.due_on}前，{promise.get_state_display()}）" for promise in row.public_promises
    )


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None


def _replied_on(row: Suggestion) -> date | None:
    return _day(max((reply.delivered_at for reply in _replies(row) if reply.delivered_at), default=None))


FIELDS = (
    _field("id", "序号", "pk", "本平台中的唯一序号，不会改变。", "number"),
    _field("number", "编号", "number_text", "立案时的编号。"),
    _field("title", "标题", "title", "公开的标题。"),
    _field("meeting", "会议", _text("meeting"), "大会期间提出的为本次会议，闭会期间提出的为最近一次会议。"),
    _field("channel", "提出时间", "get_channel_display", "大会期间或者闭会期间。"),
    _field("lead", "领衔代表", "lead.deputy.name", "领衔代表姓名。"),
    _field("cosigners", "联名代表", _cosigners, "联名代表姓名，以“；”分隔。"),
    _field("delegation", "代表团", _text("delegation"), "提出时所在的代表团。"),
    _field("category", "类别", _text("category"), "审查时确定的类别。"),
    _field("units", "承办单位", lambda row: _units(row, co=False), "主办或者分办单位，以“；”分隔。"),
    _field("co_units", "会办单位", lambda row: _units(row, co=True), "会办单位，以“；”分隔。"),
    _field("registered_on", "立案日期", lambda row: _day(row.registered_at), "年度按这一天划分。", "date"),
    _field("assigned_on", "交办日期", "first_assigned_on", "办理期限从这一天起算。", "date"),
    _field("replied_on", "答复日期", _replied_on, "最近一次公开答复的日期，没有公开答复的为空。", "date"),
    _field("state", "状态", "get_state_display", "下载时的办理状态。"),
    _field("result_class", "答复类别", _classes, "各承办单位最近一次公开答复的类别，含义见下文。"),
    _field("attitude", "对办理态度的评价", _grade("attitude"), UNRATED),
    _field("result", "对办理结果的评价", _grade("result"), UNRATED),
    _field("promises", "承诺事项", _promises, "公开答复中的承诺、承诺日期和现状，以“；”分隔。"),
    _field("facts", "案由", "facts", "基本情况和存在的问题。"),
    _field("grounds", "案据", "grounds", "理由和依据。"),
    _field("proposals", "具体建议", "proposals", "代表提出的具体建议。"),
    _field("reply", "答复", _reply_text, "公开的答复全文，按承办单位和轮次先后排列。"),
    _field("published_on", "公开日期", lambda row: _day(row.published_at), "向社会公开的日期。", "date"),
    _field("address", "网址", _address, "本站内的详情页地址。"),
)
