"""Addresses of the room. Every part keeps its own list beside this file and is added here."""

from liaison_stations.urls import scoring, stations

app_name = "stations"
urlpatterns = [
    *scoring.PATHS,
    *stations.PATHS,
]
