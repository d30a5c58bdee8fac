"""Articles to groups about one event each: near-copies found, the rest joined by what they are alike in, each joint explained.

Nothing here reads a clock, the network or a random number: the same articles give the same groups, in whatever order they come.
"""

from summarize.stories.grouping.agency import agency_of, credited_agency
from summarize.stories.grouping.anchors import Anchors, anchors_of
from summarize.stories.grouping.comments import group_beside_comments
from summarize.stories.grouping.copies import Copy, copies
from summarize.stories.grouping.going_on import continues
from summarize.stories.grouping.group import Group, group
from summarize.stories.grouping.members import Member, member_of
from summarize.stories.grouping.tongues import TOLD_IN, joined_across, split_by_anchors
from summarize.stories.grouping.vectors import THRESHOLD

__all__ = [
    "THRESHOLD",
    "TOLD_IN",
    "Anchors",
    "Copy",
    "Group",
    "Member",
    "agency_of",
    "anchors_of",
    "continues",
    "copies",
    "credited_agency",
    "group",
    "group_beside_comments",
    "joined_across",
    "member_of",
    "split_by_anchors",
]
