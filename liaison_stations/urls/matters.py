"""What people write about, and letters that become suggestions."""

from django.urls import path

from liaison_stations.views import letter_suggestions, matters

PATHS = [
    path("matters/", matters.MatterList.as_view(), name="matters"),
    path("matters/<int:pk>/", matters.MatterPage.as_view(), name="matter"),
    path("letters/<int:pk>/suggestion/", letter_suggestions.MakeSuggestion.as_view(), name="make-suggestion"),
]
