"""Plants copies among many made-up reports and counts how many of them the audit finds, and what it finds wrongly.

``python benchmarks/similarity.py`` (``--units 1000 --copies 100``); ``--scale 10000`` times the comparison alone on rows.
The reports differ as real ones do: own sentences, set phrases that many write, phrases of their province and their county.
"""

import argparse
import json
import random
import re
import resource
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from reportcheck.audit import similarity
from reportcheck.audit.record import Record, record_of
from reportcheck.audit.sentences import hash_of
from reportcheck.audit.store import Store, insert
from reportcheck.engine import EditionsChecker
from reportcheck.readers import read_bytes
from reportcheck.rulesets import AUTO, load_editions

# {a|b|c}: one of these; #: a figure; @: the unit's kind of place (县, 区, 市).
WORK = {
    "规范决策": """
{全年|年内|一年来|截至年底，}{制定|印发|出台}行政规范性文件#件，{合法性审核|前置审查}#件，{提出|形成}{修改|书面|审核}意见#条，{全部采纳|大多被采纳|逐条反馈|均已吸收}
公布{年度|新一批|}重大行政决策{事项|}目录#项，{组织|开展}{专家论证|听证会|风险评估|公众参与}#场，{征集|收到|汇总}{群众|社会|企业}{意见|建议}#条
对{供水|供热|停车|公交|垃圾处理|农贸市场}{收费|改造|价格|布局}{决策|方案}开展{后评估|跟踪评估|中期评估}，{调整|优化|改进}{措施|做法|标准}#处
{聘请|续聘|选聘}{政府|@政府}法律顾问#名，{参与|列席|审查}{合同|协议|重大项目}#{件|份|次}，{避免|挽回|减少}{经济|}损失#万元
{清理|逐件梳理|重新评估}{现行|历年|上届政府}文件#件，{废止|宣布失效|修改|打包修订}#件，结果{在网站公布|向社会公开|报@人大常委会备案|汇编成册}
""",
    "严格执法": """
{市场监管|城管|交通运输|生态环境|应急管理|农业农村|文旅|水务}{部门|执法队伍|大队}{查处|立案查办|办结}{违法|一般程序|简易程序}案件#件，{罚没|处罚}#万元，{移送公安|不予处罚|从轻处理}#件
{评查|抽查|交叉互查}行政执法案卷#卷，{发现|指出|列明}{文书|程序|法条引用|送达}{不规范|瑕疵|问题}#个，{约谈|通报|督促}{单位|承办人|队所}#{家|人|个}
{推行|试行|启用}{扫码入企|综合查一次|说理式文书|非现场执法|首违不罚清单}，{入企检查|重复检查|检查频次|平均办案时间}{下降|减少|缩短|压减}#%
{组织|举办|开设}{执法人员|新进人员|骨干}{培训|轮训|实训|练兵比武}#期，{参训|覆盖|考核}#人次，{不合格|补考|调离岗位}#人
{为|帮助}{农民工|网约配送员|残疾职工|季节工}追回{工资|报酬|补偿}#万元，{涉及|惠及}#人，{列入失信名单|移送司法|责令支付}#家
{聘请|邀请}{人大代表|政协委员|律师|企业家|退休法官}担任{执法监督员|特邀评查员|营商观察员}#名，{提出|带回|转来}{线索|建议|问题}#条
""",
    "化解纠纷": """
{受理|收到}行政复议申请#件，{审结|办结}#件，{调解和解|撤销|确认违法|维持}#件，{制发|发出}{意见书|建议书}#份
{行政机关负责人|副@长|部门主要负责人}出庭应诉#{次|件}，{旁听庭审|庭前和解|庭后约见当事人}#{人|次}，{败诉|被纠错}#件
{建成|挂牌|运行}{物业|医疗|婚姻家庭|劳动|知识产权|山林土地}{调解室|调委会|纠纷调处中心}#个，{调解|调处}#件，{成功率|满意率|履行率}#%
{开展|部署}{征地|拆迁|欠薪|邻里|校园|涉企}{矛盾|隐患|积案}{排查|攻坚|包案}{行动|月|百日会战}，{排查|登记}#件，{化解|办结|上报}#件
{法律援助中心|公证处|司法所|律师工作站}{办理|受理|接待}{案件|咨询|公证}#{件|人次}，{减免|免收|垫付}费用#万元
""",
    "政务服务": """
{政务服务大厅|便民中心|镇村窗口|自助服务区}{新增|进驻|延伸}{事项|服务}#项，{累计|日均|全年}办理#件，{材料|时限|跑动次数}{压减|减少|缩短}#%
{上线|推出|打通}{一件事|跨域通办|免申即享|容缺受理}{事项|服务|场景}#个，{惠及|服务|覆盖}{企业|个体户|老年人|新生儿家庭}#{家|户|人}
{热线|领导信箱|网上信访|办不成事窗口}{接到|转办|受理}诉求#件，{按期办结|回访满意|二次督办}#件，{退回重办|点名通报}#件
{清偿|化解|偿还}拖欠{中小企业|民营企业|工程}账款#万元，{兑现|落实}{招商承诺|奖补资金|人才补贴}#{项|万元}
{归集|共享|开放}{电子证照|公共数据|信用信息}#万条，{建成|接通|对接}{接口|平台|系统}#个，{调用|查询}#次
""",
    "法治宣传": """
{举办|组织|策划}{宪法宣传周|民法典宣传月|国家安全教育日|乡村大集普法}活动#场，{发放|赠送}{手册|挂历|漫画册|明白卡}#份，{解答|受理}咨询#人次
{培育|选聘|命名}{法律明白人|学法用法示范户|普法志愿者|法治副校长}#名，{开展|主讲|录制}{宣讲|课程|短视频}#{场|节|条}
{常务会议|党组会议|中心组}{会前学法|专题学法|集中学法}#次，{学习|研讨}{行政处罚法|行政复议法|安全生产法|信访条例|预算法}等法律#部
{组织|安排}{领导干部|新任职人员|科级干部}{旁听庭审|考法|述法|宪法宣誓}#人次，{现场点评|书面反馈|优秀等次}#人
{建成|改造|提升}{法治公园|法治长廊|青少年基地|村史法治馆}#{处|个}，{接待|吸引}{参观|研学|群众}#人次
""",
}
PROBLEMS = """
{少数|有的|个别}{镇街|部门|执法队所}{执法力量|法制审核人员|持证人员}{不足|偏少|流动快}，{人均|每队|每镇}办案不到#件，主要原因是{编制没有跟上|待遇偏低|新人没有老同志带|岗位轮换过密}
{决策后评估|听证|公众参与}{做得偏少|流于形式|反馈不及时}，全年只{开展|组织}#次，原因是{标准不细|经费没有来源|承办单位怕麻烦|公众不了解}
{数据共享|系统对接|电子证照应用}{还有堵点|进展不快|更新滞后}，仍有#个{系统|事项|部门}{没有打通|需要重复填报|数据不全}，由于{标准不一|垂直系统难接入|资金不足}
{普法|宣讲|法治文化}{形式单一|针对性不强|下沉不够}，{年轻人|外来务工人员|偏远村组}{覆盖|参与}不足#%，根子在{内容陈旧|部门各干各的|缺少专业队伍}
"""
PLAN = """
{3月|6月|9月|年}底前{出台|修订|印发}{决策后评估|执法监督|调解员管理|数据共享}{办法|细则|指引}，{明确|细化|列出}{标准|流程|责任}#条
为#个{镇|街道|执法队所}{增派|招录|调剂}{持证人员|法制审核员|辅助人员}#名，{开展|落实}{跟班|跟案|导师制}{培训|带教}#天
{新建|改造|接通}{系统接口|法治阵地|调解室|服务窗口}#个，{由|交}{数据局|司法局|政府办}{按季调度|逐月通报|挂账销号}
{组织|开展}{案卷评查|庭审观摩|普法巡讲|专项督察}#{次|场|轮}，{结果|问题}{公开通报|限期整改|计入考核}
"""
LEADERS = """
@长{主持召开|召集}常务会议#次，{研究|审议}{法治议题|执法改革|重大决策}#项，{当场退回|要求补正|暂缓表决}{未经审核|材料不全|争议较大}议题#个
@委书记{听取|点评}{述法|法治工作汇报|政法单位汇报}#次，{批示|签批}#件，{协调|解决}{编制|经费|用房}{问题|事项}#个
@长{带队检查|调研|暗访}{安全生产|校园食品|窗口作风|工地扬尘}#次，{出庭应诉|旁听庭审|约见信访人}#{件|次}，{讲|带头讲}法治课#次
"""
PHRASES = """
坚持把法治政府建设作为推动全域治理现代化的重要抓手一体谋划一体推进
始终把法治建设放在事关全局的位置定期听取汇报及时研究解决难题
聚焦群众急难愁盼问题着力打通服务群众的最后一百米
坚持问题导向目标导向结果导向相统一推动各项任务见行见效
健全完善党委统一领导政府主体推进部门齐抓共管的工作机制
坚持刀刃向内主动查摆短板弱项逐项制定整改措施
充分发挥法治固根本稳预期利长远的保障作用
以高质量法治护航高质量发展的理念更加深入人心
坚持以人民为中心的发展思想不断满足群众多元法治需求
强化督察考核结果运用层层传导压力逐级压实责任
推动法治理念融入日常工作贯穿权力运行全过程各环节
坚持系统观念统筹处理好改革发展稳定与法治的关系
严格落实意识形态工作责任制牢牢掌握工作主动权
持续擦亮法治惠民品牌群众安全感满意度稳步提升
以更高站位更实举措更严作风奋力书写法治建设新篇章
着力构建亲清统一的新型政商关系全力当好企业服务员
深入开展警示教育以案为鉴以案促改以案促治
推动形成人人有责人人尽责人人享有的治理共同体
坚持标本兼治综合施策从源头上减少矛盾隐患
确保各项部署落到实处取得人民群众看得见的成效
"""
_CHOICE = re.compile(r"\{([^{}]*)\}")
_SYLLABLES = "云青南北棠柏临清安宁怀石龙凤金玉松梅兰竹平永丰和泰嘉永洛淮沅湘漓沂沭汶泗颍"
OFTEN, SELDOM, EDITED = 0.6, 0.4, 0.33
KINDS = ("whole", "half", "reordered", "refigured", "edited")


