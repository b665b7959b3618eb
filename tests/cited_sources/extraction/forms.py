"""Every form in which identifiers and addresses stand in Markdown and in HTML.

A form makes a text of a number, with all that is to be found in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from tests.cited_sources.extraction.works import doi, isbn, pmcid, pmid

Ids = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A piece of a page, and its truth."""

    text: str
    ids: Ids = ()
    urls: tuple[str, ...] = ()


def _linked(text: str, address: str, *ids: tuple[str, str]) -> Form:
    """A form with an address in it, which stands for `{}`."""
    return Form(text.replace("{}", address), ids, (address,))


def _doi_org(written: str, encode: Callable[[str], str] = str) -> Callable[[int], Form]:
    def form(n: int) -> Form:
        return _linked(written, f"https://doi.org/{encode(doi(n))}", ("doi", doi(n)))

    return form


def _hash_encoded(value: str) -> str:
    """A DOI in an address, with only that written otherwise that would end its path."""
    return value.replace("#", "%23")


def _percent(value: str) -> str:
    return quote(value, safe="/")


def _all_percent(value: str) -> str:
    return quote(value, safe="")


def _twice(value: str) -> str:
    return quote(quote(value, safe=""), safe="")


def _plain_doi(written: str) -> Callable[[int], Form]:
    return lambda n: Form(written.replace("{}", doi(n)), (("doi", doi(n)),))


def _number(written: str, kind: str, make: Callable[[int], str]) -> Callable[[int], Form]:
    return lambda n: Form(written.replace("{}", make(n)), ((kind, make(n)),))


def _address(
    written: str, address: str, kind: str, make: Callable[[int], str]
) -> Callable[[int], Form]:
    def form(n: int) -> Form:
        return _linked(written, address.replace("{}", make(n)), (kind, make(n)))

    return form


def _publisher(address: str) -> Callable[[int], Form]:
    """A DOI within a publisher's address, as a Markdown link."""

    def form(n: int) -> Form:
        found = address.replace("{}", _percent(doi(n)))
        return _linked("See [the work]({}).", found, ("doi", doi(n)))

    return form


def _html_doi(written: str) -> Callable[[int], Form]:
    def form(n: int) -> Form:
        address = f"https://doi.org/{_hash_encoded(doi(n))}"
        return Form(written.replace("{}", escape(address)), (("doi", doi(n)),), (address,))

    return form


def _html_text(written: str) -> Callable[[int], Form]:
    return lambda n: Form(written.replace("{}", escape(doi(n))), (("doi", doi(n)),))


