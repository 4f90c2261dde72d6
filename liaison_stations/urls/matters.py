"""What people write about, and letters that become suggestions."""

from django.urls import path

from liaison_stations.views import letter_suggestions, matter_steps, matters

PATHS = [
    path("matters/", matters.MatterList.as_view(), name="matters"),
    path("matters/<int:pk>/", matters.MatterPage.as_view(), name="matter"),
    path("matters/risen/", matter_steps.RisenMatters.as_view(), name="risen-matters"),
    path("matters/corrections/", matter_steps.Corrections.as_view(), name="matter-corrections"),
    path("matters/<int:pk>/move/", matter_steps.MovePapers.as_view(), name="move-papers"),
    path("matters/<int:pk>/join/", matter_steps.JoinMatters.as_view(), name="join-matters"),
    path("matters/<int:pk>/undo/", matter_steps.UndoCorrection.as_view(), name="undo-correction"),
    path("matters/<int:pk>/note/", matter_steps.NoteMatter.as_view(), name="note-matter"),
    path("letters/<int:pk>/suggestion/", letter_suggestions.MakeSuggestion.as_view(), name="make-suggestion"),
]
