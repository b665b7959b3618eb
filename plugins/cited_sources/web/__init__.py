"""An address on the web: is it there? One careful request after another."""
