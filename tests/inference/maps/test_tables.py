import io
from pathlib import Path

import numpy as np
import pytest

from inference.errors import InvalidInput, TooLarge
from inference.maps.stock import expand, read_source
from inference.maps.tables import describe, describe_apart, read_table


def written(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_csv_gives_vectors_titles_and_columns(tmp_path: Path) -> None:
    lines = "".join(f"cat {n},{n / 7},{n % 3},{'even' if n % 2 else 'odd'}\n" for n in range(30))
    table = read_table(written(tmp_path, "title,x0,x1,kind\n" + lines), "csv")
    assert table.vectors.shape == (30, 2)
    assert table.titles[3] == "cat 3"
    assert table.columns == {"kind": ["even" if n % 2 else "odd" for n in range(30)]}


def test_numbers_that_are_not_numbered_all_belong_to_the_vector(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, "width,height\n" + "1.5,2\n" * 3), "csv")
    assert table.vectors.tolist() == [[1.5, 2.0]] * 3
    assert table.titles == ["1", "2", "3"]


def test_a_parquet_file_gives_its_column_of_lists(tmp_path: Path) -> None:
    core, arrow = pytest.importorskip("arro3.core"), pytest.importorskip("arro3.io")
    vectors = np.arange(120, dtype=np.float32)
    columns = [
        core.fixed_size_list_array(core.Array.from_numpy(vectors), 6),
        core.Array([f"point {n}" for n in range(20)], type=core.DataType.utf8()),
    ]
    file = io.BytesIO()
    arrow.write_parquet(core.Table.from_arrays(columns, names=["vector", "name"]), file)
    path = tmp_path / "table.parquet"
    path.write_bytes(file.getvalue())
    table = read_table(path, "parquet")
    assert np.array_equal(table.vectors, vectors.reshape(20, 6))
    assert table.titles[4] == "point 4"
    assert describe(path, "parquet")["rows"] == 20


def test_an_npy_file_of_objects_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "bad.npy"
    np.save(path, np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(InvalidInput, match="NPY"):
        read_table(path, "npy")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n1\n", "line 2 has 1 fields"),
        ("a,a\n1,2\n", "different names"),
        ("a,b\n", "no rows"),
        ("a,b\nx,y\n", "no vectors"),
        ("a,b\n1,nan\n2,3\n", "row 1"),
        ("", "empty"),
    ],
)
def test_a_csv_that_cannot_be_read_says_why(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        read_table(written(tmp_path, text), "csv")


def test_files_that_only_claim_to_be_tables_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x"
    for data in (b"", b"\x93NUMPY\x01\x00\xff\xff", b"PAR1" + b"\0" * 50, b"\xff\xfe" * 40):
        path.write_bytes(data)
        for format in ("npy", "csv"):
            with pytest.raises((InvalidInput, TooLarge)):
                read_table(path, format)
        # Its reader may panic, so that it is read apart.
        with pytest.raises(InvalidInput):
            describe_apart(path, "parquet")


def test_what_is_not_finite_is_found_while_it_is_brought(tmp_path: Path) -> None:
    path = tmp_path / "a.npy"
    numbers = np.zeros((5000, 2), np.float32)
    numbers[4321, 1] = np.inf
    np.save(path, numbers)
    with pytest.raises(InvalidInput, match="row 4322 "):
        describe(path, "npy")
    with pytest.raises(InvalidInput, match="empty"):
        describe(written(tmp_path, ""), "csv")


def test_values_of_a_column_are_told_where_they_are_few(tmp_path: Path) -> None:
    path = written(
        tmp_path, "x0,x1,kind,id\n" + "".join(f"1,{n},k{n % 2},i{n}\n" for n in range(20))
    )
    assert describe(path, "csv")["values"] == {"kind": ["k0", "k1"], "id": []}


def test_a_template_stands_for_every_choice_of_words() -> None:
    found = expand("a {red|blue} {cat|dog}")
    assert found[1][1] == {"red/blue": "red", "cat/dog": "dog"}
    assert [prompt for prompt, _ in found] == [
        "a red cat",
        "a red dog",
        "a blue cat",
        "a blue dog",
    ]
    bare = [prompt for prompt, _ in expand("a {very|} small cat")]
    assert bare == ["a very small cat", "a small cat"]
    assert expand("a cat") == [("a cat", {})]
    for wrong, position in (("a {red", 2), ("a red} cat", 5), ("a {red {blue}}", 2)):
        with pytest.raises(InvalidInput) as refused:
            expand(wrong)
        assert refused.value.position == position
    with pytest.raises(InvalidInput, match="or more"):
        expand(
            "{"
            + "|".join(map(str, range(1000)))
            + "} "
            + "{"
            + "|".join(map(str, range(999)))
            + "}"
        )


def test_a_table_becomes_points_with_attributes(tmp_path: Path) -> None:
    path = written(tmp_path, "name,x0,x1,kind\n" + "".join(f"a{n},1,{n},k\n" for n in range(20)))
    items = read_source({"kind": "table", "path": str(path), "format": "csv"}, {})
    assert items[7].title_en == "a7"
    assert items[7].attributes == {"kind": "k"}
    assert items[7].recipe == {}
