"""What belongs to the web page or the sheet of paper, not to the report: navigation, info lines, page numbers."""

import re
from typing import NamedTuple

from reportcheck.text.fold import fold


class Cut(NamedTuple):
    """A stretch of one line; ``key`` names what an info field states (title, published, doc_number)."""

    start: int
    end: int
    furniture: bool
    key: str = ""


_SHORT = 60
_PAGE_NUMBER = re.compile(r"^[-·\s]*\d{1,3}[-·\s]*$|^-\s*[一二三四五六七八九十]+\s*-$|^第\s*\d+\s*页(?:[,\s/]*共\s*\d+\s*页)?$")
_FIELDS = {
    "标题": "title", "信息名称": "title", "文件名称": "title", "名称": "title", "发布时间": "published", "发布日期": "published",
    "公开日期": "published", "生成日期": "published", "文号": "doc_number", "发文字号": "doc_number", "文件编号": "doc_number",
}
_OTHER_FIELDS = (
    "栏目|所属栏目|索引号|信息索引号|主题分类|发文机关|发布机构|发布单位|成文日期|发文日期|印发日期|有效性|时效性|关键词|关键字|主题词|"
    "信息来源|文章来源|来源|作者|公开方式|公开范围|公开形式|公开类别|体裁分类|组配分类|信息分类|信息类别|责任部门|责任单位|责任编辑|编辑|"
    "发布人|审核|审核人|签发|初审|复审|终审|校对|浏览次数|浏览量|浏览|阅读次数|阅读量|阅读|点击数|点击率|点击量|点击|访问量|访问次数|"
    "字体|字号|字体大小|语音朗读|当前位置|您的位置|您当前的位置|您现在的位置|今天是|更新时间|更新日期|时间|日期|服务热线|"
    "上一篇|下一篇|上一条|下一条|正文|网站标识码|备案号|联系邮箱|主办|主办单位|承办|承办单位|技术支持|版权所有|网站地址|邮政编码|邮编|建议使用|有效期"
)
_FIELD = re.compile(rf"[【\[(]?\s*(?P<key>{'|'.join(_FIELDS)}|{_OTHER_FIELDS})\s*[:】]")
_REPORT_TITLE = re.compile(r"(?:法治|依法行政).*(?:报告|总结|情况)$")
_TOKENS = (
    "AQI|站群导航|网站导航|导航|网站首页|首页|返回首页|返回顶部|返回|返回手机端|回到顶部|轻度污染|中度污染|重度污染|严重污染|优|良|空气质量|"
    "打印|打印本页|打印此页|打印文章|打印正文|关闭|关闭窗口|关闭本页|关闭页面|分享|分享到|分享至|一键分享|收藏|收藏本页|纠错|我要纠错|网站纠错|下载|"
    "大|中|小|大 中 小|微信|微博|新浪微博|QQ空间|扫一扫|扫一扫在手机打开当前页|扫一扫分享|扫码分享|手机版|手机浏览|电脑版|客户端|繁体|繁體|简体|"
    "English|EN|RSS|登录|注册|用户登录|搜索|高级搜索|请输入关键字|智能问答|智能机器人|无障碍|无障碍浏览|无障碍阅读|关怀版|长者版|长者模式|"
    "适老化|适老模式|站内搜索|本站热词|热搜词|政务公开|政府信息公开|信息公开|政务服务|网上办事|办事服务|互动交流|政民互动|公众参与|专题专栏|"
    "新闻中心|新闻动态|要闻动态|政务动态|数据开放|数据发布|魅力.{2,4}|走进.{2,4}|.{2,4}概况|领导之窗|机构职能|公开指南|公开年报|公开制度|法定主动公开内容|依申请公开|"
    "政策文件|政策解读|规划计划|财政信息|上一篇|下一篇|上一条|下一条|上一页|下一页|末页|尾页|点赞|转发|特大|超大|相关文章|相关链接|相关附件|相关阅读|相关解读|附件下载|网站地图|站点地图|关于我们|联系我们|网站声明|隐私声明|使用帮助|法律声明|"
    "友情链接|常见问题|党政机关|政府网站找错|我为政府网站找错|公安备案|视力保护色|字体|字号|语音播报|朗读|默认|正文|信息详情|文章详情|浏览正文|本页二维码|二维码"
)
_TOKEN_LINE = re.compile(rf"^(?:{_TOKENS})$", re.IGNORECASE)
_FOOTER = re.compile(r"^[^,。;、]{2,20}(?:门户网站|政府网|政务网)$|ICP备|公网安备|网站标识码|版权所有|Copyright|技术支持:|主办单位:|承办单位:|主办:|承办:|建议使用.*浏览器|网站支持IPv6|中文域名|copyright", re.IGNORECASE)
_BREADCRUMB = re.compile(r"^(?:.{0,12}[位置][:是])?\s*(?:网站)?首页\s*[>》/»→]|(?:当前|您的|您现在的|所在)位置|^.{2,14}(?:\s*[>»]+\s*.{2,20}){2,}$")
_STAMP = r"20\d\d-\d{1,2}-\d{1,2}(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
_STAMP_LINE = re.compile(rf"^[\[(]?\s*{_STAMP}\s*[\])]?$")
_SEPARATORS = re.compile(r"[\s|>/·•【】\[\]()]+")
_HEAD_END = re.compile(
    rf"(?:{_STAMP}\s*)?(?:来源|信息来源|文章来源)[:](?:\s*[^\s,。:]{{2,20}}(?=\s))?|(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:]\s*\d*\s*次?|"
    rf"[【\[]?字[体号](?:大小)?[:]?\s*大\s*中\s*小\s*[】\]]?|打印(?:本页|此页)?(?=\s)|关闭(?:窗口|本页)?(?=\s)|{_STAMP}"
)
_TAIL = re.compile(
    r"\s*(?:[【\[(]\s*)?(?:纠错|我要纠错|打印|关闭|分享到?|返回手机端|返回顶部|返回首页|上一篇|下一篇|上一条|下一条|扫一扫|相关链接|相关附件|附件下载|责任编辑|"
    r"版权所有|主办单位|主办[:]|承办|网站标识码|网站地图|联系我们|.ICP备|Copyright|电脑版|手机版)"
)