MARKDOWN: Sequence[Callable[[int], Form]] = (
    _doi_org("It [helps]({}) most people.", _hash_encoded),
    _doi_org("It [helps]({}), and more.", _percent),
    _doi_org("It [helps]({})!", _all_percent),
    _doi_org("It [helps]({}).", _twice),
    _doi_org('It [helps]({} "The title (2020)") most people.', _hash_encoded),
    _doi_org("It [helps](<{}>) most people.", _hash_encoded),
    _doi_org("See <{}>.", _hash_encoded),
    _doi_org("See {} for more.", _hash_encoded),
    _doi_org("See {}.", _percent),
    _doi_org("(see {})", _percent),
    _doi_org("(see {}).", _hash_encoded),
    _doi_org("It says so ({}), and more.", _hash_encoded),
    _doi_org("**{}** and", _percent),
    _doi_org("_{}_ and", _percent),
    _doi_org('"{}"', _percent),
    _doi_org("“{}”, and", _percent),
    _doi_org("one {}; two", _hash_encoded),
    _doi_org("one\n{}\ntwo", _hash_encoded),
    _doi_org("| a | {}| b |", _percent),
    _doi_org("[{}]", _percent),
    _doi_org("![A chart]({})", _percent),
    _plain_doi("doi:{}."),
    _plain_doi("doi: {}, and"),
    _plain_doi("DOI {}; and"),
    _plain_doi("**DOI:** {}"),
    _plain_doi("(doi:{})"),
    _plain_doi("[doi:{}]"),
    _plain_doi("<{}>"),
    _plain_doi("It is {}."),
    _plain_doi("It is **{}**."),
    _plain_doi("It is _{}_, or"),
    _plain_doi("| {} | b |"),
    _plain_doi("It is “{}”."),
    _plain_doi("It is '{}'."),
    _plain_doi("`{}`"),
    _plain_doi("It helps.[@doi:{}]"),
    _plain_doi("It helps.[@doi:{}; @other-work]"),
    _plain_doi("info:doi/{}"),
    lambda n: Form(f"doi.org/{_hash_encoded(doi(n))} says so", (("doi", doi(n)),)),
    lambda n: Form(f"dx.doi.org/{_percent(doi(n))} says so", (("doi", doi(n)),)),
    lambda n: Form(f"doi:{_all_percent(doi(n))}", (("doi", doi(n)),)),
    lambda n: Form(f"doi:{doi(n)};doi:{doi(n + 20)}", (("doi", doi(n)), ("doi", doi(n + 20)))),
    lambda n: _linked("[a]({})", f"http://dx.doi.org/{_percent(doi(n))}", ("doi", doi(n))),
    lambda n: _linked(
        "[a]({})", f"https://doi.org/{_percent(doi(n))}?utm_source=x&utm_medium=y", ("doi", doi(n))
    ),
    lambda n: _linked("[a]({})", f"https://doi.org/{_percent(doi(n))}#abstract", ("doi", doi(n))),
    lambda n: Form(
        f"It [helps][w{n}] most.\n\n[w{n}]: https://doi.org/{_percent(doi(n))}",
        (("doi", doi(n)),),
        (f"https://doi.org/{_percent(doi(n))}",),
    ),
    lambda n: Form(
        f"It [helps][w{n}] most.\n\n[w{n}]: <https://doi.org/{_percent(doi(n))}> 'A title'",
        (("doi", doi(n)),),
        (f"https://doi.org/{_percent(doi(n))}",),
    ),
    _number("PMID: {}", "pmid", pmid),
    _number("PMID {}.", "pmid", pmid),
    _number("(PMID:{})", "pmid", pmid),
    _number("**PMID:** {}", "pmid", pmid),
    _number("PMID: {}; PMCID: none", "pmid", pmid),
    _number("It helps.[@pmid:{}]", "pmid", pmid),
    lambda n: Form(
        f"PMIDs: {pmid(n)}, {pmid(n + 1)} and {pmid(n + 2)}",
        tuple(("pmid", pmid(n + step)) for step in range(3)),
    ),
    lambda n: Form(
        f"PMID: {pmid(n)}; PMCID: {pmcid(n)}.", (("pmid", pmid(n)), ("pmcid", pmcid(n)))
    ),
    _number("PMCID: {}", "pmcid", pmcid),
    _number("({})", "pmcid", pmcid),
    _number("It helps.[@pmcid:{}]", "pmcid", pmcid),
    _number("ISBN {}.", "isbn", isbn),
    _number("ISBN: {}, and", "isbn", isbn),
    _number("ISBN-13: {} (2 volumes)", "isbn", isbn),
    lambda n: Form(
        f"ISBN {isbn(n).replace('-', '')} 2 volumes", (("isbn", isbn(n).replace("-", "")),)
    ),
    *(
        _address(written, address, "pmid", pmid)
        for written in ("[a]({})", "See {}.", "<{}>")
        for address in (
            "https://pubmed.ncbi.nlm.nih.gov/{}/",
            "https://pubmed.ncbi.nlm.nih.gov/{}",
            "https://www.ncbi.nlm.nih.gov/pubmed/{}",
            "http://www.ncbi.nlm.nih.gov/pubmed/{}?dopt=Abstract",
            "https://pubmed.ncbi.nlm.nih.gov/?term={}",
            "https://www.pubmed.gov/{}/",
            "https://europepmc.org/article/MED/{}",
            "https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/{}/",
        )
    ),
    *(
        _address(written, address, "pmcid", pmcid)
        for written in ("[a]({})", "See {}, or", "<{}>")
        for address in (
            "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
            "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/table/T2",
            "https://europepmc.org/articles/{}",
            "https://pmc.ncbi.nlm.nih.gov/articles/{}/#sec-2",
        )
    ),
    *(
        _publisher(address)
        for address in (
            "https://www.nejm.org/doi/full/{}",
            "https://jamanetwork.com/journals/jama/fullarticle/{}",
            "https://onlinelibrary.wiley.com/doi/{}/abstract",
            "https://onlinelibrary.wiley.com/doi/epdf/{}",
            "https://link.springer.com/article/{}",
            "https://link.springer.com/content/pdf/{}.pdf",
            "https://www.tandfonline.com/doi/abs/{}?journalCode=ilab",
            "https://www.frontiersin.org/articles/{}/full",
            "https://bmcpublichealth.biomedcentral.com/articles/{}#Sec2",
            "https://bmcpublichealth.biomedcentral.com/articles/{}/tables/1",
            "https://journals.plos.org/plosone/article?id={}",
            "https://example.org/find?doi={}&lang=en",
            "https://www.medrxiv.org/content/{}v2.full",
            "https://academic.oup.com/aje/article/doi/{}/7190123",
            "https://www.cochranelibrary.com/cdsr/doi/{}/full/es",
        )
    ),
)

