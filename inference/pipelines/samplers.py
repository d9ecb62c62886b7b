"""The ways from noise to a picture that a model can take, by the names that the field gives them.

A sampler is one of the library's schedulers, built from the model's own settings, so that its curve
of noise stays the model's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any

from inference.errors import InvalidInput

if TYPE_CHECKING:
    from torch import Tensor

DIFFUSION, FLOW = "diffusion", "flow"


@dataclass(frozen=True)
class Sampler:
    """A scheduler class of the library, what it needs to be told, and the kind of models it is for."""

    scheduler: str
    kind: str
    told: Mapping[str, Any] = field(default_factory=dict)


SAMPLERS: dict[str, Sampler] = {
    # Stable Diffusion's files keep quiet about the last alpha and clipping; both default to wrong.
    "ddim": Sampler("DDIMScheduler", DIFFUSION, {"clip_sample": False, "set_alpha_to_one": False}),
    "pndm": Sampler("PNDMScheduler", DIFFUSION, {"skip_prk_steps": True}),
    "euler": Sampler("EulerDiscreteScheduler", DIFFUSION),
    "euler_ancestral": Sampler("EulerAncestralDiscreteScheduler", DIFFUSION),
    "dpmpp_2m": Sampler("DPMSolverMultistepScheduler", DIFFUSION),
    "dpmpp_2m_karras": Sampler(
        "DPMSolverMultistepScheduler", DIFFUSION, {"use_karras_sigmas": True}
    ),
    "unipc": Sampler("UniPCMultistepScheduler", DIFFUSION),
    "lcm": Sampler("LCMScheduler", DIFFUSION),
    "flow_euler": Sampler("FlowMatchEulerDiscreteScheduler", FLOW),
    "flow_dpmpp_2m": Sampler("DPMSolverMultistepScheduler", FLOW),
    "flow_unipc": Sampler("UniPCMultistepScheduler", FLOW),
}


def kind_of(config: Mapping[str, Any]) -> str:
    """Return whether a scheduler's settings are those of a flow or of a diffusion model."""
    flows = config.get("use_flow_sigmas") or config.get("prediction_type") == "flow_prediction"
    return FLOW if flows or "FlowMatch" in str(config.get("_class_name")) else DIFFUSION


def sampler_of(config: Mapping[str, Any]) -> str:
    """Return the sampler that a scheduler's settings (`scheduler_config.json`) are. Raises
    `InvalidInput` for one that is not among `SAMPLERS`."""
    kind = kind_of(config)
    karras = bool(config.get("use_karras_sigmas"))
    for id, sampler in SAMPLERS.items():
        alike = sampler.scheduler == config.get("_class_name") and sampler.kind == kind
        if alike and ("use_karras_sigmas" in sampler.told) >= karras:
            return id
    raise InvalidInput(
        f"the scheduler {config.get('_class_name')} is not known here",
        expected=", ".join(sorted({sampler.scheduler for sampler in SAMPLERS.values()})),
    )


def samplers_of(config: Mapping[str, Any], *, only: tuple[str, ...] = ()) -> list[str]:
    """Return the ids that a model can use, its own first; `only` these where given."""
    own, kind = sampler_of(config), kind_of(config)
    others = [id for id, sampler in SAMPLERS.items() if sampler.kind == kind and id != own]
    return [own, *(id for id in others if not only or id in only)]


def build(id: str, own: Any) -> Any:
    """Return a fresh scheduler of a sampler, for one render, with the curve of the model's `own`."""
    import diffusers

    config = {"_class_name": type(own).__name__, **own.config}
    if id == sampler_of(config):
        return type(own).from_config(own.config)
    sampler = SAMPLERS[id]
    scheduler: Any = getattr(diffusers, sampler.scheduler)
    if sampler.kind == DIFFUSION:
        return scheduler.from_config(own.config, **sampler.told)
    steps = config["num_train_timesteps"]
    shift = config.get("shift") or config.get("flow_shift") or 1.0
    if sampler.scheduler == "FlowMatchEulerDiscreteScheduler":
        return scheduler(num_train_timesteps=steps, shift=shift)
    return scheduler(
        num_train_timesteps=steps,
        prediction_type="flow_prediction",
        use_flow_sigmas=True,
        flow_shift=shift,
    )


def backwards(own: Any) -> Any:
    """Return a scheduler that walks from a picture to its noise: DDIM inverted, or the flow's way
    back (Song et al., arXiv 2010.02502, eq. 13; Lipman et al., arXiv 2210.02747)."""
    import diffusers

    config = {"_class_name": type(own).__name__, **own.config}
    if kind_of(config) == FLOW:
        steps, shift = (
            config["num_train_timesteps"],
            config.get("shift") or config.get("flow_shift"),
        )
        return diffusers.FlowMatchEulerDiscreteScheduler(
            num_train_timesteps=steps, shift=shift or 1.0, invert_sigmas=True
        )
    return diffusers.DDIMInverseScheduler.from_config(own.config, clip_sample=False)


def watch(scheduler: Any, seen: Callable[[Tensor], None]) -> None:
    """Have `seen` called after every step with the clean latents that the step points at."""
    step = scheduler.step

    @wraps(step)  # pipelines read off the signature what a scheduler takes
    def watched(output: Tensor, timestep: Any, sample: Tensor, *more: Any, **named: Any) -> Any:
        stepped = step(output, timestep, sample, *more, **named)
        seen(_pointed_at(scheduler, stepped, output, timestep, sample))
        return stepped

    scheduler.step = watched


def _pointed_at(
    scheduler: Any, stepped: Any, output: Tensor, timestep: Any, sample: Tensor
) -> Tensor:
    """Return x̂₀ after a step, from what the scheduler says or else from its definition."""
    if isinstance(stepped, tuple) and len(stepped) > 1:
        clean: Tensor = stepped[1]
        return clean
    kept = getattr(scheduler, "model_outputs", None)
    if kept:  # the multistep solvers keep x̂₀ of every step
        last: Tensor = kept[-1]
        return last
    if hasattr(scheduler, "sigmas"):  # a flow, already one step on
        sigma = scheduler.sigmas[scheduler.step_index - 1].to(sample)
        return sample - sigma * output
    alpha = scheduler.alphas_cumprod[int(timestep)].to(sample)
    if scheduler.config.prediction_type == "v_prediction":
        return alpha.sqrt() * sample - (1 - alpha).sqrt() * output
    return (sample - (1 - alpha).sqrt() * output) / alpha.sqrt()
