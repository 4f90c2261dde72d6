"""The nouns of the room, one to a file."""

from suggestions.models.appraisal import Appraisal, Award, SuggestionMark
from suggestions.models.appraisal_scheme import AppraisalBand, AppraisalItem, AppraisalScheme
from suggestions.models.assignment import Assignment
from suggestions.models.assignment_meeting import AssignmentMeeting, MeetingRow, MeetingUnit
from suggestions.models.carry_over import CarryOver
from suggestions.models.case_study import CaseStudy
from suggestions.models.category import Category
from suggestions.models.co_opinion import CoOpinion
from suggestions.models.commitment import Commitment
from suggestions.models.commitment_rating import CommitmentRating
from suggestions.models.contact import ContactRecord
from suggestions.models.cosigner import Cosigner
from suggestions.models.cosigner_word import CosignerWord
from suggestions.models.document_head import DocumentHead, DocumentSeries
from suggestions.models.extension import Extension
from suggestions.models.fund import (
    FundYear,
    PotChange,
)
from suggestions.models.fund_application import (
    FundApplication,
    FundExclusion,
)
from suggestions.models.fund_project import (
    FundAcceptance,
    FundPayment,
    FundProgress,
    FundProject,
    ProjectAmount,
)
from suggestions.models.hand_over import HandOver
from suggestions.models.handed_report import HandedReport
from suggestions.models.handling_plan import HandlingPlan, PlanStep
from suggestions.models.key_supervision import (
    KeySupervision,
    SupervisionEvent,
    SupervisionReport,
)
from suggestions.models.letter import Letter
from suggestions.models.look_back import LookBack, LookBackItem
from suggestions.models.mediation import Mediation
from suggestions.models.merge import Merge
from suggestions.models.number import NumberFormat, NumberSeries
from suggestions.models.objection import Appeal, Objection
from suggestions.models.press import Press
from suggestions.models.progress import CommitmentProgress, ProgressColour
from suggestions.models.public_copy import (
    OpenText,
    PublicCopy,
    PublicReply,
    attached,
    is_picture,
    open_pictures,
    open_texts,
)
from suggestions.models.rating import PaperRating, Rating
from suggestions.models.refusal_ground import RefusalGround
from suggestions.models.reply import Reply, ReplyCheck, ReplyVersion
from suggestions.models.reply_template import ReplyTemplate
from suggestions.models.result_class import ResultClass
from suggestions.models.round import Round
from suggestions.models.split import Split, SplitPart
from suggestions.models.statement import CommitmentStatement, StatementLine
from suggestions.models.suggestion import Suggestion
from suggestions.models.text_version import TextVersion
from suggestions.models.threshold import Switch, SwitchKey, Threshold, ThresholdKey

__all__ = [
    "Appeal",
    "Appraisal",
    "AppraisalBand",
    "AppraisalItem",
    "AppraisalScheme",
    "Assignment",
    "AssignmentMeeting",
    "Award",
    "CarryOver",
    "CaseStudy",
    "Category",
    "CoOpinion",
    "Commitment",
    "CommitmentProgress",
    "CommitmentRating",
    "CommitmentStatement",
    "ContactRecord",
    "Cosigner",
    "CosignerWord",
    "DocumentHead",
    "DocumentSeries",
    "Extension",
    "FundAcceptance",
    "FundApplication",
    "FundExclusion",
    "FundPayment",
    "FundProgress",
    "FundProject",
    "FundYear",
    "HandOver",
    "HandedReport",
    "HandlingPlan",
    "KeySupervision",
    "Letter",
    "LookBack",
    "LookBackItem",
    "Mediation",
    "MeetingRow",
    "MeetingUnit",
    "Merge",
    "NumberFormat",
    "NumberSeries",
    "Objection",
    "OpenText",
    "PaperRating",
    "PlanStep",
    "PotChange",
    "Press",
    "ProgressColour",
    "ProjectAmount",
    "PublicCopy",
    "PublicReply",
    "Rating",
    "RefusalGround",
    "Reply",
    "ReplyCheck",
    "ReplyTemplate",
    "ReplyVersion",
    "ResultClass",
    "Round",
    "Split",
    "SplitPart",
    "StatementLine",
    "Suggestion",
    "SuggestionMark",
    "SupervisionEvent",
    "SupervisionReport",
    "Switch",
    "SwitchKey",
    "TextVersion",
    "Threshold",
    "ThresholdKey",
    "attached",
    "is_picture",
    "open_pictures",
    "open_texts",
]
