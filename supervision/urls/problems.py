"""The issue ledger."""

from django.urls import path

from supervision.views import problems

PATHS = [
    path("problems/", problems.Problems.as_view(), name="problems"),
    path("problems/<int:pk>/", problems.ProblemPage.as_view(), name="problem"),
]
