"""Papers on one matter that are handled together."""

from suggestions.transitions.record_contact import record_contact

WHY = {"reason": "都反映人民路公交站点。"}


def answered(road, cast, main, member, **content):
    """Both, with the reply of the main paper delivered."""
    main = road.contacted(road.handling(road.assigned(main)))
    record_contact(road.part(road.fresh(member)), by=cast.feng, at=road.at(), **road.talk())
    main = road.replied(road.signed(road.drafted(main, **content)))
    return main, road.fresh(member)
