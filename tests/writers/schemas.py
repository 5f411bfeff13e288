"""Public schemas of the formats, for whoever has them beside the project."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from lxml import etree

from tests.writers.samples import SCHEMAS

needed = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the public schemas are not beside the project")


def errors_of_json(told: str, *names: str) -> list[str]:
    """What is wrong with a text in JSON by schemas of draft 4 or 7."""
    value = json.loads(told)
    return [error.message for name in names for error in _validator(name).iter_errors(value)]


def errors_of_each(told: str, name: str) -> list[str]:
    return [error.message for value in json.loads(told) for error in _validator(name).iter_errors(value)]


def errors_of_xml(told: str, name: str) -> list[str]:
    schema = etree.XMLSchema(etree.parse(str(SCHEMAS / name)))
    schema.validate(etree.fromstring(told.encode()))
    return [str(error.message) for error in schema.error_log]  # type: ignore[attr-defined, unused-ignore]


def _validator(name: str) -> Any:
    schema = json.loads((SCHEMAS / name).read_text("utf-8"))
    return jsonschema.validators.validator_for(schema, default=jsonschema.Draft7Validator)(schema)
