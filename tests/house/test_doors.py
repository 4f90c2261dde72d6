"""Default closed: which addresses anybody may open is a list somebody has decided on."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

# Name of the address → why a person without an account may open it.
OPEN = {
    "health:live": "monitors",
    "health:ready": "monitors",
    "health:deep": "monitors with the token; strangers get 404",
    "admin/login/": "leads to the portal's own sign-in",
    "admin:login": "sign-in of the admin",
    "accounts:login": "sign-in",
    "files:download": "asks the owner's rule; what is published has attachments",
    "deadlines:calendar.ics": "calendar programs bring a secret token instead of a session",
    "deputies:showcase": "the deputies in office, as signed off (代表法 58)",
    "deputies:public-delegation": "the deputies in office, as signed off",
    "d:page": "one deputy's public page under his short address",
    "d:poster": "the same address as a sheet to print",
    "deputies:public-campaigns": "published campaigns",
    "deputies:public-campaign": "a published campaign with its numbers and pictures",
    "deputies:public-plans": "published yearly plans",
    "deputies:public-plan": "a published yearly plan",
    "suggestions:awards": "published awards",
    "suggestions:public": "published suggestions",
    "suggestions:public-page": "a published suggestion",
    "suggestions:public-feed": "published suggestions, for feed readers",
    "suggestions:open-data": "which files of published suggestions there are, and what stands in them",
    "suggestions:open-file": "published suggestions as a file",
    "suggestions:public-key": "the published list of key supervision",
    "deputies:public-voter-reports": "published reports to voters",
    "deputies:public-voter-report": "a published statement and the result of its ballot",
    "supervision:public-sessions": "published questionings",
    "supervision:public-session": "a published questioning",
    "supervision:public-issue": "an issue of a published questioning",
    "stations:public": "the open stations",
    "stations:place": "whose place is whose",
    "letters:home": "what the public mailbox is for",
    "letters:write": "anybody writes, through the gate",
    "letters:receipt": "number and code, in the browser that has just sent the letter",
    "letters:look-up": "number and code open a letter",
    "letters:leave": "forgets what number and code opened",
    **dict.fromkeys(
        (
            "letters:follow",
            "letters:add",
            "letters:rate",
            "letters:reopen",
            "letters:forget",
            "letters:not-public",
            "letters:erase",
            "letters:data",
            "letters:photo",
        ),
        "its writer, once number and code were typed in this browser",
    ),
    **dict.fromkeys(
        ("supervision:results", "supervision:result", "supervision:result-record"),
        "published results of ballots, with the file anybody counts them again from",
    ),
    **dict.fromkeys(
        ("supervision:public-undertakings", "supervision:public-undertaking"),
        "published supervision with its reports (监督法第十条、第十七条)",
    ),
    "supervision:board": "announced livelihood projects",
    "supervision:idea-outcomes": "what became of ideas, in the office's own words",
    "supervision:propose-idea": "anybody proposes a project, through the gate",
    "supervision:idea-receipt": "number and code, in the browser that has just sent the idea",
    "supervision:idea-look-up": "number and code open an idea",
    "supervision:idea-follow": "who proposed it, once number and code were typed in this browser",
    "p:page": "one announced project under its short address",
    "p:poster": "the same address as a sheet to print",
    "p:poster-file": "the same sheet as a file",
    "w:page": "anybody fills in a questionnaire, through the gate; of invited deputies they themselves",
    "w:sent": "thanks, nothing of the answers",
    "w:poster": "the same address as a sheet to print",
    "stations:answered-letters": "letters published with consent, as checked copies",
    "stations:answered-letter": "the checked copy of one letter and its answer",
    "stations:public-streets": "street deliberation congresses the office has published",
    "stations:public-street": "one of them: members by group, published meetings and opinions",
    "stations:public-council-opinions": "checked copies of opinions with the units' answers",
    "stations:public-deliberations": "topical deliberations the office has published",
    "stations:public-deliberation": "the checked copy of one of them",
    "z:page": "one station under its short address",
    "stations:desk-worker": "a script without data, fetched again by the browser also when nobody is signed in",
    "stations:public-days": "reception days of every station",
    "z:rota": "reception days of one station",
    "z:rota-calendar": "the same as a calendar, for calendar programs",
    "z:poster": "the same address as a sheet to print",
    "z:poster-file": "the same sheet as a file",
    "stations:kiosk": "the touch screen of a public hall",
    "stations:kiosk-write": "a letter at the touch screen",
    "stations:kiosk-deputies": "the station's deputies at the touch screen",
    "stations:kiosk-matters": "what people write about, in numbers, at the touch screen",
    "supervision:public-opinions": "published deliberation opinions (监督法 17)",
    "supervision:public-opinion": "a published deliberation opinion with the reports on it",
    "supervision:public-problems": "published problems that supervision has found",
    "supervision:public-problem": "a published problem with what has come of it",
    "supervision:decisions": "published resolutions, decisions and lists of appointments",
    "supervision:decision": "one of them with how far it has been carried out",
    "supervision:seat-changes": "announced by-elections and recalls",
    "supervision:public-by-election": "an announced by-election with its votes",
    "supervision:public-recall": "an announced recall with its votes",
    "supervision:public-contact-points": "legislative contact points the office has opened",
    "supervision:public-law-drafts": "drafts the office has opened for opinions",
    "supervision:public-law-draft": "one of them, with what became of the opinions in numbers",
    "supervision:public-local": "street committees and presidiums of which the office has opened something",
    "supervision:public-local-body": "their published plans and meetings",
    "supervision:public-local-year": "a published plan of a year",
    "supervision:public-plans": "published plans of supervision (监督法 63)",
    "supervision:public-plan": "a published plan of supervision with its progress and adjustments",
    "supervision:public-solicitation": "a call for topics, and what became of each idea",
    "supervision:send-topic-idea": "anybody proposes a topic, through the gate",
    "supervision:topic-idea-sent": "the number of an idea; nothing of the idea itself",
    "site:home": "the public site",
    "site:process": "the public site",
    "site:about": "the public site",
    "site:contact": "the public site",
    "site:privacy": "the public site",
    "site:accessibility": "the public site",
    "site:sitemap": "the public site",
    "site:sitemap-xml": "search engines",
    "site:robots": "search engines",
    "web:look": "size of type, contrast and brightness, for every reader",
}


def addresses(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """(namespace:name, pattern) of every address."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        else:
            yield f"{space}{entry.name or entry.pattern}", entry


def test_the_open_addresses_are_those_decided_on() -> None:
    found = {name for name, entry in addresses(get_resolver()) if not getattr(entry.callback, "login_required", True)}
    assert found == set(OPEN)


def test_one_name_means_one_address() -> None:
    """A name given twice leads whoever follows the first of the two pages to the other one."""
    given: dict[str, set[str]] = {}
    for name, entry in addresses(get_resolver()):
        if ":" in name and not name.startswith("admin"):
            given.setdefault(name, set()).add(str(entry.pattern))
    # One name may take several shapes of arguments; then every shape leads to the same view.
    twice = {name: patterns for name, patterns in given.items() if len(patterns) > 1}
    assert not twice
