"""One search over everything, under what each person may open."""

SEARCH = "/desk/search/"


def hits(client, words):
    return {hit.url for found in client.get(SEARCH, {"q": words}).context["found"] for hit in found.hits}


def test_each_person_finds_what_he_may_open(road, cast, signed_in):
    draft = road.draft(title="关于停车管理的建议")
    handled = road.assigned(road.registered(road.submitted(title="关于夜间停车的建议")))

    assert hits(signed_in(cast.lin), "停车") == {draft.get_absolute_url(), handled.get_absolute_url()}
    assert hits(signed_in(cast.feng), "停车") == {handled.get_absolute_url()}
    assert hits(signed_in(cast.wu), "停车") == set()
    assert hits(signed_in(cast.stranger), "停车") == set()


def test_people_are_found_beside_papers(road, cast, signed_in):
    found = signed_in(cast.he).get(SEARCH, {"q": "林晓梅"}).context["found"]

    assert "代表" in {source.label for source in found}


def test_nothing_found_and_nothing_asked_are_told_apart(road, cast, signed_in):
    client = signed_in(cast.he)

    assert "没有找到" in client.get(SEARCH, {"q": "不存在的字词"}).content.decode()
    assert "没有找到" not in client.get(SEARCH).content.decode()
    assert "请输入要查找的字词。" in client.get(SEARCH, {"q": " "}).content.decode()
