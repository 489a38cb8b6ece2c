"""What `rules new` writes for each check kind: its parameters, the slots of its messages, examples to begin with."""

from collections.abc import Mapping

PARAMS: Mapping[str, str] = {
    "evidence": """\
params:
  # 每组词（sign）是报告说这件事的一种说法；一句话对上任何一组就算。词就是照字面找，“听取…汇报”表示先后出现、相隔不超过24字。
  signs:
    # any：分句里有其中一个词。with：前后分句里还要有其中一个词（不要就删去）。
    # under：本句、上面的标题或前一句里要有其中一个词；not_under：不能有其中任何一个词。without：分句里不能有其中任何一个词（排除相近的事）。
    # needs: act 要另有举措的词或数据才算（不写就是这样）；named 词本身已经够具体，已完成的句子里有它就算。
    - any: [〖词一〗, 〖词二〗]
      with: [〖开展〗, 〖办结〗]
      without: [〖相近但不算的词〗]
      needs: named
  # 只是提到这件事的词：有它而没有举措，判为部分做到。
  topic: [〖词〗]""",
    "answered": """\
params:
  # 每类事项：problem 说不足的词，plan 说来年同一件事的词（不写就同 problem），measures 对它算具体措施的词。
  subjects:
    staff:
      problem: [〖力量不足〗]
      plan: [〖执法力量〗]
      measures: [〖招录〗]
  # 一般的措施词。
  measures: [制定, 开展, 建立]
  # 哪里都有的套话：两边都有也不算对应。
  stock: [法治政府建设, 进一步]""",
    "causes": """\
params:
  # 说明原因的词，和看着像、其实不是的词（可以不要）。
  marks: [原因, 由于, 因为]
  not: [分析原因]""",
    "covered-year": """\
params:
  # 规则管的年度：起始年、截止年。
  years: [2021, 2025]""",
    "doc-type": "params: {}",
    "fact": """\
params:
  # 正文要写明的事：signed_by 署名，signed_on 成文日期。
  fact: signed_by""",
    "items": """\
params:
  # 数哪一部分：problems 不足，plan 来年安排。
  of: plan
  # 至少几条。
  at_least: 3
  # 有其中一个词，或者有数据、文件名，才算一条；每条都算就删去这一行。
  concrete: [制定, 开展, 建立]""",
    "names-year": "params: {}",
    "numbering": "params: {}",
    "order": """\
params:
  # 可以接受的顺序，一种一行。achievements 成效，problems 不足，first_responsible 第一责任人，plan 来年安排。
  orders:
    - [achievements, problems, first_responsible, plan]""",
    "part": """\
params:
  # 哪一部分：achievements 成效，problems 不足，first_responsible 第一责任人，plan 来年安排。
  role: achievements
  # 正文至少多少字。
  min_chars: 200
  # 至少几句写出举措（acts 里的词，不在 compounds 里的）或者数据；不要就把这三行都删去。
  min_told: 4
  acts: [<acts>]
  compounds: [<compounds>, <formulas>]""",
    "specific": """\
params:
  # 一条不足要有一个领域的词（fields）和一个指得出的词（points），才算具体；有数据的也算。
  fields: [〖执法〗, 〖复议〗]
  points: [〖部分〗, 〖乡镇〗]
  # 空话：短短一条里有它，就不算具体。
  empty: [有待加强, 仍有差距]
  # 具体的至少占多少，0.5就是一半。
  share: 0.5""",
    "title": """\
params:
  # 标题里要有其中一个词。
  names: [法治政府建设]""",
}
"""Check kind -> the lines of ``params``."""

SLOTS: Mapping[str, Mapping[str, str]] = {
    "answered": {"count": "没有回应的条数", "all": "不足的条数", "example": "其中一条"},
    "causes": {"count": "写了原因的条数", "all": "不足的条数"},
    "covered-year": {"year": "报告的年度", "first": "起始年", "last": "截止年"},
    "evidence": {"why": "为什么不算（程序写）"},
    "items": {"count": "算数的条数", "all": "全部条数", "at_least": "要求的条数"},
    "names-year": {"year": "应写的年度"},
    "numbering": {"count": "不连续的处数", "found": "写成什么", "expected": "应是第几"},
    "order": {"found": "现在的顺序", "part": "放错的部分"},
    "part": {"part": "部分的名称", "chars": "字数", "told": "写出举措的句数"},
    "specific": {"count": "具体的条数", "all": "全部条数", "example": "空泛的一条"},
    "title": {"lack": "缺什么"},
}
"""Check kind -> the slots that it fills, with what they hold."""

_SENTENCES = """\
  - text: 〖今年做了这件事，有数据。〗
    status: met
    strength: figure
    quote: 〖依据原文里应有的字〗
  - text: 〖相近但不算的事。〗
    status: unmet
  - text: 〖加强这项工作，只有口号。〗
    status: partial
  - text: 〖2025年，要做这件事。〗
    in: plan
    status: unmet
"""
_REPORT = """\
  - in: report
    text: |-
      云岭县人民政府2024年度法治政府建设年度报告
      一、主要举措和成效
      〖做到了的写法〗
    status: met
  - in: report
    text: |-
      云岭县人民政府2024年度法治政府建设年度报告
      一、主要举措和成效
      〖没有做到的写法〗
    status: unmet
"""
EXAMPLES: Mapping[str, str] = {"evidence": _SENTENCES, "": _REPORT}
"""Check kind -> examples to begin with; the empty one for all others."""
