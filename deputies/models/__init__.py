"""The nouns of the room, one per file."""

from deputies.models.activity import Activity
from deputies.models.activity_budget import BudgetEntry, BudgetLine
from deputies.models.activity_kind import ActivityKind
from deputies.models.activity_paper import ActivityRecord, PhoneCall
from deputies.models.activity_plan import ActivityPlan, PlanItem
from deputies.models.area import Area, AreaKind
from deputies.models.bulletin import Bulletin, BulletinCopy
from deputies.models.campaign import Campaign
from deputies.models.circle import Circle, CircleMember
from deputies.models.circle_matter import CircleAnswer, CircleMatter
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
from deputies.models.evaluation import (
    Evaluation,
    EvaluationFollowUp,
    EvaluationMark,
    EvaluationRound,
)
from deputies.models.evaluation_scheme import (
    EvaluationConsequence,
    EvaluationGrade,
    EvaluationItem,
    EvaluationScheme,
)
from deputies.models.forwarded_result import ForwardedResult
from deputies.models.group import DeputyGroup
from deputies.models.invitation import Invitation
from deputies.models.leave import Leave
from deputies.models.mandate import Mandate
from deputies.models.meeting import Meeting, MeetingKind
from deputies.models.member_contact import MemberContact
from deputies.models.point_rule import PointRule
from deputies.models.point_scheme import PointGrade, PointPart, PointScheme
from deputies.models.point_snapshot import (
    PointSnapshot,
    PointStanding,
)
from deputies.models.public_feeling import PublicFeeling
from deputies.models.public_page import PageVisits, PublicPage
from deputies.models.reception import PassedOver, RaisedMatter, ReceptionDay, SignUp
from deputies.models.service_request import ServiceRequest
from deputies.models.session_absence import SessionAbsence
from deputies.models.sit_in_application import SitInApplication
from deputies.models.staff_study import StaffStudy
from deputies.models.status_change import MandateStatusChange
from deputies.models.structure_line import StructureLine
from deputies.models.study_material import Material, MaterialReading
from deputies.models.term import Term
from deputies.models.training_batch import Batch
from deputies.models.training_plan import Course, TrainingPlan
from deputies.models.voter_contact import VoterContact
from deputies.models.voter_report import (
    VoterReport,
)
from deputies.models.voter_visit import VoterVisit
from deputies.states import Level, MandateStatus

__all__ = [
    "Activity",
    "ActivityKind",
    "ActivityPlan",
    "ActivityRecord",
    "Area",
    "AreaKind",
    "Batch",
    "BirthPrecision",
    "BudgetEntry",
    "BudgetLine",
    "Bulletin",
    "BulletinCopy",
    "Campaign",
    "Circle",
    "CircleAnswer",
    "CircleMatter",
    "CircleMember",
    "Congress",
    "Constituency",
    "ContactStandard",
    "ContactVisit",
    "Course",
    "Delegation",
    "Deputy",
    "DeputyContact",
    "DeputyGroup",
    "DutyEntry",
    "DutyKind",
    "DutyObjection",
    "DutyTarget",
    "Evaluation",
    "EvaluationConsequence",
    "EvaluationFollowUp",
    "EvaluationGrade",
    "EvaluationItem",
    "EvaluationMark",
    "EvaluationRound",
    "EvaluationScheme",
    "ForwardedResult",
    "Invitation",
    "Leave",
    "Level",
    "Mandate",
    "MandateStatus",
    "MandateStatusChange",
    "Material",
    "MaterialReading",
    "Meeting",
    "MeetingKind",
    "MemberContact",
    "PageVisits",
    "PassedOver",
    "PhoneCall",
    "PlanItem",
    "PointGrade",
    "PointPart",
    "PointRule",
    "PointScheme",
    "PointSnapshot",
    "PointStanding",
    "PublicFeeling",
    "PublicPage",
    "RaisedMatter",
    "ReceptionDay",
    "ServiceRequest",
    "SessionAbsence",
    "Sex",
    "SignUp",
    "SitInApplication",
    "StaffStudy",
    "StructureLine",
    "Term",
    "TrainingPlan",
    "VoterContact",
    "VoterReport",
    "VoterVisit",
]
