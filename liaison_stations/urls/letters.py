"""The public mailbox; it stands at the root: /letters/. Writers come back by number and query code."""

from django.urls import path, re_path

from liaison_stations.views import letter_following, letter_steps, letters

OWN = r"^(?P<number>\d{4}-\d{6,9})/"

letter_urls = (
    [
        path("", letters.Mailbox.as_view(), name="home"),
        path("write/", letters.WriteLetter.as_view(), name="write"),
        path("receipt/", letters.Receipt.as_view(), name="receipt"),
        path("look-up/", letter_following.LookUp.as_view(), name="look-up"),
        path("leave/", letter_following.leave, name="leave"),
        re_path(f"{OWN}$", letter_following.FollowLetter.as_view(), name="follow"),
        re_path(f"{OWN}add/$", letter_steps.AddWord.as_view(), name="add"),
        re_path(f"{OWN}rate/$", letter_steps.Rate.as_view(), name="rate"),
        re_path(f"{OWN}reopen/$", letter_steps.Reopen.as_view(), name="reopen"),
        re_path(f"{OWN}forget/$", letter_steps.ForgetWriter.as_view(), name="forget"),
        re_path(f"{OWN}not-public/$", letter_steps.ForbidPublishing.as_view(), name="not-public"),
        re_path(f"{OWN}erase/$", letter_steps.AskErasure.as_view(), name="erase"),
        re_path(f"{OWN}data/$", letter_following.OwnData.as_view(), name="data"),
        re_path(rf"{OWN}photos/(?P<pk>[0-9a-f-]{{36}})/$", letter_following.Photo.as_view(), name="photo"),
    ],
    "letters",
)
