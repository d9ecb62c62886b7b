"""The ways from noise to a picture that a model can take, by the names that the field gives them.

A sampler is one of the library's schedulers, built from the model's own settings, so that its curve
of noise stays the model's.
"""

from __future__ import annotations

import inspect
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


# What a model's own settings may say of another curve of sigmas; a sampler's name decides that.
PLAIN = {"use_karras_sigmas": False, "use_exponential_sigmas": False, "use_beta_sigmas": False}
DPMPP = {**PLAIN, "algorithm_type": "dpmsolver++"}
KARRAS = {**DPMPP, "use_karras_sigmas": True}
SDE = {**PLAIN, "algorithm_type": "sde-dpmsolver++"}

SAMPLERS: dict[str, Sampler] = {
    # Stable Diffusion's files keep quiet about the last alpha and clipping; both default to wrong.
    "ddim": Sampler("DDIMScheduler", DIFFUSION, {"clip_sample": False, "set_alpha_to_one": False}),
    "ddpm": Sampler("DDPMScheduler", DIFFUSION, {"clip_sample": False}),
    "pndm": Sampler("PNDMScheduler", DIFFUSION, {"skip_prk_steps": True}),
    "lms": Sampler("LMSDiscreteScheduler", DIFFUSION, PLAIN),
    "euler": Sampler("EulerDiscreteScheduler", DIFFUSION, PLAIN),
    "euler_ancestral": Sampler("EulerAncestralDiscreteScheduler", DIFFUSION),
    "heun": Sampler("HeunDiscreteScheduler", DIFFUSION, PLAIN),
    "dpm2": Sampler("KDPM2DiscreteScheduler", DIFFUSION, PLAIN),
    "dpm2_ancestral": Sampler("KDPM2AncestralDiscreteScheduler", DIFFUSION, PLAIN),
    "dpmpp_2s": Sampler("DPMSolverSinglestepScheduler", DIFFUSION, DPMPP),
    "dpmpp_2m": Sampler("DPMSolverMultistepScheduler", DIFFUSION, DPMPP),
    "dpmpp_2m_karras": Sampler("DPMSolverMultistepScheduler", DIFFUSION, KARRAS),
    "dpmpp_2m_sde": Sampler("DPMSolverMultistepScheduler", DIFFUSION, SDE),
    "deis": Sampler("DEISMultistepScheduler", DIFFUSION, PLAIN),
    "unipc": Sampler("UniPCMultistepScheduler", DIFFUSION, PLAIN),
    "lcm": Sampler("LCMScheduler", DIFFUSION),
    "tcd": Sampler("TCDScheduler", DIFFUSION),
    "flow_euler": Sampler("FlowMatchEulerDiscreteScheduler", FLOW),
    "flow_heun": Sampler("FlowMatchHeunDiscreteScheduler", FLOW),
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
    kind, name = kind_of(config), config.get("_class_name")
    alike = [id for id, s in SAMPLERS.items() if s.scheduler == name and s.kind == kind]
    if alike:
        return max(alike, key=lambda id: _agreement(SAMPLERS[id].told, config))
    raise InvalidInput(
        f"the scheduler {config.get('_class_name')} is not known here",
        expected=", ".join(sorted({sampler.scheduler for sampler in SAMPLERS.values()})),
    )


def _agreement(told: Mapping[str, Any], config: Mapping[str, Any]) -> tuple[int, int]:
    """Return how many settings are as a sampler's, and how few a sampler sets that are not."""
    same = sum(config.get(key, False) == value for key, value in told.items())
    return same - len(told), same


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
        return scheduler.from_config(_settings(scheduler, own), **sampler.told)
    steps = config["num_train_timesteps"]
    shift = config.get("shift") or config.get("flow_shift") or 1.0
    if sampler.scheduler.startswith("FlowMatch"):
        return scheduler(num_train_timesteps=steps, shift=shift)
    return scheduler(
        num_train_timesteps=steps,
        prediction_type="flow_prediction",
        use_flow_sigmas=True,
        flow_shift=shift,
    )


def _settings(scheduler: Any, own: Any) -> dict[str, Any]:
    """Return the settings of `own` that another scheduler takes; it would warn about the rest."""
    wanted = {*inspect.signature(scheduler.__init__).parameters, "_use_default_values"}
    return {"_class_name": type(own).__name__} | {
        key: value for key, value in own.config.items() if key in wanted
    }


def backwards(own: Any) -> Any:
    """Return a scheduler that walks from a picture to its noise, over the steps of `way_there` in
    reverse (DDIM: Song et al., arXiv 2010.02502, eq. 13; flows: Lipman et al., arXiv 2210.02747).

    Where the network's answer does not depend on its input, the way there undoes it exactly.
    """
    import diffusers

    there = build(way_there(own), own)
    if kind_of({"_class_name": type(own).__name__, **own.config}) == FLOW:
        plan = there.set_timesteps

        @wraps(plan)
        def flow_plan(*given: Any, **named: Any) -> None:
            plan(*given, **named)
            there.sigmas, there.timesteps = there.sigmas.flip(0), there.timesteps.flip(0)

        there.set_timesteps = flow_plan
        return there
    back = diffusers.DDIMInverseScheduler.from_config(
        _settings(diffusers.DDIMInverseScheduler, own) | {"timestep_spacing": "leading"},
        clip_sample=False,
        set_alpha_to_one=there.config.set_alpha_to_one,
    )
    plain = back.set_timesteps

    def plan_back(num_inference_steps: int, device: Any = None) -> None:
        plain(num_inference_steps, device=device)
        there.set_timesteps(num_inference_steps, device=device)
        back.timesteps = there.timesteps.flip(0)

    back.set_timesteps = plan_back
    return back


def way_there(own: Any) -> str:
    """Return the sampler that walks back what `backwards` found."""
    flows = kind_of({"_class_name": type(own).__name__, **own.config}) == FLOW
    return "flow_euler" if flows else "ddim"


def watch(scheduler: Any, seen: Callable[[Tensor], None]) -> None:
    """Have `seen` called after every step with the clean latents that the step points at."""
    step = scheduler.step

    @wraps(step)  # pipelines read off the signature what a scheduler takes
    def watched(output: Tensor, timestep: Any, sample: Tensor, *more: Any, **named: Any) -> Any:
        stepped = step(output, timestep, sample, *more, **named)
        clean = _pointed_at(scheduler, stepped, output, timestep, sample)
        seen(clean)
        # PixArt's call takes the second of them where it takes one step; not all schedulers say it.
        return (*stepped, clean) if isinstance(stepped, tuple) and len(stepped) == 1 else stepped

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
