"""What a citizen fills in: a letter, his way back to it, and what he says afterwards."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from deputies.models import Area, AreaKind, Mandate
from foundation.accounts.phones import is_phone, normalise_phone
from foundation.files.forms import UploadField
from foundation.intake.chosen import HeldFiles
from foundation.intake.models import ConsentText
from foundation.privacy.masking import CARD, IDENTITY
from foundation.web.fields import Choice, LongText
from liaison_stations.forms.choosing import GroupedRow
from liaison_stations.models import MailboxRule, Station
from liaison_stations.states import LetterKind, MailboxCode
from liaison_stations.transitions.post_letter import PICTURES, Writer

DEPUTY, STATION, PLACE = "deputy", "station", "area"
WHOM = ((PLACE, "不清楚找谁，按事情发生的地点转给合适的代表"), (DEPUTY, "写给一位代表"), (STATION, "写给一个联络站"))
CONTACT = ("name", "phone", "email", "address")
NUMBERS = "信里好像写了身份证号码或者银行卡号，办理一般用不到，建议删去。确实需要的，请勾选“保留号码”后再寄出。"


class LetterForm(HeldFiles):
    """The letter. The choices are those of the day; which fields must be filled in the office's rows say."""

    whom = Choice(WHOM, label="写给谁")
    area = GroupedRow(label="事情发生在", required=False)
    deputy = GroupedRow(label="代表", required=False)
    station = GroupedRow(label="联络站", required=False)
    kind = Choice(LetterKind.choices, label="类别")
    title = forms.CharField(label="标题", max_length=60, help_text="一句话写明什么事，例如：桥头村口路灯不亮。")
    text = LongText(label="正文", rows=8, help_text="写明时间、地点、情况和您的希望。")
    place = forms.CharField(label="具体地点（选填）", max_length=100, required=False)
    latitude = forms.DecimalField(max_digits=9, decimal_places=6, required=False, widget=forms.HiddenInput())
    longitude = forms.DecimalField(max_digits=9, decimal_places=6, required=False, widget=forms.HiddenInput())
    photos = UploadField(label="照片（选填）", multiple=True, required=False, accept=PICTURES)
    name = forms.CharField(
        label="姓名", max_length=40, required=False, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = forms.CharField(
        label="电话",
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    email = forms.EmailField(
        label="邮箱",
        max_length=100,
        required=False,
        error_messages={"invalid": "邮箱地址不完整，请核对，例如 name@example.cn。"},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    address = forms.CharField(label="住址", max_length=100, required=False)
    consent = forms.BooleanField(error_messages={"required": "请阅读上面的说明，同意后勾选这一项。"})
    consent_contact = forms.BooleanField(required=False)
    public_wish = forms.BooleanField(required=False)
    keep_numbers = forms.BooleanField(label="保留号码，仍然这样寄出", required=False)

    asks_numbers = False

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rules = MailboxRule.amounts_on(on)
        self.texts = ConsentText.objects.on(on, "letter", "letter_contact", "letter_publish")
        self._offer(on)
        self._limit()
        for field, purpose in (
            ("consent", "letter"),
            ("consent_contact", "letter_contact"),
            ("public_wish", "letter_publish"),
        ):
            if purpose in self.texts:
                self.fields[field].label = self.texts[purpose].ask
            else:
                # What the office has no words for may not be asked.
                self.fields.pop(field)

    def clean_phone(self) -> str:
        phone = normalise_phone(self.cleaned_data["phone"])
        if phone and not is_phone(phone):
            raise ValidationError("电话号码不完整，请核对。手机号为11位，座机请加区号。")
        return phone

    def clean_photos(self) -> list[Any]:
        photos = self.cleaned_data.get("photos") or []
        most = self.rules.get(MailboxCode.PHOTOS, 0)
        if len(photos) > most:
            raise ValidationError(f"最多上传{most}张照片，请减少后再寄出。")
        return photos

    def _check_photos(self, found: dict[str, Any]) -> None:
        """Those that wait and those chosen now, together."""
        most = self.rules.get(MailboxCode.PHOTOS, 0)
        if "photos" in self.fields and "photos" not in self.errors and len(self.kept) + len(found["photos"]) > most:
            self.add_error("photos", f"连同已保留的，最多{most}张照片，请勾选不寄出的。")

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        whom = found.get("whom")
        if whom and whom not in self.errors and not found.get(whom):
            words = {PLACE: "请选择事情发生在哪里。", DEPUTY: "请选择代表。", STATION: "请选择联络站。"}
            self.add_error(whom, words[whom])
        self._check_photos(found)
        self._check_contact(found)
        self._check_numbers(found)
        return found

    @property
    def addressee(self) -> dict[str, Any]:
        """The chosen one alone, as `post_letter` takes it; a place may be told beside a deputy or a station."""
        found = self.cleaned_data
        return {
            "to_deputy": found["deputy"] if found["whom"] == DEPUTY else None,
            "to_station": found["station"] if found["whom"] == STATION else None,
            "area": found["area"],
        }

    @property
    def point(self) -> tuple[Decimal, Decimal] | None:
        """(latitude, longitude) where both are there and on this earth."""
        latitude, longitude = self.cleaned_data.get("latitude"), self.cleaned_data.get("longitude")
        if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
            return None
        return latitude, longitude

    @property
    def writer(self) -> Writer:
        return Writer(**{name: self.cleaned_data.get(name, "") for name in CONTACT})

    @property
    def consents(self) -> list[ConsentText]:
        """The texts that were agreed to."""
        given = {"letter": "consent", "letter_contact": "consent_contact", "letter_publish": "public_wish"}
        return [text for purpose, text in self.texts.items() if self.cleaned_data.get(given[purpose])]

    def _offer(self, on: date) -> None:
        areas = Area.objects.exclude(kind=AreaKind.DISTRICT).select_related("parent").order_by("parent_id", "pk")
        towns = {AreaKind.TOWNSHIP, AreaKind.STREET}

        def place_of(row: Area) -> tuple[Any, ...]:
            is_town = row.kind in towns
            return (row.pk if is_town else row.parent_id or 0, not is_town, row.pk)

        self.fields["area"].offer(
            sorted(areas, key=place_of),
            group=lambda row: row.name if row.kind in towns else str(row.parent or ""),
            label=lambda row: f"{row.name}（不清楚哪个村、社区）" if row.kind in towns else row.name,
            empty="请选择",
        )
        seats = Mandate.objects.at_home().serving_on(on).select_related("deputy", "delegation")
        ordered = seats.order_by("delegation__order", "deputy__pinyin_key", "pk")
        groups = {seat.deputy_id: str(seat.delegation or "其他") for seat in ordered}
        self.fields["deputy"].offer(
            [seat.deputy for seat in ordered], group=lambda row: groups[row.pk], label=str, empty="请选择代表"
        )
        self.fields["station"].offer(
            Station.objects.public_on(on).register_rows().order_by("area__parent", "area", "name", "pk"),
            group=lambda row: str(row.area if row.area.kind in towns else row.area.parent),
            label=lambda row: f"{row.name}（{row.address}）",
            empty="请选择联络站",
        )

    def _limit(self) -> None:
        least, most = self.rules.get(MailboxCode.TEXT_LEAST, 1), self.rules.get(MailboxCode.TEXT_MOST, 3000)
        text = self.fields["text"]
        text.help_text = f"写明时间、地点、情况和您的希望，{least}至{most}字。"
        text.validators += [_Longer(least), _Shorter(most)]
        photos = self.rules.get(MailboxCode.PHOTOS, 0)
        if photos:
            self.fields["photos"].help_text = f"最多{photos}张。照片里的拍摄地点、时间等信息会自动去掉。"
        else:
            del self.fields["photos"]

    def _check_contact(self, found: dict[str, Any]) -> None:
        given = [name for name in CONTACT if found.get(name)]
        if given and not found.get("consent_contact") and "consent_contact" in self.fields:
            self.add_error("consent_contact", "您留了姓名或者联系方式，请勾选同意；不想留的，请清空后再寄出。")
        must = self.rules.get(MailboxCode.CONTACT, 0)
        must = must or (found.get("kind") == LetterKind.HELP and self.rules.get(MailboxCode.CONTACT_HELP, 0))
        if must and not (found.get("phone") or found.get("email")) and not {"phone", "email"} & set(self.errors):
            self.add_error("phone", "这类来信需要向您了解情况，请留下电话或者邮箱。")

    def _check_numbers(self, found: dict[str, Any]) -> None:
        """F63: asked once, and never held against anybody."""
        words = "\n".join(str(found.get(name) or "") for name in ("title", "text", "place"))
        if IDENTITY.search(words) or CARD.search(words):
            self.asks_numbers = True
            if not found.get("keep_numbers"):
                self.add_error("text", NUMBERS)


class _Longer:
    def __init__(self, least: int) -> None:
        self.least = least

    def __call__(self, text: str) -> None:
        if len(text) < self.least:
            raise ValidationError(f"正文不少于{self.least}字，请把情况写得具体一些。")


class _Shorter:
    def __init__(self, most: int) -> None:
        self.most = most

    def __call__(self, text: str) -> None:
        if len(text) > self.most:
            raise ValidationError(f"正文最多{self.most}字，现有{len(text)}字，请精简；也可以拍照上传。")


class LookUpForm(forms.Form):
    """The way back to a letter."""

    number = forms.CharField(
        label="编号", max_length=60, help_text="写在回执上，例如：信〔2026〕000123，也可以只写2026000123。"
    )
    code = forms.CharField(
        label="查询码",
        max_length=60,
        help_text="8位字母和数字，大小写、空格、横线都可以。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class WordForm(HeldFiles):
    """Something to add, or the answer to a question. `token` names the opened page, whose photographs may wait."""

    field_order = ("token", "text", "drop", "photos")
    drop_words = "不提交"

    token = forms.CharField(widget=forms.HiddenInput, max_length=80, required=False)
    text = LongText(label="补充的情况", rows=5, max_length=3000)
    photos = UploadField(label="照片（选填）", multiple=True, required=False, accept=PICTURES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["drop"].help_text = "已经保留，不用重新选择。不想提交的，请勾选。"


GRADES = ((5, "5分，很满意"), (4, "4分，满意"), (3, "3分，一般"), (2, "2分，不满意"), (1, "1分，很不满意"))


class RateForm(forms.Form):
    """How well it was settled."""

    rating = forms.TypedChoiceField(label="您对办理结果", choices=GRADES, coerce=int, widget=forms.RadioSelect)
    words = LongText(label="想说的话（选填）", rows=3, max_length=500, required=False)


class ReopenForm(forms.Form):
    """What is still amiss."""

    reason = LongText(label="还有什么没有解决", rows=4, max_length=1000)


class ErasureForm(forms.Form):
    """Why the letter should go."""

    reason = LongText(label="理由（选填）", rows=3, max_length=300, required=False)
