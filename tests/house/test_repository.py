"""The repository itself keeps its promises."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
MODULES = sorted(
    path
    for folder in ("app", "inference", "tests")
    for path in (ROOT / folder).rglob("*.py")
    if "versions" not in path.parts
)
SCRIPTS = sorted((ROOT / "frontend" / "src").rglob("*.ts"))
WALL = 400
RUNS_CODE = r"torch\.load\(|allow_pickle=True|trust_remote_code=True"


def slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("document", PAGES, ids=lambda document: str(document.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(document: Path) -> None:
    text = re.sub(r"```.*?```", "", document.read_text(), flags=re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target or target.startswith("mailto:"):
            continue
        name, _, anchor = target.partition("#")
        found = (document.parent / name) if name else document
        assert found.exists(), f"{document.name} links to {target}"
        if anchor and found.suffix == ".md":
            headings = re.findall(r"^#+ (.+)$", found.read_text(), flags=re.M)
            assert anchor in {slug(heading) for heading in headings}, f"{document.name}: {target}"


@pytest.mark.parametrize("document", PAGES, ids=lambda document: str(document.relative_to(ROOT)))
def test_python_in_the_pages_compiles(document: Path) -> None:
    for block in re.findall(r"```python\n(.*?)```", document.read_text(), flags=re.S):
        ast.parse(block)


def test_make_commands_of_the_pages_exist() -> None:
    targets = set(re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text(), flags=re.M))
    for page in PAGES:
        for command in re.findall(r"`make ([a-z0-9-]+)", page.read_text()):
            assert command in targets, f"{page.name} says make {command}"


@pytest.mark.parametrize("path", MODULES + SCRIPTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_longer_than_one_sitting(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= WALL


def test_compose_builds_a_target_that_the_dockerfile_has() -> None:
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    stages = set(re.findall(r"^FROM \S+ AS (\w+)", (ROOT / "Dockerfile").read_text(), flags=re.M))
    assert {"web", "worker"} <= stages
    for name, service in compose["services"].items():
        build = service["build"]
        assert (ROOT / build["context"] / "Dockerfile").is_file(), name
        assert build["target"] in stages, name
        for port in service["ports"]:
            assert port.startswith("127.0.0.1:"), "published beyond loopback"
        for volume in service["volumes"]:
            assert volume.split(":")[0] in compose["volumes"], name


def test_the_web_image_installs_no_torch() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text()
    web = dockerfile.split(" AS web")[1].split("FROM ")[0]
    assert "inference]" not in web
    assert "torch" not in web


def test_pins_name_no_address() -> None:
    assert "://" not in (ROOT / "constraints.txt").read_text()
    assert '"resolved"' not in (ROOT / "frontend" / "package-lock.json").read_text()


def test_python_is_pinned_for_every_dependency() -> None:
    project = (ROOT / "pyproject.toml").read_text()
    wanted = set(re.findall(r'^  "([a-z0-9-]+)', project.split("[project.scripts]")[0], flags=re.M))
    pins = {
        re.split(r"[=\[]", line)[0] for line in (ROOT / "constraints.txt").read_text().splitlines()
    }
    assert wanted - {"rashin"} <= pins


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(page.name[:4]) for page in (ROOT / "docs" / "adr").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_nothing_unpickles() -> None:
    found = subprocess.run(
        ["git", "grep", "-nE", RUNS_CODE, "--", "app", "inference"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout == ""
