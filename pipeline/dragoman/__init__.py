"""dragoman: from archival transcripts to scholarly TEI editions, books and sites."""

__version__ = "0.1.0"
