"""Planning the ballots of bills, of the year's appointees and of resolutions."""

from django.db.models import QuerySet

from foundation.web.views import StepView
from supervision.forms.appointees import BallotForm
from supervision.forms.appointments import VoteForm
from supervision.models import Appointment, DutyRound, Resolution
from supervision.rules.appointees import may_ballot_round
from supervision.rules.appointments import may_vote_appointment
from supervision.rules.resolutions import may_vote_resolution
from supervision.transitions import people_ballots as act

NEXT = "已安排。请在表决页面登记到会人员，开始表决。"


class PlansBallot(StepView):
    """Leads to the ballot that was planned."""

    title = button = "安排表决"
    form_class = VoteForm
    success_message = NEXT

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class PlanAppointmentBallot(PlansBallot):
    rule = may_vote_appointment
    transition = act.plan_appointment_ballot
    intro = "每名拟任免人员一项，常委会组成人员逐项表决；以全体组成人员的过半数通过。"

    def queryset(self) -> QuerySet[Appointment]:
        return Appointment.objects.visible_to(self.request.user).with_names()


class PlanResolutionBallot(PlansBallot):
    rule = may_vote_resolution
    transition = act.plan_resolution_ballot
    intro = "以常委会全体组成人员的过半数通过。"

    def queryset(self) -> QuerySet[Resolution]:
        return Resolution.objects.visible_to(self.request.user).with_names()


class PlanRoundBallot(PlansBallot):
    title = button = "安排测评"
    form_class = BallotForm
    rule = may_ballot_round
    transition = act.plan_round_ballot
    intro = "本年测评机关的任命人员每人一项，由常委会组成人员按四个等次测评。"

    def queryset(self) -> QuerySet[DutyRound]:
        return DutyRound.objects.visible_to(self.request.user)
