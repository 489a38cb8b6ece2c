"""Lines to paragraphs: indents, blank lines, wrapped lines, page numbers; and where every character stands."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts import ACHIEVEMENTS, REPORT, SAMPLES, document, line_free, read_text, told, wrapped, wrapped_columns
from reportcheck import load_ruleset
from reportcheck.document import Document, Span
from reportcheck.engine import Checker
from reportcheck.readers import read_bytes


@cache
def fixed_checker() -> Checker:
    return Checker(load_ruleset("national-2021-2025"))


def blocks(read: Document) -> list[str]:
    return [read.quote(block.span) for block in read.blocks]


@cache
def as_given(index: int) -> dict[str, tuple[str, str, float | None]]:
    return told(fixed_checker().check(document(read_text(SAMPLES[index]))), line_free)


def test_full_width_indents_are_no_text() -> None:
    read = read_bytes(REPORT.replace("\n", "\n　　").encode(), "稿.txt")
    assert read.text == REPORT
    assert read.place(read.blocks[1].span).column == 3


def test_indents_of_spaces_and_trailing_blanks_are_no_text() -> None:
    read = read_bytes(REPORT.replace("\n", "  \t\n    ").encode(), "稿.txt")
    assert read.text == REPORT
    assert read.place(read.blocks[1].span).column == 5


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n", "\n \n", "\n　　\n"])
def test_blank_lines_between_paragraphs(gap: str) -> None:
    read = read_bytes(REPORT.replace("\n", gap).encode(), "稿.txt")
    assert read.text == REPORT
    assert read.place(read.blocks[1].span).line == gap.count("\n") + 1


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
@pytest.mark.parametrize("width", [38, 76], ids=["38 characters", "76 columns"])
def test_wrapped_lines_are_put_together_again(path, width: int) -> None:
    text = read_text(path)
    cut = wrapped(text, width) if width == 38 else wrapped_columns(text, width)
    assert cut.count("\n") > text.count("\n") + 20
    joined = blocks(document(cut))
    lost = [line for line in text.splitlines() if len(line) > 2 * 38 and not any(line in block for block in joined)]
    assert lost == []


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_wrapped_paragraphs_with_indents_come_out_exactly(path) -> None:
    text = read_text(path)
    indented = "\n".join(wrapped(line if line.startswith(text[:8]) else f"　　{line}", 38) for line in text.splitlines())
    assert blocks(document(indented)) == text.splitlines()


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
@pytest.mark.parametrize("width", range(30, 46, 3))
def test_wrapped_paragraphs_with_blank_lines_come_out_exactly(path, width: int) -> None:
    text = read_text(path)
    spaced = "\n\n".join(wrapped(line, width) for line in text.splitlines())
    assert blocks(document(spaced)) == text.splitlines()


@given(st.integers(30, 45), st.integers(0, len(SAMPLES) - 1))
def test_the_width_changes_no_outcome(width: int, index: int) -> None:
    report = fixed_checker().check(document(wrapped(read_text(SAMPLES[index]), width)))
    assert told(report, line_free) == as_given(index)


@pytest.mark.parametrize("index", range(len(SAMPLES)), ids=[path.stem for path in SAMPLES])
def test_columns_change_no_outcome(index: int) -> None:
    report = fixed_checker().check(document(wrapped_columns(read_text(SAMPLES[index]), 76)))
    assert told(report, line_free) == as_given(index)


@given(st.integers(30, 45), st.integers(0, len(SAMPLES) - 1))
def test_no_wrapped_line_is_taken_for_furniture(width: int, index: int) -> None:
    read = document(wrapped(read_text(SAMPLES[index]), width))
    assert [read.quote(block.span) for block in read.blocks if block.furniture] == []


def test_words_of_latin_letters_keep_their_space() -> None:
    text = "\n".join(["全县推行证照分离改革和高效办成一件事改革工作情况说明之一" + f"第{n}" for n in range(10)])
    first = "全县在政务服务平台上线云岭通智慧办事系统简称为ABC Service"
    read = document(f"{text}\n{first}\nPlatform并且运行良好")
    assert "Service Platform" in read.text


@pytest.mark.parametrize(
    "number",
    ["— 3 —", "－3－", "- 3 -", "3", "—3—", "第3页 共9页", "第 3 页", "第3页/共9页", "- 十二 -", "·3·"],
)
def test_page_numbers_are_not_the_reports(number: str) -> None:
    first, second = ACHIEVEMENTS[:100], ACHIEVEMENTS[100:]
    assert first[-1] not in "。！？；："
    read = document(f"{REPORT}\n{first}\n{number}\n{second}")
    assert [read.quote(block.span) for block in read.blocks if block.furniture] == [number.strip()]
    assert (first + second).split("\n")[1] in blocks(read)


def test_a_page_number_between_two_paragraphs_joins_nothing() -> None:
    read = document(REPORT.replace("\n三、", "\n— 2 —\n三、"))
    assert [block for block in blocks(read) if block != "— 2 —"] == REPORT.split("\n")


@pytest.mark.parametrize("line", ["2024年", "12件", "（一）", "第3次会议", "3.加强培训"])
def test_what_only_looks_like_a_page_number_stays(line: str) -> None:
    assert not any(block.furniture for block in document(f"{REPORT}\n{line}").blocks)


def single_lines(read: Document) -> list[tuple[str, int, int, int]]:
    found = []
    for block in read.blocks:
        place = read.place(block.span)
        if place.line == place.end_line:
            found.append((read.quote(block.span), place.line, place.column, place.end_column))
    return found


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
@pytest.mark.parametrize("indent", ["", "　　", "    "])
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_every_block_slices_back_to_its_line(path, indent: str, suffix: str) -> None:
    text = "\n".join(f"{indent}{line}" for line in read_text(path).splitlines())
    lines = text.split("\n")
    places = single_lines(read_bytes(text.encode(), f"稿{suffix}"))
    assert len(places) == len(lines)
    for quote, line, column, end in places:
        assert lines[line - 1][column - 1 : end - 1] == quote


@given(st.integers(0, len(REPORT) - 1), st.integers(1, 60), st.integers(20, 45))
def test_every_span_inside_a_line_slices_back(start: int, length: int, width: int) -> None:
    source = wrapped(REPORT, width)
    lines = source.split("\n")
    read = document(source)
    at = min(start, len(read.text) - 1)
    place = read.place(Span(at, min(at + length, len(read.text))))
    if place.line == place.end_line:
        found = lines[place.line - 1][place.column - 1 : place.end_column - 1]
        assert found == read.text[at : min(at + length, len(read.text))].strip("\n")
