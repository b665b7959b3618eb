"""What any page of the site may say about itself: its trail from the home page, the site."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.practice.addresses import absolute, language_prefix
from plugins.practice.settings import Practice
from plugins.structured_data.nodes import Node, node, reference
from plugins.structured_data.practice_nodes import practice_id

Trail = Sequence[tuple[str, str]]
"""Names with absolute addresses, from the home page down."""

_FEWEST_STEPS = 2
"""A trail of one step leads nowhere; Google asks for two (Search Central, read 2026-11)."""


def page_id(url: str) -> str:
    """The "@id" of the page at `url`."""
    return f"{url}#webpage"


def breadcrumb_node(trail: Trail, title: str, url: str) -> Node | None:
    """The way to the page at `url`, which is its last step; None where there is no way to go."""
    steps = list(trail)
    if not steps or steps[-1][1] != url:
        steps.append((title, url))
    if len(steps) < _FEWEST_STEPS:
        return None
    items = [
        node("ListItem", position=number, name=name, item=address)
        for number, (name, address) in enumerate(steps, 1)
    ]
    return node("BreadcrumbList", f"{url}#breadcrumb", itemListElement=items)


def reference_to(found: Node | None) -> Node | None:
    """A pointer to a node that may not be there."""
    return reference(str(found["@id"])) if found else None


def site_node(practice: Practice, lang: str) -> Node:
    """The site, with the search in `lang`."""
    return node(
        "WebSite",
        absolute("#website", practice),
        name=practice.name,
        url=absolute("", practice),
        inLanguage=list(practice.languages),
        publisher=reference(practice_id(practice)),
        potentialAction=_search(practice, lang),
    )


def _search(practice: Practice, lang: str) -> Node:
    page = absolute(f"{language_prefix(practice, lang)}search/", practice)
    target = node("EntryPoint", urlTemplate=f"{page}#q={{search_term_string}}")
    return node("SearchAction", target=target) | {"query-input": "required name=search_term_string"}
