"""Checks that several tests use; each returns what is wrong, one line per fault."""
