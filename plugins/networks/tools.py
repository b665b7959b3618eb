"""Who posts to a network: a tool that takes files for it, else a person."""

from __future__ import annotations

from plugins.networks.table import SCHEDULERS
from plugins.practice.settings import Practice

BY_HAND = "by-hand"
"""The list of the person who posts: it stands in the table like a tool, and takes what no tool in
use does."""


def tool_for(network: str, practice: Practice) -> str:
    """The first tool in use that takes files for the network, else `BY_HAND`."""
    tools = (SCHEDULERS.get(name) for name in practice.schedulers if name != BY_HAND)
    takers = (tool for tool in tools if tool and tool.upload and tool.upload.takes(network))
    return next((tool.name for tool in takers), BY_HAND)
