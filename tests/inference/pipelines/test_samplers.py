"""Samplers are the library's schedulers, on the model's own curve."""

from typing import Any

import diffusers
import pytest
import torch

from inference.errors import InvalidInput
from inference.pipelines import samplers
from inference.pipelines.allow import FLOW_SCHEDULERS, SCHEDULERS

# The library converts tensors in a way that NumPy 2 wants to be rid of.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")
CURVE = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear"}


def own(name: str = "PNDMScheduler", **more: Any) -> Any:
    return getattr(diffusers, name)(**CURVE, **more)


def settings(scheduler: Any) -> dict[str, Any]:
    return {"_class_name": type(scheduler).__name__, **scheduler.config}


def test_every_scheduler_that_may_be_opened_is_a_sampler() -> None:
    for _, name in SCHEDULERS:
        assert samplers.sampler_of(settings(own(name)))
    for _, name in FLOW_SCHEDULERS:
        flows = {} if name.startswith("Flow") else {"use_flow_sigmas": True}
        assert samplers.sampler_of({"_class_name": name, **flows}).startswith("flow_")


@pytest.mark.parametrize(
    ("scheduler", "id"),
    [
        (("DPMSolverMultistepScheduler", {}), "dpmpp_2m"),
        (("DPMSolverMultistepScheduler", {"use_karras_sigmas": True}), "dpmpp_2m_karras"),
        (("DPMSolverMultistepScheduler", {"algorithm_type": "sde-dpmsolver++"}), "dpmpp_2m_sde"),
        (("EulerDiscreteScheduler", {"use_karras_sigmas": True}), "euler"),
        (("LCMScheduler", {}), "lcm"),
    ],
)
def test_a_models_own_scheduler_has_the_name_that_the_field_gives_it(
    scheduler: tuple[str, dict[str, Any]], id: str
) -> None:
    name, more = scheduler
    assert samplers.sampler_of(settings(own(name, **more))) == id


def test_an_unknown_scheduler_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(InvalidInput, match="EDMEulerScheduler") as caught:
        samplers.sampler_of({"_class_name": "EDMEulerScheduler"})
    assert "DDIMScheduler" in str(caught.value.expected)


def test_a_models_own_settings_are_kept_for_its_own_sampler_and_its_curve_for_all() -> None:
    karras = own("DPMSolverMultistepScheduler", use_karras_sigmas=True, solver_order=3)
    same = samplers.build("dpmpp_2m_karras", karras)
    assert (same.config.use_karras_sigmas, same.config.solver_order) == (True, 3)
    for id in samplers.samplers_of(settings(karras))[1:]:
        built = samplers.build(id, karras)
        assert built.config.beta_schedule == "scaled_linear", id
        assert not built.config.get("use_karras_sigmas"), id
        assert built is not karras


def test_a_model_of_velocities_keeps_them_under_every_sampler() -> None:
    velocity = own("DDIMScheduler", prediction_type="v_prediction", rescale_betas_zero_snr=True)
    for id in samplers.samplers_of(settings(velocity)):
        assert samplers.build(id, velocity).config.prediction_type == "v_prediction", id


def test_flows_and_diffusion_do_not_share_samplers() -> None:
    flow = {"_class_name": "FlowMatchEulerDiscreteScheduler"}
    assert all(id.startswith("flow_") for id in samplers.samplers_of(flow))
    assert not any(id.startswith("flow_") for id in samplers.samplers_of(settings(own())))
    assert samplers.samplers_of(flow, only=("flow_euler",)) == ["flow_euler"]


@pytest.mark.parametrize("id", ["ddim", "euler", "dpmpp_2m", "pndm", "lms", "lcm"])
def test_a_step_points_at_the_clean_latents(id: str) -> None:
    # An oracle that knows the noise: whatever the sampler, it points at where that noise was put.
    scheduler = samplers.build(id, own())
    seen: list[torch.Tensor] = []
    samplers.watch(scheduler, seen.append)
    scheduler.set_timesteps(10)
    clean = torch.full((1, 4, 2, 2), 0.3)
    noise = torch.randn(clean.shape, generator=torch.Generator().manual_seed(0))
    time = scheduler.timesteps[0]
    noised = scheduler.add_noise(clean, noise, time[None])
    scheduler.scale_model_input(noised, time)
    scheduler.step(noise, time, noised, return_dict=False)
    # The consistency models of LCM trust the network less near the end, and exactly so far here.
    assert torch.allclose(seen[0], clean, atol=5e-3)
