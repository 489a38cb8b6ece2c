"""``reportcheck rules``: read, write and test rules; one command a module."""

from reportcheck.cli.lazy import LazyGroup

_COMMANDS = {
    "list": ("reportcheck.cli.rules.list_", "列出规则"),
    "show": ("reportcheck.cli.rules.show", "显示一条规则"),
    "docs": ("reportcheck.cli.rules.docs", "生成规则手册"),
    "new": ("reportcheck.cli.rules.new", "新建一个规则文件"),
    "schema": ("reportcheck.cli.rules.schema", "给编辑器用的规则格式"),
    "lint": ("reportcheck.cli.rules.lint", "检查规则写得对不对"),
    "test": ("reportcheck.cli.rules.test", "运行规则里的示例"),
    "changed": ("reportcheck.cli.rules.changed", "测试改动过的规则集，由 pre-commit 调用"),
    "try": ("reportcheck.cli.rules.try_", "看一条规则怎样判一篇报告"),
    "mutate": ("reportcheck.cli.rules.mutate", "改坏规则和样例，看示例能否发现"),
    "diff": ("reportcheck.cli.rules.diff", "比较两个规则集"),
}

command = LazyGroup(name="rules", table=_COMMANDS, help="查看、编写和测试规则。", short_help="查看、编写和测试规则")
