"""What pages do to a text, each on a small page of its own."""

import pytest
from pages import BODY, OWN, PARAGRAPHS, furniture, own, page

from drafts import CLOSING, REPORT, TITLE, document, told
from makers_html import clean
from reportcheck.engine import Checker
from reportcheck.readers import html, html_facts, html_lines, html_stdlib, html_tree


def both(text: str) -> list[str]:
    """Return the lines of a fragment, after making sure that both parsers see the same."""
    lines = [line.text for line in html_lines.page_of(html_tree.nodes(text, "页.html")).lines]
    assert [line.text for line in html_lines.page_of(html_stdlib.nodes(html_tree.prepared(text))).lines] == lines
    return lines


@pytest.mark.parametrize(
    ("fragment", "lines"),
    [
        ("<p>依<b>法</b>行<font color=red>政</font></p>", ["依法行政"]),
        ("<p>甲<br>乙<br/>丙</br>丁</p>", ["甲", "乙", "丙", "丁"]),
        ("<p>甲<p>乙<div>丙</div>丁", ["甲", "乙", "丙", "丁"]),
        ("<ul><li>甲<li>乙<ul><li>丙</ul></ul>丁", ["甲", "乙", "丙", "丁"]),
        ("<dl><dt>甲<dd>乙<dt>丙</dl>", ["甲", "乙", "丙"]),
        ("<p>依法\n行政\r\n  建设 rule of\nlaw</p>", ["依法行政建设 rule of law"]),
        ("<p>甲<span>\n</span>乙</p>", ["甲 乙"]),
        ("<p>　　甲乙</p><p>&nbsp;&nbsp;&emsp;丙</p>", ["　　甲乙", "\u00a0\u00a0\u2003丙"]),
        ("<p>甲。&#12288;&#12288;乙。&nbsp;&nbsp;&nbsp;&nbsp;丙</p>", ["甲。", "　　乙。", "\u00a0\u00a0\u00a0\u00a0丙"]),
        ("<p>云岭县　　人民政府</p>", ["云岭县　　人民政府"]),
        ("<p>依\u200b法\ufeff行&shy;政</p>", ["依法行政"]),
        ("<p>甲</p><p>&nbsp;</p><p></p><p>乙</p>", ["甲", "乙"]),
        ("<pre>甲\n  乙\n\n丙</pre>", ["甲", "乙", "丙"]),
        ("<div style='white-space: pre-wrap'>甲\n乙</div>丙\n丁", ["甲", "乙", "丙丁"]),
        ("甲<script>var a='<p>乙</p>'; if (a<b) {}</script><style>p{}</style><noscript>丙</noscript><!-- 丁 --><textarea><p>戊</textarea>己", ["甲己"]),
        ("甲<iframe><p>乙</p></iframe><template><p>丙</p></template><del>丁</del>戊", ["甲戊"]),
        ("<p style='DISPLAY : NONE'>甲</p><div hidden><p>乙</p></div><p style='visibility:hidden'>丙</p><p>丁</p>", ["丁"]),
        ("<![if !supportLists]>甲<![endif]><!--[if gte mso 9]><xml><w:a>乙</w:a></xml><![endif]--><o:p>丙</o:p>", ["甲丙"]),
        ("<table><tr><td>甲<td>乙<tr><td>丙</table>", ["甲 乙", "丙"]),
        ("<table><tr><td><table><tr><td>甲</td><td>乙</td></tr></table></td><td>丙</td></tr></table>", ["甲 乙", "丙"]),
        (f"<table><tr><td>甲</td><td><p>{'乙' * 300}</p><p>{'丙' * 200}</p></td></tr></table>", ["甲", "乙" * 300, "丙" * 200]),
        ("<table><tr><td>甲</td><td>&nbsp;</td></tr></table>", ["甲"]),
        ("<table><tr><td><p>甲</p><p>乙</p></td></tr></table>", ["甲", "乙"]),
        ("<table><tr><td><p>甲</td><td>乙</p></td></tr></table>", ["甲 乙"]),
        ("a &lt; b &amp;&nbsp;c &#x4F9D;&#27861;", ["a < b &\u00a0c 依法"]),
        ("<a href=1>甲<a href=2>乙</a>丙", ["甲乙丙"]),
        ("<nav>甲</nav><p>乙</p>", ["乙"]),
        ("", []),
    ],
)
def test_lines_of_a_fragment(fragment: str, lines: list[str]) -> None:
    assert [line.strip(" ") for line in both(fragment)] == lines


