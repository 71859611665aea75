"""Doing the work: reading files, running what is out of date, writing what is new."""
