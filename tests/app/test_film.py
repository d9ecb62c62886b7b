"""Films: every kind carries its journey home, a job goes on after a restart, strangers are refused."""

from __future__ import annotations

import io
import json
import sqlite3
import struct
import time
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from starlette.testclient import TestClient

from app.film_files import CODECS, ENDINGS, Film, Format, durations_ms, write
from app.film_read import journey_in
from app.main import create_app
from app.settings import Settings
from inference.errors import RashinError
from inference.pictures import png, read_recipe
from tests.app.conftest import ADDRESS, wait_until_ready
from tests.app.test_journeys import JOURNEYS, begin, ended, station


def filmed(web: TestClient, id: str, **wish: Any) -> dict[str, Any]:
    said = web.post(f"{JOURNEYS}/{id}/films", json=wish)
    assert said.status_code == 202, said.text
    job = ended(web, said.json())
    assert job["state"] == "done", job
    return dict(job["result"])


@pytest.fixture(scope="module")
def short(ready: TestClient) -> dict[str, Any]:
    """A journey of one second, with words that XML and JSON would trip over."""
    stations = [station('a "quoted" <cat> & 雪', 1), station("house", 2)]
    return begin(ready, title="<短い> & \\ short", stations=stations, legs=[{"seconds": 1.0}])


@pytest.fixture(scope="module")
def files(ready: TestClient, short: dict[str, Any]) -> dict[str, bytes]:
    """The same film in every kind."""
    found = {}
    for format in ENDINGS:
        made = filmed(ready, short["id"], format=format, fps=8, scale=2)
        answer = ready.get(made["url"])
        assert answer.status_code == 200
        assert answer.headers["content-type"] == made["media_type"]
        assert (made["frames"], len(answer.content)) == (8, made["bytes"])
        found[format] = answer.content
    return found


@pytest.mark.parametrize("format", list(ENDINGS))
def test_a_film_dropped_back_is_the_journey(
    ready: TestClient, short: dict[str, Any], files: dict[str, bytes], format: str
) -> None:
    sent = {"file": (f"film.{ENDINGS[format]}", files[format])}
    said = ready.post(f"{JOURNEYS}/read", files=sent)
    assert said.status_code == 201, said.text
    back = said.json()
    same = ("title", "legs", "loop", "pace", "ease", "fps", "shape", "attention")
    assert {name: back[name] for name in same} == {name: short[name] for name in same}
    assert [each["recipe"] for each in back["stations"]] == [
        each["recipe"] for each in short["stations"]
    ]
    assert back["id"] != short["id"]


@pytest.mark.parametrize("format", ["gif", "apng", "webp"])
def test_animations_move_and_keep_time(tmp_path: Path, format: Format) -> None:
    path, told = tmp_path / "film", list[float]()
    pictures = [lambda n=n: png(np.full((8, 8, 3), 30 * n, np.uint8)) for n in range(8)]
    write(format, path, Film(pictures, 8, 4, '{"a": 1}', ""), told.append)
    assert (told[0], told[-1], journey_in(path.read_bytes())) == (0, 1, '{"a": 1}')
    with Image.open(path) as film:
        assert film.size == (32, 32)
        assert film.n_frames == 8
        total_ms = 0
        for n in range(film.n_frames):
            film.seek(n)
            film.load()
            total_ms += film.info["duration"]
        assert total_ms == pytest.approx(1000, abs=20)


def test_videos_are_written_without_gpl_encoders(files: dict[str, bytes]) -> None:
    import av

    for format in ("mp4", "webm"):
        with av.open(io.BytesIO(files[format])) as film:
            video = film.streams.video[0]
            frames = list(film.decode(video=0))
            assert (len(frames), video.width, video.height) == (8, 128, 128)
            assert video.codec_context.name in ("libdav1d", "vp9", "av1", "h264", "libvpx-vp9")
    assert not {"libx264", "libx265", "h264", "hevc"} & {
        x for each in CODECS.values() for x in each
    }


def test_a_zip_holds_every_frame_with_its_recipe(
    files: dict[str, bytes], short: dict[str, Any]
) -> None:
    with zipfile.ZipFile(io.BytesIO(files["frames"])) as packed:
        names = [name for name in packed.namelist() if name.endswith(".png")]
        assert len(names) == 8
        first = json.loads(read_recipe(packed.read(names[0])) or "")
    del first["environment"]
    assert first == short["stations"][0]["recipe"]


def test_equal_journeys_make_equal_files(
    ready: TestClient, short: dict[str, Any], files: dict[str, bytes]
) -> None:
    for format in ("gif", "frames", "webm"):
        made = filmed(ready, short["id"], format=format, fps=8, scale=2)
        assert ready.get(made["url"]).content == files[format]


def test_frames_are_kept_where_they_are_wanted(ready: TestClient) -> None:
    stations = [station("boat", 1), station("boat", 2)]
    made = begin(ready, stations=stations, legs=[{"seconds": 0.5}], pace="given")
    filmed(ready, made["id"], format="gif", fps=8, scale=1, keep_frames=True)
    listed = ready.get(f"{JOURNEYS}/{made['id']}/frames?fps=8").json()["items"]
    assert len(listed) == 4
    for each in listed:
        assert ready.get(f"/api/v1/renders/{each['recipe_id']}").json()["state"] == "done"


def test_a_film_can_be_cancelled(ready: TestClient) -> None:
    stations = [station(f"thing {n}", n) for n in range(6)]
    made = begin(ready, stations=stations, legs=[{"seconds": 20}], pace="given")
    wish = {"format": "gif", "fps": 30, "scale": 1}
    job = ready.post(f"{JOURNEYS}/{made['id']}/films", json=wish).json()
    shown = ready.get(f"{JOURNEYS}/{made['id']}").json()
    assert [each["id"] for each in shown["jobs"]] == [job["id"]]
    said = ready.delete(f"/api/v1/jobs/{job['id']}").json()
    assert said["state"] == "cancelled"


