"""The nouns of the room; everything above imports them from here."""

from supervision.models.appointee import Appointee, AppointeeMeasure, BallotConsequence, DutyReport, DutyRound
from supervision.models.appointment import Appointment, AppointmentKind, Nominee, ServiceStatement
from supervision.models.ballot import Ballot
from supervision.models.ballot_body import BallotBody
from supervision.models.ballot_parts import BallotLine, Elector, PaperReading
from supervision.models.by_election import ByElection, ByElectionVote, CandidateVotes, SeatCandidate
from supervision.models.clue import Clue, ClueEntry
from supervision.models.clue_approver import ClueApprover
from supervision.models.clue_reader import ClueReader
from supervision.models.collected import CollectedOpinion
from supervision.models.contact_point import ContactPoint, DraftOpinion, LawDraft
from supervision.models.delay import Delay
from supervision.models.expert import Advice, Expert, ExpertField, ExpertMatter
from supervision.models.floor_question import FloorAnswer, FloorQuestion
from supervision.models.handed_task import HandedEntry, HandedTask
from supervision.models.inspected import JointDecision, LawArticle
from supervision.models.interpellation import InitiatorRule, Interpellation, InterpellationAnswer
from supervision.models.kind import KindStep, UndertakingKind
from supervision.models.law_exam import Exam, ExamItem, ExamRule, LawQuestion
from supervision.models.ledger_standard import LedgerStandard
from supervision.models.local_body import LocalBody, LocalMember, LocalStandard
from supervision.models.local_meeting import LocalAttendance, LocalMeeting
from supervision.models.local_year import LocalItem, LocalYear
from supervision.models.opinion import DeliberationOpinion, OpinionPaper
from supervision.models.plan import PlanChange, PlanTopic, PlanYear
from supervision.models.problem import Problem
from supervision.models.problem_entry import ProblemEntry
from supervision.models.problem_voice import ProblemVoice
from supervision.models.project import Project
from supervision.models.project_change import ProjectChange
from supervision.models.project_idea import ProjectIdea
from supervision.models.project_parts import ProjectCheck, ProjectProgress, ProjectRemark
from supervision.models.project_people import ProjectDeputy, ProjectVisit
from supervision.models.project_vote import ProjectVote, ProjectVoteLine
from supervision.models.project_year import ProjectField, ProjectStandard, ProjectYear
from supervision.models.question_session import QuestionSession, QuestionTerm, SessionSeat
from supervision.models.questionnaire import Questionnaire, SurveyQuestion
from supervision.models.recall import Recall, RecallVote, SeatStandard
from supervision.models.resolution import Resolution, ResolutionTask, TaskReport
from supervision.models.seat_reading import SeatReading
from supervision.models.session_issue import IssueNote, IssueRound, SessionIssue
from supervision.models.solicitation import Solicitation, TopicIdea
from supervision.models.step import StepPaper, UndertakingStep
from supervision.models.survey import OnlineSurvey, SurveyGuest, SurveyItem, SurveyMark, SurveySheet
from supervision.models.survey_words import SurveyWords
from supervision.models.team import TeamMember
from supervision.models.undertaking import Undertaking, UndertakingBody
from supervision.models.visit import SpotVisit

__all__ = [
    "Advice",
    "Appointee",
    "AppointeeMeasure",
    "Appointment",
    "AppointmentKind",
    "Ballot",
    "BallotBody",
    "BallotConsequence",
    "BallotLine",
    "ByElection",
    "ByElectionVote",
    "CandidateVotes",
    "Clue",
    "ClueApprover",
    "ClueEntry",
    "ClueReader",
    "CollectedOpinion",
    "ContactPoint",
    "Delay",
    "DeliberationOpinion",
    "DraftOpinion",
    "DutyReport",
    "DutyRound",
    "Elector",
    "Exam",
    "ExamItem",
    "ExamRule",
    "Expert",
    "ExpertField",
    "ExpertMatter",
    "FloorAnswer",
    "FloorQuestion",
    "HandedEntry",
    "HandedTask",
    "InitiatorRule",
    "Interpellation",
    "InterpellationAnswer",
    "IssueNote",
    "IssueRound",
    "JointDecision",
    "KindStep",
    "LawArticle",
    "LawDraft",
    "LawQuestion",
    "LedgerStandard",
    "LocalAttendance",
    "LocalBody",
    "LocalItem",
    "LocalMeeting",
    "LocalMember",
    "LocalStandard",
    "LocalYear",
    "Nominee",
    "OnlineSurvey",
    "OpinionPaper",
    "PaperReading",
    "PlanChange",
    "PlanTopic",
    "PlanYear",
    "Problem",
    "ProblemEntry",
    "ProblemVoice",
    "Project",
    "ProjectChange",
    "ProjectCheck",
    "ProjectDeputy",
    "ProjectField",
    "ProjectIdea",
    "ProjectProgress",
    "ProjectRemark",
    "ProjectStandard",
    "ProjectVisit",
    "ProjectVote",
    "ProjectVoteLine",
    "ProjectYear",
    "QuestionSession",
    "QuestionTerm",
    "Questionnaire",
    "Recall",
    "RecallVote",
    "Resolution",
    "ResolutionTask",
    "SeatCandidate",
    "SeatReading",
    "SeatStandard",
    "ServiceStatement",
    "SessionIssue",
    "SessionSeat",
    "Solicitation",
    "SpotVisit",
    "StepPaper",
    "SurveyGuest",
    "SurveyItem",
    "SurveyMark",
    "SurveyQuestion",
    "SurveySheet",
    "SurveyWords",
    "TaskReport",
    "TeamMember",
    "TopicIdea",
    "Undertaking",
    "UndertakingBody",
    "UndertakingKind",
    "UndertakingStep",
]
