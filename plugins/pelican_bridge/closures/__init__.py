"""Closures as commands: what was asked for, what is written, built, printed and told."""
