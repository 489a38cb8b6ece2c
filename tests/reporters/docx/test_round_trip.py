"""A commented copy is the draft and the comments, nothing else."""

import io
import random
import re

import pytest
from word_files import comments, covered, flat, kept, members, ours

import makers_docx
import makers_word
from drafts import SAMPLES, read_text
from reportcheck.document import Span
from reportcheck.readers import docx
from reportcheck.word.commented import Line, Note, commented

FAULTS = next(path for path in SAMPLES if "错例" in path.stem)
NEW = {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml"}


def by_python_docx(text: str) -> bytes:
    api = pytest.importorskip("docx", reason="没有安装python-docx")
    document = api.Document()
    lines = text.splitlines()
    document.add_heading(lines[0], 0)
    for i, line in enumerate(lines[1:]):
        if re.match(r"[一二三四]、", line):
            document.add_heading(line, 1)
        elif i % 3:
            document.add_paragraph(line)
        else:
            added = document.add_paragraph()
            for part in re.split(r"(\d+)", line):
                added.add_run(part).bold = part.isdigit() or None
    document.add_section()
    document.sections[0].header.paragraphs[0].text = "征求意见稿"
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("类别", "件数", "复议", "58"), strict=True):
        cell.text = words
    first = document.paragraphs[0]
    document.add_comment(first.runs, "请处里再看", "王工", "王")
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


EXACT = (makers_docx.plain, makers_docx.auto_numbered, makers_docx.tracked)
MAKERS = (*makers_word.MAKERS, by_python_docx)


@pytest.fixture(params=MAKERS, ids=lambda make: make.__name__)
def draft(request) -> bytes:
    return request.param(read_text(FAULTS))


def test_all_else_stays_byte_for_byte(draft, drafts) -> None:
    before, after = members(draft), members(drafts.comment(draft))
    assert list(after)[: len(before)] == list(before)
    assert {name for name in after if before.get(name) != after[name]} <= NEW
    assert kept(draft) == kept(drafts.comment(draft))


def test_the_body_differs_by_marks_alone(draft, drafts) -> None:
    after = drafts.comment(draft)
    numbers = {each.id for each in ours(after)}
    assert flat(after, numbers) == flat(draft, set())
    assert len(numbers) > 30


def test_the_copy_reads_and_scores_the_same(draft, drafts) -> None:
    before = drafts.check(draft)
    after = drafts.check(drafts.comment(draft), "副本.docx")
    assert after.document.text == before.document.text
    assert after.document.notes == before.document.notes
    assert [each.outcome for each in after.verdicts] == [each.outcome for each in before.verdicts]
    assert [each.fingerprint for each in after.findings] == [each.fingerprint for each in before.findings]


def test_every_finding_has_its_comment_at_its_words(draft, drafts) -> None:
    report = drafts.check(draft)
    after = drafts.comment(draft)
    words = covered(after)
    told = {each.finding: (each, words[each.id]) for each in ours(after)}
    assert set(told) == {None} | {(each.rule.id, each.fingerprint) for each in report.findings}
    file = docx.read(draft, "稿.docx")
    boxes = {"秘密★1年": "", "2025年2月26日": "此处盖章。"} if b"txbxContent" in members(draft)["word/document.xml"] else {}
    wider = []
    for finding in report.findings:
        comment, shown = told[finding.rule.id, finding.fingerprint]
        wanted = in_the_file(file, finding.span)
        assert comment.lines[1] == finding.message
        if shown != boxes.get(wanted, wanted):
            wider.append(wanted in shown)
    # A field's result is written anew when its program updates it: the comment stands around the whole field.
    assert all(wider)
    assert (len(wider) > 1) is (b"fldSimple" in members(draft)["word/document.xml"])


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_any_words_can_be_commented_on(make) -> None:
    """Hundreds of comments at once, on random stretches, across runs, controls, cells and each other."""
    data = make(read_text(FAULTS))
    file = docx.read(data, "稿.docx")
    choose = random.Random(7)  # noqa: S311 - no secret
    starts = [choose.randrange(len(file.text) - 40) for _ in range(300)]
    spans = [Span(start, start + choose.randrange(1, 40)) for start in starts]
    after = commented(data, file, [Note(span, (Line("看"),)) for span in spans])
    assert docx.read(after, "稿.docx").text == file.text
    numbers = [each.id for each in ours(after)]
    assert flat(after, set(numbers)) == flat(data, set())
    words = covered(after)
    exact = 0
    for number, span in zip(numbers, spans, strict=True):
        wanted, shown = in_the_file(file, span), words[number]
        exact += shown == wanted or not wanted
        assert wanted in shown or b"txbxContent" in members(data)["word/document.xml"]
    assert exact == 300 if make in EXACT else exact > 240


def in_the_file(document, span) -> str:
    """Return the words of a span that the file itself holds."""
    found = ""
    for offset in range(*span):
        piece = next(each for each in reversed(document.pieces) if each.offset <= offset)
        found += document.text[offset] if piece.source_column and document.text[offset] != "\n" else ""
    return found


def test_again_gives_the_same_bytes(draft, drafts) -> None:
    once = drafts.comment(draft)
    assert drafts.comment(draft) == once
    assert drafts.comment(once, "副本.docx") == once


def test_others_comments_stay(drafts) -> None:
    draft = makers_word.discussed(read_text(FAULTS))
    after = drafts.comment(drafts.comment(draft))
    assert [each for each in comments(after) if not each.ours] == comments(draft)
    assert members(after)["word/commentsExtended.xml"] == members(draft)["word/commentsExtended.xml"]


def test_ours_go_with_their_findings(drafts) -> None:
    """What is mended is not told any more, and the file is as if it had never been told."""
    text = read_text(FAULTS)
    whole = makers_docx.plain(text)
    report = drafts.check(whole)
    after = drafts.comment(whole)
    drafts.checker, full = type(drafts.checker)(_without(drafts.checker.ruleset, {each.rule.id for each in report.findings})), drafts.checker
    clean = drafts.comment(after, "副本.docx")
    drafts.checker = full
    assert [each.finding for each in ours(clean)] == [None]
    assert flat(clean, {each.id for each in ours(clean)}) == flat(whole, set())


def _without(ruleset, ids):
    return ruleset._replace(rules=tuple(rule for rule in ruleset.rules if rule.id not in ids))


def test_a_text_box_gets_its_comment_at_the_paragraph_that_it_hangs_on(drafts) -> None:
    after = drafts.comment(makers_word.boxed(read_text(SAMPLES[0])))
    document = members(after)["word/document.xml"].decode()
    assert all("comment" not in box for box in re.findall(r"<w:txbxContent>.*?</w:txbxContent>", document))
    assert document.index("commentRangeStart") < document.index("<w:txbxContent>") < document.index("commentRangeEnd")


def test_the_reader_tells_only_of_others_comments(drafts) -> None:
    after = drafts.comment(makers_word.discussed(read_text(FAULTS)))
    assert docx.read(after, "稿.docx").notes == ("文件里有2条批注，批注不算正文，没有检查",)
    assert docx.read(drafts.comment(makers_docx.plain(read_text(FAULTS))), "稿.docx").notes == ()
