"""The touch screen of a station, under the station's own short code."""

from django.urls import path

from liaison_stations.views import kiosk

PATHS = [
    path("kiosk/<slug:code>/", kiosk.KioskHome.as_view(), name="kiosk"),
    path("kiosk/<slug:code>/write/", kiosk.KioskWrite.as_view(), name="kiosk-write"),
    path("kiosk/<slug:code>/deputies/", kiosk.KioskDeputies.as_view(), name="kiosk-deputies"),
    path("kiosk/<slug:code>/matters/", kiosk.KioskMatters.as_view(), name="kiosk-matters"),
]
