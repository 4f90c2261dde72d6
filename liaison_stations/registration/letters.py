"""Letters: messages, clocks, files, private columns, tones."""

from foundation.files.registry import register_owner
from foundation.notices.registry import register_addressee, register_kind
from foundation.privacy.masking import mask_email, mask_name, mask_phone
from foundation.privacy.registry import register_private
from foundation.web import navigation, panels, tones
from liaison_stations import rules
from liaison_stations.models import Letter, LetterWriter
from liaison_stations.notices import letter_clocks, letter_mail
from liaison_stations.panels.letters import PANELS

register_owner(Letter, rules.may_open_letter)
register_private(LetterWriter, "name", may_reveal=rules.may_reveal_writer, label="来信人姓名", mask=mask_name)
register_private(LetterWriter, "phone", may_reveal=rules.may_reveal_writer, label="来信人电话", mask=mask_phone)
register_private(LetterWriter, "email", may_reveal=rules.may_reveal_writer, label="来信人邮箱", mask=mask_email)
register_private(LetterWriter, "address", may_reveal=rules.may_reveal_writer, label="来信人住址")
letter_clocks.register_all()
# Nobody with an account is told of it, so nobody finds it among his settings.
register_kind(letter_mail.KIND, name="给来信人的邮件", order=590, roles=frozenset({"writer"}), heading="群众来信")
register_addressee(letter_mail.KIND, letter_mail.address_of)
for panel in PANELS:
    panels.register(panel)
navigation.register(navigation.NavItem("代表信箱", "letters:home", order=25, section="信箱", area=navigation.PUBLIC))
tones.register(
    "liaison_stations.letter.state",
    {
        "posted": "warn",
        "accepted": "info",
        "declined": "muted",
        "redirected": "muted",
        "with_deputy": "info",
        "with_unit": "info",
        "replied": "warn",
        "answered": "ok",
        "in_suggestion": "accent",
        "closed": "ok",
    },
)
