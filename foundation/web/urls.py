from django.urls import path

from foundation.web.views.look import choose_look
from foundation.web.views.styleguide import Styleguide

app_name = "web"
urlpatterns = [
    path("look/", choose_look, name="look"),
    path("styleguide/", Styleguide.as_view(), name="styleguide"),
]
