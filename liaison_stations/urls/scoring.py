"""Scorings of stations, townships and streets."""

from django.urls import path

from liaison_stations.views import scoring, scoring_steps

PATHS = [
    path("scoring/", scoring.Rounds.as_view(), name="score-rounds"),
    path("scoring/new/", scoring_steps.OpenScoring.as_view(), name="open-scoring"),
    path("scoring/<int:pk>/", scoring.RoundPage.as_view(), name="score-round"),
    path("scoring/<int:pk>/comparison/", scoring.Comparison.as_view(), name="score-comparison"),
    path("scoring/<int:pk>/publish/", scoring_steps.PublishScores.as_view(), name="publish-scores"),
    path("scores/<int:pk>/", scoring.ScorePage.as_view(), name="score"),
    path("scores/<int:pk>/self/", scoring_steps.RateStation.as_view(), name="rate-station"),
    path("scores/<int:pk>/on-site/", scoring_steps.ScoreOnSite.as_view(), name="score-on-site"),
    path("scores/<int:pk>/pass/", scoring_steps.PassSelfRating.as_view(), name="pass-self-rating"),
]
