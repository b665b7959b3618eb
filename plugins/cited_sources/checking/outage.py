"""Was it them, or us? A run that reaches nobody says nothing of anybody.

Witnesses are all who were asked and are not known to fail already: hosts, registries, and controls
(hosts that were well the last time, asked only for this). One host is one witness, however many of
its pages were asked. The web was out when

1. nobody at all gave a response, a witness or not, not even an error; or
2. of at least five witnesses more than half were silent; or
3. of at least five witnesses, hosts and controls, more than half ended by redirect at one and the
   same other host: a captive portal, such as the login page of a hotel, answers for everybody.

Registries were out when every one that was asked was silent. Then the web still counts, but only
where it proves a work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.cited_sources.checking.by_address import WEB
from plugins.cited_sources.checking.by_identifier import KINDS, SERVICES
from plugins.cited_sources.checking.names import host_of
from plugins.cited_sources.observation import Observation
from plugins.practice.source_checks import CheckedWork, Verdict

LEAST_WITNESSES = 5
_FAILING = frozenset({Verdict.TEMPORARY, Verdict.BROKEN})
_UNTOLD = frozenset({Verdict.UNVERIFIED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """What could not be reached from here in one run."""

    web: bool = False
    registries: bool = False

    def left_of(self, seen: Observation) -> Observation | None:
        """What of an observation counts all the same; None when nothing does."""
        if self.web and seen.host:
            seen = _without_page(seen)
            if not seen.answered:
                return None
        if self.registries and seen.silent and not set(KINDS).isdisjoint(seen.kinds):
            return _without_questions(seen) if seen.is_verified else None
        return seen


def outage_of(
    observed: Sequence[Observation],
    known: Mapping[str, CheckedWork],
    controls: Sequence[bool] = (),
) -> Outage:
    """By the rule above. `controls` says of each control whether it answered."""
    hosts = _hosts(observed)
    failing = _failing_hosts(observed, known)
    services = {name: False for seen in observed for name in seen.silent if name in SERVICES}
    services |= {name: True for seen in observed for name in seen.answered if name in SERVICES}
    witnesses = [*(ok for host, ok in hosts.items() if host not in failing), *services.values()]
    witnesses += controls
    gate = portal_of(observed, known, controls)
    is_heard = any(witnesses) or any(hosts.values()) or any(seen.is_heard for seen in observed)
    silent = witnesses.count(False)
    most = len(witnesses) >= LEAST_WITNESSES and 2 * silent > len(witnesses)
    return Outage(
        web=bool(hosts) and (not is_heard or most or bool(gate)),
        registries=bool(services) and not any(services.values()),
    )


def portal_of(
    observed: Sequence[Observation],
    known: Mapping[str, CheckedWork],
    controls: Sequence[bool] = (),
) -> str:
    """The host of rule 3; empty when there is none. A control that ended there, or nowhere, is
    False."""
    failing = _failing_hosts(observed, known)
    ends = _ends_elsewhere([seen for seen in observed if seen.host not in failing])
    found = Counter(host for hosts in ends.values() for host in hosts).most_common(1)
    witnesses = len(_hosts(observed).keys() - failing) + len(controls)
    if witnesses < LEAST_WITNESSES or not found:
        return ""
    host, number = found[0]
    return host if 2 * (number + list(controls).count(False)) > witnesses else ""


def _ends_elsewhere(observed: Sequence[Observation]) -> dict[str, set[str]]:
    """By host, the other host at which all its answers ended; none where they did not."""
    ends: dict[str, set[str]] = {}
    for seen in observed:
        if seen.host and WEB in seen.answered:
            end = {host_of(seen.chain[-1])} - {seen.host} if seen.chain else set[str]()
            ends[seen.host] = ends.get(seen.host, end) & end
    return ends


def controls_for(
    observed: Sequence[Observation], known: Mapping[str, CheckedWork], most: int = LEAST_WITNESSES
) -> tuple[str, ...]:
    """Addresses to ask before an outage is believed: those that were well the last time, newest
    first, one for each host that was not asked in this run."""
    taken = _hosts(observed).keys()
    well = [w for w in known.values() if w.id.startswith("http") and w.is_verified]
    well.sort(key=lambda work: work.asked, reverse=True)
    found: dict[str, str] = {}
    for work in well:
        host = host_of(work.id)
        if host not in taken and len(found) < most:
            found.setdefault(host, work.id)
    return tuple(found.values())


def _hosts(observed: Sequence[Observation]) -> dict[str, bool]:
    """Every host that was asked: whether any of its pages was answered for."""
    hosts: dict[str, bool] = {}
    for seen in observed:
        if seen.host:
            hosts[seen.host] = hosts.get(seen.host, False) or WEB in seen.answered
    return hosts


def _failing_hosts(
    observed: Sequence[Observation], known: Mapping[str, CheckedWork]
) -> frozenset[str]:
    """Hosts of which a page was out of reach the last time, and none of this run was well."""
    failed: dict[str, bool] = {}
    for seen in observed:
        before = known.get(seen.id)
        if seen.host and before:
            is_failing = any(f.about == "url" and f.verdict in _FAILING for f in before.findings)
            failed[seen.host] = failed.get(seen.host, True) and is_failing
    return frozenset(host for host, is_failing in failed.items() if is_failing)


def _without_page(seen: Observation) -> Observation:
    verified_by = tuple(kind for kind in seen.verified_by if kind != "url")
    return replace(
        seen,
        is_verified=seen.is_verified and bool(verified_by),
        verified_by=verified_by,
        seen=tuple(one for one in seen.seen if one.about != "url"),
        answered=tuple(name for name in seen.answered if name != WEB),
        silent=tuple(dict.fromkeys((*seen.silent, WEB))),
        host="",
        title="" if "url" in seen.verified_by else seen.title,
        chain=(),
    )


def _without_questions(seen: Observation) -> Observation:
    return replace(seen, seen=tuple(one for one in seen.seen if one.verdict not in _UNTOLD))
