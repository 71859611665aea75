"""Square brackets and their kin: the translator's voice, found and classified."""
