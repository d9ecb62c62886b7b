"""What survives."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import inspect, text

from app.errors import DamagedPicture
from app.storage import answers, history
from app.storage.database import Database
from app.storage.files import Files
from app.storage.migrate import FOLDER, upgrade
from app.storage.tables import AnswerRow, RenderRow, Table
from inference.errors import InvalidInput, UnknownId


def row(n: int, **values: object) -> RenderRow:
    known = {"id": f"{n:032x}", "recipe": {}, "model": "m", "state": "done", "words": f"cat {n}"}
    return RenderRow(**{**known, "lane": "batch", "step": 0, "steps": 4, "starred": False} | values)


def test_a_file_has_the_name_of_its_content(tmp_path: Path) -> None:
    files = Files(tmp_path)
    sha256 = files.put(b"picture")
    assert sha256 == hashlib.sha256(b"picture").hexdigest()
    assert files.get(sha256) == b"picture"
    assert files.put(b"picture") == sha256
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [f"{sha256}.png"]


def test_a_flipped_bit_is_noticed_and_set_aside(tmp_path: Path) -> None:
    files = Files(tmp_path)
    sha256 = files.put(b"picture")
    files.path(sha256).write_bytes(b"pictura")
    with pytest.raises(DamagedPicture):
        files.get(sha256)
    assert not files.has(sha256)
    assert files.put(b"picture") == sha256
    assert files.get(sha256) == b"picture"


def test_what_a_killed_process_began_is_swept_and_nothing_else(tmp_path: Path) -> None:
    sha256 = Files(tmp_path).put(b"picture")
    left, held = (tmp_path / sha256[:2] / f".new-{name}" for name in ("left", "held"))
    left.write_bytes(b"pict")
    writer = "import fcntl, sys; f = open(sys.argv[1], 'wb'); fcntl.flock(f, 2); print(1, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", writer, held], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        files = Files(tmp_path)
        young = tmp_path / sha256[:2] / ".new-young"
        time.sleep(0.02)
        young.write_bytes(b"pict")
        assert files.sweep() == 1
        other.communicate(b"\n")
    assert sorted(path.name for path in young.parent.iterdir()) == [
        held.name, young.name, f"{sha256}.png",
    ]  # fmt: skip
    assert Files(tmp_path).sweep() == 2
    assert files.get(sha256) == b"picture"


@pytest.mark.parametrize("name", ["../x", "", "A" * 64, "0" * 63, "0" * 64 + "/.."])
def test_only_hashes_name_files(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownId):
        Files(tmp_path).get(name)


def test_the_migrations_make_the_tables_of_the_code(tmp_path: Path) -> None:
    def compare(connection) -> None:  # type: ignore[no-untyped-def]
        found = inspect(connection)
        for name, table in Table.metadata.tables.items():
            columns = {column["name"]: column["nullable"] for column in found.get_columns(name)}
            assert columns == {column.name: bool(column.nullable) for column in table.columns}
            indexes = {index["name"] for index in found.get_indexes(name)}
            assert indexes >= {index.name for index in table.indexes}

    async def check() -> None:
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'rashin.db'}")
        await upgrade(database)
        await upgrade(database)
        async with database.engine.connect() as connection:
            await connection.run_sync(compare)
        await database.close()

    asyncio.run(check())


def test_sqlite_keeps_its_word_at_power_loss(tmp_path: Path) -> None:
    async def pragmas() -> list[object]:
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'rashin.db'}")
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        async with database.read() as session:
            said = [await session.scalar(text(f"PRAGMA {name}")) for name in names]
        await database.close()
        return said

    assert asyncio.run(pragmas()) == ["wal", 2, 1, 5000]


def test_pages_are_newest_first_complete_and_without_repetition(tmp_path: Path) -> None:
    async def walk() -> list[str]:
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'rashin.db'}")
        await upgrade(database)
        async with database.write() as session:
            session.add_all(row(n) for n in range(25))
        seen, cursor = [], None
        while True:
            rows, cursor = await history.page(database, cursor=cursor, limit=10)
            seen += [found.id for found in rows]
            # What arrives while somebody reads is not on later pages.
            async with database.write() as session:
                session.add(row(1_000 + len(seen)))
            if cursor is None:
                break
        await database.close()
        return seen

    assert asyncio.run(walk()) == [f"{n:032x}" for n in reversed(range(25))]


def test_the_history_is_filtered_by_model_words_and_star(tmp_path: Path) -> None:
    async def find() -> list[list[str]]:
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'rashin.db'}")
        await upgrade(database)
        async with database.write() as session:
            session.add(row(1, words='"red 100% apple"', starred=True))
            session.add(row(2, words='"red house"', model="other"))
        found = []
        for filters in (
            {"words": "RED"}, {"words": "apple red"}, {"words": "100%"}, {"words": "%"},
            {"model": "other"}, {"starred": True}, {"starred": False}, {"words": "blue"},
        ):  # fmt: skip
            rows, _ = await history.page(database, cursor=None, limit=9, **filters)  # type: ignore[arg-type]
            found.append([each.id[-1] for each in rows])
        await database.close()
        return found

    expected = [["2", "1"], ["1"], ["1"], ["1"], ["2"], ["1"], ["2"], []]
    assert asyncio.run(find()) == expected


@pytest.mark.parametrize("cursor", ["", "x", "LTE", "é", "MQ==MQ==", "A" * 60])
def test_a_made_up_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(InvalidInput):
        history.sequence_of(cursor)


def test_an_answer_is_given_again_but_not_to_another_question(tmp_path: Path) -> None:
    async def ask() -> None:
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'rashin.db'}")
        await upgrade(database)
        print_ = answers.fingerprint("POST", b"body")
        assert await answers.given(database, "key", print_) is None
        kept = AnswerRow(key="key", fingerprint=print_, status=202, body="{}")
        await answers.keep(database, kept)
        await answers.forget_old(database, 24)
        again = await answers.given(database, "key", print_)
        assert again is not None
        assert (again.status, again.body) == (202, "{}")
        with pytest.raises(InvalidInput, match="another request"):
            await answers.given(database, "key", answers.fingerprint("POST", b"other"))
        await database.close()

    asyncio.run(ask())


FULL_DISK = """
import asyncio, resource, sys
from pathlib import Path
from app.storage.database import Database
from app.storage.files import Files
from app.storage.migrate import FOLDER, upgrade
from app.storage.tables import RenderRow
from app.storage import history
from inference.errors import OutOfDisk

