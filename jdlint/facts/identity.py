"""Whether a file holds a job description at all."""

from __future__ import annotations

from jdlint.model import Document, Fact, Observation

OBSERVES = {"absent": ("text",)}


def extract(document: Document) -> Fact:
    """Status `present`, or `absent` with an observation at the first line of a file that holds no job description."""
    if document.is_job_description:
        return Fact("present")
    words = " ".join(document.text[document.title_span.start : document.title_span.end].split())
    return Fact("absent", observations=(Observation("absent", document.title_span, values={"text": words}),))
