"""No pages of its own: the calendar is kept in the admin, dates are explained by the deadlines app."""

from django.urls import URLPattern

app_name = "workdays"
urlpatterns: list[URLPattern] = []
