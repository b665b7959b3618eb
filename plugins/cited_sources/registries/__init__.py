"""The registries of published works: what they say of a DOI, PMID or PMCID."""
