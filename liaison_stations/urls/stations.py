"""Stations: what everybody reads at the root, the register under `register/`."""

from django.urls import path

from liaison_stations.views import public, register

PATHS = [
    path("", public.StationsPublic.as_view(), name="public"),
    path("register/", register.StationList.as_view(), name="list"),
    path("<int:pk>/", register.StationPage.as_view(), name="station"),
]
