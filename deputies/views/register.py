"""The register for its readers: list, one deputy, delegations."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Prefetch, Q, QuerySet
from django.urls import reverse

from deputies import rules
from deputies.allotment import SEATS, legal_size
from deputies.forms.register import RegisterFilter
from deputies.models import (
    CircleMember,
    Congress,
    Delegation,
    Deputy,
    Mandate,
    MandateStatus,
    MemberContact,
    PublicPage,
    Term,
)
from deputies.numerals import chinese_number
from deputies.panels.history import field_changes
from deputies.rules.register import may_open_change
from deputies.states import MANDATE_FLOW, Consent
from deputies.transitions.amend import PHOTO
from deputies.views.doors import ReadersOnly
from deputies.views.people import steps_of, which
from foundation.audit import timeline
from foundation.audit.models import Event
from foundation.files.store import attach_files, files_of
from foundation.web.actions import Action
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import DetailPage, ListPage


def status_tone(seat: Mandate) -> str:
    return tone_of("deputies.mandate.status", seat.status)


class RegisterList(ReadersOnly, ListPage):
    """Mandates, one per line, in pinyin order."""

    title = "代表名册"
    template_name = "deputies/list.html"
    export_name = "代表名册"
    per_page = 30
    empty = "名册中还没有代表，由联络工作人员导入名册后显示。"

    def queryset(self) -> QuerySet[Mandate]:
        seats = Mandate.objects.visible_to(self.request.user).register_rows()
        return seats.prefetch_related(Prefetch("deputy__mandates", queryset=Mandate.objects.with_places()))

    def _bound_filter(self) -> RegisterFilter:
        term = Term.objects.current()
        delegations = Delegation.objects.filter(term=term).visible_to(self.request.user)
        # Bound even without a query, so that the list always answers for one level.
        return RegisterFilter(self.request.GET or {}, delegations=delegations)

    def _nothing(self) -> str:
        return ListPage.empty if self.request.GET else self.empty

    def filter(self, rows: QuerySet[Mandate], wanted: dict[str, Any]) -> QuerySet[Mandate]:
        level = wanted.get("level")
        rows = rows.at_level(level) if level else rows.at_home()
        if "q" in wanted:
            rows = rows.filter(deputy__in=Deputy.objects.search(wanted["q"]))
        for name in ("delegation", "status"):
            if name in wanted:
                rows = rows.filter(**{name: wanted[name]})
        return rows

    def get_columns(self) -> Sequence[Column]:
        return [
            Column("姓名", "deputy.name", link=lambda seat: seat.deputy.get_absolute_url(), primary=True),
            Column("性别", "deputy.get_sex_display"),
            Column("代表团", lambda seat: str(seat.delegation or "")),
            Column("选区", "constituency.name"),
            Column("工作单位及职务", "deputy.employer_title"),
            Column("联系电话", self.phone),
            Column("状态", lambda seat: seat.get_status_display(), kind="badge", tone=status_tone),
        ]

    def phone(self, seat: Mandate) -> str:
        """The masked number, where this viewer may know that there is one."""
        may_see = rules.may_see_contact(self.request.user, seat.deputy)
        return seat.deputy.contact.masked_phone if may_see and hasattr(seat.deputy, "contact") else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_keep = rules.may_keep_register(self.request.user)
        return super().get_context_data(may_keep=may_keep, **kwargs)


class DeputyPage(ReadersOnly, DetailPage):
    """One deputy: basics for colleagues, particulars and contact for those whose business they are."""

    template_name = "deputies/detail.html"
    context_name = "deputy"
    crumbs = (("代表名册", "/deputies/"),)

    def queryset(self) -> QuerySet[Deputy]:
        seats = Mandate.objects.with_places().select_related("group", "term__congress").prefetch_related("changes")
        rows = Deputy.objects.visible_to(self.request.user).select_related("contact", "user")
        return rows.prefetch_related(Prefetch("mandates", queryset=seats.order_by("-term__number", "level", "pk")))

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("代表名册", reverse("deputies:list"))]

    def actions(self, obj: Deputy) -> list[Action]:
        if not rules.may_keep_register(self.request.user):
            return []
        account = Action(
            "开通账号",
            reverse("deputies:open_account", args=[obj.pk]),
            rules.may_open_account(self.request.user, obj, on=self.on),
            icon="sign-in",
        )
        seats = obj.mandates.all()
        amending = [Action(*step) for step in steps_of(obj, seats, self.request.user, self.on)]
        return [*amending, *(step for seat in seats for step in self.steps(seat)), account]

    def steps(self, seat: Mandate) -> list[Action]:
        """The changes of status possible for one seat."""
        if seat.status == MandateStatus.ENDED or seat.term.sealed_at:
            return []
        ask = {"suspend": rules.may_suspend, "restore": rules.may_restore, "end": rules.may_end}
        where = which(seat)
        return [
            Action(
                f"{MANDATE_FLOW.label(verb)}{where}",
                reverse(f"deputies:{verb}", args=[seat.pk]),
                ask[verb](self.request.user, seat, on=self.on),
            )
            for verb in MANDATE_FLOW.verbs_from(seat.status)
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        deputy, user = self.object, self.request.user
        facts = {
            "basics": [
                *_basics(deputy),
                ("专业代表小组", _circles(deputy, self.on)),
                ("联系的常委会组成人员", _contact_person(deputy, self.on)),
            ],
            "particulars": _particulars(deputy) if rules.may_see_particulars(user, deputy) else None,
            "may_see_contact": rules.may_see_contact(user, deputy),
            "contact": getattr(deputy, "contact", None),
            "seats": deputy.mandates.all(),
        }
        _attach_papers(deputy, user)
        if facts["particulars"] is not None:
            facts["changes"] = field_changes(deputy)
            facts["photo"] = files_of(deputy, PHOTO).last()
        if rules.may_keep_register(user):
            facts["account"] = str(deputy.user.username) if deputy.user_id else ""
            facts["events"] = _events(deputy)
        return super().get_context_data(**{**facts, **kwargs})


def _attach_papers(deputy: Deputy, user: Any) -> None:
    """Sets `files` on the changes of status whose papers this person may open."""
    changes = [change for seat in deputy.mandates.all() for change in seat.changes.all()]
    for change in changes:
        # Prefetched rows know their seat, the seat does not know this page's deputy.
        change.mandate.deputy = deputy
    attach_files([change for change in changes if may_open_change(user, change)])


def _events(deputy: Deputy) -> list[Any]:
    """What was registered about the person and his seats, oldest first."""
    seats = Event.objects.filter(
        subject_type=ContentType.objects.get_for_model(Mandate),
        subject_id__in=[str(seat.pk) for seat in deputy.mandates.all()],
    )
    return sorted([*timeline(deputy), *seats], key=lambda event: (event.at, event.pk))


def _basics(deputy: Deputy) -> list[tuple[str, str]]:
    return [
        ("性别", deputy.get_sex_display()),
        ("民族", deputy.ethnic_group),
        ("单位及职务", deputy.employer_title),
        ("代表类别", deputy.occupation),
        ("政治面貌", deputy.party),
        ("首次当选", f"第{chinese_number(deputy.first_elected)}届" if deputy.first_elected else ""),
    ]


def _contact_person(deputy: Deputy, on: date) -> str:
    """The member of the standing committee who keeps in touch with him on that day."""
    held = MemberContact.objects.on(on).filter(deputy=deputy).select_related("member").first()
    return held.member.name if held else ""


def _circles(deputy: Deputy, on: date) -> str:
    """The circles (专业代表小组) he belongs to on that day."""
    rows = CircleMember.objects.on(on).filter(deputy=deputy).select_related("circle").order_by("circle__name")
    return "、".join(row.circle.name for row in rows)


def _particulars(deputy: Deputy) -> list[tuple[str, str]]:
    return [
        ("出生年月", deputy.birth_text),
        ("籍贯", deputy.native_place),
        ("文化程度", deputy.education),
        ("学位", deputy.degree),
        ("归侨", "是" if deputy.returned_overseas else ""),
        ("代表证号", deputy.certificate_no),
        ("公开照片和简介的意见", _consent(deputy)),
        ("个人简介", deputy.profile),
        ("备注", deputy.remark),
    ]


def _consent(deputy: Deputy) -> str:
    page = PublicPage.objects.filter(deputy=deputy).first()
    return page.get_consent_display() if page else Consent.UNASKED.label


class DelegationList(ReadersOnly, ListPage):
    """The delegations of the current term with the number of their serving deputies."""

    title = "代表团"
    template_name = "deputies/delegations.html"
    empty = "本届还没有代表团。导入代表名册时会自动建立。"
    per_page = 50

    def queryset(self) -> QuerySet[Delegation]:
        home = Q(mandates__level=_home_level())
        counted = {
            "seats": Count("mandates", filter=home),
            "serving": Count("mandates", filter=home & Q(mandates__status=MandateStatus.SERVING)),
            "women": Count(
                "mandates",
                filter=home & Q(mandates__status=MandateStatus.SERVING, mandates__deputy__sex="female"),
            ),
        }
        rows = Delegation.objects.visible_to(self.request.user).filter(term=Term.objects.current())
        return rows.select_related("area").annotate(**counted).order_by("order", "pk")

    def get_columns(self) -> Sequence[Column]:
        return [
            Column("代表团", str, link=_list_of, primary=True),
            Column("所在区域", "area.name"),
            Column("在任代表", "serving", kind="number"),
            Column("其中妇女代表", "women", kind="number"),
            Column("登记总数", "seats", kind="number"),
            Column("联络员", "contact"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(size=_size_sentence(), crumbs_up=True, **kwargs)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("代表名册", reverse("deputies:list"))]


def _home_level() -> str:
    home = Congress.objects.filter(is_home=True).first()
    return home.level if home else ""


def _list_of(delegation: Delegation) -> str:
    return f"{reverse('deputies:list')}?delegation={delegation.pk}"


def _size_sentence() -> str:
    """How many seats 选举法 12 allows the home congress, where its population is entered."""
    home = Congress.objects.filter(is_home=True).first()
    if not home or not home.population or home.level not in SEATS:
        return ""
    return f"按选举法第十二条，{home.name}代表名额依人口数核算为{legal_size(home.level, home.population)}名。"
