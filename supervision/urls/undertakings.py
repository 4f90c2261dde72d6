"""Supervision carried out and its steps."""

from django.urls import path

from supervision.views import undertaking_calendar
from supervision.views import undertaking_steps as steps
from supervision.views import undertakings as pages
from supervision.views import undertakings_public as public

PATHS = [
    path("undertakings/", pages.Undertakings.as_view(), name="undertakings"),
    path("undertakings/new/", steps.PlanUndertaking.as_view(), name="plan-undertaking"),
    path("undertakings/calendar/", undertaking_calendar.UndertakingCalendar.as_view(), name="undertaking-calendar"),
    path("undertakings/waiting/", pages.WaitingSteps.as_view(), name="undertaking-steps"),
    path("undertakings/<int:pk>/", pages.UndertakingPage.as_view(), name="undertaking"),
    path("undertakings/<int:pk>/meeting/", steps.SetMeeting.as_view(), name="set-undertaking-meeting"),
    path("undertakings/<int:pk>/begin/", steps.BeginUndertaking.as_view(), name="begin-undertaking"),
    path("undertakings/<int:pk>/conclude/", steps.ConcludeUndertaking.as_view(), name="conclude-undertaking"),
    path("undertakings/<int:pk>/cancel/", steps.CancelUndertaking.as_view(), name="cancel-undertaking"),
    path("undertakings/<int:pk>/publish/", steps.PublishUndertaking.as_view(), name="publish-undertaking"),
    path("open/undertakings/", public.PublicUndertakings.as_view(), name="public-undertakings"),
    path("open/undertakings/<int:pk>/", public.PublicUndertaking.as_view(), name="public-undertaking"),
    path("steps/<int:pk>/", pages.StepPage.as_view(), name="step"),
    path("steps/<int:pk>/finish/", steps.FinishStep.as_view(), name="finish-step"),
    path("steps/<int:pk>/skip/", steps.SkipStep.as_view(), name="skip-step"),
    path("steps/<int:pk>/move/", steps.MoveStep.as_view(), name="move-step"),
    path("steps/<int:pk>/reopen/", steps.ReopenStep.as_view(), name="reopen-step"),
]
