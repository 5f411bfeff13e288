"""One file per input format: bytes → lines."""
