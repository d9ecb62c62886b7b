"""Hostile models that bring code: pickles, pipelines, classes, links to code elsewhere."""

from __future__ import annotations

from pathlib import Path

from tests.inference.pipelines.hostile import (
    CODE,
    UNET,
    Entry,
    artefact,
    beside,
    change,
    torch_zip,
    unpickled,
)

INDEX = "model_index.json"


@artefact("is a pickle")
def pickle_as_bin(model: Path) -> None:
    (model / UNET).unlink()
    (model / "unet/diffusion_pytorch_model.bin").write_bytes(unpickled())


@artefact("safetensors")
def pickle_as_ckpt(model: Path) -> Entry:
    return beside(model, "model.ckpt", unpickled())


@artefact("safetensors")
def pickle_as_pt(model: Path) -> Entry:
    return beside(model, "model.pt", unpickled())


@artefact("looks like a pickle")
def pickle_renamed_in_a_folder(model: Path) -> None:
    (model / UNET).write_bytes(unpickled())


@artefact("looks like a pickle")
def pickle_renamed_as_one_file(model: Path) -> Entry:
    return beside(model, "model.safetensors", unpickled())


@artefact("looks like a pickle or an archive")
def torch_archive_renamed(model: Path) -> None:
    (model / UNET).write_bytes(torch_zip())


@artefact("is code")
def torch_archive_as_pth(model: Path) -> None:
    (model / "unet/weights.pth").write_bytes(torch_zip())


@artefact("is a pickle")
def flax_weights_alone(model: Path) -> None:
    (model / UNET).unlink()
    (model / "unet/diffusion_flax_model.msgpack").write_bytes(b"\x81")


@artefact("no .safetensors")
def lora_as_bin(model: Path) -> Entry:
    path = model.parent / "lora.bin"
    path.write_bytes(unpickled())
    return {"loras": [{"id": "ink", "path": str(path)}]}


@artefact("looks like a pickle")
def lora_renamed(model: Path) -> Entry:
    path = model.parent / "lora.safetensors"
    path.write_bytes(unpickled())
    return {"loras": [{"id": "ink", "path": str(path)}]}


@artefact("is a pickle")
def tiny_decoder_as_pickle(model: Path) -> Entry:
    tiny = model.parent / "tiny"
    tiny.mkdir()
    (tiny / "config.json").write_text('{"_class_name": "AutoencoderTiny", "latent_channels": 4}')
    (tiny / "diffusion_pytorch_model.bin").write_bytes(unpickled())
    return {"tiny_decoder": str(tiny)}


@artefact("names '.*bin'")
def pickle_in_the_index_of_shards(model: Path) -> None:
    (model / UNET).unlink()
    (model / "unet/model.bin").write_bytes(unpickled())
    named = '{"weight_map": {"conv_in.weight": "model.bin"}}'
    (model / f"{UNET}.index.json").write_text(named)


@artefact("is code")
def pipeline_beside_the_model(model: Path) -> None:
    (model / "pipeline.py").write_text(CODE)
    change(model / INDEX, _class_name=["pipeline", "Mine"])


@artefact("asks for the pipeline")
def pipeline_of_its_own(model: Path) -> None:
    change(model / INDEX, _class_name=["pipeline", "Mine"])


@artefact("custom_pipeline")
def custom_pipeline(model: Path) -> None:
    change(model / INDEX, custom_pipeline="somebody/evil-pipeline")


@artefact("asks for the pipeline")
def pipeline_by_a_path(model: Path) -> None:
    change(model / INDEX, _class_name="../../evil")


@artefact("is code|my_unet.MyUNet")
def component_in_a_file(model: Path) -> None:
    (model / "unet/my_unet.py").write_text(CODE)
    change(model / INDEX, unet=["my_unet", "MyUNet"])


@artefact("my_unet.MyUNet")
def component_of_another_module(model: Path) -> None:
    change(model / INDEX, unet=["my_unet", "MyUNet"])


@artefact("os.system")
def component_of_the_system(model: Path) -> None:
    change(model / INDEX, scheduler=["os", "system"])


