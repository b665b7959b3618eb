"""Does every address on the built site lead somewhere?

`pages`, `feeds` and `styles` find the addresses in a file, `addresses` understands them as browsers
do, `tree` knows the files as a host finds them, `broken` brings them together, `telling` tells.
"""