def test_headings_are_told_from_paragraphs_in_heading_tags() -> None:
    read = html_lines.page_of(html_tree.nodes(f"<h2>一、成效</h2><h3>{'长' * 61}</h3><h4>全是正文。</h4><p>甲</p>", "页"))
    assert [line.level for line in read.lines] == [2, None, None, None]


def test_a_clean_page() -> None:
    read = html.read(clean(REPORT), "页.html")
    assert own(read) == OWN
    assert (read.format, read.encoding, read.notes, furniture(read)) == ("html", "utf-8", (), [])


def test_places_are_blocks_and_name_the_paragraph_of_the_page() -> None:
    read = page(f"<ul><li><a href=1>首页</a></li><li><a href=2>政务公开</a></li></ul><h1>{TITLE}</h1><div id=zoom>{PARAGRAPHS}</div>")
    last = read.blocks[-1].span
    place = read.place(last)
    assert (place.line, place.column, place.end_column) == (len(OWN), 1, len(OWN[-1]) + 1)
    assert [(piece.line, piece.source) for piece in read.pieces] == [(number, number + 2) for number in range(1, len(OWN) + 1)]


def test_a_title_that_only_the_head_states_is_put_in_front_and_stands_nowhere() -> None:
    read = page(f"<div id=zoom>{PARAGRAPHS}</div>", f"<title>{TITLE}_年度报告_云岭县人民政府</title>")
    assert own(read) == OWN
    assert read.pieces[0].source_column == 0
    assert read.meta["title"] == TITLE


@pytest.mark.parametrize(
    "shown",
    [f"<h1>{TITLE}</h1>", f"<div>{TITLE[:8]}<br>{TITLE[8:]}</div>", f"<td><font><b> {TITLE} </b></font></td>"],
    ids=["heading", "two lines", "nothing but bold"],
)
def test_a_title_outside_the_container_is_put_in_front_once(shown: str) -> None:
    read = page(f"<div><a href=1>首页</a></div>{shown}<div>分享到：微信</div><div id=zoom>{PARAGRAPHS}</div>", f"<title>{TITLE}</title>")
    assert "".join(own(read)).count(TITLE) == 1
    assert "".join(own(read)) == "".join(OWN)


def test_a_text_with_its_own_title_keeps_it_and_takes_no_other() -> None:
    read = page(f"<h1>云岭县2024年法治政府建设工作总结</h1><div id=zoom><p>{TITLE}</p>{PARAGRAPHS}</div>")
    assert own(read) == OWN
    assert read.meta["title"] == "云岭县2024年法治政府建设工作总结"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"<title>{TITLE}_法治政府_云岭县人民政府</title>", TITLE),
        (f"<title>云岭县人民政府 | {TITLE}</title>", TITLE),
        (f"<title>{TITLE}-云岭县司法局</title>", TITLE),
        (f"<meta name=articletitle content='{TITLE}'><title>详情</title>", TITLE),
        (f"<meta property='og:title' content='{TITLE}'>", TITLE),
        ("<title>云岭县人民政府门户网站</title>", ""),
        ("", ""),
    ],
)
def test_stated_titles(head: str, title: str) -> None:
    assert html_facts.stated_title(html_lines.page_of(html_tree.nodes(f"<head>{head}</head>", "页")).meta) == title


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("发布时间：2025-03-12 09:30 来源：县司法局 浏览次数：3", ("2025-03-12", "县司法局")),
        ("日期：2025年3月2日　　信息来源： 云岭县司法局", ("2025-03-02", "云岭县司法局")),
        ("2025/3/12 来源：司法局 | 打印", ("2025-03-12", "司法局")),
        ("2025-03-12 09:30", ("2025-03-12", "")),
        ("发布日期：[2025-03-12]　来源：", ("2025-03-12", "")),
        ("成文日期：2025年02月20日 发布日期：2025年03月12日", ("2025-03-12", "")),
        ("成文日期：2025年02月20日", ("", "")),
        ("发布时间：2025-13-40", ("", "")),
        ("首页 > 政务公开", ("", "")),
    ],
)
def test_info_lines(line: str, facts: tuple[str, str]) -> None:
    found = html_facts.stated({}, "", [line])
    assert (found.get("published", ""), found.get("source", "")) == facts
    assert (html_facts.is_info(line) or html_facts.is_stamp(line)) == any(facts)


