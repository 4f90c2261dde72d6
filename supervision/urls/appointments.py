"""Bills of appointments, the people in them, the law examination."""

from django.urls import path

from supervision.views import appointment_steps as steps
from supervision.views import appointments, law_exam, people_ballots

PATHS = [
    path("appointments/", appointments.Appointments.as_view(), name="appointments"),
    path("appointments/new/", steps.FileAppointment.as_view(), name="file-appointment"),
    path("appointments/<int:pk>/", appointments.AppointmentPage.as_view(), name="appointment"),
    path("appointments/<int:pk>/people/", steps.NameNominee.as_view(), name="name-nominee"),
    path("appointments/<int:pk>/table/", steps.TableAppointment.as_view(), name="table-appointment"),
    path("appointments/<int:pk>/postpone/", steps.PostponeAppointment.as_view(), name="postpone-appointment"),
    path("appointments/<int:pk>/withdraw/", steps.WithdrawAppointment.as_view(), name="withdraw-appointment"),
    path("appointments/<int:pk>/vote/", people_ballots.PlanAppointmentBallot.as_view(), name="plan-appointment-ballot"),
    path("appointments/<int:pk>/decision/", steps.IssueDecision.as_view(), name="issue-decision"),
    path("nominees/<int:pk>/", appointments.NomineePage.as_view(), name="nominee"),
    path("nominees/<int:pk>/invite/", steps.InviteNominee.as_view(), name="invite-nominee"),
    path("nominees/<int:pk>/drop/", steps.DropNominee.as_view(), name="drop-nominee"),
    path("nominees/<int:pk>/exempt/", steps.ExemptNominee.as_view(), name="exempt-nominee"),
    path("nominees/<int:pk>/redraw/", steps.RedrawExam.as_view(), name="redraw-exam"),
    path("nominees/<int:pk>/paper-exam/", steps.EnterExam.as_view(), name="enter-exam"),
    path("nominees/<int:pk>/statement/", steps.WriteStatement.as_view(), name="write-statement"),
    path("nominees/<int:pk>/pledge/", steps.RecordPledge.as_view(), name="record-pledge"),
    path("exams/<int:pk>/", law_exam.ExamPage.as_view(), name="exam"),
    path("exams/<int:pk>/begin/", law_exam.BeginExam.as_view(), name="begin-exam"),
    path("exams/<int:pk>/sit/", law_exam.SitExam.as_view(), name="sit-exam"),
    path("exams/<int:pk>/collect/", law_exam.CollectExam.as_view(), name="collect-exam"),
    path("exams/<int:pk>/check/", law_exam.CheckExam.as_view(), name="check-exam"),
    path("exams/<int:pk>/void/", law_exam.VoidExam.as_view(), name="void-exam"),
    path("my-posts/", appointments.MyPosts.as_view(), name="my-posts"),
]
