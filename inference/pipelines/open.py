"""From a description to a pipeline: every part by a class of the allow-list, from checked bytes.

The library's generic loaders are never called. Configs are dictionaries that we have read, weights
are tensors that we have found in headers, tokenizers are files that we have written ourselves.
"""

from __future__ import annotations

import inspect
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inference.library import LoraEntry, ModelEntry
from inference.pipelines.allow import CONFIG_CLASSES, PIPELINES, config_keys
from inference.pipelines.lora_file import describe_lora
from inference.pipelines.parts import LIBRARY_LAYOUT, Description, Part
from inference.pipelines.placement import Placement
from inference.pipelines.refusal import RefusedModel
from inference.pipelines.single_file import translate
from inference.pipelines.stranger import Folder
from inference.pipelines.turns import take_turns

if TYPE_CHECKING:
    import torch
    from torch import Tensor

# Before its prefix was dropped or after: how text encoders name their tensors in different years.
PREFIXES = ("", "text_model.", "model.")
TWINS = {"encoder.embed_tokens.weight": "shared.weight"}


def open_pipeline(description: Description, entry: ModelEntry, place: Placement) -> Any:
    """Return the pipeline in main memory; `settle` takes it to where `place` says.

    Raises `RefusedModel` where the weights are not those of the class, or are no longer the ones
    that were described.
    """
    import torch

    dtype = getattr(torch, place.dtype)
    with _quiet():
        parts: dict[str, Any] = dict.fromkeys(PIPELINES[description.pipeline].parts)
        for role, part in description.parts.items():
            parts[role] = _open_part(part, dtype)
        return _assemble(description, parts)


def open_tiny(entry: ModelEntry, vae: Any, place: Placement) -> Any:
    """Return the small autoencoder of previews, or None where the entry names none."""
    import torch

    from inference.pipelines.describe import describe_tiny

    if entry.tiny_decoder is None:
        return None
    part = describe_tiny(entry.tiny_decoder, int(vae.config.latent_channels))
    with _quiet():
        return _open_part(part, getattr(torch, place.dtype)).to(place.device)


def read_lora(entry: LoraEntry) -> dict[str, Tensor]:
    """Return the tensors of a LoRA after checking the file. Raises `RefusedModel`."""
    header = describe_lora(entry).header
    with _opened(header.path, header.digest) as file:
        return {key: file.get_tensor(key) for key in header.tensors}


def _assemble(description: Description, parts: Mapping[str, Any]) -> Any:
    import diffusers

    opener = getattr(diffusers, description.pipeline)
    wanted = inspect.signature(opener.__init__).parameters
    switches = {name: value for name, value in description.switches.items() if name in wanted}
    # What would judge or mark pictures is left out, so the switches for it are off.
    off = {"requires_safety_checker": False, "add_watermarker": False}
    switches |= {name: value for name, value in off.items() if name in wanted}
    absent = {
        name: None
        for name in ("safety_checker", "feature_extractor", "image_encoder")
        if name in wanted
    }
    pipe = opener(**parts, **absent, **switches)
    pipe.set_progress_bar_config(disable=True)
    return pipe


def settle(pipe: Any, place: Placement) -> None:
    """Take a pipeline to where it draws, LoRAs and all."""
    if place.attention == "sliced":
        pipe.enable_attention_slicing()
    if place.offload == "model":
        take_turns(pipe, place.device)
    elif place.offload == "sequential":
        pipe.enable_sequential_cpu_offload(device=place.device)
    else:
        pipe.to(place.device)


def _open_part(part: Part, dtype: torch.dtype) -> Any:
    if part.words is not None:
        return _tokenizer(part)
    if part.name.endswith("Scheduler"):
        import diffusers

        return getattr(diffusers, part.name).from_config(_known(diffusers, part))
    return _network(part, dtype)


def _known(library: Any, part: Part) -> dict[str, Any]:
    """Return the settings that a class of diffusers takes; others would only be warned about."""
    wanted = inspect.signature(getattr(library, part.name).__init__).parameters
    return {key: value for key, value in part.config.items() if key in wanted}