def test_what_the_head_states_goes_before_the_info_line() -> None:
    meta = {"pubdate": "2025-03-10 08:00", "contentsource": "县政府办"}
    found = html_facts.stated(meta, TITLE, ["发布时间：2025-03-12 来源：县司法局", "文号：云政发〔2025〕3号"])
    assert found == {"title": TITLE, "published": "2025-03-10", "source": "县政府办", "doc_number": "云政发〔2025〕3号"}


def test_the_info_line_is_furniture_also_inside_the_container() -> None:
    info = "发布时间：2025-03-12　来源：县司法局　浏览次数：31"
    read = page(f"<div id=zoom><h1>{TITLE}</h1><p>{info}</p>{PARAGRAPHS}</div>")
    assert own(read) == OWN
    assert "".join(furniture(read)).replace("　", "") == info.replace("　", "")
    assert (read.meta["published"], read.meta["source"]) == ("2025-03-12", "县司法局")


def test_days_in_lists_of_news_are_not_the_articles() -> None:
    news = "".join(f"<li><a href={day}>全县工作会议召开</a></li><li>2024-01-{day}</li>" for day in range(10, 20))
    read = page(f"<ul>{news}</ul><h1>{TITLE}</h1><div>2025-03-12</div><div id=zoom>{PARAGRAPHS}</div>")
    assert (own(read), furniture(read), read.meta["published"]) == (OWN, ["2025-03-12"], "2025-03-12")
    read = page(f"<ul>{news}</ul><h1>{TITLE}</h1><div id=zoom>{PARAGRAPHS}</div>")
    assert (own(read), furniture(read), read.meta.get("published")) == (OWN, [], None)


def test_a_report_in_several_containers_of_one_name() -> None:
    parts = "".join(f"<div class=TRS_Editor><p>{line}</p></div><div class=page>下一页</div>" for line in BODY)
    assert own(page(f"<h1>{TITLE}</h1><div class=left><p>走进云岭</p></div>{parts}")) == OWN


def test_a_report_in_boxes_of_no_name() -> None:
    halves = f"<div><div>{''.join(f'<p>{line}</p>' for line in BODY[:4])}</div><div>{''.join(f'<p>{line}</p>' for line in BODY[4:])}</div></div>"
    read = page(f"<div><div><a href=1>首页</a><a href=2>要闻</a></div></div><h2>{TITLE}</h2>{halves}<div><p>版权所有：云岭县人民政府</p></div>")
    assert own(read) == OWN


def test_a_container_of_a_known_name_that_holds_something_else_is_not_taken() -> None:
    read = page(f"<div class=content><p>走进云岭，感受山水。</p></div><h1>{TITLE}</h1><div class=x>{PARAGRAPHS}</div>")
    assert own(read) == OWN


def test_the_signature_below_the_container_is_the_reports() -> None:
    signer, day = CLOSING.split("\n")
    body = "".join(f"<p>{line}</p>" for line in BODY[:-2])
    read = page(f"<h1>{TITLE}</h1><div id=zoom>{body}</div><div>{signer}</div><div>{day}</div><div>打印本页</div>")
    assert own(read) == OWN


