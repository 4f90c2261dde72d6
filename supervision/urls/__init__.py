"""Addresses of the room. Every part keeps its own list beside this file and is added here."""

from django.urls import URLPattern

from supervision.urls import ballots, inspection, local, problems, projects, questions, undertakings

app_name = "supervision"
urlpatterns: list[URLPattern] = [
    *ballots.PATHS,
    *inspection.PATHS,
    *local.PATHS,
    *problems.PATHS,
    *projects.PATHS,
    *questions.PATHS,
    *undertakings.PATHS,
]
