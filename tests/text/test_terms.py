import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcheck.text.fold import fold
from reportcheck.text.terms import GAP, TermIndex, Vocabulary, literals, scan_plain


def spans(text: str, term: str) -> list[str]:
    folded, own = fold(text), fold(term)
    return [folded[a:b] for a, b in TermIndex(folded, Vocabulary([own])).spans(own)]


@pytest.mark.parametrize(
    ("term", "words"),
    [
        ("行政复议", ("行政复议",)),
        ("听取…汇报", ("听取", "汇报")),
        ("甲…乙…丙", ("甲", "乙", "丙")),
        ("…汇报", ("汇报",)),
        ("甲……乙", ("甲", "乙")),
    ],
)
def test_literals(term: str, words: tuple[str, ...]) -> None:
    assert literals(term) == words


def test_every_occurrence_counts() -> None:
    assert spans("复议复议，再复议", "复议") == ["复议", "复议", "复议"]
    assert spans("哈哈哈", "哈哈") == ["哈哈", "哈哈"]


def test_quotes_and_full_width_letters_do_not_matter() -> None:
    assert spans("推进「一网通办」和ＡＰＰ", "“一网通办”") == ['"一网通办"']
    assert spans("推进「一网通办」和ＡＰＰ", "APP") == ["APP"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("听取法治工作汇报", ["听取法治工作汇报"]),
        ("听取汇报", ["听取汇报"]),
        ("听取" + "字" * GAP + "汇报", ["听取" + "字" * GAP + "汇报"]),
        ("听取" + "字" * (GAP + 1) + "汇报", []),
        ("听取意见。作了汇报", []),
        ("听取意见；作了汇报", []),
        ("听取意见，作了汇报", ["听取意见,作了汇报"]),
        ("听取意见\n作了汇报", []),
        ("汇报后听取", []),
        ("听取甲汇报、乙汇报", ["听取甲汇报"]),
        ("听取甲、听取乙汇报", ["听取甲、听取乙汇报", "听取乙汇报"]),
    ],
)
def test_gaps(text: str, expected: list[str]) -> None:
    assert spans(text, "听取…汇报") == expected


def test_three_literals_each_with_its_own_gap() -> None:
    text = "甲" + "字" * GAP + "乙" + "字" * GAP + "丙"
    assert len(spans(text, "甲…乙…丙")) == 1
    assert spans(text, "甲…丙") == []


def test_a_term_inside_another_is_found() -> None:
    folded = "行政复议委员会"
    index = TermIndex(folded, Vocabulary(["行政复议", "复议委员会", "行政复议委员会"]))
    assert [index.spans(term) for term in ("行政复议", "复议委员会", "行政复议委员会")] == [((0, 4),), ((2, 7),), ((0, 7),)]


def test_a_term_that_the_vocabulary_lacks_stands_nowhere() -> None:
    index = TermIndex("听取两次汇报", Vocabulary(["复议"]))
    assert index.spans("两次") == ()
    assert index.spans("听取…汇报") == ()


def test_the_first_of_several_terms() -> None:
    index = TermIndex("甲乙丙甲", Vocabulary(["甲", "丙"]))
    assert index.starts(("丙", "甲")) == [0, 2, 3]
    assert index.any_in(("甲", "丙"), 1, 4) == 2
    assert index.any_in(("甲",), 1, 3) is None
    assert index.any_in(("甲",), 1, 4) == 3


def test_words_inside_names_can_be_passed_over() -> None:
    text = "合法性审查制度健全,审查文件8件"
    verbs, names = ("审查",), ("合法性审查制度",)
    index = TermIndex(text, Vocabulary([*verbs, *names]))
    assert index.inside(names, 3)
    assert not index.inside(names, 7)
    assert index.any_in(verbs, 0, len(text), outside=names) == 10
    assert index.any_in(verbs, 0, 9, outside=names) is None
    assert index.any_in(verbs, 0, 9) == 3


def test_equal_lists_give_equal_answers_whichever_list_is_asked() -> None:
    index = TermIndex("甲乙丙", Vocabulary(["甲", "乙", "丙"]))
    for _ in range(200):  # lists that live for one question only must not be taken for one another
        assert index.any_in(tuple(["甲"]), 0, 3) == 0  # noqa: C409
        assert index.any_in(tuple(["丙"]), 0, 3) == 2  # noqa: C409
        assert not index.inside(tuple(["甲"]), 1)  # noqa: C409
        assert index.inside(tuple(["乙"]), 1)  # noqa: C409


def test_an_empty_vocabulary_finds_nothing() -> None:
    assert Vocabulary([]).scan("行政复议") == {}


WORDS = st.lists(st.text(alphabet="行政复议ab", min_size=1, max_size=4), max_size=12)


@given(WORDS, st.text(alphabet="行政复议ab。,\n", max_size=60))
def test_the_compiled_search_equals_the_plain_one(words: list[str], text: str) -> None:
    vocabulary = Vocabulary(words)
    plain = scan_plain(vocabulary.words, text)
    assert [vocabulary.scan(text) for _ in range(4)] == [plain] * 4
    assert not vocabulary.words or vocabulary._automaton is not None  # the later scans used it


@given(WORDS, st.text(alphabet="行政复议ab。,\n", max_size=60))
def test_the_plain_search_finds_what_stands_there(words: list[str], text: str) -> None:
    expected = {w: [i for i in range(len(text)) if text.startswith(w, i)] for w in set(words)}
    assert scan_plain(set(words), text) == {word: starts for word, starts in expected.items() if starts}


def test_without_the_library_results_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "听取法治工作汇报,受理行政复议申请,听取意见"
    known = ["听取…汇报", "行政复议", "复议申请", "听取"]
    vocabularies = Vocabulary(known), Vocabulary(known)
    compiled = [TermIndex(text, vocabularies[0]) for _ in range(4)][-1]
    monkeypatch.setitem(sys.modules, "ahocorasick_rs", None)
    plain = [TermIndex(text, vocabularies[1]) for _ in range(4)][-1]
    assert vocabularies[0]._automaton is not None
    assert vocabularies[1]._automaton is None
    assert [plain.spans(term) for term in known] == [compiled.spans(term) for term in known]
    assert len(plain.spans("听取")) == 2
