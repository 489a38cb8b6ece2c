"""What people answer to our comments, as Word stores it."""

import re
from pathlib import Path

import pytest
from word_files import comments, members, ours

import makers_docx
import makers_word
from drafts import SAMPLES, read_text
from reportcheck.cli import main
from reportcheck.document import WaiverProposal
from reportcheck.readers import docx
from reportcheck.readers.docx_comments import mark
from reportcheck.word.commented import untouched

FAULTS = next(path for path in SAMPLES if "错例" in path.stem)
_ORDER = [("00000001", "")]


def as_word_saves(data: bytes, replies: dict[str, tuple[str, ...]]) -> bytes:
    """Return a commented copy as Word saves it: ids for all paragraphs, threads; ``replies`` by the rule replied to."""
    files = members(data)
    source = files["word/comments.xml"].decode()
    ids = iter(f"{number:08X}" for number in range(1, 999))
    source = re.sub("<w:p>", lambda _: f'<w:p w14:paraId="{next(ids)}">', source)
    source = source.replace("<w:comments ", '<w:comments xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ', 1)
    source = source.replace('w:author="报告检查"', 'w:author="报告检查" w:date="2025-03-01T08:00:00Z"')
    threads, added, marks = [], "", ""
    for number, (rule, texts) in enumerate(replies.items()):
        first = next(each for each in re.findall(r"<w:comment .*?</w:comment>", source) if f"编号 {rule} " in each)
        parent = re.findall(r'w14:paraId="(\w+)"', first)[-1]
        threads.append((parent, ""))
        for more, text in enumerate(texts):
            para = f"0000B{number}{more:02}"
            added += makers_word.comment(500 + number * 10 + more, "刘工", text, para, "2025-03-02T09:00:00+08:00")
            threads.append((para, parent))
            marks += f'<w:r><w:commentReference w:id="{500 + number * 10 + more}"/></w:r>'
    entries = "".join(f'<w15:commentEx w15:paraId="{p}"{f" w15:paraIdParent={chr(34)}{q}{chr(34)}" if q else ""} w15:done="0"/>' for p, q in threads)
    last = [re.findall(r'w14:paraId="(\w+)"', each)[-1] for each in re.findall(r"<w:comment .*?</w:comment>", source)]
    others = [para for para in last if para not in {p for p, _ in threads}]
    entries += "".join(f'<w15:commentEx w15:paraId="{para}" w15:done="0"/>' for para in others)
    document = files["word/document.xml"].decode().replace("</w:p></w:body>", f"{marks}</w:p></w:body>")
    changed = makers_word.repacked(
        data, {"word/comments.xml": source.replace("</w:comments>", f"{added}</w:comments>"), "word/document.xml": document}
    )
    return makers_word.with_part(
        changed, "commentsExtended", "commentsExtended.xml",
        f'<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">{entries}</w15:commentsEx>',
        "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml",
        relation="http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    )  # fmt: skip


@pytest.fixture
def copy(drafts) -> bytes:
    return drafts.comment(makers_docx.plain(read_text(FAULTS)))


def finding(drafts, data, rule):
    return next(each for each in drafts.check(data).findings if each.rule.id == rule)


def test_a_reply_is_a_proposal(drafts, copy) -> None:
    answered = as_word_saves(copy, {"wording.date": ("已说明：会议日期以县政府办\n记录为准",), "outline.05": ("不适用: 本县由市里统一办理",), "wording.year": ("好的，改",)})
    assert docx.read(answered, "上报/稿.docx").proposals == (
        WaiverProposal("wording.date", "上报/稿.docx", finding(drafts, copy, "wording.date").fingerprint, "已说明：会议日期以县政府办 记录为准", "刘工", "2025-03-02"),
        WaiverProposal("outline.05", "上报/稿.docx", finding(drafts, copy, "outline.05").fingerprint, "不适用：本县由市里统一办理", "刘工", "2025-03-02"),
    )


@pytest.mark.parametrize("text", ["不适用", "不适用：", "这一条不适用：没有", "说明：见附件", "同意"])
def test_what_asks_for_nothing_or_gives_no_reason_is_none(copy, text) -> None:
    assert docx.read(as_word_saves(copy, {"wording.date": (text,)}), "稿.docx").proposals == ()


def test_the_last_word_of_a_thread_counts(copy) -> None:
    answered = as_word_saves(copy, {"wording.date": ("不适用：写错了", "已说明：见附件", "谢谢")})
    assert [each.reason for each in docx.read(answered, "稿.docx").proposals] == ["已说明：见附件"]


def test_a_reply_to_somebody_else_is_none_of_ours() -> None:
    data = makers_word.discussed(read_text(FAULTS))
    files = members(data)
    data = makers_word.repacked(data, {"word/comments.xml": files["word/comments.xml"].decode().replace("已核", "不适用：不是这样")})
    assert docx.read(data, "稿.docx").proposals == ()


def test_a_thread_stays_when_the_copy_is_checked_again(drafts, copy) -> None:
    answered = as_word_saves(copy, {"wording.date": ("已说明：见附件",), "wording.year": ("好的，改",)})
    again = drafts.comment(answered, "副本.docx")
    assert docx.read(again, "稿.docx").proposals == docx.read(answered, "稿.docx").proposals
    assert [each.finding for each in ours(again)].count(finding(drafts, copy, "wording.date").rule.id) == 0
    told = [each.finding for each in ours(again)]
    assert sorted(map(str, told)) == sorted({str(each.finding) for each in ours(copy)})
    kept = [each for each in comments(again) if each.parent or each.day]
    assert [each.lines[0] for each in kept if not each.ours] == ["已说明：见附件", "好的，改"]
    assert {each.finding[0] for each in kept if each.ours} == {"wording.date", "wording.year"}
    assert drafts.comment(again, "再.docx") == again


def test_entries_of_removed_comments_go_too(drafts, copy) -> None:
    answered = as_word_saves(copy, {"wording.date": ("已说明：见附件",)})
    again = members(drafts.comment(answered, "副本.docx"))["word/commentsExtended.xml"].decode()
    assert again.count("<w15:commentEx ") == 2 < members(answered)["word/commentsExtended.xml"].decode().count("<w15:commentEx ")


def test_a_copy_knows_whether_somebody_saved_it(copy) -> None:
    assert untouched(copy, "稿.docx")
    assert not untouched(as_word_saves(copy, {}), "稿.docx")
    assert not untouched(makers_docx.plain(read_text(FAULTS)), "稿.docx")


def test_the_mark_is_read_back() -> None:
    data = makers_word.with_comments(
        makers_docx.plain(read_text(FAULTS)),
        makers_word.comment(3, "报告检查", mark("plan.names-year", "00ff" * 8), "0000C001") + makers_word.comment(4, "甲", "不适用：街道不写", "0000C002", "昨天"),
        [*_ORDER, ("0000C001", ""), ("0000C002", "0000C001")],
    )
    data = makers_word.repacked(data, {"word/document.xml": members(data)["word/document.xml"].decode().replace("</w:p>", '<w:r><w:commentReference w:id="3"/></w:r></w:p>', 1)})
    assert docx.read(data, "稿.docx").proposals == (WaiverProposal("plan.names-year", "稿.docx", "00ff" * 8, "不适用：街道不写", "甲", ""),)


def test_from_a_reply_to_a_waiver(copy, tmp_path, monkeypatch, capsys) -> None:
    """The whole way: answered in Word, listed, approved, and shown as waived in the next copy."""
    monkeypatch.chdir(tmp_path)
    Path("副本.docx").write_bytes(as_word_saves(copy, {"wording.date": ("已说明：以县政府办记录为准",)}))
    assert main(["waivers", "副本.docx"]) == 0
    listed = capsys.readouterr().out
    assert '  # 提出人：刘工，2025-03-02\n  - rule: "wording.date"\n    path: "副本.docx"' in listed
    Path("reportcheck.yaml").write_text(listed.replace('approver: ""', 'approver: "张主任"'), encoding="utf-8")
    main(["check", "副本.docx", "--report", "docx=再查.docx"])
    assert "已豁免：已说明：以县政府办记录为准" in "".join(capsys.readouterr().out.split())
    kept = [each for each in ours(Path("再查.docx").read_bytes()) if each.finding and each.finding[0] == "wording.date"]
    assert len(kept) == 1
    assert main(["check", "原稿.docx", "--report", "docx=不写.docx"]) == 3
    Path("副本.docx").write_bytes(copy)
    main(["check", "副本.docx", "--report", "docx=三查.docx"])
    told = next(each for each in ours(Path("三查.docx").read_bytes()) if each.finding and each.finding[0] == "wording.date")
    assert told.lines[1] == "已豁免：已说明：以县政府办记录为准（批准人：张主任）（不用改）"
