from django.urls import path

from deputies.views import activities, duty, duty_page, file, importing, ledger, office, people, register, schemes

app_name = "deputies"
urlpatterns = [
    path("", register.RegisterList.as_view(), name="list"),
    path("delegations/", register.DelegationList.as_view(), name="delegations"),
    path("import/", importing.Upload.as_view(), name="import"),
    path("import/<str:token>/", importing.Check.as_view(), name="import_check"),
    path("activities/", activities.ActivityList.as_view(), name="activities"),
    path("activities/<int:pk>/", activities.ActivityPage.as_view(), name="activity"),
    path("file/", file.MyFile.as_view(), name="my-file"),
    path("<int:pk>/file/", file.FilePage.as_view(), name="file"),
    path("<int:pk>/file/enter/", duty.EnterDuty.as_view(), name="enter-duty"),
    path("duties/", ledger.Ledger.as_view(), name="duties"),
    path("duties/waiting/", ledger.Waiting.as_view(), name="duties-waiting"),
    path("duties/objections/", ledger.Objections.as_view(), name="objections"),
    path("duties/objections/<int:pk>/answer/", duty.AnswerObjection.as_view(), name="answer-objection"),
    path("duties/new/", duty.ReportDuty.as_view(), name="report-duty"),
    path("duties/<int:pk>/", duty_page.DutyPage.as_view(), name="duty"),
    path("duties/<int:pk>/confirm/", duty.ConfirmDuty.as_view(), name="confirm-duty"),
    path("duties/<int:pk>/decline/", duty.DeclineDuty.as_view(), name="decline-duty"),
    path("duties/<int:pk>/take-back/", duty.TakeBackDuty.as_view(), name="take-back-duty"),
    path("duties/<int:pk>/correct/", duty.CorrectDuty.as_view(), name="correct-duty"),
    path("duties/<int:pk>/remove/", duty.RemoveDuty.as_view(), name="remove-duty"),
    path("duties/<int:pk>/object/", duty.ObjectDuty.as_view(), name="object-duty"),
    path("schemes/<int:pk>/", schemes.SchemePage.as_view(), name="scheme"),
    path("<int:pk>/", register.DeputyPage.as_view(), name="detail"),
    path("enrol/", people.Enrol.as_view(), name="enrol"),
    path("<int:pk>/amend/", people.AmendDeputy.as_view(), name="amend"),
    path("<int:pk>/enrol/", people.EnrolAgain.as_view(), name="enrol_again"),
    path("mandates/<int:pk>/amend/", people.AmendSeat.as_view(), name="amend_seat"),
    path("<int:pk>/account/", office.OpenAccount.as_view(), name="open_account"),
    path("mandates/<int:pk>/suspend/", office.Suspend.as_view(), name="suspend"),
    path("mandates/<int:pk>/restore/", office.Restore.as_view(), name="restore"),
    path("mandates/<int:pk>/end/", office.End.as_view(), name="end"),
]
