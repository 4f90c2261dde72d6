import json as serialiser

from django.core.management.base import BaseCommand, CommandError

from foundation.audit.verifying import Report, verify


class Command(BaseCommand):
    help = "逐条核验操作记录的校验链，发现改动、缺失时以非零状态退出。"

    def add_arguments(self, parser) -> None:
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")
        parser.add_argument("--anchor", metavar="序号:校验值", help="以往留存的链尾，核对其仍在链上")

    def handle(self, *, json: bool, anchor: str | None, **options) -> None:
        report = verify(_anchor(anchor))
        self.stdout.write(serialiser.dumps(report.as_dict(), ensure_ascii=False) if json else _text(report))
        if not report.ok:
            raise CommandError(f"操作记录核验未通过：发现{len(report.problems)}个问题。")


def _anchor(text: str | None) -> tuple[int, str] | None:
    if not text:
        return None
    seq, _, hash_ = text.partition(":")
    if not seq.isdecimal() or len(hash_) != 64:
        raise CommandError("--anchor 应为“序号:64位校验值”，取自以往核验的输出。")
    return int(seq), hash_.lower()


def _text(report: Report) -> str:
    lines = [problem.text for problem in report.problems]
    lines.append(f"已核验{report.checked}条，待封存{report.unsealed}条。链尾：{report.head[0]}:{report.head[1]}")
    return "\n".join(lines)
