from django.urls import path

from congress_portal.workbench import views

app_name = "workbench"
urlpatterns = [
    path("", views.Desk.as_view(), name="desk"),
    path("todo/<slug:when>/", views.Todo.as_view(), name="todo"),
    path("search/", views.Search.as_view(), name="search"),
]
