"""Addresses of the room. Every part keeps its own list beside this file and is added here."""

from liaison_stations.urls import deliberations, kiosk, matters, office, receptions, rota, scoring, stations, street

app_name = "stations"
urlpatterns = [
    *deliberations.PATHS,
    *receptions.PATHS,
    *rota.PATHS,
    *scoring.PATHS,
    *stations.PATHS,
    *street.PATHS,
    *matters.PATHS,
    *kiosk.PATHS,
    *office.PATHS,
]
