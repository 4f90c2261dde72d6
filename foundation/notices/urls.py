from django.urls import path

from foundation.notices.views import inbox, operators

app_name = "notices"
urlpatterns = [
    path("", inbox.Inbox.as_view(), name="inbox"),
    path("<int:pk>/read/", inbox.read, name="read"),
    path("read-all/", inbox.read_all, name="read_all"),
    path("preferences/", inbox.Preferences.as_view(), name="preferences"),
    path("dead-letters/", operators.DeadLetters.as_view(), name="dead_letters"),
    path("dead-letters/<int:pk>/resend/", operators.resend_mail, name="resend"),
]
