"""The registries of published works: what they say of a DOI, PMID or PMCID.

- `client` asks for many works at once; `asking` (one run), `questions` (one service), `lookups`
  (paths and forms), `transport` (HTTP), `gate` and `limits` (how often) stand behind it.
- `crossref`, `datacite`, `handles`, `pubmed`, `medline`, `idconv` and `retraction_watch` read what
  comes back into a `record`.
- `retractions` says what was done to a work, `comparing` whether it is the one that we mean.
"""
