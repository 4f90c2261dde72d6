"""The register of appointees, yearly duty reports, what follows from a ballot."""

from django.urls import path

from supervision.views import appointee_steps as steps
from supervision.views import appointees, people_ballots

PATHS = [
    path("appointees/", appointees.Appointees.as_view(), name="appointees"),
    path("appointees/new/", steps.EnterAppointee.as_view(), name="enter-appointee"),
    path("appointees/<int:pk>/", appointees.AppointeePage.as_view(), name="appointee"),
    path("appointees/<int:pk>/end/", steps.EndAppointee.as_view(), name="end-appointee"),
    path("duty-rounds/", appointees.DutyRounds.as_view(), name="duty-rounds"),
    path("duty-rounds/new/", steps.OpenDutyRound.as_view(), name="open-duty-round"),
    path("duty-rounds/<int:pk>/", appointees.DutyRoundPage.as_view(), name="duty-round"),
    path("duty-rounds/<int:pk>/ballot/", people_ballots.PlanRoundBallot.as_view(), name="plan-round-ballot"),
    path("duty-rounds/<int:pk>/close/", steps.CloseDutyRound.as_view(), name="close-duty-round"),
    path("duty-reports/<int:pk>/", appointees.DutyReportPage.as_view(), name="duty-report"),
    path("duty-reports/<int:pk>/hand-in/", steps.HandInDutyReport.as_view(), name="hand-in-duty-report"),
    path("duty-reports/<int:pk>/return/", steps.ReturnDutyReport.as_view(), name="return-duty-report"),
    path("duty-reports/<int:pk>/accept/", steps.AcceptDutyReport.as_view(), name="accept-duty-report"),
    path("duty-reports/<int:pk>/measures/", steps.AddMeasure.as_view(), name="add-measure"),
    path("measures/<int:pk>/report/", steps.ReportMeasure.as_view(), name="report-measure"),
    path("measures/<int:pk>/return/", steps.ReturnMeasure.as_view(), name="return-measure"),
    path("measures/<int:pk>/confirm/", steps.ConfirmMeasure.as_view(), name="confirm-measure"),
]
