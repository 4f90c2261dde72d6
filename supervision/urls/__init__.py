"""Addresses of the room. Every part keeps its own list beside this file and is added here."""

from django.urls import URLPattern

from supervision.urls import (
    advice,
    appointees,
    appointments,
    ballots,
    clues,
    handed,
    inspection,
    interpellations,
    local,
    opinions,
    plan,
    problems,
    projects,
    questions,
    resolutions,
    seats,
    surveys,
    undertakings,
)

app_name = "supervision"
urlpatterns: list[URLPattern] = [
    *resolutions.PATHS,
    *appointments.PATHS,
    *appointees.PATHS,
    *ballots.PATHS,
    *handed.PATHS,
    *inspection.PATHS,
    *interpellations.PATHS,
    *local.PATHS,
    *opinions.PATHS,
    *problems.PATHS,
    *projects.PATHS,
    *questions.PATHS,
    *seats.PATHS,
    *surveys.PATHS,
    *undertakings.PATHS,
    *plan.PATHS,
    *advice.PATHS,
    *clues.PATHS,
]
