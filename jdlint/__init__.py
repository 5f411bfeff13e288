"""jdlint: a compliance checker for Russian job descriptions (должностные инструкции)."""

__version__ = "0.1.0"
