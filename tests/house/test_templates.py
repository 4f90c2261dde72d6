"""The pages keep the content security policy and the tokens: nothing inline, nothing from elsewhere, no raw colour."""

import re

from tests.house.tree import files, findings, name

INLINE = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=[\"']|javascript:", re.IGNORECASE)
ELSEWHERE = re.compile(r"<(?:script|link|img|iframe|source)[^>]*\s(?:src|href)=[\"'](?:https?:)?//", re.IGNORECASE)
FOREIGN_SHEET = re.compile(r"(?:@import|url\()\s*[\"']?(?:https?:)?//")
DRAWN_COLOUR = re.compile(r"(?:fill|stroke|color)=\"(?:#|rgb)")
POSTS = re.compile(r"<form[^>]*method=[\"']post", re.IGNORECASE)
HEX_IN_CSS = re.compile(r":[^;{]*(?:#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\()")


def pages():
    return files("*.html")


def test_no_inline_script_or_style() -> None:
    # Data for a script may stand in the page: a JSON block is no script to the policy.
    assert findings(pages(), lambda line: INLINE.search(line.replace('type="application/json"', "src= "))) == []


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert findings([*pages(), *files("static/**/*.css")], lambda line: ELSEWHERE.search(line)) == []
    assert (
        findings(files("static/**/*.css"), lambda line: re.search(r"(@import|url\()\s*[\"']?(https?:)?//", line)) == []
    )


def test_raw_colours_stand_in_the_tokens_only() -> None:
    sheets = [path for path in files("static/**/*.css") if path.name != "tokens.css"]
    assert findings(sheets, lambda line: HEX_IN_CSS.search(line)) == []
    drawn = [path for path in pages() if "mail" not in path.parts]
    assert findings(drawn, lambda line: DRAWN_COLOUR.search(line)) == []


def test_every_form_that_changes_something_carries_its_token() -> None:
    bare = []
    for path in pages():
        for form in re.findall(r"<form\b.*?</form>", path.read_text(), re.DOTALL | re.IGNORECASE):
            if re.match(r"<form[^>]*method=[\"']post", form, re.IGNORECASE) and not re.search(
                r"csrf_token|{% crispy", form
            ):
                bare.append(name(path))
    assert bare == []
