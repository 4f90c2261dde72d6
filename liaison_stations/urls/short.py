"""Short addresses for the walls of stations (联络站码); they stand at the root: /z/<code>/."""

from django.urls import path

from liaison_stations.urls import rota
from liaison_stations.views import public

short_urls = (
    [
        path("<slug:code>/", public.StationPublicPage.as_view(), name="page"),
        *rota.SHORT,
    ],
    "z",
)
