"""The nouns of the room, one per file."""

from deputies.models.activity import Activity
from deputies.models.activity_kind import ActivityKind
from deputies.models.activity_paper import ActivityRecord, PhoneCall
from deputies.models.area import Area, AreaKind
from deputies.models.congress import Congress
from deputies.models.constituency import Constituency
from deputies.models.contact import DeputyContact
from deputies.models.contact_standard import ContactStandard
from deputies.models.contact_visit import ContactVisit
from deputies.models.delegation import Delegation
from deputies.models.deputy import BirthPrecision, Deputy, Sex
from deputies.models.duty_entry import DutyEntry
from deputies.models.duty_kind import DutyKind
from deputies.models.duty_objection import (
    DutyObjection,
)
from deputies.models.duty_target import DutyTarget
from deputies.models.group import DeputyGroup
from deputies.models.invitation import Invitation
from deputies.models.leave import Leave
from deputies.models.mandate import Mandate
from deputies.models.meeting import Meeting, MeetingKind
from deputies.models.member_contact import MemberContact
from deputies.models.point_rule import PointRule
from deputies.models.point_scheme import PointGrade, PointPart, PointScheme
from deputies.models.public_page import PageVisits, PublicPage
from deputies.models.status_change import MandateStatusChange
from deputies.models.term import Term
from deputies.states import Level, MandateStatus

__all__ = [
    "Activity",
    "ActivityKind",
    "ActivityRecord",
    "Area",
    "AreaKind",
    "BirthPrecision",
    "Congress",
    "Constituency",
    "ContactStandard",
    "ContactVisit",
    "Delegation",
    "Deputy",
    "DeputyContact",
    "DeputyGroup",
    "DutyEntry",
    "DutyKind",
    "DutyObjection",
    "DutyTarget",
    "Invitation",
    "Leave",
    "Level",
    "Mandate",
    "MandateStatus",
    "MandateStatusChange",
    "Meeting",
    "MeetingKind",
    "MemberContact",
    "PageVisits",
    "PhoneCall",
    "PointGrade",
    "PointPart",
    "PointRule",
    "PointScheme",
    "PublicPage",
    "Sex",
    "Term",
]
