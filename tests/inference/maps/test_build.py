import gzip
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from inference.errors import InvalidInput, UnknownId
from inference.maps.build import Reporter, build
from inference.maps.files import MapFolder
from inference.maps.stock import captions, read_source
from tests.tiny import build_tiny_map, job, padded_encoder


def test_a_map_is_built_whole_and_nothing_else_is_left_behind(tmp_path: Path) -> None:
    folder = build_tiny_map(tmp_path)
    found = MapFolder(folder)
    assert found.count == 40
    assert found.info["title"] == {"en": "Tiny", "ja": "Tiny"}
    assert set(found.info["quality"]) == {"trustworthiness", "continuity", "recall_15", "sample"}
    assert sorted(path.name for path in folder.parent.iterdir()) == ["tiny"]
    assert found.vectors.shape == (40, 256)
    prompts = set(zip(found.stock["prompts"], found.stock["seeds"], strict=True))
    assert len(prompts) == 40


def test_the_same_job_builds_the_same_map(tmp_path: Path) -> None:
    one, two = build_tiny_map(tmp_path / "a"), build_tiny_map(tmp_path / "b")
    for name in ("points.bin", "points.json.gz", "labels.json", "neighbours.u16", "atlas/1/0.webp"):
        assert (one / name).read_bytes() == (two / name).read_bytes(), name


def test_an_interrupted_build_goes_on_where_it_stopped(tmp_path: Path) -> None:
    class Interrupted(Exception):
        pass

    def stop_at_layout(stage: str, share: float = 0.0) -> None:
        if stage == "quality":
            raise Interrupted

    out = tmp_path / "maps" / "tiny"
    work = job(tmp_path)
    with pytest.raises(Interrupted):
        build(work, out, stop_at_layout, padded_encoder)
    scratch = next(out.parent.glob(".tiny.*"))
    chunk = next(scratch.glob("chunk-*.npz"))
    before = chunk.stat().st_mtime_ns
    seen: list[int] = []

    def look(stage: str, share: float = 0.0) -> None:
        if stage == "layout":
            seen.append(chunk.stat().st_mtime_ns)

    build(work, out, look, padded_encoder)
    assert seen == [before]
    assert MapFolder(out).count == 40
    assert not scratch.exists()


def test_a_history_with_expressions_and_steering_is_mapped_and_uploads_are_left_out(
    tmp_path: Path,
) -> None:
    recipes: list[dict[str, object]] = [
        {
            "conditioning": f'mix("cat", "dog"; {i / 10}, 2)',
            "noise": f"noise({i})",
            "steps": 1 + i % 2,
            "guidance_scale": 2.0,
            "steering": [{"direction": "smile", "scale": 0.5}],
        }
        for i in range(1, 25)
    ]
    recipes.append({"conditioning": '"cat"', "noise": f'img("{"a" * 64}")'})
    folder = build_tiny_map(tmp_path, source={"kind": "history", "recipes": recipes})
    found = MapFolder(folder)
    assert found.count == 24
    assert found.recipe(0) in recipes


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"source": {"kind": "prompts", "prompts": ["a", "b"]}}, InvalidInput),
        ({"source": {"kind": "dreams"}}, InvalidInput),
        ({"projector": "tsne"}, UnknownId),
        ({"knobs": {"n_neighbours": 3}}, InvalidInput),
        ({"model": "other"}, UnknownId),
    ],
)
def test_a_job_that_cannot_be_done_is_refused_at_once(
    tmp_path: Path, changes: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        build_tiny_map(tmp_path, **changes)
    with pytest.raises(InvalidInput, match="lacks"):
        build({"id": "x"}, tmp_path / "x", lambda *_: None)


def test_progress_only_grows_and_ends_at_one(capsys: pytest.CaptureFixture[str]) -> None:
    report = Reporter()
    for stage in ("render", "layout", "quality", "labels", "write", "done"):
        report(stage)
        report(stage, 0.5)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    progress = [line["progress"] for line in lines]
    assert progress == sorted(progress)
    assert progress[-1] == 1
    assert {"progress", "stage", "eta_s"} == set(lines[0])


def test_as_a_program_it_says_what_is_wrong_in_the_last_line(tmp_path: Path) -> None:
    (tmp_path / "job.json").write_text('{"id": "x"}')
    command = [sys.executable, "-m", "inference.maps.build"]
    command += ["--job", str(tmp_path / "job.json"), "--out", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last == "the job lacks 'model' · expected id, model, source"


def test_captions_are_thinned_so_that_people_do_not_crowd_out_the_rest(tmp_path: Path) -> None:
    base = {"keywords_en": ["k"], "keywords_ja": ["語"], "subgroup": "", "split": "train"}
    rows = []
    for style in ("noto", "twemoji"):
        for i in range(20):
            rows.append({**base, "name_en": f"thing {i}", "name_ja": f"物{i}", "style": style,
                         "group": "objects", "tone": "", "gender": "", "base": f"thing-{i}"})  # fmt: skip
            for tone in ("", "light", "dark", "medium"):
                tail = f", {tone} skin tone" if tone else ""
                rows.append({**base, "name_en": f"cook {i}{tail}", "name_ja": f"料理人{i}",
                             "style": style, "group": "people-body", "tone": tone, "gender": "",
                             "base": f"cook-{i}"})  # fmt: skip
    with gzip.open(tmp_path / "captions.json.gz", "wt") as file:
        json.dump(rows, file)
    items = captions(tmp_path, {"model": "m"})
    people = [item for item in items if item.attributes["group"] == "people-body"]
    assert len(people) == 80
    assert {item.prompt for item in items} >= {
        f"{r['name_en']}, {r['style']} style" for r in rows if not r["tone"]
    }
    assert len({(item.prompt, item.recipe["seed"]) for item in items}) == len(items)
    by_style = [
        {i.title_en for i in people if i.attributes["style"] == s} for s in ("noto", "twemoji")
    ]
    assert by_style[0] == by_style[1]
    assert read_source({"kind": "captions", "folder": str(tmp_path)}, {"model": "m"}) == items


def test_vectors_on_disk_are_those_of_the_pictures(tmp_path: Path) -> None:
    found = MapFolder(build_tiny_map(tmp_path))
    assert np.allclose(np.linalg.norm(found.vectors, axis=1), 1, atol=1e-5)