def _network(part: Part, dtype: torch.dtype) -> Any:
    import torch
    from accelerate import init_empty_weights

    try:
        # Weights take no memory until they are read; tables that are computed are real.
        with init_empty_weights(include_buffers=False):
            network = _empty(part)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, ZeroDivisionError,
            RuntimeError, NotImplementedError) as error:  # fmt: skip
        raise RefusedModel(f"{part.role}: no {part.name} can be built so: {error}") from error
    kept = tuple(getattr(network, "_keep_in_fp32_modules", None) or ())
    state = _fitted(network, _read(part, dtype, kept), part)
    try:
        network.load_state_dict(state, strict=True, assign=True)
    except RuntimeError as error:
        raise RefusedModel(f"{part.role}: its weights do not fit: {str(error)[:400]}") from error
    if hasattr(network, "tie_weights"):
        network.tie_weights()
    for buffer in network.buffers():
        if buffer.is_floating_point() and buffer.dtype != torch.float32:
            buffer.data = buffer.data.to(dtype)
    return network.eval().requires_grad_(False)


def _empty(part: Part) -> Any:
    if part.library == "diffusers":
        import diffusers

        return getattr(diffusers, part.name).from_config(_known(diffusers, part))
    import transformers

    keys = config_keys(part.name) or frozenset()
    said = {key: value for key, value in part.config.items() if key in keys}
    config = getattr(transformers, CONFIG_CLASSES[part.name])(**said)
    return getattr(transformers, part.name)(config)


def _read(part: Part, dtype: torch.dtype, kept: tuple[str, ...]) -> dict[str, Tensor]:
    """Return the weights by their names, in a number type; `kept` names modules kept in float32."""
    import torch

    def fitting(key: str, tensor: Tensor) -> Tensor:
        if not tensor.is_floating_point():
            return tensor
        exact = dtype == torch.float16 and any(name in key.split(".") for name in kept)
        return tensor.to(torch.float32 if exact else dtype)

    state: dict[str, Tensor] = {}
    for header in part.headers:
        with _opened(header.path, header.digest) as file:
            for key in header.tensors:
                if key in part.tensors:
                    state[key] = fitting(key, file.get_tensor(key))
    return state if part.layout == LIBRARY_LAYOUT else translate(part, state)


@contextmanager
def _opened(path: Path, digest: str) -> Iterator[Any]:
    """Open a safetensors file, if it is still the one whose header was checked."""
    from safetensors import SafetensorError, safe_open

    try:
        if Folder(path.parent).header(path.name).digest != digest:
            raise RefusedModel(
                f"{path.name} is not the file that was checked",
                hint="remove the model and add it again",
            )
        with safe_open(path, framework="pt") as file:
            yield file
    except (SafetensorError, OSError) as error:
        raise RefusedModel(f"{path.name} cannot be read: {error}") from error


def _fitted(network: Any, state: dict[str, Tensor], part: Part) -> dict[str, Tensor]:
    """Return the state under the names that this version of the library uses."""
    if part.library == "diffusers":
        # Older autoencoders call the parts of their attention otherwise.
        network._fix_state_dict_keys_on_load(state)
        return state
    found = {}
    for key in network.state_dict():
        names = [prefix + key for prefix in PREFIXES]
        names += [key.removeprefix(prefix) for prefix in PREFIXES[1:]]
        names += [TWINS[key]] if key in TWINS else []
        at = next((name for name in names if name in state), None)
        if at is None:
            raise RefusedModel(f"{part.role}: the weights lack {key}", expected=part.name)
        found[key] = state[at]
    return found


def _tokenizer(part: Part) -> Any:
    import transformers

    words = part.words
    if words is None:
        raise RefusedModel(f"{part.role} has no vocabulary")
    opener = getattr(transformers, part.name)
    try:
        if words.pieces:
            return opener(
                vocab=list(words.pieces), _spm_precompiled_charsmap=words.charsmap, **words.settings
            )
        with tempfile.TemporaryDirectory(prefix="rashin-words-") as scratch:
            for name, data in words.files.items():
                Path(scratch, name).write_bytes(data)
            return opener.from_pretrained(scratch, local_files_only=True)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as error:
        raise RefusedModel(f"{part.role}: no {part.name} can be built: {error}") from error
    except BaseException as error:
        # The library's Rust code says no with a bare Exception, and gives up with none at all.
        if type(error) is not Exception and type(error).__name__ != "PanicException":
            raise
        raise RefusedModel(f"{part.role}: its tokenizer is broken: {error}") from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the libraries' advice to their developers off the terminal."""
    from diffusers.utils import logging as ours
    from transformers.utils import logging as theirs

    levels = ours.get_verbosity(), theirs.get_verbosity()
    ours.set_verbosity_error()
    theirs.set_verbosity_error()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        ours.set_verbosity(levels[0])
        theirs.set_verbosity(levels[1])
