"""The rule book: every rule in it once, every link leads somewhere, nothing unescaped, and the shipped one current."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from drafts import ROOT
from reportcheck.cli import main
from reportcheck.rule import AppliesTo, Example
from reportcheck.rulebook import asked_words, book, render

VOID = {"meta", "br", "link", "hr", "img"}


class Page(HTMLParser):
    """Holds a page's anchors, links and text, and whether its elements nest."""

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.links, self.words = [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        self.ids += [known["id"]] if "id" in known else []
        self.links += [known["href"]] if "href" in known else []
        assert not {"src", "onclick"} & set(known)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


@pytest.fixture(scope="module")
def page(national):
    return Page(render(national, "html"))


@pytest.fixture(scope="module")
def markdown(national):
    return render(national, "md")


def test_each_rule_has_one_anchor(page, national, markdown):
    counted = Counter(page.ids)
    assert max(counted.values()) == 1
    assert {rule.id for rule in national.rules} <= set(counted)
    assert all(markdown.count(f'<a id="{rule.id}"></a>') == 1 for rule in national.rules)


def test_links_lead_somewhere(page, markdown):
    assert page.open == []
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    anchors = set(re.findall(r'<a id="([^"]+)">', markdown))
    assert set(re.findall(r"\]\(#([^)]+)\)", markdown)) <= anchors


def test_the_page_needs_nothing_else(national):
    text = render(national, "html")
    assert "<script" not in text
    assert not re.search(r"https?://|@import|url\(", text)


def test_every_rule_tells_what_a_reader_needs(page, national):
    words = "".join(page.words)
    for rule in national.rules:
        assert rule.requirement in words
        assert rule.advice in words
        assert all(basis.locator in words for basis in rule.basis)
        assert all(line in words for example in rule.examples for line in example.text.split("\n"))


def test_all_terms_can_be_read(page, national):
    words = "".join(page.words)
    for rule in national.rules:
        for sign in rule.params.get("signs", ()):
            for key in ("any", "with", "under", "without"):
                terms = [term for term in sign.get(key, ()) if not term.isdigit()]
                assert all(term in words for term in terms), rule.id


def test_no_rule_is_left_to_its_kind_s_name(national):
    told = [entry.judging.sentences for chapter in book(national).chapters for entry in chapter.entries]
    assert all(sentences and "由检查方式" not in sentences[0] for sentences in told)


def test_lists_of_many_rules_are_told_once(national):
    text = render(national, "html")
    shared = book(national).shared
    assert {"举措的词", "套话"} <= {words.use.rstrip("：") for words in shared}
    longest = max(shared, key=lambda words: len(words.terms))
    assert text.count("、".join(longest.terms).replace('"', "&#34;")) == 1


def test_words_of_rules_are_escaped(national):
    rule = national.rules[0]._replace(title="<b>题</b>*目*", examples=(Example("<i>例</i>|", "met"),))
    rules = national._replace(rules=(rule,))
    assert "<b>题" not in render(rules, "html")
    assert "&lt;i&gt;例" in render(rules, "html")
    assert "### \\<b\\>题\\</b\\>\\*目\\*" in render(rules, "md")


@pytest.mark.parametrize(
    ("applies_to", "words"),
    [
        (AppliesTo(), "各级各类单位"),
        (AppliesTo(("province", "prefecture"), ("government",)), "省级、市级的政府"),
        (AppliesTo(("county",)), "县级各类单位"),
        (AppliesTo((), ("department",), (2023, 2025)), "政府部门，2023—2025年度"),
    ],
)
def test_who_is_asked(applies_to, words):
    assert asked_words(applies_to) == words


def test_the_shipped_book_is_current(capsys):
    outputs = [str(ROOT / "docs" / name) for name in ("rules.html", "rules.md")]
    code = main(["rules", "docs", "--check", "--output", outputs[0], "--output", outputs[1]])
    assert code == 0, f"{capsys.readouterr().err}run: reportcheck rules docs --output docs/rules.html --output docs/rules.md"


def test_check_tells_what_is_stale(tmp_path, capsys):
    path = tmp_path / "手册.md"
    assert main(["rules", "docs", "--output", str(path)]) == 0
    assert main(["rules", "docs", "--output", str(path), "--check"]) == 0
    path.write_text(path.read_text(encoding="utf-8") + "改过", encoding="utf-8")
    assert main(["rules", "docs", "--output", str(path), "--check"]) == 1
    assert "不是最新的" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8").endswith("改过")
    assert main(["rules", "docs", "--output", str(tmp_path / "没有.html"), "--check"]) == 1


def test_wrong_usage_is_told(capsys):
    assert main(["rules", "docs", "--check"]) == 2
    assert main(["rules", "docs", "--output", "手册.txt"]) == 2
    assert "看不出 手册.txt 要什么格式" in capsys.readouterr().err
