"""A small portal of three pages over organisations, for the tests of the base views."""

from zlib import crc32

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import include, path

from congress_portal import urls as portal
from foundation.accounts.models import Organisation
from foundation.audit import record
from foundation.web.actions import Action
from foundation.web.tables import Column
from foundation.web.views import DetailPage, ListPage, StepView
from foundation.workflow import Refused, StaleVersion, allow, lock, refuse

decorated: list[int] = []


def version_of(office: Organisation) -> int:
    return crc32(office.name.encode()) % 10_000


def may_rename(user, office, *, on):
    if user.username == "stranger":
        return refuse("只有联络工作人员可以改名。", code="role")
    return allow() if office.is_active else refuse("单位已停用，不能改名。", code="state")


@transaction.atomic
def rename(pk, *, by, at, version, name):
    """A transition as rooms write them: lock, guard, change, record."""
    office = lock(Organisation, pk)
    if version is not None and version != version_of(office):
        raise StaleVersion()
    office.name = name
    office.save(update_fields=["name"])
    record("offices.rename", office, by=by, at=at)
    if name == "禁用名":
        raise Refused("这个名称已被禁用，请换一个。", code="words")
    if name == "重名":
        raise ValidationError({"name": "已有同名单位。"})
    return office


class NameForm(forms.Form):
    name = forms.CharField(label="新名称", max_length=20)


class Rename(StepView):
    title = "改名"
    rule = may_rename
    transition = rename
    form_class = NameForm
    success_message = "已改名。"
    success_url = "/offices/"

    def queryset(self):
        return Organisation.objects.exclude(short_name="区法院")

    def get_object(self):
        office = super().get_object()
        office.version, office.get_absolute_url = version_of(office), lambda: "/offices/"
        return office


class Offices(ListPage):
    title = "单位"
    columns = (
        Column("名称", "name", primary=True, sort="name", link=lambda row: f"/offices/{row.pk}/"),
        Column("简称", "short_name"),
    )
    orderings = {"name": ("name",), "-name": ("-name",)}
    per_page = 2
    export_name = "单位名录"

    class filter_form_class(forms.Form):
        q = forms.CharField(label="名称含", required=False)
        since = forms.DateField(label="起始日期", required=False)

    def queryset(self):
        return Organisation.objects.all()

    def filter(self, rows, wanted):
        return rows.filter(name__contains=wanted["q"]) if "q" in wanted else rows

    def decorate(self, rows):
        decorated.append(len(rows))


class Office(DetailPage):
    template_name = "components/list_page.html"

    def queryset(self):
        return Organisation.objects.filter(is_active=True)

    def actions(self, obj):
        return [Action("注销", "#", refuse("还有未办结事项。")), Action("改名", "#", allow())]


def explode(request):
    raise Refused("期限已过，不能再提。", code="state")


def crash(request):
    raise RuntimeError("secret")


urlpatterns = [
    path("offices/", Offices.as_view()),
    path("offices/<int:pk>/", Office.as_view()),
    path("offices/<int:pk>/rename/", Rename.as_view()),
    path("explode/", explode),
    path("crash/", crash),
    path("", include(portal.urlpatterns)),
]
handler400, handler403 = portal.handler400, portal.handler403
handler404, handler500 = portal.handler404, portal.handler500