def test_a_report_on_several_pages_is_told_of() -> None:
    turned = "<div class=pages>1 <a href=2.htm>2</a> <a href=2.htm>下一页</a></div>"
    told_of = ("网页上有“下一页”，报告可能分成几页，这里只读了这一页；请把各页正文合在一起再检查",)
    assert page(f"<div id=zoom><h1>{TITLE}</h1>{PARAGRAPHS}</div>{turned}").notes == told_of
    assert page(f"<div id=zoom><h1>{TITLE}</h1>{PARAGRAPHS}{turned}</div>").notes == told_of
    assert page(f"<div id=zoom><h1>{TITLE}</h1>{PARAGRAPHS}</div><p><a href=2.htm>下一篇</a></p>").notes == ()


def test_text_that_is_not_shown_is_told_of() -> None:
    hidden = f"<div style='display:none'>{PARAGRAPHS}</div>"
    assert page(f"<div id=zoom><h1>{TITLE}</h1>{PARAGRAPHS}{hidden}</div>").notes == (
        "网页里有大约362个字设为不显示，没有读入；如果报告分成几页，请把各页正文合在一起再检查",
    )
    assert page(f"<div id=zoom>{PARAGRAPHS}</div><script>{'这是脚本里的字。' * 99}</script><div hidden><a>{'菜单' * 5}</a></div>").notes == ()


def test_a_box_named_after_a_page_may_hold_the_signature() -> None:
    sheets = f"<div class=page>{''.join(f'<p>{line}</p>' for line in BODY[:-2])}</div><div class=page><p>{BODY[-2]}</p><p>{BODY[-1]}</p></div>"
    assert own(page(f"<div class=article><h1>{TITLE}</h1>{sheets}<div class=share>分享到：微信</div></div>")) == OWN


def test_a_site_that_links_words_of_every_paragraph() -> None:
    linked = PARAGRAPHS.replace("行政", "<a href=/tag/1>行政</a>").replace("执法", "<a href=/tag/2>执法</a>")
    side = "<div><ul><li><a href=1>首页</a></li><li><a href=2>要闻</a></li></ul></div>"
    assert own(page(f"{side}<h1>{TITLE}</h1><div class=x9>{linked}</div><div>版权所有：云岭县人民政府</div>")) == OWN


def test_links_in_sentences_stay_and_lists_of_links_go() -> None:
    body = PARAGRAPHS.replace("县政府网站", "<a href='http://x'>县政府网站</a>")
    links = "<p><a href=1>上一篇关于开展培训的通知</a></p><p>附件：<a href=2>统计表.docx</a></p><p><a href=3>统计表.xlsx</a></p>"
    read = page(f"<div id=zoom><h1>{TITLE}</h1>{body}{links}</div>")
    assert own(read)[: len(OWN)] == OWN
    assert "上一篇" not in read.text
    assert furniture(read) == ["统计表.xlsx"]


def test_a_table_in_the_report_gives_a_block_a_row() -> None:
    table = "<table><tr><th>单位</th><th>件数</th></tr><tr><td><p>司法局</p></td><td><p>12</p></td></tr></table>"
    read = page(f"<div id=zoom><h1>{TITLE}</h1>{PARAGRAPHS}{table}</div>")
    assert own(read)[-2:] == ["单位 件数", "司法局 12"]


@pytest.mark.parametrize("width", [30, 38])
def test_paragraphs_broken_into_lines_are_put_together(checker: Checker, width: int) -> None:
    lines = [("　　" + line)[at : at + width] for line in REPORT.split("\n") for at in range(0, len(line) + 2, width)]
    read = page(f"<div id=zoom>{''.join(f'<p>{line}</p>' for line in lines)}</div>")
    assert told(checker.check(read)) == told(checker.check(document(REPORT)))