class Unit(NamedTuple):
    """A made-up place: its name, its kind of place, its province and county by number."""

    name: str
    kind: str
    province: int
    county: int


class Corpus(NamedTuple):
    """Texts by name, and which of them were made from which: (copy, source, way of copying)."""

    texts: Mapping[str, str]
    planted: tuple[tuple[str, str, str], ...]


def corpus(units: int, copies: int, seed: int = 2024) -> Corpus:
    """Make reports of so many units, so many of them made from another one's."""
    chance = random.Random(seed)  # noqa: S311 - texts, not secrets
    places = list(_places(units, chance))
    ways = _ways(chance)
    bodies = [_body(place, chance, ways) for place in places]
    order = chance.sample(range(units), 2 * copies)
    planted = []
    for number, (copy, source) in enumerate(zip(order[:copies], order[copies:], strict=True)):
        kind = KINDS[number % len(KINDS)]
        bodies[copy] = _copied(kind, bodies[source], bodies[copy], chance)
        bodies[copy] = [[_renamed(each, places[source], places[copy]) for each in part] for part in bodies[copy]]
        planted.append((f"{copy:05}.txt", f"{source:05}.txt", kind))
    texts = {f"{number:05}.txt": _text(place, body) for number, (place, body) in enumerate(zip(places, bodies, strict=True))}
    return Corpus(texts, tuple(planted))


