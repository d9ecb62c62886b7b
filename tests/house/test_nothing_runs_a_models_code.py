"""No line of ours lets a library run what a model brings (goal R13)."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(path for room in ("app", "inference") for path in (ROOT / room).rglob("*.py"))
UNPICKLERS = {"pickle", "cPickle", "_pickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}
# The library's loaders that decide by themselves which class to open, and where from.
GENERIC = {"from_single_file", "load_lora_weights", "load_textual_inversion", "snapshot_download"}
GENERIC |= {"hf_hub_download", "register_modules", "load_ip_adapter"}
# The one place where a loader of a library reads a folder: one that we have written ourselves.
MAY_READ_A_FOLDER = {"inference/pipelines/open.py"}


def faults(source: str, name: str) -> list[str]:
    """Return every line of a module that could run what a model brings."""
    found = []
    for node in ast.walk(ast.parse(source)):
        for fault in _faults_of(node, name):
            found.append(f"{name}:{getattr(node, 'lineno', 0)} {fault}")
    return found


def _faults_of(node: ast.AST, name: str) -> list[str]:
    if isinstance(node, ast.Import):
        return [one.name for one in node.names if one.name.partition(".")[0] in UNPICKLERS]
    if isinstance(node, ast.ImportFrom):
        return [node.module] if (node.module or "").partition(".")[0] in UNPICKLERS else []
    if isinstance(node, ast.keyword):
        return _faults_of_keyword(node)
    if isinstance(node, ast.Attribute):
        said = f"{getattr(node.value, 'id', '')}.{node.attr}"
        generic = node.attr in GENERIC or said in ("torch.load", "torch.jit", "torch.package")
        reads = node.attr == "from_pretrained" and name not in MAY_READ_A_FOLDER
        return [said] if generic or reads else []
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("eval", "exec"):
        return [node.func.id]
    return []


def _faults_of_keyword(node: ast.keyword) -> list[str]:
    said = getattr(node.value, "value", "something")
    harmless = {"trust_remote_code": False, "weights_only": True, "allow_pickle": False}
    if node.arg in harmless and said is not harmless[node.arg]:
        return [f"{node.arg}={said}"]
    return [node.arg] if node.arg in ("custom_pipeline", "custom_revision") else []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_line_of_ours_lets_a_model_run(path: Path) -> None:
    assert faults(path.read_text(), str(path.relative_to(ROOT))) == []


@pytest.mark.parametrize(
    "line",
    [
        "import pickle", "from joblib import load", "torch.load(path)", "f(trust_remote_code=True)",
        "f(trust_remote_code=flag)", "numpy.load(p, allow_pickle=True)", "f(weights_only=False)",
        "DiffusionPipeline.from_pretrained(folder)", "f(custom_pipeline='x')", "eval(words)",
        "pipe.load_lora_weights(path)",
    ],
)  # fmt: skip
def test_the_gate_sees_what_would(line: str) -> None:
    assert faults(line, "app/somewhere.py") != []
