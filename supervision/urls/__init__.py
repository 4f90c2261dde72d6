"""Addresses of the room. Every part keeps its own list beside this file and is added here."""

from django.urls import URLPattern

from supervision.urls import (
    advice,
    appointees,
    appointments,
    ballots,
    inspection,
    interpellations,
    local,
    opinions,
    plan,
    problems,
    projects,
    questions,
    resolutions,
    undertakings,
)

app_name = "supervision"
urlpatterns: list[URLPattern] = [
    *resolutions.PATHS,
    *appointments.PATHS,
    *appointees.PATHS,
    *ballots.PATHS,
    *inspection.PATHS,
    *interpellations.PATHS,
    *local.PATHS,
    *opinions.PATHS,
    *problems.PATHS,
    *projects.PATHS,
    *questions.PATHS,
    *undertakings.PATHS,
    *plan.PATHS,
    *advice.PATHS,
]