HTML: Sequence[Callable[[int], Form]] = (
    _html_doi('<p>It <a href="{}">helps</a>.</p>'),
    _html_doi("<p>It <a class=x href='{}' rel=external>helps</a>.</p>"),
    _html_doi("<p>See {}.</p>"),
    _html_doi('<link rel="canonical" href="{}">'),
    _html_text("<p>doi:{}</p>"),
    _html_text("<td>{}</td><td>x</td>"),
    _html_text("<li>Able A. Flu. <i>JAMA</i>. 2021. doi:{}.</li>"),
    _html_text("<b>DOI:</b> {}<br>"),
    _html_text('<meta name="citation_doi" content="{}">'),
    lambda n: Form(
        f'<a href="https://example.org/r?doi={_percent(doi(n))}&amp;lt=1&amp;utm_source=x">a</a>',
        (("doi", doi(n)),),
        (f"https://example.org/r?doi={_percent(doi(n))}&lt=1&utm_source=x",),
    ),
    lambda n: Form(f"<b>PMID:</b> {pmid(n)}</li>", (("pmid", pmid(n)),)),
    lambda n: Form(f"<p>PMID:&nbsp;{pmid(n)}</p>", (("pmid", pmid(n)),)),
    lambda n: Form(
        f'<a href="https://pubmed.ncbi.nlm.nih.gov/{pmid(n)}/">PubMed</a>',
        (("pmid", pmid(n)),),
        (f"https://pubmed.ncbi.nlm.nih.gov/{pmid(n)}/",),
    ),
    lambda n: Form(f"<span>{pmcid(n)}</span>", (("pmcid", pmcid(n)),)),
    lambda n: Form(f"<p>ISBN&nbsp;{isbn(n)}</p>", (("isbn", isbn(n)),)),
    lambda n: Form(
        f'<a href="//doi.org/{_percent(doi(n))}">a</a>',
        (("doi", doi(n)),),
        (f"https://doi.org/{_percent(doi(n))}",),
    ),
)

PLAIN: Sequence[Callable[[int], Form]] = (
    lambda n: _linked("[a]({})", f"https://www.cdc.gov/flu/page-{n}.html"),
    lambda n: _linked("See {}.", f"https://www.cdc.gov/flu/page-{n}.html?x=1&y=2#top"),
    lambda n: _linked("See [flu]({}), too.", f"https://en.wikipedia.org/wiki/Flu_(disease)_{n}"),
    lambda n: _linked("(see {})", f"https://en.wikipedia.org/wiki/Crohn's_disease_({n})"),
    lambda n: _linked("See {}: it", f"https://example.org/a,b;c/{n}"),
    lambda n: _linked("[a]({})", f"https://example.org/wiki/Washington,_D.C.?n={n}."),
    lambda n: _linked("<{}>", f"HTTPS://EXAMPLE.org/{n}/"),
    lambda n: _linked("[a]({})", f"https://example.org/updates/10.2024/flu-{n}"),
    lambda n: _linked("[a]({})", f"https://notpubmed.example/{n + 10_000_000}/"),
    lambda n: _linked("[a]({})", f"https://shop.example/parts/PMC{n + 1_000_000}"),
    lambda n: _linked("[a]({})", f"https://www.ncbi.nlm.nih.gov/books/NBK{n}/"),
    lambda n: Form(f"version 10.2/{n}, 10.0.0.{n % 200}/24, v10.{n + 1000}/3"),
    lambda n: Form(f"The PMC in room {n}, PMID unknown, ISBN to come; PMCID none."),
    lambda n: Form(f"Call (212) 555-{n % 10_000:04} or take 10.{n % 9}/1 mg."),
    lambda n: Form(f"On 10.{1990 + n % 40}/11 we met {n} people."),
)
"""Addresses without an identifier, and what only looks like one."""
