"""A picture is a function of its recipe: one JSON value says everything, and its hash is its id.

People write little: {"model": "emoji-vector", "prompt": "smiling cat", "seed": 7}. `normalise`
writes out the rest from the model's card, and prints expressions in their canonical form.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_serializer

from inference.errors import Conflict, InvalidInput, UnknownId
from inference.expressions.blends import Attention, attention_of
from inference.expressions.grammar import (
    LARGEST_SEED,
    LONGEST_PROMPT,
    SHA256,
    parse,
    quote,
    tidy,
    write,
)
from inference.expressions.types import check, point_of

ModelCard = Mapping[str, Any]
DECIMALS = 6
FIELDS = "model, prompt or conditioning, seed or noise, steps, sampler, guidance_scale, steering"
# Written beside a recipe by whoever carried it out; it decides nothing.
IGNORED = "environment"
MODERATE_STRENGTH = 0.6
_PICTURE = re.compile(r'img\("([0-9a-f]{64})"')


class Steering(BaseModel):
    """One direction that the model ships, and how far to lean along it."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)

    direction: str
    scale: float


class Lora(BaseModel):
    """One low-rank adapter that the model knows, and how strongly it is applied."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)

    id: str
    scale: float


class Recipe(BaseModel):
    """Everything that decides the bytes of a picture. Build it with `normalise`.

    `weights` are the first 16 hex digits of the SHA-256 over the checkpoint's file hashes;
    `conditioning` is an expression over words ("" where there are none), `noise` one over noises.
    The fields after `format` are None, and then not written, where the model has no use for them
    or nothing was asked: `image` (SHA-256) is noised to `strength` and walked back from there.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)

    model: str
    weights: Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
    conditioning: str
    noise: str
    steps: Annotated[int, Field(ge=1)]
    sampler: str
    guidance_scale: float
    steering: tuple[Steering, ...]
    width: Annotated[int, Field(ge=1)]
    height: Annotated[int, Field(ge=1)]
    format: Literal["png"]
    negative_prompt: str | None = None
    weighted: Literal[True] | None = None
    image: Annotated[str, Field(pattern="^[0-9a-f]{64}$")] | None = None
    strength: Annotated[float, Field(gt=0, le=1)] | None = None
    loras: tuple[Lora, ...] | None = None
    attention: Attention | None = None

    @model_serializer(mode="wrap")
    def _without_what_is_not_said(
        self, write: Callable[[Recipe], dict[str, Any]]
    ) -> dict[str, Any]:
        return {name: value for name, value in write(self).items() if value is not None}

    @property
    def images(self) -> set[str]:
        """The hashes of the uploaded pictures that this recipe looks at."""
        # Quotes inside words are escaped, so this finds pictures and never words about pictures.
        found = set(_PICTURE.findall(f"{self.conditioning} {self.noise}"))
        return found if self.image is None else found | {self.image}


def normalise(data: Mapping[str, Any], models: Mapping[str, ModelCard]) -> Recipe:
    """Turn what a person or a file said into a complete recipe.

    Raises `UnknownId`, `InvalidInput`, `InvalidExpression`, `WrongSpace`, or `Conflict` when the
    recipe was made with other weights than the installed ones.
    """
    if not isinstance(data, Mapping):
        raise InvalidInput("a recipe is a JSON object", expected=FIELDS)
    _refuse_unknown(data)
    card = _card(data.get("model"), models)
    weights = data.get("weights", card["weights"])
    if weights != card["weights"]:
        raise Conflict(
            f"this recipe was made with weights {str(weights)[:16]} of {card['id']}",
            expected=f"weights {card['weights']}, which are installed here",
            hint="leave `weights` out to use the installed ones",
        )
    conditioning, noise, steps = _conditioning(data, card), _noise(data, card), _steps(data, card)
    attention = attention_of(data.get("attention"), card, conditioning, noise, steps)
    return _build(
        {
            "model": card["id"],
            "weights": weights,
            "conditioning": conditioning,
            "noise": noise,
            "steps": steps,
            "sampler": _one_of("sampler", data, _samplers(card)),
            "guidance_scale": _guidance(data, card),
            "steering": _steering(data.get("steering", ()), card),
            "width": _side("width", data, card),
            "height": _side("height", data, card),
            "format": _one_of("format", data, (["png"], "png")),
            "negative_prompt": _negative_prompt(data, card),
            "weighted": _weighted(data, card),
            "loras": _loras(data.get("loras"), card),
            "attention": attention,
            **_start(data, card),
        }
    )


def canonical_json(recipe: Recipe) -> str:
    """Return the one way to write a recipe: sorted keys, no spaces, at most six decimals."""
    return json.dumps(
        recipe.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )


def recipe_id(recipe: Recipe) -> str:
    """Return the 32 hex digits that name a recipe, and its picture."""
    return hashlib.sha256(canonical_json(recipe).encode()).hexdigest()[:32]


