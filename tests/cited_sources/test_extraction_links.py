"""The addresses that readers of a Markdown text can follow, each with its line."""

from __future__ import annotations

import pytest

from plugins.cited_sources.identifiers import links_of


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[a](https://a.example/x)", ["https://a.example/x"]),
        ('[a](https://a.example/x "A title, (2020)")', ["https://a.example/x"]),
        ("[a](<https://a.example/x>)", ["https://a.example/x"]),
        ("[a](https://a.example/Flu_(disease))", ["https://a.example/Flu_(disease)"]),
        (r"[a](https://a.example/a\_b\(c\))", ["https://a.example/a_b(c)"]),
        ("[a](https://a.example/?x=1&amp;y=2)", ["https://a.example/?x=1&y=2"]),
        ("[a](https://a.example/U.S.)", ["https://a.example/U.S."]),
        ("[a][b]\n\n[b]: https://a.example/x 'A title'", ["https://a.example/x"]),
        ("<https://a.example/x>", ["https://a.example/x"]),
        ("See https://a.example/x.", ["https://a.example/x"]),
        ("See HTTPS://A.example/x", ["HTTPS://A.example/x"]),
        ("![a](https://a.example/x.png)", ["https://a.example/x.png"]),
        ("[![a](https://a.example/x.png)](https://b.example)",
         ["https://a.example/x.png", "https://b.example"]),
        ('<a href="https://a.example/x">a</a>', ["https://a.example/x"]),
        ("[a](//a.example/x)", ["https://a.example/x"]),
        ("[a](https://a.example/x y)", ["https://a.example/x y"]),
        ("- item\n\n    [a](https://a.example/x)", ["https://a.example/x"]),
        ('!!! urgent "Call"\n    - [a](https://a.example/x)', ["https://a.example/x"]),
        ("[a](flu.md) [b](mailto:a@b.example) [c](#top) [d](tel:911)", []),
        ("`https://a.example/x` and ``[a](https://a.example/x)``", []),
        ("```\nhttps://a.example/x\n```", []),
        ("Text.\n\n    https://a.example/x\n", []),
        ("<!-- https://a.example/x -->", []),
        ("An unclosed ` and https://a.example/x", ["https://a.example/x"]),
        ("```\nan unclosed fence: https://a.example/x", ["https://a.example/x"]),
    ],
)  # fmt: skip
def test_links_are_found_as_readers_have_them(text: str, links: list[str]) -> None:
    assert [address for address, _ in links_of(text)] == links


def test_a_link_knows_its_line_behind_code_and_comments() -> None:
    text = "one\n<!-- two\nthree -->\n```\nfive\n```\n[a](https://a.example)\n\n`x`\n<https://b.example>"
    assert list(links_of(text)) == [("https://a.example", 7), ("https://b.example", 10)]
