"""Whose yes does a text have, and to exactly which words?"""