def _build(fields: dict[str, Any]) -> Recipe:
    try:
        return Recipe(**fields)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise InvalidInput(f"{name}: {first['msg'].lower()}", expected=FIELDS) from error


def _refuse_unknown(data: Mapping[str, Any]) -> None:
    known = {*Recipe.model_fields, "prompt", "seed", IGNORED}
    for name in data:
        if name not in known:
            raise InvalidInput(f"a recipe has no field {str(name)[:60]!r}", expected=FIELDS)
    for sugar, full in (("prompt", "conditioning"), ("seed", "noise")):
        if sugar in data and full in data:
            raise InvalidInput(
                f"{sugar} and {full} say the same thing", expected="one of them, not both"
            )


def _card(id: Any, models: Mapping[str, ModelCard]) -> ModelCard:
    if not isinstance(id, str):
        raise InvalidInput("a recipe needs a model", expected=", ".join(sorted(models)))
    if id not in models:
        raise UnknownId(f"no model called {id[:60]!r}", expected=", ".join(sorted(models)))
    return models[id]


def _conditioning(data: Mapping[str, Any], card: ModelCard) -> str:
    uses_words = card.get("uses_words", "prompt" in card["spaces"])
    name = "prompt" if "prompt" in data else "conditioning"
    given = data.get(name, "")
    if not isinstance(given, str):
        raise InvalidInput(f"{name} is not a string", expected="words")
    if not uses_words:
        if given.strip():
            raise InvalidInput(f"{card['id']} takes no words", expected="no prompt")
        return ""
    if name == "prompt":
        # As above: words alone are always a point of the prompt space.
        return quote(_words("a prompt", tidy(_words("a prompt", given))))
    if not given.strip():
        given = '""'
    checked = check(parse(given), card)
    point_of(checked.type, card["spaces"]["prompt"]["id"], "conditioning")
    return write(checked.node)


def _words(what: str, words: str) -> str:
    """Return words that are short enough and whole text."""
    if len(words) > LONGEST_PROMPT:
        raise InvalidInput(
            f"{what} of {len(words)} characters is too long",
            expected=f"at most {LONGEST_PROMPT} characters",
        )
    try:
        words.encode()
    except UnicodeEncodeError as error:
        raise InvalidInput(f"{what} holds half of a character", expected="whole text") from error
    return words


def _noise(data: Mapping[str, Any], card: ModelCard) -> str:
    if "noise" in data:
        given = data["noise"]
        if not isinstance(given, str):
            raise InvalidInput("noise is not a string", expected='an expression such as "noise(7)"')
    else:
        seed = data.get("seed", 0)
        if not isinstance(seed, int) or isinstance(seed, bool) or not 0 <= seed <= LARGEST_SEED:
            raise InvalidInput(
                f"{str(seed)[:40]!r} is not a seed",
                expected=f"a whole number from 0 to {LARGEST_SEED}",
            )
        # What parsing and checking would say of it, at a fraction of the time.
        return f"noise({seed})"
    checked = check(parse(given), card)
    point_of(checked.type, card["spaces"]["noise"]["id"], "noise")
    return write(checked.node)


def _steps(data: Mapping[str, Any], card: ModelCard) -> int:
    steps = card.get("steps") or {"choices": [1], "default": 1}
    if "choices" in steps:
        return int(_one_of("steps", data, (steps["choices"], steps["default"])))
    return _whole("steps", data, steps)


def _side(name: str, data: Mapping[str, Any], card: ModelCard) -> int:
    """Return the width or height in pixels: the model's own, or any that it can make."""
    own, sizes = card["image"][name], card["image"].get("sizes")
    if sizes is None:
        return int(_one_of(name, data, ([own], own)))
    return _whole(name, data, {**sizes, "default": own})


def _whole(name: str, data: Mapping[str, Any], limits: Mapping[str, int]) -> int:
    """Return a whole number from `min` to `max`, where it says so a multiple of `multiple`."""
    given, low, high = data.get(name, limits["default"]), limits["min"], limits["max"]
    multiple = limits.get("multiple", 1)
    good = isinstance(given, int) and not isinstance(given, bool) and low <= given <= high
    if not good or given % multiple:
        of = f" that is a multiple of {multiple}" if multiple > 1 else ""
        raise InvalidInput(
            f"{name}: {str(given)[:40]!r} is not possible here",
            expected=f"a whole number from {low} to {high}{of}",
        )
    return int(given)


def _samplers(card: ModelCard) -> tuple[list[str], str]:
    samplers = card.get("samplers") or ["direct"]
    return samplers, samplers[0]


def _one_of(name: str, data: Mapping[str, Any], choice: tuple[list[Any], Any]) -> Any:
    choices, default = choice
    given = data.get(name, default)
    # True == 1 and 1.0 == 1 in Python, but not in a recipe.
    if isinstance(given, bool) or given not in choices or type(given) is not type(default):
        raise InvalidInput(
            f"{name}: {str(given)[:40]!r} is not possible here",
            expected=" or ".join(str(one) for one in choices),
        )
    return given


