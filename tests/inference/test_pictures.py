import contextlib
import io
import struct
import warnings
import zlib

import numpy as np
import pytest
from PIL import Image

import inference.pictures
from inference.errors import InvalidInput, TooLarge
from inference.pictures import (
    LONGEST_SIDE,
    MOST_BYTES,
    cover,
    decode_upload,
    framed,
    jpeg,
    png,
    png_with_recipe,
    read_recipe,
    square,
    webp_with_recipe,
)

RECIPES = [
    '{"model":"emoji-vector","noise":"noise(7)"}',
    '{"conditioning":"\\"笑う猫 & <b>dog</b> 🐕\\"","model":"m"}',
    "{}",
    '"' + "x" * 20_000 + '"',
]
PIXELS = np.random.default_rng(0).integers(0, 256, (64, 48, 3), dtype=np.uint8)


def saved(picture: Image.Image, format: str, **options) -> bytes:
    out = io.BytesIO()
    picture.save(out, format, **options)
    return out.getvalue()


def pixels(data: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


@pytest.mark.parametrize("recipe", RECIPES)
def test_recipes_come_back_from_png_and_webp(recipe):
    data = png_with_recipe(PIXELS, recipe)
    assert read_recipe(data) == recipe
    webp = webp_with_recipe(data)
    assert read_recipe(webp) == recipe
    np.testing.assert_array_equal(pixels(data), PIXELS)
    np.testing.assert_array_equal(pixels(webp), PIXELS)
    assert Image.open(io.BytesIO(data)).text["rashin"] == recipe


def test_equal_pictures_have_equal_bytes():
    assert png_with_recipe(PIXELS, "{}") == png_with_recipe(PIXELS.copy(), "{}")
    assert png_with_recipe(PIXELS, "{}") != png(PIXELS)


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", png(PIXELS), b"\x89PNG\r\n\x1a\n", b"RIFF1234WEBP"]
)
def test_where_there_is_no_recipe_there_is_none(data):
    assert read_recipe(data) is None


def test_no_cut_or_flipped_file_does_harm():
    rng = np.random.default_rng(1)
    for whole in (png_with_recipe(PIXELS, RECIPES[0]), webp_with_recipe(png(PIXELS))):
        for length in range(0, len(whole) - 12, 97):  # the last chunk of a PNG is empty
            read_recipe(whole[:length])
            with pytest.raises(InvalidInput):
                decode_upload(whole[:length])
        for _ in range(150):
            broken = bytearray(whole)
            for at in rng.integers(0, len(broken), 4):
                broken[at] ^= int(rng.integers(1, 256))
            read_recipe(bytes(broken))
            with contextlib.suppress(InvalidInput, TooLarge):
                decode_upload(bytes(broken))


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_uploads_are_encoded_afresh_without_metadata(format):
    exif = Image.Exif()
    exif[0x010E] = "a secret place"
    exif[0x0112] = 6  # to be turned by 90° clockwise
    x, y = np.meshgrid(np.arange(48), np.arange(64))
    shown = np.stack([4 * x, 3 * y, 2 * x], axis=2).astype(np.uint8)
    data = saved(Image.fromarray(shown), format, exif=exif, quality=95)
    upload = decode_upload(data)
    assert (upload.width, upload.height) == (64, 48)
    assert b"secret" in data
    assert b"secret" not in upload.png
    again = Image.open(io.BytesIO(upload.png))
    assert (again.format, again.mode, again.info) == ("PNG", "RGB", {})
    assert np.abs(pixels(upload.png) - np.rot90(shown, -1).astype(float)).mean() < 4


def test_uploads_say_the_recipe_that_they_carry():
    data = png_with_recipe(PIXELS, RECIPES[0])
    assert decode_upload(data).recipe_json == RECIPES[0]
    assert decode_upload(webp_with_recipe(data)).recipe_json == RECIPES[0]
    assert decode_upload(png(PIXELS)).recipe_json is None
    assert read_recipe(decode_upload(data).png) is None


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA", "P", "L", "1", "CMYK", "I;16"])
def test_transparent_is_white_and_every_mode_becomes_rgb(mode):
    clear = Image.new("RGBA", (20, 10), (200, 10, 10, 0))
    if mode == "I;16":
        picture = Image.fromarray(np.full((10, 20), 65535, np.uint16))
    elif mode == "CMYK":
        picture = Image.new("CMYK", (20, 10), (0, 0, 0, 0))
    elif mode in ("RGBA", "LA"):
        picture = clear.convert(mode)
    elif mode in ("P", "PA"):
        picture = Image.new("P", (20, 10), 1)
        picture.putpalette([0, 0, 0, 9, 9, 9])
        picture.info["transparency"] = 1
    else:
        picture = Image.new(mode, (20, 10), 1 if mode == "1" else 255)
    format = "JPEG" if mode == "CMYK" else "PNG"
    upload = decode_upload(saved(picture, format))
    assert pixels(upload.png).min() > 250