@artefact("builtins.eval")
def component_that_evaluates(model: Path) -> None:
    change(model / INDEX, tokenizer=["builtins", "eval"])


@artefact("diffusers.pipelines.*not opened here")
def component_by_a_long_name(model: Path) -> None:
    change(
        model / INDEX, unet=["diffusers.pipelines.pipeline_loading_utils", "UNet2DConditionModel"]
    )


@artefact("transformers.AutoModel")
def component_that_looks_for_itself(model: Path) -> None:
    change(model / INDEX, text_encoder=["transformers", "AutoModel"])


@artefact("safety_checker_2")
def component_that_nobody_knows(model: Path) -> None:
    change(model / INDEX, safety_checker_2=["evil", "Checker"])


@artefact("auto_map")
def map_in_the_config(model: Path) -> None:
    change(model / "text_encoder/config.json", auto_map={"AutoModel": "modeling_evil.Evil"})


@artefact("auto_map")
def map_in_the_tokenizer(model: Path) -> None:
    words = {"AutoTokenizer": ["tokenization_evil.Evil", None]}
    change(model / "tokenizer/tokenizer_config.json", auto_map=words)


@artefact("is code")
def tokenizer_in_a_file(model: Path) -> None:
    (model / "tokenizer/tokenization_evil.py").write_text(CODE)


@artefact("trust_remote_code")
def config_that_trusts_itself(model: Path) -> None:
    change(model / "text_encoder/config.json", trust_remote_code=True)


@artefact("trust_remote_code")
def config_that_trusts_another(model: Path) -> None:
    # As the config of a matcher of pictures once did with that of its detector.
    inner = {"_name_or_path": "somebody/detector", "trust_remote_code": True}
    change(model / "text_encoder/config.json", keypoint_detector_config=inner)


@artefact("auto_map|fetch or run")
def map_in_a_config_inside(model: Path) -> None:
    inner = {"auto_map": {"AutoConfig": "evil.Config"}}
    change(model / "text_encoder/config.json", text_config=inner)


@artefact("_attn_implementation")
def attention_from_elsewhere(model: Path) -> None:
    change(model / "text_encoder/config.json", _attn_implementation="somebody/evil-kernel")


@artefact("quantization_config")
def numbers_by_another_library(model: Path) -> None:
    change(model / "unet/config.json", quantization_config={"quant_method": "evil", "modules": []})


@artefact("is for 'EvilModel'")
def config_of_another_class(model: Path) -> None:
    change(model / "unet/config.json", _class_name="EvilModel")


@artefact("EvilScheduler")
def scheduler_of_another_class(model: Path) -> None:
    change(model / INDEX, scheduler=["diffusers", "EvilScheduler"])


@artefact("hidden_act|__import__")
def activation_that_imports(model: Path) -> None:
    change(model / "text_encoder/config.json", hidden_act="__import__('os').system('true')")


@artefact("is code")
def native_library(model: Path) -> None:
    (model / "unet/kernel.so").write_bytes(b"\x7fELF")


@artefact("is code")
def compiled_python(model: Path) -> None:
    (model / "vae/__init__.pyc").write_bytes(b"\xa7\r\r\n")


@artefact("chat_template: chat_template|reaches into Python")
def template_that_reaches_into_python(model: Path) -> None:
    evil = "{{ ''.__class__.__mro__[1].__subclasses__() }}"
    change(model / "tokenizer/tokenizer_config.json", chat_template=evil)


@artefact("reaches into Python")
def template_in_a_file(model: Path) -> None:
    evil = "{{ cycler.__init__.__globals__.os.system('true') }}"
    (model / "tokenizer/chat_template.jinja").write_text(evil)


@artefact("looks for vocab_file elsewhere")
def vocabulary_elsewhere(model: Path) -> None:
    change(model / "tokenizer/tokenizer_config.json", vocab_file="/etc/passwd")


@artefact("link out of the folder")
def code_behind_a_link(model: Path) -> None:
    (model.parent / "elsewhere.py").write_text(CODE)
    (model / "unet" / "notes.txt").symlink_to(model.parent / "elsewhere.py")
