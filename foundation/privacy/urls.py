from django.urls import path

from foundation.privacy.views import RevealPage

app_name = "privacy"
urlpatterns = [path("reveal/<str:model>/<str:pk>/<slug:field>/", RevealPage.as_view(), name="reveal")]
