"""Schema pieces that several kinds use."""

from collections.abc import Iterable, Mapping
from typing import Any

from reportcheck.structure.roles import Role

Params = Mapping[str, Any]

TERMS: dict[str, Any] = {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1, "uniqueItems": True}
ROLE: dict[str, Any] = {"enum": [role.value for role in Role if role is not Role.NOISE]}
ROLES: dict[str, Any] = {"type": "array", "items": ROLE, "minItems": 1, "uniqueItems": True}


def params_schema(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    """Return a closed object schema."""
    return {"type": "object", "properties": properties, "required": required or [], "additionalProperties": False}


def no_terms(params: Params) -> Iterable[str]:  # noqa: ARG001 - the kinds' common shape
    """Return no terms: the ``vocabulary`` of kinds that look nothing up in the index."""
    return ()
