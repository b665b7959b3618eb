"""Whoever is asked about cited works, as a practice has set them up."""

from __future__ import annotations

import os

from plugins.cited_sources.registries.client import Registries
from plugins.cited_sources.services import contact_of, services_of, user_agent
from plugins.cited_sources.web.fetching import Fetcher
from plugins.practice.settings import Practice


def registries_for(practice: Practice) -> Registries:
    """The registries; a key for PubMed comes from the environment, never from a file."""
    return Registries(
        services_of(practice),
        contact=contact_of(practice),
        agent=user_agent(practice),
        seconds=practice.sources.seconds,
        api_key=os.environ.get("NCBI_API_KEY", ""),
    )


def fetcher_for(practice: Practice) -> Fetcher:
    """The web."""
    return Fetcher(
        agent=user_agent(practice),
        seconds=practice.sources.seconds,
        allow_private=practice.sources.allow_private_addresses,
    )
