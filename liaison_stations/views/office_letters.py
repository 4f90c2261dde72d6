"""Letters on the desks of the house: the queue and the page of one letter."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from foundation import deadlines
from foundation.files.store import files_of
from foundation.intake import codes
from foundation.web.actions import ROLE_OR_STATE, Action, Verb, offered
from foundation.web.chinese import datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from liaison_stations.forms.office_letters import LetterFilter
from liaison_stations.models import Letter
from liaison_stations.notices.office_clocks import LETTER_KINDS
from liaison_stations.rules import office_letters as rules
from liaison_stations.rules.letters import may_reveal_writer
from liaison_stations.states.letter import OPEN, EventKind

CRUMB = ("群众来信", "/stations/letters/")
CLOCKS = ("letter_screening", *(key for key, *_ in LETTER_KINDS))
VERBS = (
    Verb("受理", "accept-letter", rules.may_accept_letter, "primary", "check"),
    Verb("交代表答复", "give-letter", rules.may_give_to_deputy, "primary", "person"),
    Verb("交单位办理", "transfer-letter", rules.may_transfer_letter, "primary"),
    Verb("答复来信人", "answer-letter", rules.may_answer_letter, "primary", "edit"),
    Verb("报送答复", "reply-letter", rules.may_reply_letter, "primary", "edit"),
    Verb("告知其他渠道", "redirect-letter", rules.may_redirect_letter),
    Verb("不予受理", "decline-letter", rules.may_decline_letter),
    Verb("请来信人补充", "ask-writer", rules.may_ask_writer),
    Verb("不再等待，继续办理", "letter-goes-on", rules.may_go_on, post=True),
    Verb("退回重办", "bounce-reply", rules.may_bounce_reply),
    Verb("延期", "extend-letter", rules.may_extend_letter),
    Verb("不同意延期", "refuse-letter-delay", rules.may_refuse_letter_delay),
    Verb("申请延期", "ask-letter-delay", rules.may_ask_letter_delay),
    Verb("退回", "hand-back-letter", rules.may_hand_back),
    Verb("退回", "return-letter", rules.may_return_letter),
    Verb("审查公开", "publish-letter", rules.may_publish_letter, icon="document"),
    Verb("撤下公开", "unpublish-letter", rules.may_unpublish_letter),
    Verb("删除来信", "erase-letter", rules.may_erase_letter, "danger"),
    Verb("内部记录", "note-letter", rules.may_note_letter),
)
# What the writer himself says, and what came of it: these stand out in the thread.
STRONG = (EventKind.SAID, EventKind.ANSWERED, EventKind.REOPENED)


def state_tone(letter: Letter) -> str:
    return tone_of("liaison_stations.letter.state", letter.state)


class Letters(Behind, ListPage):
    """What one may see, the oldest first; what looks like junk stands behind, and nothing is hidden for it (F107)."""

    door = rules.may_list_letters
    template_name = "liaison_stations/letters.html"
    title = "群众来信"
    filter_form_class = LetterFilter
    empty = "没有需要您办理的来信。"
    orderings = {"posted": ("posted_at",), "-posted": ("-posted_at",)}

    def queryset(self) -> QuerySet[Letter]:
        rows = Letter.objects.visible_to(self.request.user).with_names()
        if not self.request.GET:
            rows = rows.filter(state__in=OPEN)
        return rows.order_by("spam_score", "posted_at", "pk")

    def filter(self, rows: QuerySet[Letter], wanted: dict[str, Any]) -> QuerySet[Letter]:
        state = wanted.get("state", "open")
        if state == "open":
            rows = rows.filter(state__in=OPEN)
        elif state != "all":
            rows = rows.filter(state=state)
        if "number" in wanted:
            rows = rows.filter(number=codes.plain_number(wanted["number"]))
        return rows.filter(**{name: wanted[name] for name in ("kind", "channel") if name in wanted})

    def decorate(self, rows: Sequence[Letter]) -> None:
        deadlines.attach_lights(rows, CLOCKS, self.on)

    def get_columns(self) -> Sequence[Column]:
        return [
            Column("编号", str, link=lambda row: row.get_absolute_url(), primary=True),
            Column("标题", lambda row: row.title or "（内容已删除）"),
            Column("写给", lambda row: _addressee(row)),
            Column("来信时间", "posted_at", kind="date", sort="posted"),
            Column("已等", lambda row: f"{max((self.on - timezone.localdate(row.posted_at)).days, 0)}天"),
            Column("状态", "get_state_display", kind="badge", tone=state_tone),
            Column("承诺期限", "light", kind="light"),
            Column("在谁手里", _hand),
            Column("疑似无效", lambda row: "、".join(row.spam_reasons)),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_enter = bool(rules.may_enter_letter(self.request.user, on=self.on))
        return super().get_context_data(may_enter=may_enter, **kwargs)


def _addressee(letter: Letter) -> str:
    if letter.to_deputy_id:
        return f"{letter.to_deputy.name}代表"
    return letter.to_station.name if letter.to_station_id else f"{letter.area}的代表"


def _hand(letter: Letter) -> str:
    if letter.state == "with_deputy":
        return f"{letter.deputy.name}代表"
    return letter.unit.label if letter.state == "with_unit" else ""


class LetterPage(DetailPage):
    """One letter for whoever works on it: its words, its writer masked, both halves of the thread."""

    template_name = "liaison_stations/letter.html"
    context_name = "letter"

    def queryset(self) -> QuerySet[Letter]:
        return Letter.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def actions(self, obj: Letter) -> list[Action]:
        return offered("stations", VERBS, self.request.user, obj, self.on, quiet=ROLE_OR_STATE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        letter = self.object
        deadlines.attach_lights([letter], CLOCKS, self.on)
        events = list(letter.events.select_related("by"))
        for event in events:
            event.letter = letter
        facts = {
            "basics": [
                ("写给", _addressee(letter)),
                ("类别", letter.get_kind_display()),
                ("途径", letter.get_channel_display()),
                ("来信时间", datetime_text(letter.posted_at)),
                ("地点", "　".join(part for part in (str(letter.area or ""), letter.place) if part)),
                ("公开", "同意公开" if letter.public_wish else "不公开"),
                ("在谁手里", _hand(letter)),
                ("评价", f"{letter.rating}分" if letter.rating else ""),
            ],
            "events": [(event, event.kind in STRONG) for event in events],
            "files": list(files_of(letter)),
            "others": _repeats(letter),
            "writer": letter.writer if may_reveal_writer(self.request.user, letter.writer) else None,
        }
        facts["basics"] = [(label, value) for label, value in facts["basics"] if value]
        return super().get_context_data(**facts, **kwargs)


def _repeats(letter: Letter) -> list[tuple[str, str]]:
    """An earlier letter of the same words: each of them is still answered (F61)."""
    first = letter.repeats
    return [(str(first), reverse("stations:letter", args=[first.pk]))] if first else []