def test_large_pictures_are_scaled_down_and_first_frames_stay():
    wide = decode_upload(saved(Image.new("RGB", (5000, 100), "red"), "PNG"))
    assert (wide.width, wide.height) == (LONGEST_SIDE, 41)
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    moving = saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    np.testing.assert_array_equal(pixels(decode_upload(moving).png)[0, 0], [255, 0, 0])


def png_header(width: int, height: int) -> bytes:
    """A PNG that says it is huge, and has nothing inside."""
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))
    data = b"IDAT" + zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", len(data) - 4) + data + bytes(4)


@pytest.mark.parametrize("size", [(60_000, 60_000), (10_000, 9_999), (6_400, 6_400)])
@pytest.mark.parametrize("loud", [True, False])
def test_bombs_are_refused_unread(size, loud):
    with warnings.catch_warnings():
        warnings.simplefilter("error" if loud else "ignore")
        with pytest.raises(TooLarge):
            decode_upload(png_header(*size))


def test_large_files_and_other_formats_are_refused():
    with pytest.raises(TooLarge, match="MB"):
        decode_upload(bytes(MOST_BYTES + 1))
    picture = Image.new("RGB", (4, 4))
    for format in ("GIF", "BMP", "TIFF", "ICO", "PPM"):
        with pytest.raises(InvalidInput) as caught:
            decode_upload(saved(picture, format))
        assert "PNG" in caught.value.expected
    for data in (b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"\0" * 100):
        with pytest.raises(InvalidInput):
            decode_upload(data)


def test_compressed_text_bombs_are_refused():
    text = b"iTXt" + b"rashin\0\1\0\0\0" + zlib.compress(bytes(200 * 2**20))
    chunk = struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text))
    whole = png(PIXELS)
    bomb = whole[:33] + chunk + whole[33:]
    assert read_recipe(bomb) is None
    with pytest.raises(InvalidInput):
        decode_upload(bomb)


def test_square_refuses_what_is_no_png():
    for data in (b"", b"nothing", png(PIXELS)[:200], saved(Image.new("RGB", (4, 4)), "JPEG")):
        with pytest.raises(InvalidInput):
            square(data, 64)


def test_square_pads_on_white_and_keeps_what_fits():
    data = png(np.zeros((32, 64, 3), np.uint8))
    made = square(data, 64)
    assert made.shape == (64, 64, 3)
    assert (made[:16] == 255).all()
    assert (made[16:48] == 0).all()
    np.testing.assert_array_equal(square(png(PIXELS[:48]), 48), PIXELS[:48])
    board = np.kron([[0, 255], [255, 0]], np.ones((32, 32)))[:, :, None].repeat(3, axis=2)
    assert square(png(board.astype(np.uint8)), 2)[:, :, 0].tolist() == [[0, 255], [255, 0]]


def test_a_whole_picture_is_framed_on_white_and_another_fills_the_size() -> None:
    wide = png(np.full((20, 40, 3), 9, np.uint8))
    whole = framed(wide, 40, 40, whole=True)
    assert (whole[0] == 255).all()
    assert (whole[20] == 9).all()
    filled = framed(wide, 16, 24, whole=False)
    assert filled.shape == (24, 16, 3)
    assert (filled == 9).all()
    assert (framed(wide, 16, 24, whole=True) == cover(wide, 16, 24)).all()


def test_a_jpeg_looks_like_its_picture_and_has_lost_the_recipe() -> None:
    smooth = np.full((32, 32, 3), (200, 40, 40), np.uint8)
    encoded = jpeg(png_with_recipe(smooth, RECIPES[0]))
    assert Image.open(io.BytesIO(encoded)).format == "JPEG"
    assert np.abs(pixels(encoded).astype(int) - smooth).max() < 12
    assert read_recipe(encoded) is None


def test_pixels_are_read_back_as_they_were() -> None:
    assert (inference.pictures.pixels(png(PIXELS)) == PIXELS).all()
    for broken in (b"", b"no picture", png(PIXELS)[:80]):
        with pytest.raises(InvalidInput):
            inference.pictures.pixels(broken)
