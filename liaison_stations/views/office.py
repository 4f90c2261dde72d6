"""Steps on a station: entered, corrected, staffed, rated, closed; each asks its rule and calls one transition."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.web.actions import Action
from foundation.web.views import Behind, CreateStep, StepView
from liaison_stations import rules
from liaison_stations.forms import station_office as forms
from liaison_stations.models import Station, StationDeputy, StationKeeper, WallItem
from liaison_stations.states import WallPart
from liaison_stations.transitions import station_people as people
from liaison_stations.transitions import station_rooms as rooms
from liaison_stations.transitions import stations as verbs

CRUMB = ("联络站台账", "/stations/register/")


def actions_of(station: Station, user: Any, on: Any) -> list[Action]:
    """The buttons of a station's page that this person's business are."""

    def to(name: str) -> str:
        return reverse(f"stations:{name}", args=[station.pk])

    amend = rules.may_amend_station(user, station, on=on)
    staff = rules.may_staff(user, station, on=on)
    manage = rules.may_manage_station(user, station, on=on)
    offered = [
        Action("更正信息", to("amend"), amend, icon="edit"),
        Action("登记进站代表", to("post-deputies"), staff, icon="people"),
        Action("指定管理员", to("appoint-keeper"), staff, icon="person"),
        Action("上墙内容", to("wall"), amend, icon="list"),
        Action("上传照片", to("photos"), amend, icon="upload"),
        Action("经费台账", to("funds"), rules.may_see_accounts(user, station, on=on), icon="scales"),
        Action("建设状态", to("standard"), manage, icon="check"),
        Action("撤销", to("close"), manage, icon="cross"),
    ]
    return [action for action in offered if action.verdict or action.verdict.code != "role"]


class EnterStation(CreateStep):
    title = "登记联络站"
    rule = rules.may_manage_stations
    transition = verbs.enter_station
    form_class = forms.StationForm
    button = "登记"
    intro = "登记后可以继续登记进站代表、指定管理员。启用日期留空的不公开。"
    success_message = "联络站已登记。"
    back_url = "/stations/register/"
    crumbs = (CRUMB,)


class StationStep(Behind, StepView):
    """A step on one station of the register."""

    door = rules.may_open_stations
    crumbs = (CRUMB,)
    context_name = "station"

    def queryset(self) -> QuerySet[Station]:
        return Station.objects.visible_to(self.request.user).register_rows()


class AmendStation(StationStep):
    title = "更正联络站信息"
    rule = rules.may_amend_station
    transition = verbs.amend_station
    button = "保存更正"
    intro = "更正后立即生效。没有变动的栏目不必改。"
    success_message = "已更正联络站信息。"

    def get_form(self, bound: bool = False) -> Any:
        form = forms.StationForm if rules.may_manage_stations(self.request.user) else forms.KeeperForm
        data = {"data": self.request.POST} if bound else {}
        return form(instance=Station.objects.get(pk=self.object.pk), **data)


class CloseStation(StationStep):
    title = "撤销联络站"
    rule = rules.may_manage_station
    transition = verbs.close_station
    form_class = forms.CloseForm
    button = "撤销"
    button_tone = "danger"
    intro = "撤销后公开页面改为提示附近的联络站，台账和记录保留。"
    success_message = "联络站已撤销。"


class SetStandard(StationStep):
    title = "登记建设状态"
    rule = rules.may_manage_station
    transition = verbs.set_standard
    form_class = forms.StandardForm
    button = "保存"
    success_message = "建设状态已登记。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"since": self.on}}


class PostDeputies(StationStep):
    title = "登记进站代表"
    rule = rules.may_staff
    transition = people.post_deputies
    form_class = forms.PostForm
    button = "登记"
    intro = "登记后代表会收到通知，公开页面随即更新。"
    success_message = "进站代表已登记，代表已收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"station": self.object, "on": self.on, "initial": {"from_date": self.on}}


class AppointKeeper(StationStep):
    title = "指定管理员"
    rule = rules.may_staff
    transition = people.appoint_keeper
    form_class = forms.KeeperAppointForm
    button = "指定"
    success_message = "管理员已指定，并已收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on, "initial": {"from_date": self.on}}


class OfStation(Behind, StepView):
    """A step on a row that belongs to a station; what is asked and locked is the station."""

    door = rules.may_open_stations
    crumbs = (CRUMB,)
    form_class = forms.UntilForm
    versioned = False

    def verdict(self) -> Any:
        return rules.may_staff(self.request.user, self.object.station, on=self.on)

    def visible(self) -> QuerySet[Station]:
        return Station.objects.visible_to(self.request.user)

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"until": self.on}}

    def get_success_url(self) -> str:
        return self.object.station.get_absolute_url()

    def get_crumbs(self) -> list[tuple[str, str]]:
        station = self.object.station
        return [CRUMB, (station.name, station.get_absolute_url())]


class EndPlace(OfStation):
    title = "登记离站"
    transition = people.end_place
    button = "登记离站"
    intro = "最后一天仍计入进站；代表会收到通知。"
    success_message = "已登记离站。"

    def queryset(self) -> QuerySet[StationDeputy]:
        return StationDeputy.objects.filter(station__in=self.visible()).select_related("station__area", "deputy")


class RelieveKeeper(OfStation):
    title = "解除管理员"
    transition = people.relieve_keeper
    button = "解除"
    intro = "最后一天仍可管理本站；本人会收到通知。"
    success_message = "已解除。"

    def queryset(self) -> QuerySet[StationKeeper]:
        return StationKeeper.objects.filter(station__in=self.visible()).select_related("station__area", "user")


class WriteWall(StationStep):
    title = "上墙内容"
    rule = rules.may_amend_station
    transition = rooms.write_wall
    form_class = forms.WallForm
    button = "保存"
    intro = "本站有自己规定的，填写后代替全区统一内容；全区统一内容由委员会秘书在管理后台维护。"
    success_message = "上墙内容已保存。"

    def form_kwargs(self) -> dict[str, Any]:
        rows = WallItem.objects.on(self.on).filter(station=None)
        return {
            "station": self.object,
            "district": {part: [row.text for row in rows if row.part == part] for part in WallPart},
        }

    def arguments(self, form: Any) -> dict[str, Any]:
        return {"lists": form.lists}


class AddPhotos(StationStep):
    template_name = "liaison_stations/photos.html"
    title = "站点照片"
    rule = rules.may_amend_station
    transition = rooms.add_photos
    form_class = forms.PhotosForm
    versioned = False
    button = "上传"
    intro = "上传后在公开页面显示。请不要上传能认出群众面貌的照片。"
    success_message = "照片已上传。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        from_store = rooms.files_of(self.object, rooms.PHOTO)
        return super().get_context_data(photos=list(from_store), **kwargs)


class RemovePhoto(StationStep):
    title = "移除照片"
    rule = rules.may_amend_station
    transition = rooms.remove_photo
    form_class = forms.forms.Form
    versioned = False
    button = "移除"
    button_tone = "danger"
    intro = "移除后公开页面不再显示这张照片。"
    success_message = "照片已移除。"

    def arguments(self, form: Any) -> dict[str, Any]:
        return {"photo": self.kwargs["photo"]}