def _number(name: str, value: Any, low: float, high: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise InvalidInput(
            f"{name}: {str(value)[:40]} is out of range", expected=f"a number from {low} to {high}"
        )
    return round(float(value), DECIMALS) + 0.0  # no minus zero


def _guidance(data: Mapping[str, Any], card: ModelCard) -> float:
    limits = card.get("guidance_scale") or {"min": 1.0, "max": 1.0, "default": 1.0}
    given = data.get("guidance_scale", limits["default"])
    return _number("guidance_scale", given, limits["min"], limits["max"])


def _steering(terms: Any, card: ModelCard) -> tuple[Steering, ...]:
    known = {direction["id"]: direction for direction in card.get("directions", [])}
    if not isinstance(terms, list | tuple):
        raise InvalidInput("steering is not a list", expected='[{"direction": …, "scale": …}]')
    found: dict[str, Steering] = {}
    for term in terms:
        fields = term.model_dump() if isinstance(term, Steering) else term
        if not isinstance(fields, Mapping) or set(fields) != {"direction", "scale"}:
            raise InvalidInput("a steering term is wrong", expected='{"direction": …, "scale": …}')
        id = fields["direction"]
        if not isinstance(id, str) or id not in known:
            raise UnknownId(
                f"{card['id']} has no direction called {str(id)[:60]!r}",
                expected=", ".join(known) or "none",
            )
        if id in found:
            raise InvalidInput(f"steering: {id} is there twice", expected="each direction once")
        limits = known[id]
        scale = _number(f"steering {id}", fields["scale"], limits["min"], limits["max"])
        found[id] = Steering(direction=id, scale=scale)
    # Scale 0 changes nothing, and terms commute: one spelling for both.
    return tuple(found[id] for id in sorted(found) if found[id].scale != 0)


def _negative_prompt(data: Mapping[str, Any], card: ModelCard) -> str | None:
    given = data.get("negative_prompt")
    if not isinstance(given, str | None):
        raise InvalidInput("negative_prompt is not a string", expected="words")
    if not card.get("negative_prompt"):
        if given and given.strip():
            raise InvalidInput(
                f"{card['id']} takes no negative prompt", expected="no negative_prompt"
            )
        return None
    return _words("a negative prompt", tidy(given or ""))


def _weighted(data: Mapping[str, Any], card: ModelCard) -> Literal[True] | None:
    given = data.get("weighted")
    if not isinstance(given, bool | None):
        raise InvalidInput("weighted is neither true nor false", expected="true or false")
    if given and not card.get("prompt_weighting"):
        raise InvalidInput(
            f"{card['id']} does not read weights inside prompts", expected="weighted: false"
        )
    return True if given else None


def _start(data: Mapping[str, Any], card: ModelCard) -> dict[str, Any]:
    """Return `image` and `strength` of a walk that begins at a picture; {} for one that does not."""
    image, strength = data.get("image"), data.get("strength")
    if image is None:
        if strength is not None:
            raise InvalidInput("strength without an image means nothing", expected="image as well")
        return {}
    if not card.get("image_to_image"):
        raise InvalidInput(f"{card['id']} cannot begin at a picture", expected="no image")
    if not isinstance(image, str) or not SHA256.fullmatch(image):
        raise InvalidInput(
            f"image: {str(image)[:80]!r} is not the hash of a picture",
            expected="the sha256 that POST /images answered",
        )
    strength = _number("strength", MODERATE_STRENGTH if strength is None else strength, 0.0, 1.0)
    if strength == 0:
        raise InvalidInput("strength: 0 would change nothing", expected="more than 0, at most 1")
    return {"image": image, "strength": strength}


def _loras(terms: Any, card: ModelCard) -> tuple[Lora, ...] | None:
    known = {lora["id"]: lora for lora in card.get("loras") or []}
    if not isinstance(terms, list | tuple | None):
        raise InvalidInput("loras is not a list", expected='[{"id": …, "scale": …}]')
    found: dict[str, Lora] = {}
    for term in terms or ():
        fields = term.model_dump() if isinstance(term, Lora) else term
        if not isinstance(fields, Mapping) or not {"id"} <= set(fields) <= {"id", "scale"}:
            raise InvalidInput("a LoRA is named wrongly", expected='{"id": …, "scale": …}')
        id = fields["id"]
        if not isinstance(id, str) or id not in known:
            raise UnknownId(
                f"{card['id']} has no LoRA called {str(id)[:60]!r}",
                expected=", ".join(known) or "none",
            )
        if id in found:
            raise InvalidInput(f"loras: {id} is there twice", expected="each LoRA once")
        limits = known[id].get("range") or {"min": -2.0, "max": 2.0, "default": 1.0}
        given = fields.get("scale", limits.get("default", 1.0))
        found[id] = Lora(id=id, scale=_number(f"lora {id}", given, limits["min"], limits["max"]))
    return tuple(found[id] for id in sorted(found) if found[id].scale != 0) or None
