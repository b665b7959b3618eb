"""Housecall's own checks, each in a process of its own; prints JSON.

`web PAGE`: the verdict of every address on a page. `site FOLDER`: the broken links of a site.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

AGENT = "Mozilla/5.0 (compatible; Housecall/1; +https://www.example.org/sources-bot)"


def web(page: Path) -> dict[str, str]:
    """The verdict of each address."""
    from lxml import html  # noqa: PLC0415 - each way loads only what it needs

    addresses = html.parse(str(page)).xpath("//a/@href")
    return asyncio.run(_asked([str(address) for address in addresses]))


async def _asked(addresses: list[str]) -> dict[str, str]:
    from plugins.cited_sources.web.fetching import Fetcher  # noqa: PLC0415

    async with Fetcher(agent=AGENT, allow_private=True) as fetcher:
        answers = await asyncio.gather(*(fetcher.check(address) for address in addresses))
    return {answer.url: str(answer.verdict) for answer in answers}


def site(folder: Path) -> dict[str, str]:
    """The fault of each broken address."""
    from plugins.pelican_bridge.site_checks.addresses import Home  # noqa: PLC0415
    from plugins.pelican_bridge.site_checks.broken import broken_links  # noqa: PLC0415

    home = Home(scheme="https", host="www.example.org", folder="")
    return {one.link.address: str(one.verdict.fault) for one in broken_links(folder, home)}


if __name__ == "__main__":
    print(json.dumps({"web": web, "site": site}[sys.argv[1]](Path(sys.argv[2]))))
