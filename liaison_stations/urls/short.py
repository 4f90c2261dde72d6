"""Short addresses for the walls of stations (联络站码); they stand at the root: /z/<code>/."""

from django.urls import path

from liaison_stations.urls import rota
from liaison_stations.views import posters, public

short_urls = (
    [
        path("<slug:code>/", public.StationPublicPage.as_view(), name="page"),
        *rota.SHORT,
        path("<slug:code>/poster/", posters.StationPoster.as_view(), name="poster"),
        path("<slug:code>/poster-<slug:size>.pdf", posters.StationPosterFile.as_view(), name="poster-file"),
    ],
    "z",
)
