from django.urls import path

from foundation.intake.trial import TryRates

app_name = "intake"
urlpatterns = [path("trial/", TryRates.as_view(), name="trial")]
