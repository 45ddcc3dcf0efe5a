"""What can be known of a source that is not wholly right, so that everything else can still be checked.

Only the checks ever see it. A wrong date in one entry of sources.yml must not hide a citation of a source
that does not exist, and must not make every citation of the others look wrong.
"""

from collections.abc import Sequence
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, RootModel, TypeAdapter, ValidationError


def salvage(shape: Any, value: Any, limits: Sequence[Any] = ()) -> Any:
    """`value` in the `shape` of a model or a type; what is missing or does not fit is empty ("", (), {}).

    `limits` are those that pydantic keeps beside the type of a field: a pattern, a smallest number.
    """
    if isinstance(shape, type) and issubclass(shape, RootModel):
        return shape.model_construct(salvage(shape.model_fields["root"].annotation, value))
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return _model(shape, value if isinstance(value, dict) else {})
    if NoneType in get_args(shape):
        inner = next(one for one in get_args(shape) if one is not NoneType)
        return None if value is None else salvage(inner, value)
    if get_origin(shape) is tuple:
        item = get_args(shape)[0]
        return tuple(salvage(item, one) for one in value) if isinstance(value, list) else ()
    if get_origin(shape) is dict:
        item = get_args(shape)[1]
        return {key: salvage(item, one) for key, one in value.items()} if isinstance(value, dict) else {}
    try:
        return TypeAdapter(Annotated[(shape, *limits)] if limits else shape).validate_python(value)
    except ValidationError:
        return ""


def _model(model: type[BaseModel], value: dict[str, Any]) -> BaseModel:
    found = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key in value or field.is_required():
            found[key] = salvage(field.annotation, value.get(key), field.metadata)
    return model.model_construct(**found)
