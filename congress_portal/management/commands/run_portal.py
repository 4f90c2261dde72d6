"""One command for demonstration and small installations: web, worker and beat, stopped in order by Ctrl-C."""

import socket
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connections

from congress_portal import embedded
from congress_portal.demo import clearing, signins
from congress_portal.runner import Runner, answers, portal_parts
from congress_portal.staticfiles import collect_if_changed


class Command(BaseCommand):
    """`run_portal [--demo] [--fresh]`; everything it starts ends with it."""

    help = "迁移数据库、收集静态文件，启动网站、后台任务和定时任务；按 Ctrl-C 依次停止。"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Options."""
        parser.add_argument("--demo", action="store_true", help="载入演示区数据，并打印各角色的登录名")
        parser.add_argument("--fresh", action="store_true", help="清空演示数据后重新载入（与 --demo 合用）")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare, start, wait, stop."""
        self._refuse_taken_port()
        runner = Runner(portal_parts(settings.PORTAL_PORT, settings.PORTAL_VAR / "log"), self._say)
        try:
            self._prepare(options["demo"] and options["fresh"])
            with self._step("启动网站、后台任务、定时任务"):
                runner.start()
                ready = runner.wait_until(lambda: answers(f"http://127.0.0.1:{settings.PORTAL_PORT}/health/ready"))
            if not ready and not runner.stopping:
                raise CommandError(f"网站没有在一分钟内就绪，请查看 {settings.PORTAL_VAR}/log 中的日志。")
            self._welcome(runner, options["demo"])
            if part := runner.wait():
                raise CommandError(f"{part.name}意外退出，其余部分一并停止；请查看 {part.log} 后重新启动。")
        except KeyboardInterrupt:
            self._say("已中断")
        finally:
            runner.stop()
            self._leave_servers()

    def _prepare(self, start_over: bool) -> None:
        if start_over:
            # Before anybody is connected: it drops every table. The year is told once the address answers.
            with self._step("清空演示区数据"):
                clearing.start_over()
        else:
            with self._step("检查并迁移数据库"):
                call_command("migrate", verbosity=0, interactive=False)
        with self._step("收集静态文件"):
            collect_if_changed()
        connections.close_all()

    def _refuse_taken_port(self) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("0.0.0.0", settings.PORTAL_PORT))
            except OSError:
                raise CommandError(
                    f"端口 {settings.PORTAL_PORT} 已被占用；请停止占用它的程序，或用 PORTAL_PORT=8001 之类换一个端口。"
                ) from None

    def _welcome(self, runner: Runner, demo: bool) -> None:
        if runner.stopping:
            return
        self._say(f"门户已就绪：{settings.PORTAL_ADDRESS}/")
        if demo:
            # The address answers meanwhile; the data are there all at once when the whole year has been told.
            self._tell_the_demonstration(runner)
        self._say(f"按 Ctrl-C 停止；数据和日志保留在 {settings.PORTAL_VAR}")

    def _tell_the_demonstration(self, runner: Runner) -> None:
        self._say("载入演示区数据 …")
        began = time.monotonic()
        told = runner.run([sys.executable, str(settings.BASE_DIR / "manage.py"), "load_demo"])
        if told:
            self._say(f"载入演示区数据：完成，{time.monotonic() - began:.1f} 秒")
            for line in signins.lines():
                self.stdout.write(f"    {line}")
        elif not runner.stopping:
            self._say("载入演示区数据：没有完成，原因见上方；门户中没有演示数据。改正后用 --fresh 重新载入。")

    def _leave_servers(self) -> None:
        connections.close_all()
        if not settings.EMBEDDED:
            return
        self._say("停止消息队列和数据库")
        if not embedded.leave_and_wait(settings.PORTAL_VAR):
            self._say("数据库还有其他命令在使用，最后一个命令结束后会自行停止。")

    def _say(self, text: str) -> None:
        self.stdout.write(f"▸ {text}")
        self.stdout.flush()

    @contextmanager
    def _step(self, text: str) -> Iterator[None]:
        self._say(f"{text} …")
        began = time.monotonic()
        yield
        self._say(f"{text}：完成，{time.monotonic() - began:.1f} 秒")
