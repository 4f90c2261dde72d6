"""Stations: what everybody reads at the root, the register under `register/`."""

from django.urls import path

from liaison_stations.views import funds, importing, office, places, public, register

PATHS = [
    path("", public.StationsPublic.as_view(), name="public"),
    path("place/", places.WhosePlace.as_view(), name="place"),
    path("register/", register.StationList.as_view(), name="list"),
    path("import/", importing.Upload.as_view(), name="import"),
    path("import/<str:token>/", importing.Check.as_view(), name="import_check"),
    path("<int:pk>/", register.StationPage.as_view(), name="station"),
    path("new/", office.EnterStation.as_view(), name="enter"),
    path("<int:pk>/amend/", office.AmendStation.as_view(), name="amend"),
    path("<int:pk>/close/", office.CloseStation.as_view(), name="close"),
    path("<int:pk>/standard/", office.SetStandard.as_view(), name="standard"),
    path("<int:pk>/deputies/", office.PostDeputies.as_view(), name="post-deputies"),
    path("places/<int:pk>/end/", office.EndPlace.as_view(), name="end-place"),
    path("<int:pk>/keepers/", office.AppointKeeper.as_view(), name="appoint-keeper"),
    path("keepers/<int:pk>/end/", office.RelieveKeeper.as_view(), name="relieve-keeper"),
    path("<int:pk>/wall/", office.WriteWall.as_view(), name="wall"),
    path("<int:pk>/photos/", office.AddPhotos.as_view(), name="photos"),
    path("<int:pk>/photos/<uuid:photo>/remove/", office.RemovePhoto.as_view(), name="remove-photo"),
    path("<int:pk>/funds/", funds.Funds.as_view(), name="funds"),
    path("<int:pk>/funds/new/", funds.EnterFund.as_view(), name="enter-fund"),
    path("funds/<int:pk>/reverse/", funds.ReverseFund.as_view(), name="reverse-fund"),
]
