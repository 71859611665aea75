"""Checking: RELAX NG for structure, Schematron for rules, Python for what crosses files."""
