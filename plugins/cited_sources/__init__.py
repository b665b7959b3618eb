"""Is what we cite true and there? Its rooms, in the order of a citation's way:

citations.py, identifiers.py   what a text cites, and how identifiers are written
offline/                       what can be said without the net, at every build
domains.py                     who stands behind an address, and how far they are trusted
references/                    the reference list in AMA style
citing/                        `cite`: a new entry for sources.toml
web/                           is an address there? the HTTP engine
registries/                    what registries say of an identifier
checking/                      one run of `check-sources`: due, asked, judged, remembered
consequences/                  what a finding does to posts, pages and the kit
reports/                       what a run tells
"""
