"""What this room shows elsewhere: navigation, search, tones, flows, private fields."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from deputies import people, rules
from deputies.cards.activities import CARDS as ACTIVITY_CARDS
from deputies.cards.calendar import my_events
from deputies.cards.circle import CARDS as CIRCLE_CARDS
from deputies.cards.contact import CARDS as CONTACT_CARDS
from deputies.cards.duty import CARDS as DUTY_CARDS
from deputies.cards.evaluations import CARDS as EVALUATION_CARDS
from deputies.cards.knowing import CARDS as KNOWING_CARDS
from deputies.cards.reception import CARDS as RECEPTION_CARDS
from deputies.cards.training import CARDS as TRAINING_CARDS
from deputies.cards.voter_reports import CARDS as VOTER_REPORT_CARDS
from deputies.cards.voters import CARDS as VOTER_CARDS
from deputies.models import (
    ActivityRecord,
    Bulletin,
    Campaign,
    ContactStandard,
    Deputy,
    DeputyContact,
    DutyEntry,
    ForwardedResult,
    Leave,
    MandateStatusChange,
    Material,
    PublicFeeling,
    PublicPage,
    ServiceRequest,
    StaffStudy,
    VoterContact,
    VoterReport,
)
from deputies.notices import calendar_files, duty_clocks, evaluation_clocks, matter_clocks, report_clocks
from deputies.notices.knowing_clocks import register_all as register_knowing_clocks
from deputies.notices.matrix import MATRIX
from deputies.notices.results import register_clock
from deputies.panels.duty import PANEL as FILE_PANEL
from deputies.panels.reception import MATTERS, RECEPTION
from deputies.panels.training import BATCH
from deputies.querysets.evaluations import HOUSE as EVALUATION_HOUSE
from deputies.rules.campaigns import may_open_campaign
from deputies.rules.contact import may_open_contacts
from deputies.rules.register import may_open_change
from deputies.rules.voters import may_count_voters, may_keep_voters, may_reveal_voter
from deputies.states import DUTY_FLOW, MANDATE_FLOW, PAGE_FLOW, SNAPSHOT_FLOW
from deputies.states.contact import StandardCode
from deputies.states.tones import TONES
from deputies.transitions import receptions, report_meetings
from deputies.transitions.voters import PERSONAL
from foundation.deadlines.feeding import register_source
from foundation.files.registry import register_owner
from foundation.privacy.erasing import register_purge
from foundation.privacy.masking import mask_email, mask_name, mask_phone
from foundation.privacy.registry import register_private
from foundation.search.registry import register as register_search
from foundation.web import cards, navigation, panels, tones
from foundation.workdays.clock import today
from foundation.workflow import registry

PLANS = ("/deputies/plan-items/",)
COVERS = ("/deputies/invitations/", "/deputies/leaves/", "/deputies/absences/", "/deputies/campaigns/")
registry.register(MANDATE_FLOW)
registry.register(DUTY_FLOW)
registry.register(SNAPSHOT_FLOW)
MATRIX.register(300)
register_owner(DutyEntry, rules.may_open_duty)
register_owner(Deputy, rules.may_see_particulars)
register_owner(MandateStatusChange, may_open_change)
register_owner(ActivityRecord, rules.may_open_record)
register_owner(Leave, rules.may_open_leave)
register_owner(Campaign, may_open_campaign)
register_owner(PublicPage, rules.may_open_photo)
registry.register(PAGE_FLOW)
register_owner(ForwardedResult, rules.may_open_result)
register_private(DeputyContact, "phone", may_reveal=rules.may_reveal_contact, mask=mask_phone)
register_private(DeputyContact, "email", may_reveal=rules.may_reveal_contact, mask=mask_email)


def _visible(user: Any) -> Any:
    return Deputy.objects.visible_to(user)


def _keeps(user: Any) -> bool:
    return bool(rules.may_keep_register(user))


def _may_open(user: Any) -> bool:
    return bool(rules.may_open_register(user))


def _reads_budget(user: Any) -> bool:
    return bool(rules.may_read_budget(user))


def _answers(user: Any) -> bool:
    """Readers of activities, and the bodies that answer."""
    return user.is_authenticated and (_may_open(user) or user.has_role(*rules.BODY_ROLES))


navigation.register(
    navigation.NavItem("代表名册", "deputies:list", icon="people", allowed=_may_open, order=40, section="代表")
)
navigation.register(
    navigation.NavItem(
        "代表团", "deputies:delegations", icon="organisation", allowed=_may_open, order=41, section="代表"
    )
)
navigation.register(
    navigation.NavItem(
        "履职活动", "deputies:activities", icon="calendar", allowed=_may_open, order=42, section="代表", covers=COVERS
    )
)
navigation.register(
    navigation.NavItem(
        "活动计划", "deputies:plans", icon="list", allowed=_may_open, order=43, section="代表", covers=PLANS
    )
)
navigation.register(
    navigation.NavItem(
        "代表活动经费", "deputies:budget", icon="scales", allowed=_reads_budget, order=44, section="代表"
    )
)
navigation.register(
    navigation.NavItem("代表意见反馈", "deputies:results", icon="inbox", allowed=_answers, order=45, section="代表")
)
register_clock()
calendar_files.register_enclosures()
register_source(my_events)
for card in ACTIVITY_CARDS:
    cards.register(card)
register_search("代表", _visible, str, Deputy.get_absolute_url)
panels.register(FILE_PANEL)
for card in DUTY_CARDS:
    cards.register(card)


def _has_a_seat(user: Any) -> bool:
    return user.is_authenticated and bool(people.mandates_of(user, today()))


def _reads_files(user: Any) -> bool:
    return user.is_authenticated and user.has_role(*rules.FILE_READERS)


navigation.register(
    navigation.NavItem("我的履职", "deputies:my-file", icon="document", allowed=_has_a_seat, order=12, section="代表")
)
navigation.register(
    navigation.NavItem("履职记录", "deputies:duties", icon="list", allowed=_reads_files, order=43, section="代表")
)
for card in (*CONTACT_CARDS, *VOTER_CARDS, *CIRCLE_CARDS, *RECEPTION_CARDS):
    cards.register(card)


def _reads_contacts(user: Any) -> bool:
    return bool(may_open_contacts(user))


navigation.register(
    navigation.NavItem(
        "联系代表", "deputies:contacts", icon="people", allowed=_reads_contacts, order=44, section="代表"
    )
)
navigation.register(
    navigation.NavItem(
        "代表风采审核",
        "deputies:pages",
        icon="eye",
        allowed=_keeps,
        order=44,
        section="代表",
    )
)
navigation.register(
    navigation.NavItem("我的公开页面", "deputies:my-page", icon="person", allowed=_has_a_seat, order=45, section="代表")
)

register_owner(Material, rules.may_open_material)
register_owner(StaffStudy, rules.may_open_staff_study)
panels.register(BATCH)
panels.register(RECEPTION)
panels.register(MATTERS)
for card in TRAINING_CARDS:
    cards.register(card)
navigation.register(
    navigation.NavItem("学习培训", "deputies:training", icon="document", allowed=_may_open, order=44, section="代表")
)
register_private(VoterContact, "name", may_reveal=may_reveal_voter, mask=mask_name)
register_private(VoterContact, "phone", may_reveal=may_reveal_voter, mask=mask_phone)
register_private(VoterContact, "place", may_reveal=may_reveal_voter)


def _voters_to_erase(day: date) -> QuerySet:
    return VoterContact.objects.to_erase(day, ContactStandard.amount_on(StandardCode.VOTER_KEEP, day))


def _keeps_voters(user: Any) -> bool:
    return bool(may_keep_voters(user))


def _counts_voters(user: Any) -> bool:
    return bool(may_count_voters(user))


register_purge(VoterContact, PERSONAL, due=_voters_to_erase, reason="停止联系，保留期已满")
navigation.register(
    navigation.NavItem("联系选民", "deputies:voters", "people", allowed=_keeps_voters, order=13, section="代表")
)
navigation.register(
    navigation.NavItem(
        "联系选民情况", "deputies:voter-coverage", "chart", allowed=_counts_voters, order=45, section="代表"
    )
)


def _counts(user: Any) -> bool:
    return bool(rules.may_open_structure(user))


navigation.register(
    navigation.NavItem("代表结构统计", "deputies:structure", icon="chart", allowed=_counts, order=47, section="代表")
)
navigation.register(
    navigation.NavItem("换届", "deputies:terms", icon="refresh", allowed=_keeps, order=48, section="代表")
)
navigation.register(
    navigation.NavItem(
        "积分排名",
        "deputies:ranking",
        icon="star",
        allowed=_reads_files,
        order=44,
        section="代表",
        covers=("/deputies/schemes/",),
    )
)
register_owner(VoterReport, rules.may_open_report)
report_clocks.register_all()
matter_clocks.register_all()
for card in VOTER_REPORT_CARDS:
    cards.register(card)
navigation.register(
    navigation.NavItem("代表述职", "deputies:voter-reports", icon="people", allowed=_may_open, order=44, section="代表")
)
for order, label, page, places in (
    (15, "代表风采", "deputies:showcase", ("/d/",)),
    (32, "代表述职", "deputies:public-voter-reports", ()),
    (40, "履职计划", "deputies:public-plans", ()),
    (41, "主题活动", "deputies:public-campaigns", ()),
):
    navigation.register(
        navigation.NavItem(label, page, order=order, section="代表", area=navigation.PUBLIC, covers=places)
    )
# Imported for its effect: a meeting that closes or is cancelled moves the reports given at it.
after_meetings = (report_meetings, receptions)
navigation.register(
    navigation.NavItem("专业代表小组", "deputies:circles", "people", allowed=_may_open, order=46, section="代表")
)

register_knowing_clocks()
register_owner(Bulletin, rules.may_open_bulletin)
register_owner(PublicFeeling, rules.may_open_feeling)
register_owner(ServiceRequest, rules.may_open_request)
for card in KNOWING_CARDS:
    cards.register(card)
KNOWING = (
    ("情况通报", "deputies:bulletins", "document", rules.may_list_bulletins, 45),
    ("社情民意", "deputies:feelings", "inbox", rules.may_list_feelings, 46),
    ("服务和保障", "deputies:requests", "person", rules.may_list_requests, 47),
)
for label, address, icon, door, order in KNOWING:
    navigation.register(
        navigation.NavItem(
            label, address, icon, allowed=lambda user, door=door: bool(door(user)), order=order, section="代表"
        )
    )
for field, shown in TONES.items():
    tones.register(field, shown)
navigation.register(
    navigation.NavItem(
        "常委会接待日",
        "deputies:receptions",
        "calendar",
        allowed=_reads_contacts,
        order=47,
        section="代表",
        covers=("/deputies/sit-ins/", "/deputies/matters/"),
    )
)
duty_clocks.register_all()
evaluation_clocks.register_all()
for card in EVALUATION_CARDS:
    cards.register(card)
tones.register(
    "deputies.evaluation.state",
    {"self": "muted", "group": "warn", "office": "warn", "shown": "info", "objected": "late", "published": "ok"},
)


def _evaluated(user: Any) -> bool:
    return user.is_authenticated and (user.has_role(*EVALUATION_HOUSE) or bool(people.mandates_of(user, today())))


navigation.register(
    navigation.NavItem(
        "年度考核", "deputies:evaluation-rounds", icon="check-circle", allowed=_evaluated, order=45, section="代表"
    )
)