@pytest.mark.parametrize(
    ("wish", "status"),
    [
        ({"format": "avi"}, 422),
        ({"format": "gif", "fps": 61}, 422),
        ({"format": "gif", "scale": 33}, 422),
        ({"format": "webp", "scale": 32, "fps": 60}, 413),
    ],
)
def test_what_cannot_be_filmed_is_explained(
    ready: TestClient, short: dict[str, Any], wish: dict[str, Any], status: int
) -> None:
    said = ready.post(f"{JOURNEYS}/{short['id']}/films", json=wish)
    assert said.status_code == status, said.text


def test_a_film_has_no_other_name(ready: TestClient, short: dict[str, Any]) -> None:
    for name in ("..%2F..%2Frashin.sqlite", "0" * 64 + ".gif", "x.gif", ".new-1"):
        assert ready.get(f"{JOURNEYS}/{short['id']}/films/{name}").status_code == 404
    assert ready.get(f"{JOURNEYS}/..%2Ffiles/films/{'0' * 64}.png").status_code == 404


def test_pictures_stay_as_long_as_they_should() -> None:
    assert sum(durations_ms(24, 24)) == 1000
    assert set(durations_ms(24, 24)) == {40, 50}
    assert durations_ms(3, 60) == [20, 10, 20]


def frame_rows(folder: Path) -> dict[str, str]:
    """Return when each frame was made."""
    with closing(sqlite3.connect(folder / "rashin.db")) as database:
        return dict(database.execute("select id, created_at from frames"))


def test_a_film_goes_on_after_a_restart_and_makes_nothing_twice(tmp_path: Path) -> None:
    def app() -> TestClient:
        settings = Settings(data_dir=tmp_path, toy=True)
        return TestClient(create_app(settings), base_url=ADDRESS)

    with app() as web:
        wait_until_ready(web)
        stations = [station(f"thing {n}", n, steps=4) for n in range(5)]
        made = begin(web, stations=stations, legs=[{"seconds": 4}], pace="given")
        wish = {"format": "gif", "fps": 15, "scale": 1}
        job = web.post(f"{JOURNEYS}/{made['id']}/films", json=wish).json()
        end = time.monotonic() + 30
        while web.get(f"/api/v1/jobs/{job['id']}").json()["progress"] < 0.1:
            assert time.monotonic() < end
            time.sleep(0.02)
    made_before = frame_rows(tmp_path)
    assert 10 < len(made_before) < 240
    with app() as web:
        wait_until_ready(web)
        result = ended(web, job, within_s=90)
        assert result["state"] == "done"
        assert result["result"]["frames"] == 240
    # A frame that is made again is written again, with another time.
    after = frame_rows(tmp_path)
    assert {id: after[id] for id in made_before} == made_before
    assert not list((tmp_path / "films").rglob(".new-*"))


# Strangers' files


def hostile() -> dict[str, bytes]:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("journey.json", b" " * 50_000_000)
    outside = io.BytesIO()
    with zipfile.ZipFile(outside, "w") as packed:
        packed.writestr("../journey.json", "{}")
    said = {
        "no json": b"{", "a list": b"[]", "nothing in it": b'{"title": "x", "journey": {}}',
        "a wrong journey": b'{"title": "x", "journey": {"stations": [{"recipe": 3}]}}',
        "half a character": b'{"title": "\\ud800", "journey": {}}',
        "a deep one": b"[" * 100_000,
    }  # fmt: skip
    return {
        "zip bomb": bomb.getvalue(),
        "zip with a path": outside.getvalue(),
        "box longer than the file": b"\0\0\0\x18ftypisom" + b"\0" * 12 + b"\xff\xff\xff\xffmoov",
        "box of no length": b"\0\0\0\x08ftyp\0\0\0\x01moov" + b"\0" * 8,
        "endless png": b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 2**32 - 1) + b"iTXt",
        "gif without an end": b"GIF89a" + b"\0" * 7 + b"!\xfe\xff" + b"x" * 100,
        "webm of zeros": b"\x1a\x45\xdf\xa3" + b"\0" * 64,
        "riff": b"RIFF\xff\xff\xff\xffWEBPXMP \xff\xff\xff\xff",
        "nothing": b"",
        "a picture": b"\xff\xd8\xff",
        **{f"zip with {name}": _zip(body) for name, body in said.items()},
    }


def _zip(body: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("journey.json", body)
    return out.getvalue()


@pytest.mark.parametrize("name", sorted(hostile()))
def test_hostile_files_are_refused_with_a_reason(ready: TestClient, name: str) -> None:
    said = ready.post(f"{JOURNEYS}/read", content=hostile()[name])
    if name == "zip with nothing in it":
        assert said.status_code == 201  # a draft without stations
        return
    assert said.status_code in (413, 422), said.text
    assert said.json()["detail"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.sampled_from(list(ENDINGS)), st.data())
def test_damaged_films_say_nothing_or_something(
    files: dict[str, bytes], format: str, data: st.DataObject
) -> None:
    film = bytearray(files[format])
    for _ in range(data.draw(st.integers(1, 6))):
        # The containers' headers stand at both ends; damage there hurts most.
        at = data.draw(st.integers(0, min(len(film), 400) - 1))
        film[-at - 1 if data.draw(st.booleans()) else at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(film)))
    for damaged in (bytes(film), bytes(film[:cut])):
        try:
            found = journey_in(damaged)
        except RashinError:
            continue
        assert found is None or isinstance(found, str)