async def main(folder):
    database, files = Database(f"sqlite+aiosqlite:///{folder / 'rashin.db'}"), Files(folder / "f")
    await upgrade(database)
    sha256 = files.put(b"small")
    # From here on no file may grow past this size: writing fails as on a full disk.
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
    full = 0
    try:
        files.put(b"x" * 400_000)
    except OutOfDisk:
        full += 1
    written = 0
    try:
        for n in range(1_000):
            async with database.write() as session:
                session.add(RenderRow(id=str(n), recipe={"x": "y" * 2_000}, model="m", words="",
                    lane="batch", state="done", step=0, steps=1, starred=False))
            written += 1
    except OutOfDisk:
        full += 1
    rows, _ = await history.page(database, cursor=None, limit=100)
    assert files.get(sha256) == b"small" and len(rows) == min(written, 100), (written, len(rows))
    assert not list((folder / "f").rglob(".new-*"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    async with database.write() as session:
        session.add(RenderRow(id="after", recipe={}, model="m", words="", lane="batch",
            state="done", step=0, steps=1, starred=False))
    files.put(b"x" * 400_000)
    await database.close()
    print("full", full, "written", written)

asyncio.run(main(Path(sys.argv[1])))
"""


def test_a_full_disk_is_said_survived_and_healed(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path)],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("full 2")
    with sqlite3.connect(tmp_path / "rashin.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        said = int(ran.stdout.split()[-1])
        assert connection.execute("SELECT count(*) FROM renders").fetchone() == (said + 1,)
    connection.close()


def test_a_history_of_the_first_version_is_still_there(tmp_path: Path) -> None:
    def first_version(connection) -> None:  # type: ignore[no-untyped-def]
        config = Config()
        config.set_main_option("script_location", str(FOLDER))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(
            text(
                "INSERT INTO renders (id, recipe, model, words, lane, state, step, steps, starred,"
                " created_at) VALUES ('old', '{}', 'm', 'cat', 'batch', 'done', 4, 4, 1,"
                " '2026-01-02 03:04:05')"
            )
        )

    async def find() -> RenderRow:
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'rashin.db'}")
        async with database.engine.begin() as connection:
            await connection.run_sync(first_version)
        await upgrade(database)
        (found,), _ = await history.page(database, cursor=None, limit=9, starred=True)
        await database.close()
        return found

    found = asyncio.run(find())
    assert (found.id, found.deleted, found.folder, found.environment) == ("old", False, None, None)
