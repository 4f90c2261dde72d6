"""The doors of the portal, in the order in which addresses are tried."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from deputies.urls import short_urls
from foundation.accounts.views.sign_in import admin_door
from liaison_stations.urls.letters import letter_urls
from liaison_stations.urls.short import short_urls as station_codes
from supervision.urls.projects import short_urls as project_codes
from supervision.urls.surveys import short_urls as survey_codes

urlpatterns = [
    path("health/", include("congress_portal.health")),
    path("admin/login/", admin_door),
    path("admin/password_change/", RedirectView.as_view(pattern_name="accounts:password_change")),
    path("admin/", admin.site.urls),
    path("", include("foundation.accounts.urls")),
    path("notices/", include("foundation.notices.urls")),
    path("files/", include("foundation.files.urls")),
    path("deadlines/", include("foundation.deadlines.urls")),
    path("intake/", include("foundation.intake.urls")),
    path("privacy/", include("foundation.privacy.urls")),
    path("workdays/", include("foundation.workdays.urls")),
    path("", include("foundation.web.urls")),
    path("deputies/", include("deputies.urls")),
    path("d/", include(short_urls)),
    path("suggestions/", include("suggestions.urls")),
    path("stations/", include("liaison_stations.urls")),
    path("z/", include(station_codes)),
    path("letters/", include(letter_urls)),
    path("supervision/", include("supervision.urls")),
    path("p/", include(project_codes)),
    path("w/", include(survey_codes)),
    path("desk/", include("congress_portal.workbench.urls")),
    path("reports/", include("congress_portal.reports.urls")),
    path("", include("congress_portal.site.urls")),
]

handler400 = "foundation.web.views.errors.bad_request"
handler403 = "foundation.web.views.errors.forbidden"
handler404 = "foundation.web.views.errors.not_found"
handler500 = "foundation.web.views.errors.server_error"
