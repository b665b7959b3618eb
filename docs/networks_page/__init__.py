"""What docs/make_networks.py writes into docs/networks.md, part by part."""
