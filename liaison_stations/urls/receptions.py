"""The desk of a station and the records of receptions."""

from django.urls import path

from liaison_stations.views import desk, receptions

PATHS = [
    path("desk-worker.js", desk.desk_worker, name="desk-worker"),
    path("<int:pk>/desk/", desk.Desk.as_view(), name="desk"),
    path("receptions/", receptions.RecordList.as_view(), name="receptions"),
    path("receptions/<int:pk>/", receptions.RecordPage.as_view(), name="reception"),
    path("receptions/<int:pk>/slip/", desk.Slip.as_view(), name="slip"),
    path("receptions/<int:pk>/tell/", receptions.TellVisitor.as_view(), name="tell-visitor"),
]
