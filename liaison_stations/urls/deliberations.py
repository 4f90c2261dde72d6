"""Topical deliberations at stations."""

from django.urls import path

from liaison_stations.views import deliberations

PATHS = [
    path("deliberations/", deliberations.Deliberations.as_view(), name="deliberations"),
    path("deliberations/new/", deliberations.PlanDeliberation.as_view(), name="plan-deliberation"),
    path("deliberations/<int:pk>/", deliberations.DeliberationPage.as_view(), name="deliberation"),
    path("deliberations/<int:pk>/hold/", deliberations.HoldDeliberation.as_view(), name="hold-deliberation"),
    path("deliberations/<int:pk>/opinions/", deliberations.RaiseAtDeliberation.as_view(), name="raise-at-deliberation"),
    path("deliberations/<int:pk>/cancel/", deliberations.CancelDeliberation.as_view(), name="cancel-deliberation"),
    path("deliberations/<int:pk>/close/", deliberations.CloseDeliberation.as_view(), name="close-deliberation"),
]