def _places(units: int, chance: random.Random) -> Iterator[Unit]:
    names = [a + b for a in _SYLLABLES for b in _SYLLABLES if a != b]
    chance.shuffle(names)
    for number in range(units):
        kind = "县区市"[number % 3]
        yield Unit(f"{names[number % len(names)]}{kind}", kind, number % 12, number % max(units // 15, 1))


def _ways(chance: random.Random) -> Callable[[str, int], list[str]]:
    """Return the sentences that a province or a county has its units write."""
    kept: dict[tuple[str, int], list[str]] = {}
    every = [line for lines in WORK.values() for line in lines.split()]

    def ways(which: str, number: int) -> list[str]:
        if (which, number) not in kept:
            kept[which, number] = [_told(chance.choice(every), "县", chance) for _ in range(12)]
        return kept[which, number]

    return ways


def _body(place: Unit, chance: random.Random, ways: Callable[[str, int], list[str]]) -> list[list[str]]:
    """Return the parts: work (a list of sentences a heading), problems, leaders, plan."""
    parts = []
    for lines in WORK.values():
        told = [_told(line, place.kind, chance) for line in lines.split() for _ in range(chance.choice((1, 2, 2, 3)))]
        told += chance.sample(PHRASES.split(), 2)
        told += [each for each in chance.sample(ways("province", place.province), 2) if chance.random() < OFTEN]
        told += [each for each in chance.sample(ways("county", place.county), 2) if chance.random() < SELDOM]
        chance.shuffle(told)
        parts.append(told)
    for lines in (PROBLEMS, LEADERS, PLAN):
        told = [_told(line, place.kind, chance) for line in lines.split()]
        chance.shuffle(told)
        parts.append(told)
    return parts


def _told(line: str, kind: str, chance: random.Random) -> str:
    while found := _CHOICE.search(line):
        line = line[: found.start()] + chance.choice(found.group(1).split("|")) + line[found.end() :]
    return re.sub("#", lambda _: str(chance.randint(2, 900)), line.replace("@", kind))


def _copied(kind: str, source: list[list[str]], own: list[list[str]], chance: random.Random) -> list[list[str]]:
    if kind == "half":
        taken = set(chance.sample(range(len(source)), len(source) // 2))
        return [source[n] if n in taken else own[n] for n in range(len(source))]
    if kind == "reordered":
        return [chance.sample(part, len(part)) for part in source]
    if kind == "refigured":
        return [[re.sub(r"\d+", lambda _: str(chance.randint(2, 900)), each) for each in part] for part in source]
    if kind == "edited":  # every third sentence with words of its own
        return [[each.replace("，", "，另外还有", 1) if chance.random() < EDITED else each for each in part] for part in source]
    return [list(part) for part in source]


def _renamed(sentence: str, source: Unit, copy: Unit) -> str:
    return re.sub(rf"(?<!\w){source.kind}(?=政府|委|长|人大)|{source.kind}(?=政府|委书记|长)", copy.kind, sentence.replace(source.name, copy.name))


def _text(place: Unit, body: list[list[str]]) -> str:
    lines = [f"{place.name}人民政府2024年法治政府建设年度报告", f"2024年，{place.name}人民政府依法履职，现将有关情况报告如下。", "一、主要举措和成效"]
    for number, (title, told) in enumerate(zip(WORK, body, strict=False)):
        lines.append(f"（{'一二三四五六'[number]}）{title}。{'。'.join(told)}。")
    problems, leaders, plan = body[len(WORK) :]
    lines += ["二、存在的不足和原因", *(f"（{'一二三四五六'[n]}）{each}。" for n, each in enumerate(problems))]
    lines += ["三、党政主要负责人履行第一责任人职责情况", f"{'。'.join(leaders)}。"]
    lines += ["四、2025年主要安排", *(f"（{'一二三四五六'[n]}）{each}。" for n, each in enumerate(plan))]
    return "\n".join([*lines, f"{place.name}人民政府", "2025年2月20日"])


def records(texts: Mapping[str, str]) -> Iterator[tuple[str, Record]]:
    """Check the texts on all processors."""
    names = sorted(texts)
    parts = [names[at : at + 50] for at in range(0, len(names), 50)]
    with ProcessPoolExecutor() as pool:
        for part in pool.map(_checked, [[(name, texts[name]) for name in part] for part in parts]):
            yield from part


_CHECKER: list[EditionsChecker] = []


def _checked(part: Sequence[tuple[str, str]]) -> list[tuple[str, Record]]:
    if not _CHECKER:
        _CHECKER.append(EditionsChecker(load_editions(AUTO)))
    return [(name, record_of(_CHECKER[0].check(read_bytes(text.encode(), name)))) for name, text in part]


class Measured(NamedTuple):
    """How many planted copies were found, by way of copying, and which pairs were found wrongly."""

    found: Mapping[str, tuple[int, int]]
    wrong: tuple[tuple[str, str], ...]

    @property
    def recall(self) -> float:
        """Return the share of planted copies that were found."""
        return sum(a for a, _ in self.found.values()) / sum(b for _, b in self.found.values())

    @property
    def precision(self) -> float:
        """Return the share of pairs found that were planted."""
        right = sum(a for a, _ in self.found.values())
        return right / (right + len(self.wrong)) if right + len(self.wrong) else 1.0


def measure(store: Store, planted: Sequence[tuple[str, str, str]]) -> Measured:
    """Compare what the audit found with what was planted."""
    similarity.compute(store)
    pairs = {tuple(sorted(pair)) for pair in store.rows("SELECT a, b FROM overlap WHERE kind = 'units'")}
    true = {tuple(sorted((a, b))): kind for a, b, kind in planted}
    kinds = {kind: [pair for pair, each in true.items() if each == kind] for kind in KINDS}
    found = {kind: (sum(pair in pairs for pair in told), len(told)) for kind, told in kinds.items() if told}
    return Measured(found, tuple(sorted((a, b) for a, b in pairs if (a, b) not in true)))


def scale(reports: int, path: Path) -> None:
    """Time the comparison of so many reports of 80 sentences, set phrases and clusters of copies among them."""
    chance = random.Random(7)  # noqa: S311 - rows, not secrets
    passages = zlib.compress(json.dumps([["achievements", number, None, "文" * 320] for number in range(11)]).encode())
    with Store.open(path) as store:
        with store.transaction() as connection:
            for number in range(reports):
                name = f"{number:06}.txt"
                row = (name, "0", "text", "rule-of-law-report", None, f"第{number}县人民政府", None, "county", "government", "government", 2024)
                insert(connection, "report", [(*row, None, None, None, None, None, "x", 0.0, 0.0, None, "", 0, 0, 0, 0)])
                own = [hash_of(f"{number // 12 if number % 20 == 0 else number} {each}") for each in range(60)]
                common = [hash_of(f"phrase {int(chance.paretovariate(0.6))}") for _ in range(20)]
                told = [(name, n, value, "achievements", n // 8, n % 8 * 40, 40, n // 8, None) for n, value in enumerate([*own, *common], 1)]
                insert(connection, "sentence", told)
                insert(connection, "text", [(name, passages)])
        start, spent = time.perf_counter(), time.process_time()
        similarity.compute(store)
        pairs = store.rows("SELECT count(*) FROM overlap")[0][0]
    took, cpu = time.perf_counter() - start, time.process_time() - spent
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{reports} reports x 80 sentences: {took:.1f} s ({cpu:.1f} s CPU), peak {peak} MB, {pairs} pairs")


def main() -> int:
    """Measure; return 1 where precision or recall is below 0.95."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--units", type=int, default=1000)
    parser.add_argument("--copies", type=int, default=100)
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--scale", type=int, help="only time the comparison of so many reports")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.scale:
            scale(options.scale, Path(folder) / "audit.sqlite")
            return 0
        made = corpus(options.units, options.copies, options.seed)
        with Store.open(Path(folder) / "audit.sqlite") as store:
            for name, record in records(made.texts):
                store.put(name, (0, 0, "", ""), record)
            measured = measure(store, made.planted)
    for kind, (found, all_of) in measured.found.items():
        print(f"{kind:<10} {found}/{all_of}")
    print(f"precision {measured.precision:.3f}, recall {measured.recall:.3f}, wrong {measured.wrong[:5]}")
    return int(min(measured.precision, measured.recall) < 0.95)  # noqa: PLR2004 - what the audit must reach


if __name__ == "__main__":
    sys.exit(main())
