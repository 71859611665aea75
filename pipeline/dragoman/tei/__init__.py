"""TEI files: names, exact places, views, writing, byte-exact edits."""
