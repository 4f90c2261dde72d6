from django.urls import path

from deputies.views import activities, importing, office, register

app_name = "deputies"
urlpatterns = [
    path("", register.RegisterList.as_view(), name="list"),
    path("delegations/", register.DelegationList.as_view(), name="delegations"),
    path("import/", importing.Upload.as_view(), name="import"),
    path("import/<str:token>/", importing.Check.as_view(), name="import_check"),
    path("activities/", activities.ActivityList.as_view(), name="activities"),
    path("activities/<int:pk>/", activities.ActivityPage.as_view(), name="activity"),
    path("<int:pk>/", register.DeputyPage.as_view(), name="detail"),
    path("<int:pk>/account/", office.OpenAccount.as_view(), name="open_account"),
    path("mandates/<int:pk>/suspend/", office.Suspend.as_view(), name="suspend"),
    path("mandates/<int:pk>/restore/", office.Restore.as_view(), name="restore"),
    path("mandates/<int:pk>/end/", office.End.as_view(), name="end"),
]
