"""The store in Chinese: views that a supervisor can ask in SQL without knowing the tables. ``docs/audit.md`` lists them."""

from collections.abc import Mapping

from reportcheck.reporters import wording

STATES = {
    "on_time": "按时",
    "late": "迟报",
    "wrong_year": "年度不符",
    "undated": "日期不明",
    "superseded": "已有新稿",
    "duplicate": "重复报送",
    "unknown": "名册外单位",
    "unknown_unit": "名册外单位",
}
_MET, _PARTIAL, _UNMET = "met", "partial", "unmet"


def _named(column: str, names: Mapping[str, str]) -> str:
    cases = " ".join(f"WHEN '{value}' THEN '{words}'" for value, words in names.items())
    return f"CASE {column} {cases} ELSE {column} END"


_STATUSES = {status.value: words for status, words in wording.STATUSES.items()}
_SEVERITIES = {str(severity): words for severity, words in wording.SEVERITIES.items()}
_STRENGTHS = {strength.value: words for strength, words in wording.STRENGTHS.items()}
_UNIT = "coalesce(s.unit, r.issuer, r.region) AS 单位"
_OF_REPORT = "JOIN report r USING (path) LEFT JOIN submission s USING (path)"
_RULE = "LEFT JOIN rule ON rule.ruleset = r.ruleset AND rule.id"
_COUNTED = "r.type <> 'other' AND coalesce(s.state, '') NOT IN ('superseded', 'duplicate')"

VIEWS = f"""
CREATE VIEW 报告 AS SELECT {_UNIT}, r.region AS 地区, {_named("r.level", wording.LEVELS)} AS 层级,
  {_named("r.profile", wording.PROFILES)} AS 类别, r.year AS 年度, r.percent AS 得分, r.grade AS 等次,
  r.errors AS 必须改, r.warnings AS 应当改, r.infos AS 可改进, {_named("s.state", STATES)} AS 报送情况,
  r.chinese AS 正文字数, r.title AS 标题, r.doc_number AS 文号, r.signed_by AS 落款, r.signed_on AS 成文日期,
  r.published AS 发布日期, r.file_date AS 文件日期, r.ruleset AS 规则集, {_named("r.type", wording.TYPES)} AS 是否报告, r.path AS 文件
  FROM report r LEFT JOIN submission s USING (path);

CREATE VIEW 得分构成 AS SELECT {_UNIT}, r.year AS 年度, d.title AS 项目, d.points AS 得分, d.max_points AS 满分, d.path AS 文件
  FROM dimension d {_OF_REPORT};

CREATE VIEW 判定 AS SELECT {_UNIT}, r.year AS 年度, rule.group_title AS 类, o.rule AS 规则, rule.title AS 要求,
  {_named("o.status", _STATUSES)} AS 判定, {_named("o.strength", _STRENGTHS)} AS 程度, o.points AS 得分, o.max_points AS 满分, o.path AS 文件
  FROM outcome o {_OF_REPORT} {_RULE} = o.rule;

CREATE VIEW 依据原文 AS SELECT {_UNIT}, r.year AS 年度, e.rule AS 规则, rule.title AS 要求, e.number AS 序号, e.line AS 行, e.page AS 页,
  e.quote AS 原文, e.path AS 文件
  FROM evidence e {_OF_REPORT} {_RULE} = e.rule;

CREATE VIEW 问题 AS SELECT {_UNIT}, r.year AS 年度, {_named("f.severity", _SEVERITIES)} AS 轻重, f.rule AS 规则,
  rule.title AS 要求, f.message AS 问题, f.advice AS 建议, f.line AS 行, f.page AS 页, f.quote AS 原文, f.suppression AS 豁免, f.path AS 文件
  FROM finding f {_OF_REPORT} {_RULE} = f.rule;

CREATE VIEW 要求统计 AS SELECT r.year AS 年度, rule.group_title AS 类, o.rule AS 规则, rule.title AS 要求,
  count(*) AS 适用, sum(o.status = '{_MET}') AS 符合, sum(o.status = '{_PARTIAL}') AS 部分符合, sum(o.status = '{_UNMET}') AS 不符合,
  round(100.0 * sum(o.status = '{_UNMET}') / count(*), 1) AS 不符合率
  FROM outcome o {_OF_REPORT} {_RULE} = o.rule
  WHERE o.status <> 'not_applicable' AND {_COUNTED} GROUP BY r.year, r.ruleset, o.rule ORDER BY r.year DESC, rule.position;

CREATE VIEW 未检查 AS SELECT message AS 原因, path AS 文件 FROM failure;

CREATE VIEW 未报送 AS SELECT u.name AS 单位, u.region AS 地区, {_named("u.level", wording.LEVELS)} AS 层级,
  {_named("u.subject", wording.SUBJECTS)} AS 类别, u.parent AS 上级, u.year AS 年度, u.due AS 期限, u.contact AS 联系人
  FROM missing_unit u;

CREATE VIEW 迟报 AS SELECT s.unit AS 单位, u.parent AS 上级, r.year AS 年度, s.due AS 期限, s.on_date AS 日期,
  CAST(julianday(s.on_date) - julianday(s.due) AS INTEGER) AS 迟到天数,
  {_named("s.date_from", {"published": "发布日期", "signed_on": "成文日期", "file_date": "文件日期"})} AS 日期来源, u.contact AS 联系人, s.path AS 文件
  FROM submission s JOIN report r USING (path) LEFT JOIN unit u ON u.name = s.unit WHERE s.state = 'late';

CREATE VIEW 雷同线索 AS SELECT coalesce(sa.unit, ra.issuer, ra.region) AS 单位甲, coalesce(sb.unit, rb.issuer, rb.region) AS 单位乙,
  {_named("o.kind", {"units": "不同单位", "own_year": "本单位上年"})} AS 类型, o.shared AS 相同句数,
  round(100 * o.share_a, 1) AS 占甲, round(100 * o.share_b, 1) AS 占乙, o.a AS 文件甲, o.b AS 文件乙
  FROM overlap o LEFT JOIN report ra ON ra.path = o.a LEFT JOIN report rb ON rb.path = o.b
  LEFT JOIN submission sa ON sa.path = o.a LEFT JOIN submission sb ON sb.path = o.b;

CREATE VIEW 雷同段落 AS SELECT a AS 文件甲, b AS 文件乙, number AS 序号, a_line AS 行甲, a_page AS 页甲, b_line AS 行乙, b_page AS 页乙,
  a_text AS 原文甲, b_text AS 原文乙 FROM overlap_passage;

CREATE VIEW 先看 AS SELECT t.rank AS 次序, {_UNIT}, r.year AS 年度, t.value AS 分量, t.reason AS 理由, t.rule AS 规则, t.line AS 行,
  t.page AS 页, t.quote AS 原文, t.path AS 文件
  FROM triage t {_OF_REPORT} ORDER BY t.rank;
"""  # noqa: S608 - all that is put in stands above
