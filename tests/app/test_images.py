"""Pictures by their hash, and what strangers upload."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image
from starlette.testclient import TestClient


def encoded(kind: str, size: tuple[int, int] = (40, 24)) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(out, kind)
    return out.getvalue()


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def bomb(side: int) -> bytes:
    header = struct.pack(">2I5B", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (side + 1) * 100, 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("form", [True, False])
def test_a_picture_comes_back_as_png_and_webp(web: TestClient, kind: str, form: bool) -> None:
    data = encoded(kind)
    if form:
        said = web.post("/api/v1/images", files={"file": ("../../x.html", data, "text/html")})
    else:
        headers = {"content-type": f"image/{kind.lower()}"}
        said = web.post("/api/v1/images", content=data, headers=headers)
    assert said.status_code == 201, said.text
    stored = said.json()
    assert (stored["width"], stored["height"]) == (40, 24)
    png = web.get(stored["url"])
    assert png.headers["content-type"] == "image/png"
    assert "immutable" in png.headers["cache-control"]
    assert Image.open(io.BytesIO(png.content)).size == (40, 24)
    again = web.get(stored["url"], headers={"if-none-match": png.headers["etag"]})
    assert again.status_code == 304
    webp = web.get(stored["url"].replace(".png", ".webp"))
    assert webp.headers["content-type"] == "image/webp"
    assert Image.open(io.BytesIO(webp.content)).format == "WEBP"


def test_metadata_of_a_stranger_is_not_kept(web: TestClient) -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "<script>alert(1)</script>"
    Image.new("RGB", (8, 8), "blue").save(out, "JPEG", exif=exif)
    stored = web.post("/api/v1/images", content=out.getvalue()).json()
    assert b"script" not in web.get(stored["url"]).content


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    "data",
    [
        b"", b"x" * 300, SVG, encoded("GIF"), encoded("BMP"), encoded("TIFF"), b"%PDF-1.4",
        encoded("PNG")[:-200], encoded("JPEG")[:200], encoded("WEBP")[:100],
        b"\x89PNG\r\n\x1a\n" + b"\0" * 100, b"GIF89a" + encoded("PNG"),
    ],
)  # fmt: skip
def test_what_is_not_a_whole_png_jpeg_or_webp_is_refused(web: TestClient, data: bytes) -> None:
    said = web.post("/api/v1/images", content=data)
    assert said.status_code == 422
    assert said.json()["expected"]


@pytest.mark.parametrize("side", [7_000, 60_000])
def test_a_picture_bomb_is_refused_unopened(web: TestClient, side: int) -> None:
    assert web.post("/api/v1/images", content=bomb(side)).status_code == 413


def test_a_file_past_the_limit_is_refused(web: TestClient) -> None:
    said = web.post("/api/v1/images", content=b"\x89PNG" * 5_100_000)
    assert said.status_code == 413
    assert said.headers["content-type"] == "application/problem+json"


def test_a_form_without_a_file_is_explained(web: TestClient) -> None:
    said = web.post("/api/v1/images", files={"other": b"x"})
    assert said.status_code == 422
    assert "file" in said.json()["expected"]
    headers = {"content-type": "multipart/form-data; boundary=x"}
    assert web.post("/api/v1/images", content=b"junk", headers=headers).status_code in {400, 422}


def test_a_damaged_picture_is_never_served(web: TestClient, png: bytes) -> None:
    stored = web.post("/api/v1/images", content=png).json()
    folder: Path = web.app.state.parts.files.folder  # type: ignore[attr-defined]
    path = folder / stored["sha256"][:2] / f"{stored['sha256']}.png"
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)
    said = web.get(stored["url"])
    assert said.status_code == 410
    assert said.json()["code"] == "damaged_picture"
    assert web.post("/api/v1/images", content=png).status_code == 201
    assert web.get(stored["url"]).status_code == 200
