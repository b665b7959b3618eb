"""Post -> pictures: planned to the last line by `plan`, drawn as JPEG by `draw`, kept by `cache`."""
