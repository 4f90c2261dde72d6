import django.core.serializers.json
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from foundation.founding import Founding


class Migration(Founding):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('deputies', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='AnnualReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='版本')),
                ('kind', models.CharField(choices=[('handling', '代表建议办理情况报告'), ('deputies', '代表履职情况报告'), ('supervision', '监督工作情况报告')], max_length=20, verbose_name='报告')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                ('edition', models.PositiveSmallIntegerField(default=1, verbose_name='版次')),
                ('first_on', models.DateField(verbose_name='统计期起')),
                ('last_on', models.DateField(verbose_name='统计期止')),
                ('counted_on', models.DateField(verbose_name='统计截止日')),
                ('state', models.CharField(choices=[('asked', '等待生成'), ('building', '正在生成'), ('failed', '生成失败'), ('built', '已生成待审定'), ('confirmed', '已审定待通过'), ('frozen', '已通过并锁定')], default='asked', editable=False, max_length=12, verbose_name='状态')),
                ('asked_at', models.DateTimeField(verbose_name='提请生成时间')),
                ('started_at', models.DateTimeField(blank=True, null=True, verbose_name='开始生成时间')),
                ('built_at', models.DateTimeField(blank=True, null=True, verbose_name='生成时间')),
                ('progress_done', models.PositiveSmallIntegerField(default=0, verbose_name='已完成步骤')),
                ('progress_of', models.PositiveSmallIntegerField(default=0, verbose_name='全部步骤')),
                ('progress_text', models.CharField(blank=True, max_length=60, verbose_name='正在办理')),
                ('failure', models.CharField(blank=True, max_length=300, verbose_name='失败原因')),
                ('issuer', models.CharField(blank=True, max_length=100, verbose_name='出具单位')),
                ('content', models.JSONField(default=list, encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name='各表')),
                ('files', models.JSONField(default=dict, verbose_name='文件校验值')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='审定时间')),
                ('note', models.TextField(blank=True, verbose_name='审定意见')),
                ('adopted_on', models.DateField(blank=True, null=True, verbose_name='通过日期')),
                ('frozen_at', models.DateTimeField(blank=True, null=True, verbose_name='锁定时间')),
                ('digest', models.CharField(blank=True, max_length=64, verbose_name='校验值（SHA-256）')),
                ('reason', models.TextField(blank=True, verbose_name='更正理由')),
                ('asked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='生成人')),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='审定人')),
                ('corrects', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='reports.annualreport', verbose_name='更正哪一版')),
                ('frozen_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='登记人')),
                ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='deputies.meeting', verbose_name='通过的会议')),
            ],
            options={
                'verbose_name': '年度报告',
                'verbose_name_plural': '年度报告',
                'ordering': ['-year', 'kind', '-edition'],
                'constraints': [models.UniqueConstraint(fields=('kind', 'year', 'edition'), name='report_edition_once', violation_error_message='该年度已有这一版报告。'), models.UniqueConstraint(condition=models.Q(('state', 'frozen'), _negated=True), fields=('kind', 'year'), name='report_one_open', violation_error_message='该年度已有一版报告在编制，请在那一版上继续。'), models.CheckConstraint(condition=models.Q(('last_on__gte', models.F('first_on'))), name='report_period', violation_error_message='统计期的止日不能早于起日。'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'frozen'), _negated=True), models.Q(('adopted_on__isnull', False), ('meeting__isnull', False), models.Q(('digest', ''), _negated=True)), _connector='OR'), name='report_frozen_by_meeting', violation_error_message='锁定报告须写明通过的会议和日期。'), models.CheckConstraint(condition=models.Q(('corrects__isnull', True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='report_corrected_with_reason', violation_error_message='更正报告须写明理由。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='annualreport',
            trigger=pgtrigger.compiler.Trigger(name='annual_report_state_flow', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{asked:building,building:built,building:failed,built:asked,built:confirmed,confirmed:built,confirmed:frozen,failed:asked}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='b1f2002acb3cf756a492655243a6b99143cae6e9', operation='UPDATE', pgid='pgtrigger_annual_report_state_flow_8039f', table='reports_annualreport', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='annualreport',
            trigger=pgtrigger.compiler.Trigger(name='frozen_report_is_fixed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" = \'frozen\')', func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='090b123a37c8227932e325d28f181c0ee62c45e4', operation='UPDATE OR DELETE', pgid='pgtrigger_frozen_report_is_fixed_94d6a', table='reports_annualreport', when='BEFORE')),
        ),
        migrations.CreateModel(
            name='DeputyReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='版本')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                ('edition', models.PositiveSmallIntegerField(default=1, verbose_name='版次')),
                ('state', models.CharField(choices=[('failed', '生成失败'), ('built', '已生成'), ('open', '待本人补充'), ('written', '待核对'), ('checked', '待审定'), ('confirmed', '已审定')], default='built', editable=False, max_length=10, verbose_name='状态')),
                ('level', models.CharField(choices=[('national', '全国'), ('province', '省'), ('city', '市'), ('district', '区县'), ('township', '乡镇')], max_length=10, verbose_name='层级')),
                ('asked_at', models.DateTimeField(verbose_name='统计批次')),
                ('counted_on', models.DateField(verbose_name='统计截止日')),
                ('built_at', models.DateTimeField(blank=True, null=True, verbose_name='生成时间')),
                ('failure', models.CharField(blank=True, max_length=300, verbose_name='失败原因')),
                ('issuer', models.CharField(blank=True, max_length=100, verbose_name='出具单位')),
                ('content', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name='内容')),
                ('figures', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name='数字')),
                ('summary', models.TextField(blank=True, verbose_name='履职小结')),
                ('problems', models.TextField(blank=True, verbose_name='存在的不足')),
                ('plan', models.TextField(blank=True, verbose_name='下一步打算')),
                ('written_at', models.DateTimeField(blank=True, null=True, verbose_name='提交时间')),
                ('sent_back_for', models.TextField(blank=True, verbose_name='退回理由')),
                ('checked_at', models.DateTimeField(blank=True, null=True, verbose_name='核对时间')),
                ('check_note', models.CharField(blank=True, max_length=300, verbose_name='核对意见')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='审定时间')),
                ('files', models.JSONField(default=dict, verbose_name='文件校验值')),
                ('digest', models.CharField(blank=True, max_length=64, verbose_name='校验值（SHA-256）')),
                ('reason', models.TextField(blank=True, verbose_name='更正理由')),
                ('checked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='核对人')),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='审定人')),
                ('corrects', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='reports.deputyreport', verbose_name='更正哪一版')),
                ('delegation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='deputies.delegation', verbose_name='代表团')),
                ('deputy', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='year_reports', to='deputies.deputy', verbose_name='代表')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='提交人')),
                ('words_until', models.DateField(blank=True, null=True, verbose_name='补充期限')),
            ],
            options={
                'verbose_name': '代表年度履职报告',
                'verbose_name_plural': '代表年度履职报告',
                'ordering': ['-year', 'deputy__pinyin_key', '-edition'],
                'indexes': [models.Index(fields=['year', 'state'], name='deputy_report_of_year')],
                'constraints': [models.UniqueConstraint(fields=('deputy', 'year', 'edition'), name='deputy_report_edition_once', violation_error_message='该代表这一年度已有这一版履职报告。'), models.UniqueConstraint(condition=models.Q(('state', 'confirmed'), _negated=True), fields=('deputy', 'year'), name='deputy_report_one_open', violation_error_message='该代表这一年度已有一版履职报告未审定，请在那一版上继续。'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'confirmed'), _negated=True), models.Q(models.Q(('digest', ''), _negated=True), ('confirmed_at__isnull', False)), _connector='OR'), name='deputy_report_confirmed_with_digest', violation_error_message='审定履职报告须有审定时间和校验值。'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'failed'), _negated=True), models.Q(('failure', ''), _negated=True), _connector='OR'), name='deputy_report_failed_with_reason', violation_error_message='生成失败须写明原因。'), models.CheckConstraint(condition=models.Q(('corrects__isnull', True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='deputy_report_corrected_with_reason', violation_error_message='更正履职报告须写明理由。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deputyreport',
            trigger=pgtrigger.compiler.Trigger(name='deputy_report_state_flow', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{built:failed,built:open,checked:confirmed,checked:open,failed:built,open:checked,open:written,written:checked,written:open}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='63ca27df2f7e2fd98b004fe7ddc4829322a12eb6', operation='UPDATE', pgid='pgtrigger_deputy_report_state_flow_72176', table='reports_deputyreport', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deputyreport',
            trigger=pgtrigger.compiler.Trigger(name='confirmed_report_is_fixed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" = \'confirmed\')', func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a3faa4c5ce37f13cbed934bea39d8f8febda4749', operation='UPDATE OR DELETE', pgid='pgtrigger_confirmed_report_is_fixed_5d3ef', table='reports_deputyreport', when='BEFORE')),
        ),
        migrations.CreateModel(
            name='BatchRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verb', models.CharField(choices=[('check', '核对'), ('confirm', '审定')], max_length=8, verbose_name='事项')),
                ('keys', models.JSONField(default=list, verbose_name='报告')),
                ('query', models.CharField(blank=True, max_length=300, verbose_name='筛选条件')),
                ('done_to', models.PositiveIntegerField(default=0, verbose_name='已办理到')),
                ('done', models.PositiveIntegerField(default=0, verbose_name='已办理')),
                ('refused', models.JSONField(default=list, verbose_name='未办理')),
                ('asked_at', models.DateTimeField(verbose_name='提交时间')),
                ('told_at', models.DateTimeField(blank=True, null=True, verbose_name='最近进展时间')),
                ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='完成时间')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='办理人')),
            ],
            options={
                'verbose_name': '批量办理履职报告',
                'verbose_name_plural': '批量办理履职报告',
                'ordering': ['-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('finished_at__isnull', True)), fields=('asked_by', 'verb'), name='batch_run_one_at_a_time', violation_error_message='上一次批量办理还在进行，请等它完成。')],
            },
        ),
    ]
