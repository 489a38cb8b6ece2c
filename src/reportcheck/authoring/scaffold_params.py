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
    "case-person": """\
params:
  # 名字前面紧挨着的词（案件里的人）；名字后面紧挨着的词（案情）；句子里有 unless 中的词就不报。
  roles: [原告, 当事人]
  charges: [涉嫌, 一案]
  unless: [化名]""",
    "causes": """\
params:
  # 说明原因的词，和看着像、其实不是的词（可以不要）。
  marks: [原因, 由于, 因为]
  not: [分析原因]""",
    "covered-year": """\
params:
  # 规则管的年度：起始年、截止年。
  years: [2021, 2025]""",
    "dates": "params: {}",
    "doc-type": "params: {}",
    "document-names": """\
params:
  # 名称要写对的文件：title 名称，years 起止年份（没有就删去）。
  documents:
    - {title: 〖文件名称〗, years: ["2021-2025年"]}""",
    "duplicates": """\
params:
  # 多少字以上的句子写了两遍才报。
  min_chars: 30""",
    "fact": """\
params:
  # 正文要写明的事：signed_by 署名，signed_on 成文日期。
  fact: signed_by""",
    "figures-change": "params: {}",
    "figures-conflict": """\
params:
  # measures 全篇只该有一个数的事项；scopes 表明范围的词，范围不同的数不比。
  measures: [行政复议申请]
  scopes: [全县, 县政府, 上半年]
  # “全县”后面有 totals 中的词，也拿来比；shared 各项工作都可能写到，所以不比。
  totals: [共有, 现有]
  shared: [检查, 培训, 宣传]""",
    "figures-impossible-rate": "params: {}",
    "figures-rate": "params: {}",
    "figures-subset": """\
params:
  # 前一步 whole 的数不应少于后一步 part 的数；会有上年结转的写 carried: true。
  stages:
    - {whole: [受理], part: [审结], carried: true}""",
    "figures-sum": """\
params:
  # parts 互不包含的分项，其中要有 needs；least 至少写几项才算；几项就是全部的写 whole: true。
  partitions:
    - {parts: [优秀, 良好, 合格, 不合格], needs: [优秀], least: 3, whole: true}""",
    "foreign-name": """\
params:
  # doing 别的地名后面有这些词，就是把它写成做工作的一方；句子里有 unless 中的词就不报。
  doing: [坚持, 深入, 组织]
  unless: [考察, 协作, 联合]""",
    "items": """\
params:
  # 数哪一部分：problems 不足，plan 来年安排。
  of: plan
  # 至少几条。
  at_least: 3
  # 有其中一个词，或者有数据、文件名，才算一条；每条都算就删去这一行。
  concrete: [制定, 开展, 建立]""",
    "law-in-force": "params: {}",
    "law-repealed": "params: {}",
    "law-titles": "params: {}",
    "names-year": "params: {}",
    "newest-meeting": """\
params:
  # earlier 更早的会议；meetings 各次会议：name 名称，any 算写到了的说法，held 闭幕的日期。
  earlier: [党的十九大]
  meetings:
    - {name: 〖会议名称〗, any: [〖会议的说法〗], held: "2022-10-22"}""",
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
    "placeholders": "params: {}",
    "private-number": """\
params:
  # 哪一种号码：id-number 身份号码，phone 手机号码，bank-card 银行卡号。号码前面离得最近的词说明它是什么。
  # names 表明就是这种号码，others 表明是别的号码，services 表明是对外服务的（存疑），contacts_in 这些部分里的也存疑。
  number: phone
  names: [手机, 电话]
  others: [编号]
  services: [热线]
  contacts_in: [closing]""",
    "rank-words": """\
params:
  # any 与层级不相称的话，levels 哪些层级不能写，reason 为什么，advice 该怎么写；句子里有 unless 中的词就不报。
  # not_regions 名称以这些词结尾的地方可以写；doubtful: true 只是存疑。
  phrases:
    - any: [〖不相称的话〗]
      levels: [county, township]
      reason: 〖为什么不相称〗
      advice: 〖该怎么写〗
      unless: [配合, 意见]""",
    "secrecy-mark": """\
params:
  # 密级；其他内部标志的开头几个字。
  grades: [绝密, 机密, 秘密]
  notes: [内部资料]""",
    "specific": """\
params:
  # 一条不足要有一个领域的词（fields）和一个指得出的词（points），才算具体；有数据的也算。
  fields: [〖执法〗, 〖复议〗]
  points: [〖部分〗, 〖乡镇〗]
  # 空话：短短一条里有它，就不算具体。
  empty: [有待加强, 仍有差距]
  # 具体的至少占多少，0.5就是一半。
  share: 0.5""",
    "stale": """\
params:
  # any 过时的提法，from_year 从哪一年度起算过时，advice 该怎么写；句子里有 unless 中的词就不报。
  phrases:
    - any: [〖过时的提法〗]
      from_year: 2021
      advice: 〖现在写作什么〗
      unless: [废止, 原]""",
    "title": """\
params:
  # 标题里要有其中一个词。
  names: [法治政府建设]""",
    "year-slips": "params: {}",
}
"""Check kind -> the lines of ``params``."""