def is_page_number(line: str) -> bool:
    """Tell a line like ``— 3 —`` or ``第3页 共9页``."""
    return bool(_PAGE_NUMBER.match(fold(line).strip()))


def cut_line(line: str, *, first: bool, last: bool, ending: bool = False) -> list[Cut]:
    """Cut a line into report and furniture.

    ``first``/``last``: the line opens or closes the text, where archives that
    lost their line breaks leave furniture glued to the report. ``ending``: it is
    one of the last lines, where a bare date is the report's own.
    """
    folded = fold(line)
    if _is_furniture(folded.strip()) and not (ending and _STAMP_LINE.match(folded.strip())):
        return [Cut(0, len(line), furniture=True, key="published" if _STAMP_LINE.match(folded.strip()) else "")]
    start, cuts = _head_fields(folded)
    if first and not cuts:
        start, cuts = _glued_head(folded)
    end = _tail_start(folded, start) if last else len(line)
    body = [Cut(start, end, furniture=False)] if folded[start:end].strip() else []
    tail = [Cut(end, len(line), furniture=True)] if end < len(line) else []
    return [*cuts, *body, *tail]


def _is_furniture(line: str) -> bool:
    if not line or _PAGE_NUMBER.match(line) or _STAMP_LINE.match(line):
        return True
    if "。" in line or len(line) > 3 * _SHORT:
        return False
    if _FOOTER.search(line) or (_BREADCRUMB.search(line) and len(line) < 2 * _SHORT):
        return True
    words = [word for word in _SEPARATORS.split(line) if word]
    known = sum(bool(_TOKEN_LINE.match(word)) for word in words)
    return not words or (known * 2 > len(words) and len(line) < 2 * _SHORT)


def _head_fields(folded: str) -> tuple[int, list[Cut]]:
    """Read ``标题:… 发布时间:… 栏目:…`` at the beginning of a line; return where the rest begins."""
    lead = re.match(rf"\s*(?:{_STAMP}\s*)?", folded)
    at = lead.end() if lead else 0
    cuts: list[Cut] = []
    match = _FIELD.match(folded, at)
    while match:
        end = _value_end(folded, match)
        cuts += _field_cuts(match, end)
        match = _FIELD.match(folded, end) or re.compile(rf"\s*{_FIELD.pattern}").match(folded, end)
    return (cuts[-1].end, [Cut(0, cuts[0].start, furniture=True), *cuts] if cuts[0].start else cuts) if cuts else (0, [])


def _value_end(folded: str, match: re.Match[str]) -> int:
    """Return where a field's value ends: at the next field, at a blank, or with a short line."""
    following = _FIELD.search(folded, match.end())
    if following and following.start() - match.end() <= _SHORT:
        return following.start()
    rest = folded[match.end() :]
    space = re.search(r"\S(?=\s)", rest)
    value = rest[: space.end()] if space else rest
    if match.group("key").endswith("来源") and _REPORT_TITLE.search(value):
        return match.end()  # the source is left out and the report's own title follows
    if following is None and len(rest) <= _SHORT and "。" not in rest:
        return len(folded)
    return match.end() + space.end() if space else match.end()


def _field_cuts(match: re.Match[str], end: int) -> list[Cut]:
    key = _FIELDS.get(match.group("key"), "")
    if match.group("key") == "正文":
        return [Cut(match.start(), match.end(), furniture=True)]
    if key == "title":
        return [Cut(match.start(), match.end(), furniture=True), Cut(match.end(), end, furniture=False, key="title")]
    return [Cut(match.start(), end, furniture=True, key=key)]


def _glued_head(folded: str) -> tuple[int, list[Cut]]:
    limit = folded.find("。")
    window = folded[: min(limit if limit >= 0 else len(folded), 400)]
    ends = [match.end() for match in _HEAD_END.finditer(window)]
    # A report's own first words may hold a dash-written date; furniture needs a field or a stamp near the start.
    if not ends or not re.search(r"来源:|浏览|阅读|点击|字[体号]|打印|导航|首页", window[: ends[-1]]):
        return 0, []
    return ends[-1], [Cut(0, ends[-1], furniture=True, key="published")]


def _tail_start(folded: str, start: int) -> int:
    stop = max(folded.rfind(mark) for mark in "。!?日")
    match = _TAIL.search(folded, max(stop + 1, start)) if stop >= 0 else None
    return match.start() if match else len(folded)


def field_value(text: str) -> str:
    """Return what stands after a field's colon, or an info line's date."""
    folded = fold(text)
    match = _FIELD.search(folded)
    value = text[match.end() :].strip() if match and match.end() < len(text.rstrip()) else text
    stamp = re.search(r"20\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}", fold(value))
    return stamp.group() if stamp and "文号" not in folded and "字号" not in folded else value
