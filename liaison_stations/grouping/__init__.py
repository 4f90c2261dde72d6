"""Letters and reception records that tell of the same matter at the same place. Pure; nothing leaves the house."""

from liaison_stations.grouping.groups import Group, group
from liaison_stations.grouping.reading import Text, Words

__all__ = ["Group", "Text", "Words", "group"]
