from django.urls import path

from foundation.deadlines.views import clocks, office, trial

app_name = "deadlines"
urlpatterns = [
    path("", clocks.MyClocks.as_view(), name="mine"),
    path("<int:pk>/", clocks.Derivation.as_view(), name="derivation"),
    path("recompute/", office.Recompute.as_view(), name="recompute"),
    path("recompute/progress/", office.RecomputeProgress.as_view(), name="recompute_progress"),
    path("trial/", trial.TryLimit.as_view(), name="trial"),
    path("feed/", clocks.feed_page, name="feed"),
    path("feed/renew/", clocks.renew_feed, name="renew_feed"),
    path("feed/drop/", clocks.drop_feed, name="drop_feed"),
    path("calendar/<str:token>.ics", clocks.feed, name="calendar.ics"),
]