SLOTS: Mapping[str, Mapping[str, str]] = {
    "answered": {"count": "没有回应的条数", "all": "不足的条数", "example": "其中一条"},
    "case-person": {"name": "隐去名字的姓名"},
    "causes": {"count": "写了原因的条数", "all": "不足的条数"},
    "covered-year": {"year": "报告的年度", "first": "起始年", "last": "截止年"},
    "dates": {"found": "日期", "reason": "为什么不对"},
    "document-names": {"found": "写成的名称", "right": "正确的名称", "what": "错在哪里"},
    "duplicates": {"what": "重复的是什么", "found": "重复的话", "line": "前一处的行号"},
    "evidence": {"why": "为什么不算（程序写）"},
    "figures-change": {"told": "对不上的数", "quotes": "与它有关的数", "working": "算式", "right": "应为多少"},
    "figures-conflict": {"told": "后一处的数", "other": "前一处的数", "line": "前一处的行号"},
    "figures-impossible-rate": {"told": "对不上的数", "quotes": "与它有关的数", "working": "算式", "right": "应为多少"},
    "figures-rate": {"told": "对不上的数", "quotes": "与它有关的数", "working": "算式", "right": "应为多少"},
    "figures-subset": {"told": "部分", "whole": "整体", "working": "算式", "right": "最多为多少"},
    "figures-sum": {"told": "对不上的数", "quotes": "与它有关的数", "working": "算式", "right": "应为多少", "total": "写明的总数"},
    "foreign-name": {"found": "别处的名称", "reason": "为什么不对"},
    "items": {"count": "算数的条数", "all": "全部条数", "at_least": "要求的条数"},
    "law-in-force": {"title": "法律名称", "published": "公布日期", "effective": "施行日期", "year": "报告的年度"},
    "law-repealed": {"title": "法律名称", "since": "废止的日期", "successor": "现行的法律", "year": "报告的年度"},
    "law-titles": {"found": "写成的名称", "right": "最接近的名称"},
    "names-year": {"year": "应写的年度"},
    "newest-meeting": {"found": "写到的会议", "meeting": "最近的会议", "held": "闭幕的日期", "year": "报告的年度"},
    "numbering": {"count": "不连续的处数", "found": "写成什么", "expected": "应是第几"},
    "order": {"found": "现在的顺序", "part": "放错的部分"},
    "part": {"part": "部分的名称", "chars": "字数", "told": "写出举措的句数"},
    "placeholders": {"found": "没有填写的话", "what": "缺什么"},
    "private-number": {"number": "隐去中间各位的号码"},
    "rank-words": {"found": "不相称的话", "reason": "为什么不相称", "how": "该怎么写"},
    "secrecy-mark": {"where": "的页眉、页脚或水印（正文里的不写）", "mark": "标志"},
    "specific": {"count": "具体的条数", "all": "全部条数", "example": "空泛的一条"},
    "stale": {"found": "过时的话", "reason": "为什么过时", "how": "该怎么写"},
    "title": {"lack": "缺什么"},
    "year-slips": {"found": "写有年份的话", "year": "报告的年度", "want": "应当是什么"},
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
