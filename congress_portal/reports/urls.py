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
]
