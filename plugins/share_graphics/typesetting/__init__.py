"""Text as placed glyphs: fonts, scripts, directions, line ends, sizes."""
