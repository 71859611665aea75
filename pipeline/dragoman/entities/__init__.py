"""People, places and organisations: found, told apart, linked and indexed."""
