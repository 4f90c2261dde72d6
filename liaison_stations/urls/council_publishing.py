"""Street congresses and topical deliberations: opened by the office, read by everybody under `open/`."""

from django.urls import path

from liaison_stations.views import council_public as public
from liaison_stations.views import council_publishing as steps

PATHS = [
    path("open/streets/", public.PublicStreets.as_view(), name="public-streets"),
    path("open/streets/<int:pk>/", public.PublicStreet.as_view(), name="public-street"),
    path("open/opinions/", public.PublicOpinions.as_view(), name="public-council-opinions"),
    path("open/deliberations/", public.PublicDeliberations.as_view(), name="public-deliberations"),
    path("open/deliberations/<int:pk>/", public.PublicDeliberation.as_view(), name="public-deliberation"),
    path("streets/<int:pk>/publish/", steps.PublishCongress.as_view(), name="publish-congress"),
    path("streets/<int:pk>/unpublish/", steps.UnpublishCongress.as_view(), name="unpublish-congress"),
    path("streets/meetings/<int:pk>/publish/", steps.PublishMeeting.as_view(), name="publish-street-meeting"),
    path("streets/meetings/<int:pk>/unpublish/", steps.UnpublishMeeting.as_view(), name="unpublish-street-meeting"),
    path("opinions/<int:pk>/publish/", steps.PublishOpinion.as_view(), name="publish-council-opinion"),
    path("opinions/<int:pk>/unpublish/", steps.UnpublishOpinion.as_view(), name="unpublish-council-opinion"),
    path("deliberations/<int:pk>/publish/", steps.PublishDeliberation.as_view(), name="publish-deliberation"),
    path("deliberations/<int:pk>/unpublish/", steps.UnpublishDeliberation.as_view(), name="unpublish-deliberation"),
]
