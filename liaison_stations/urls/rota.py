"""Rules, reception days, turns and swaps; what everybody reads of them stands under `days/` and the short address."""

from django.urls import path

from liaison_stations.views import rota, rota_public, slot_queues, slots, turns

PATHS = [
    path("days/", rota_public.PublicDays.as_view(), name="public-days"),
    path("reception-days/", slots.Days.as_view(), name="reception-days"),
    path("<int:pk>/rota/", rota.RotaPage.as_view(), name="rota"),
    path("<int:pk>/rota/arrange/", rota.ArrangeRota.as_view(), name="arrange-rota"),
    path("<int:pk>/rota/add/", rota.AddSlot.as_view(), name="add-slot"),
    path("<int:pk>/rota/rules/add/", rota.AddRule.as_view(), name="add-rule"),
    path("rota-rules/<int:pk>/change/", rota.ChangeRule.as_view(), name="change-rule"),
    path("rota-rules/<int:pk>/end/", rota.EndRule.as_view(), name="end-rule"),
    path("slots/to-close/", slot_queues.SlotsToClose.as_view(), name="slots-to-close"),
    path("slots/short/", slot_queues.SlotsShort.as_view(), name="slots-short"),
    path("slots/<int:pk>/", slots.SlotPage.as_view(), name="slot"),
    path("slots/<int:pk>/fill/", slots.FillSlot.as_view(), name="fill-slot"),
    path("slots/<int:pk>/cancel/", slots.CancelSlot.as_view(), name="cancel-slot"),
    path("slots/<int:pk>/close/", slots.CloseSlot.as_view(), name="close-slot"),
    path("slots/<int:pk>/correct/", slots.CorrectSlot.as_view(), name="correct-slot"),
    path("my-turns/", turns.MyTurns.as_view(), name="my-turns"),
    path("turns/<int:pk>/leave/", turns.LeaveTurn.as_view(), name="leave-turn"),
    path("turns/<int:pk>/swap/", turns.AskSwap.as_view(), name="ask-swap"),
    path("swaps/<int:pk>/agree/", turns.AgreeSwap.as_view(), name="agree-swap"),
    path("swaps/<int:pk>/decline/", turns.DeclineSwap.as_view(), name="decline-swap"),
    path("swaps/<int:pk>/withdraw/", turns.WithdrawSwap.as_view(), name="withdraw-swap"),
]
SHORT = [
    path("<slug:code>/rota/", rota_public.PublicRota.as_view(), name="rota"),
    path("<slug:code>/rota.ics", rota_public.station_calendar, name="rota-calendar"),
]
