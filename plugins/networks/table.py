"""The networks and schedulers, read once from `networks.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from plugins.networks.rows import Limit, Network, Place, Scheduler, Sure, Tone, Unit

Table = Mapping[str, Any]

_LIMITS = ("text", "bytes", "title", "description", "fold", "hashtags", "links", "alt", "slides")
_LISTS = ("title_for", "ctas", "shapes", "parts", "kinds")


def _limit(row: Table, sources: Table) -> Limit:
    source = sources[row["source"]]
    return Limit(
        size=row["size"],
        unit=Unit(row["unit"]),
        sure=Sure(row["sure"]),
        source=source["address"],
        read=source["read"],
        note=row.get("note", ""),
    )


def _network(name: str, row: Table, sources: Table) -> Network:
    fields = dict(row)
    fields.update({key: _limit(row[key], sources) for key in _LIMITS if key in row})
    fields.update({key: tuple(row[key]) for key in _LISTS if key in row})
    fields["place"] = Place(row["place"])
    fields["tone"] = Tone(row.get("tone", Tone.PATIENT))
    return Network(name=name, **fields)


def _scheduler(name: str, row: Table, sources: Table) -> Scheduler:
    return Scheduler(
        name=name,
        label=row["label"],
        networks={
            network: {field: _limit(limit, sources) for field, limit in limits.items()}
            for network, limits in row["networks"].items()
        },
        rows=_limit(row["rows"], sources) if "rows" in row else None,
        alt=row["alt"],
    )


_TABLE = tomllib.loads(Path(__file__).with_name("networks.toml").read_text(encoding="utf-8"))

NETWORKS: Mapping[str, Network] = MappingProxyType(
    {name: _network(name, row, _TABLE["sources"]) for name, row in _TABLE["networks"].items()}
)
"""Every network, by the name that practice.toml and front matter use."""

SCHEDULERS: Mapping[str, Scheduler] = MappingProxyType(
    {name: _scheduler(name, row, _TABLE["sources"]) for name, row in _TABLE["schedulers"].items()}
)
"""Every scheduler, by the name that practice.toml uses."""

NETWORK_NAMES: tuple[str, ...] = tuple(NETWORKS)
SCHEDULER_NAMES: tuple[str, ...] = tuple(SCHEDULERS)
