from django.urls import path

from congress_portal.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.Reports.as_view(), name="list"),
    path("new/", views.Ask.as_view(), name="ask"),
    path("<int:pk>/", views.ReportPage.as_view(), name="report"),
    path("<int:pk>/progress/", views.Progress.as_view(), name="progress"),
    path("<int:pk>/rows/<slug:sheet>/<slug:row>/<slug:column>/", views.Rows.as_view(), name="rows"),
    path("<int:pk>/build/", views.AskAgain.as_view(), name="ask-again"),
    path("<int:pk>/confirm/", views.Confirm.as_view(), name="confirm"),
    path("<int:pk>/send-back/", views.SendBack.as_view(), name="send-back"),
    path("<int:pk>/freeze/", views.Freeze.as_view(), name="freeze"),
    path("<int:pk>/correct/", views.Correct.as_view(), name="correct"),
    path("<int:pk>/compare/", views.Compare.as_view(), name="compare"),
    path("<int:pk>/open-words/", views.OpenWords.as_view(), name="open-words"),
    path("mine/", views.Mine.as_view(), name="mine"),
    path("deputies/", views.OwnReports.as_view(), name="deputy-reports"),
    path("deputies/zip/", views.Zip.as_view(), name="deputy-zip"),
    path("deputies/check/", views.CheckAll.as_view(), name="check-all"),
    path("deputies/confirm/", views.ConfirmAll.as_view(), name="confirm-all"),
    path("deputies/batches/<int:pk>/", views.BatchRunPage.as_view(), name="batch-run"),
    path("deputies/batches/<int:pk>/progress/", views.BatchRunProgress.as_view(), name="batch-progress"),
    path("deputies/<int:pk>/", views.OwnReport.as_view(), name="deputy-report"),
    path("deputies/<int:pk>/words/", views.WriteWords.as_view(), name="write-words"),
    path("deputies/<int:pk>/check/", views.CheckOwn.as_view(), name="check-own"),
    path("deputies/<int:pk>/send-back/", views.SendBackOwn.as_view(), name="send-back-own"),
    path("deputies/<int:pk>/confirm/", views.ConfirmOwn.as_view(), name="confirm-own"),
    path("deputies/<int:pk>/correct/", views.CorrectOwn.as_view(), name="correct-own"),
    path("deputies/<int:pk>/build/", views.CountAgain.as_view(), name="count-again"),
]
