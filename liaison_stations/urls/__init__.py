"""Addresses of the room. Every part keeps its own list beside this file and is added here."""

from liaison_stations.urls import (
    council_publishing,
    deliberations,
    kiosk,
    matters,
    office,
    receptions,
    rota,
    scoring,
    stations,
    street,
)

app_name = "stations"
urlpatterns = [
    *council_publishing.PATHS,
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
