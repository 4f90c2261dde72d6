from django.urls import path

from foundation.privacy import purge_views as purges
from foundation.privacy.views import RevealPage

app_name = "privacy"
urlpatterns = [
    path("reveal/<str:model>/<str:pk>/<slug:field>/", RevealPage.as_view(), name="reveal"),
    path("purges/", purges.Purges.as_view(), name="purges"),
    path("purges/<int:pk>/", purges.PurgePage.as_view(), name="purge"),
    path("purges/<int:pk>/ask/", purges.AskPurge.as_view(), name="ask-purge"),
    path("purges/<int:pk>/confirm/", purges.ConfirmPurge.as_view(), name="confirm-purge"),
    path("purges/<int:pk>/return/", purges.ReturnPurge.as_view(), name="return-purge"),
]
