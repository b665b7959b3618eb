"""Short hashes of what goes out to each network, as the people saw it who approved."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from plugins.editorial_review.approvals.hashing import SHORT
from plugins.editorial_review.approvals.standing import Standing
from plugins.networks.own_networks import networks_of
from plugins.networks.rows import Network
from plugins.pelican_bridge.planned import PlannedPost
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.shared_post import SharedPost, network_graphic
from plugins.share_graphics.documents import slides_of
from plugins.social_snippets.snippet import Snippet


def with_changes(planned: PlannedPost, public: Standing, practice: Practice) -> PlannedPost:
    """The post with what is known of each network: has its text changed since it was approved?

    It has when one of those who approved saw another one, or none. What they saw of a template is
    not what goes out when it is filled, so nothing is known of that.
    """
    seen = [row.texts for row in public.given if row.texts]
    if not seen:
        return planned
    now = outgoing_hashes(planned, practice)
    changed = {
        network: any(texts.get(network) != found for texts in seen)
        for network, found in now.items()
    }
    return replace(planned, changed=changed)


def outgoing_hashes(planned: PlannedPost, practice: Practice) -> Mapping[str, str]:
    """The first digits of a SHA-256 for each network: of its texts, turn by turn, and of the alt
    texts, which hold every word of the pictures. The address of the site does not count."""
    shared = SharedPost(
        post=planned.post, url=planned.url, html="", graphics=planned.graphics,
        snippets=planned.snippets, later=planned.later,
    )  # fmt: skip
    known = networks_of(practice)
    used = (known[name] for name in practice.networks if name in known)
    return {network.name: _short(_shown(shared, network), shared, practice) for network in used}


def _shown(shared: SharedPost, network: Network) -> list[object]:
    turns = (shared.snippets, *shared.later)
    graphic = network_graphic(shared, network)
    slides = slides_of(shared.graphics) if network.slides else ()
    return [
        [_words(texts[network.name]) for texts in turns if network.name in texts],
        [graphic.alt if graphic else "", *(slide.alt for slide in slides)],
    ]


def _words(snippet: Snippet) -> list[object]:
    return [snippet.title, snippet.text, snippet.description, snippet.cta, list(snippet.thread)]


def _short(shown: object, shared: SharedPost, practice: Practice) -> str:
    """A preview on this machine has another address than the site, and the same words."""
    plain = json.dumps(shown, ensure_ascii=False)
    for address in (shared.url, practice.site_url, urlsplit(practice.site_url).netloc):
        plain = plain.replace(address, "@")
    return hashlib.sha256(plain.encode()).hexdigest()[:SHORT]
