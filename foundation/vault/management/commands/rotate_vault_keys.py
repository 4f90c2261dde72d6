from django.core.management.base import BaseCommand

from foundation.vault.rotation import encrypted_fields, outdated, rotate


class Command(BaseCommand):
    help = "把旧密钥加密的内容改用当前密钥。可以中断，再次运行即从中断处继续。"

    def add_arguments(self, parser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="只统计，不改动")

    def handle(self, *, dry_run: bool, **options) -> None:
        for field in encrypted_fields():
            count = outdated(field).count() if dry_run else rotate(field)
            self.stdout.write(f"{field.context}：{'待更换' if dry_run else '已更换'} {count} 条")
        self.stdout.write("旧密钥仍用于历史备份，请妥善保存。" if not dry_run else "未作改动。")
