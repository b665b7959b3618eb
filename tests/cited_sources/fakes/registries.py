"""All services that `check-sources` and `cite` ask, on 127.0.0.1, faithful to their shapes.

with fake_registries() as fake:
    fake["crossref"]                  # the base address of a service
    fake.break_down("pubmed", "503")  # until fake.repair()
    fake.add(FakeWork(...))
"""

from __future__ import annotations

import argparse
import asyncio
import re
import threading
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.cited_sources.fakes import registry_shapes as shapes
from tests.cited_sources.fakes.registry_faults import FAULTS
from tests.cited_sources.fakes.registry_works import WORKS, FakeWork

SERVICES = ("doi", "crossref", "datacite", "pubmed", "pmc", "wayback")
COPIES = ("20190305102030", "20240115102030")
"""When the fake archive kept an address with "archived" in it; it has no others."""
_JITTER = 1
"""Requests more than allowed in a second that are no fault of the client: clocks differ."""
_AID = re.compile(r'"?([^"\s]+?)"?\[(?:aid|doi)\]', re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Allowed:
    """Requests a second, and at the same time."""

    per_second: float = 1e6
    at_once: int = 1000


@dataclass
class Heard:
    """What one service was asked."""

    paths: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    times: list[float] = field(default_factory=list)
    inside: int = 0
    most_at_once: int = 0
    too_fast: int = 0


@dataclass
class _Fault:
    name: str
    times: int


class FakeRegistries(dict[str, str]):
    """The base address of each service by name, and everything a test may change or count."""

    def __init__(self, faster: float) -> None:
        super().__init__()
        self.faster = faster
        self._faults: dict[tuple[str, str], _Fault] = {}
        self.heard: dict[str, Heard] = defaultdict(Heard)
        self._works: list[FakeWork] = []
        for work in WORKS:
            self.add(work)

    def add(self, work: FakeWork) -> None:
        """One more work, before those that have the same identifiers."""
        self._works.insert(0, work)

    def break_down(self, service: str, fault: str, times: int = 10**6, path: str = "") -> None:
        """Answers with a fault of `FAULTS`, so many times, where the path holds `path`."""
        self._faults[service, path] = _Fault(fault, times)

    def fault_of(self, service: str, path: str) -> str:
        """The fault with which to answer a request; "" for none."""
        for (broken, part), fault in self._faults.items():
            if broken == service and part in path and fault.times > 0:
                fault.times -= 1
                return fault.name
        return ""

    def repair(self) -> None:
        """Every service works again."""
        self._faults.clear()

    def requests(self, service: str = "") -> int:
        """How many requests a service had, or all of them."""
        return sum(len(h.paths) for name, h in self.heard.items() if service in ("", name))

    def allowed(self, service: str, query: Mapping[str, str]) -> Allowed:
        """As the services allow it; `faster` makes tests shorter."""
        match service:
            case "crossref" if query.get("mailto"):
                return Allowed(per_second=10 * self.faster, at_once=3)
            case "crossref":
                return Allowed(per_second=5 * self.faster, at_once=1)
            case "pubmed" | "pmc":
                return Allowed(per_second=(10 if "api_key" in query else 3) * self.faster)
            case _:
                return Allowed()

    def assert_polite(self) -> None:
        """No service was asked more often, or by more requests at once, than it allows."""
        rude = {name: heard for name, heard in self.heard.items() if heard.too_fast}
        assert not rude, f"asked too fast or by too many at once: {rude}"

    def by_doi(self, doi: str, agency: str = "") -> FakeWork | None:
        found = (w for w in self._works if w.doi and w.doi.lower() == doi.lower())
        return next((w for w in found if agency in ("", w.agency)), None)

    def by_pmid(self, pmid: str) -> FakeWork | None:
        return next((w for w in self._works if w.pmid and w.pmid == pmid), None)

    def by_pmcid(self, pmcid: str) -> FakeWork | None:
        return next((w for w in self._works if w.pmcid and w.pmcid == pmcid.upper()), None)


@contextmanager
def fake_registries(faster: float = 5) -> Iterator[FakeRegistries]:
    """All services in a thread of their own. `faster` multiplies what they allow a second; with 1
    they are as strict as the real ones."""
    fake = FakeRegistries(faster)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    runner = asyncio.run_coroutine_threadsafe(_start(fake), loop).result(10)
    try:
        yield fake
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


async def _start(fake: FakeRegistries) -> web.AppRunner:
    app = web.Application(middlewares=[_watched(fake)])
    app.add_routes(_routes(fake))
    runner = web.AppRunner(
        app, max_line_size=16_384, shutdown_timeout=0, access_log=None, handler_cancellation=True
    )
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    fake.update({name: f"http://127.0.0.1:{port}/{name}" for name in SERVICES})
    return runner


_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def _watched(fake: FakeRegistries) -> Any:
    """Counts, keeps the limits, and answers with the fault that a test asked for."""

    @web.middleware
    async def watch(request: web.Request, handler: _Handler) -> web.StreamResponse:
        service = request.path.split("/")[1]
        heard = fake.heard[service]
        query = {**request.query, **(await request.post() if request.method == "POST" else {})}
        allowed = fake.allowed(service, {name: str(value) for name, value in query.items()})
        is_rude = _is_rude(heard, allowed)
        heard.paths.append(request.raw_path)
        heard.agents.add(request.headers.get("User-Agent", ""))
        heard.inside += 1
        heard.most_at_once = max(heard.most_at_once, heard.inside)
        try:
            if is_rude:
                heard.too_fast += 1
                return _slow_down(service, heard.too_fast)
            right = await handler(request)
            _tell_limits(right, service, allowed)
            fault = fake.fault_of(service, request.path)
            return await FAULTS[fault](request, right) if fault else right
        finally:
            heard.inside -= 1

    return watch


def _is_rude(heard: Heard, allowed: Allowed) -> bool:
    now = time.monotonic()
    heard.times.append(now)
    lately = sum(1 for moment in heard.times[-200:] if moment > now - 1)
    return lately > allowed.per_second + _JITTER or heard.inside >= allowed.at_once


def _slow_down(service: str, number: int) -> web.Response:
    """NCBI says so with 429 or with 200, the others with 429."""
    if service not in {"pubmed", "pmc"}:
        return web.Response(status=429, text="Too many requests")
    body = {"error": "API rate limit exceeded", "api-key": "192.0.2.1", "count": "4", "limit": "3"}
    return web.json_response(body, status=429 if number % 2 else 200)


def _tell_limits(response: web.StreamResponse, service: str, allowed: Allowed) -> None:
    if service == "crossref":
        response.headers["x-api-pool"] = "polite" if allowed.at_once > 1 else "public"
        response.headers["x-rate-limit-limit"] = str(round(allowed.per_second))
        response.headers["x-rate-limit-interval"] = "1s"
        response.headers["x-concurrency-limit"] = str(allowed.at_once)


def _routes(fake: FakeRegistries) -> list[web.RouteDef]:
    desk = _Desk(fake)
    return [
        web.get("/doi/api/handles/{doi:.+}", desk.handle),
        web.get("/doi/ra/{dois:.+}", desk.agencies),
        web.get("/doi/doiRA/{dois:.+}", desk.agencies),
        web.get("/crossref/works/{doi:.+}/agency", desk.agency),
        web.get("/crossref/works/{doi:.+}", desk.crossref),
        web.get("/datacite/dois/{doi:.+}", desk.datacite),
        web.get("/pubmed/esummary.fcgi", desk.esummary),
        web.post("/pubmed/esummary.fcgi", desk.esummary),
        web.get("/pubmed/efetch.fcgi", desk.efetch),
        web.post("/pubmed/efetch.fcgi", desk.efetch),
        web.get("/pubmed/esearch.fcgi", desk.esearch),
        web.post("/pubmed/esearch.fcgi", desk.esearch),
        web.get("/pmc/", desk.idconv),
        web.get("/pmc", desk.idconv),
        web.get("/wayback/web/{rest:.+}", desk.wayback),
    ]


class _Desk:
    """One handler a path."""

    def __init__(self, fake: FakeRegistries) -> None:
        self.fake = fake

    async def handle(self, request: web.Request) -> web.Response:
        doi = request.match_info["doi"]
        work = self.fake.by_doi(doi)
        if work is None:
            return web.json_response({"responseCode": 100, "handle": doi}, status=404)
        return web.json_response(shapes.handle_body(work))

    async def agencies(self, request: web.Request) -> web.Response:
        dois = request.match_info["dois"].split(",")
        if len(dois) > 300:
            return web.Response(status=414, text="Request-URI Too Long")
        return web.json_response([self._agency_of(doi) for doi in dois])

    def _agency_of(self, doi: str) -> dict[str, str]:
        work = self.fake.by_doi(doi)
        if not doi.startswith("10."):
            return {"DOI": doi, "status": "Invalid DOI"}
        return {"DOI": doi, "RA": work.agency} if work else {"DOI": doi, **_NO_DOI}

    async def agency(self, request: web.Request) -> web.Response:
        doi = request.match_info["doi"]
        if self.fake.by_doi(doi) is None:
            return _no_resource()
        agency = {"id": "crossref", "label": "Crossref"}
        message = {"DOI": doi, "agency": agency}
        return web.json_response(
            {"status": "ok", "message-type": "work-agency", "message": message}
        )

    async def crossref(self, request: web.Request) -> web.Response:
        work = self.fake.by_doi(request.match_info["doi"], "Crossref")
        if work is None or work.alias_of:
            return _no_resource()
        return web.json_response(shapes.crossref_body(work))

    async def datacite(self, request: web.Request) -> web.Response:
        work = self.fake.by_doi(request.match_info["doi"], "DataCite")
        if work is None:
            return web.json_response(
                {"errors": [{"status": "404", "title": _NO_RESOURCE}]}, status=404
            )
        return web.json_response(shapes.datacite_body(work))

    async def esummary(self, request: web.Request) -> web.Response:
        ids = await _ids(request)
        if not ids:
            return web.json_response({"esummaryresult": ["Empty id list - nothing todo"]})
        result: dict[str, Any] = {"uids": ids}
        for pmid in ids:
            work = self.fake.by_pmid(pmid)
            missing = {"uid": pmid, "error": "cannot get document summary"}
            result[pmid] = shapes.summary_row(work) if work else missing
        return web.json_response({"header": _header("esummary"), "result": result})

    async def efetch(self, request: web.Request) -> web.Response:
        texts = []
        for pmid in await _ids(request):
            work = self.fake.by_pmid(pmid)
            missing = f"id: {pmid} Error occurred: The following PMID is not available: {pmid}\n"
            texts.append(shapes.medline_text(work) if work else missing)
        return web.Response(text="\n" + "\n".join(texts))

    async def esearch(self, request: web.Request) -> web.Response:
        data = await request.post() if request.method == "POST" else request.query
        found = [self.fake.by_doi(doi) for doi in _AID.findall(str(data.get("term", "")))]
        pmids = [work.pmid for work in found if work and work.pmid]
        result = {
            "count": str(len(pmids)),
            "retmax": str(data.get("retmax", "20")),
            "retstart": "0",
            "idlist": pmids[: int(str(data.get("retmax", "20")))],
            "translationset": [],
            "querytranslation": "",
        }
        return web.json_response({"header": _header("esearch"), "esearchresult": result})

    async def idconv(self, request: web.Request) -> web.Response:
        ids = [found for found in request.query.get("ids", "").split(",") if found]
        body = {"status": "ok", "responseDate": "2026-11-21 12:00:00", "request": "ids"}
        return web.json_response(body | {"records": [self._converted(pmcid) for pmcid in ids]})

    def _converted(self, pmcid: str) -> dict[str, str]:
        work = self.fake.by_pmcid(pmcid)
        if work is None:
            wrong = {"live": "false", "status": "error", "errmsg": "invalid article id"}
            return {"pmcid": pmcid, **wrong}
        found = {"pmcid": work.pmcid, "pmid": work.pmid, "doi": work.doi}
        return {name: value for name, value in found.items() if value}

    async def wayback(self, request: web.Request) -> web.Response:
        """/web/{time or nothing}/{address}: a redirect to the copy nearest, or the copy itself."""
        rest = request.raw_path.removeprefix("/wayback/web/")
        when, _, address = rest.partition("/")
        if not when.isdigit():
            when, address = "", rest
        if when in COPIES:
            return web.Response(text=f"A copy of {address}")
        if "archived" not in address:
            return web.Response(status=404, text="Not in the archive")
        near = min(COPIES, key=lambda copy: abs(int(copy[:8]) - int(when[:8] or "99999999")))
        headers = {"Location": f"/wayback/web/{near}/{address}"}
        return web.Response(status=302, headers=headers)


_NO_DOI = {"status": "DOI does not exist"}
_NO_RESOURCE = "The resource you are looking for doesn't exist."


def _no_resource() -> web.Response:
    return web.Response(status=404, text="Resource not found.", content_type="text/plain")


def _header(kind: str) -> dict[str, str]:
    return {"type": kind, "version": "0.3"}


async def _ids(request: web.Request) -> list[str]:
    data = await request.post() if request.method == "POST" else request.query
    return [found for found in str(data.get("id", "")).split(",") if found]


def main(arguments: list[str]) -> None:
    """Prints the addresses as they stand in practice.toml, and runs until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m tests.cited_sources.fakes registries")
    parser.add_argument("--faster", type=float, default=1.0)
    with fake_registries(parser.parse_args(arguments).faster) as fake:
        print("[sources.services]")  # noqa: T201 - this is what the command is for
        for name, address in fake.items():
            print(f'{name} = "{address}"', flush=True)  # noqa: T201
        with suppress(KeyboardInterrupt):
            threading.Event().wait()
