"""Whose sign-off, whose word for itself, whose work: what is another's, and what only looks so."""

import pytest

BODY = "2024年，依法履职，现将有关情况报告如下：\n一、主要举措和成效\n{}\n二、存在的不足\n执法力量不足。\n三、2025年主要安排\n补充执法力量。"


@pytest.fixture(scope="module")
def found(judge):
    def look(title, signed, body="全年评查案卷210份。"):
        text = f"{title}2024年法治政府建设年度报告\n{BODY.format(body)}\n{signed}\n2025年2月20日"
        return [(f.quote, f.severity) for f in judge(text).findings if f.rule.id == "wording.foreign-name"]

    return look


@pytest.mark.parametrize(
    ("title", "signed"),
    [
        ("天水市秦州区", "秦州区人民政府"),
        ("秦州区", "天水市秦州区人民政府"),
        ("昌吉州", "昌吉回族自治州人民政府"),
        ("云岭县青檀镇", "青檀镇人民政府"),
        ("青檀镇", "云岭县青檀镇人民政府"),
        ("青檀镇人民政府", "中共青檀镇委员会 青檀镇人民政府"),
        ("云岭县住房和城乡建设局", "云岭县住建局"),
        ("云岭县人力资源和社会保障局", "云岭县人社局"),
        ("中共云岭县委 云岭县人民政府", "中共云岭县委\n云岭县人民政府"),
        ("云岭县", "云岭县司法局"),
        ("云岭县人民政府", "云岭县人民政府办公室"),
        ("澜川高新技术产业开发区", "澜川高新区管委会"),
        ("内江市市中区", "市中区人民政府"),
        ("南屏区城关街道办事处", "城关街道办事处"),
        ("云岭县", "临川湖市人民政府"),
    ],
)
def test_a_sign_off_that_may_be_the_titles_is_not_accused(found, title, signed):
    assert found(title, signed) == []


@pytest.mark.parametrize(
    ("title", "signed", "severity"),
    [
        ("云岭县人民政府", "南屏区人民政府", "error"),
        ("青檀镇人民政府", "白石镇人民政府", "error"),
        ("云岭县市场监督管理局", "云岭县公安局", "error"),
        ("昌吉州", "巴音郭楞蒙古自治州人民政府", "error"),
        ("青檀镇人民政府", "青檀乡人民政府", "warning"),
    ],
)
def test_a_sign_off_of_another_is_found(found, title, signed, severity):
    assert found(title, signed) == [(signed, severity)]


COUNTY = "我县评查案卷210份，县政府研究议题12项，县司法局培训480人次，全县公布清单3张。获省政府通报表扬。"


@pytest.mark.parametrize(
    "body",
    [
        COUNTY + "全市、全省现场会在我县召开。",
        COUNTY + "划定安全区域3处，全区域通办事项210项。",
        COUNTY + "南屏区来信说，我区企业在贵县办事方便。",
        COUNTY + "我区、全区、我区先后评查。",
        COUNTY.replace("获省政府通报表扬", "获自治区通报表扬") + "我县经验在全区推广。",
        "我县评查案卷210份。我区评查案卷36份。获省政府通报表扬。",
        COUNTY + "《我区法治建设》刊发简报3期。",
    ],
)
def test_others_words_that_have_a_reason_are_not_accused(found, body):
    assert found("云岭县人民政府", "云岭县人民政府", body) == []


@pytest.mark.parametrize(
    ("title", "body", "quote"),
    [
        ("云岭县人民政府", COUNTY + "我区开展普法46场。", "我区"),
        ("云岭县人民政府", COUNTY + "我局开展普法46场。", "我局"),
        ("金昌市人民政府", "我市培训12期，我市评查210份，全市通报3次。我县开展普法46场。", "我县"),
        ("云岭县公安局", "我局培训12期，我局评查210份，我局通报3次。我委开展普法46场。", "我委"),
        ("青檀镇人民政府", "我镇培训12期，我镇评查210份，全镇通报3次。全乡开展普法46场。", "全乡"),
    ],
)
def test_a_rare_word_of_others_for_themselves_is_found(found, title, body, quote):
    assert found(title, title, body) == [(quote, "warning")]


def test_another_places_work_is_found_and_a_place_of_ours_is_not(found):
    assert found("永昌县人民政府", "永昌县人民政府", "甘州区司法局评查案卷36份。") == [("甘州区", "warning")]
    assert found("金昌市人民政府", "金昌市人民政府", "永昌县政府印发文件6件。") == []
    assert found("金昌市人民政府", "金昌市人民政府", "天水市司法局组织培训3次。") == [("天水市", "warning")]
    assert found("沛宁县人民政府", "沛宁县人民政府", "全年审查文件36件，代县政府起草文件6件。") == []


def test_what_is_told_throughout_is_no_leftover(found):
    body = "南屏区司法局评查36份。南屏区坚持学法6次。南屏区组织培训6期。南屏区印发文件6件。"
    assert found("云岭县人民政府", "云岭县人民政府", body) == []
