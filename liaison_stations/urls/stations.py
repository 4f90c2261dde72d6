"""Stations: what everybody reads at the root, the register under `register/`."""

from django.urls import path

from liaison_stations.views import importing, places, public, register

PATHS = [
    path("", public.StationsPublic.as_view(), name="public"),
    path("place/", places.WhosePlace.as_view(), name="place"),
    path("register/", register.StationList.as_view(), name="list"),
    path("import/", importing.Upload.as_view(), name="import"),
    path("import/<str:token>/", importing.Check.as_view(), name="import_check"),
    path("<int:pk>/", register.StationPage.as_view(), name="station"),
]
