import django.db.models.deletion
import django.db.models.expressions
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from foundation.founding import Founding


class Migration(Founding):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        migrations.CreateModel(
            name='CalendarFeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token_digest', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField(verbose_name='生成时间')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='用户')),
            ],
            options={
                'verbose_name': '日历订阅',
                'verbose_name_plural': '日历订阅',
            },
        ),
        migrations.CreateModel(
            name='LightThreshold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('limit_key', models.SlugField(blank=True, help_text='留空为通用标准。', max_length=40, unique=True, verbose_name='期限代码')),
                ('yellow_days', models.PositiveSmallIntegerField(default=15, verbose_name='黄灯（剩余天数不多于）')),
                ('orange_days', models.PositiveSmallIntegerField(default=7, verbose_name='橙灯（剩余天数不多于）')),
            ],
            options={
                'verbose_name': '预警标准',
                'verbose_name_plural': '预警标准',
                'ordering': ['limit_key'],
                'constraints': [models.CheckConstraint(condition=models.Q(('orange_days__lte', models.F('yellow_days'))), name='lightthreshold_orange_inside_yellow', violation_error_message='橙灯天数不得多于黄灯天数。')],
            },
        ),
        migrations.CreateModel(
            name='Milestone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('limit_key', models.SlugField(max_length=40, verbose_name='期限代码')),
                ('days_before', models.SmallIntegerField(help_text='负数表示到期后第几日。', verbose_name='提前天数')),
                ('unit', models.CharField(choices=[('day', '日'), ('workday', '个工作日')], default='day', max_length=8, verbose_name='单位')),
                ('repeat_every', models.PositiveSmallIntegerField(blank=True, help_text='只用于到期之后，例如 7 表示每周一次。', null=True, verbose_name='每隔几日重复')),
                ('level', models.PositiveSmallIntegerField(choices=[(1, '经办人'), (2, '经办人、承办单位负责人'), (3, '经办人、承办单位负责人、联络工作人员和分管领导')], default=1, verbose_name='提醒对象')),
                ('consequence', models.CharField(blank=True, help_text='写在提醒末尾，说明下一步后果。', max_length=200, verbose_name='后果提示')),
                ('is_active', models.BooleanField(default=True, verbose_name='启用')),
            ],
            options={
                'verbose_name': '提醒节点',
                'verbose_name_plural': '提醒节点',
                'ordering': ['limit_key', '-days_before'],
                'constraints': [models.UniqueConstraint(fields=('limit_key', 'days_before', 'unit'), name='milestone_once_per_day', violation_error_message='该期限在同一天已有提醒节点。'), models.CheckConstraint(condition=models.Q(('repeat_every', None), models.Q(('days_before__lt', 0), ('repeat_every__gte', 1)), _connector='OR'), name='milestone_repeats_after_due', violation_error_message='只有到期之后的提醒可以重复，间隔至少 1 日。')],
            },
        ),
        migrations.CreateModel(
            name='TimeLimit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(db_index=False, max_length=40, verbose_name='代码')),
                ('name', models.CharField(max_length=60, verbose_name='期限名称')),
                ('amount', models.PositiveSmallIntegerField(verbose_name='数量')),
                ('unit', models.CharField(choices=[('day', '日'), ('workday', '个工作日'), ('month', '个月'), ('date', '至约定日期')], max_length=8, verbose_name='单位')),
                ('base', models.CharField(help_text='从何时起算，例如“交办之日”。起算当日不计入。', max_length=100, verbose_name='起算')),
                ('roll', models.BooleanField(default=True, help_text='末日为法定休假日的，以次一工作日为届满日。', verbose_name='遇休息日顺延')),
                ('is_window', models.BooleanField(default=False, help_text='届满即关闭，不作为超期统计。', verbose_name='申请窗口')),
                ('legal_basis', models.CharField(default='本级规定（待填）', max_length=300, verbose_name='依据')),
                ('statutory_months', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='法定上限（月）')),
                ('statutory_max_months', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='延期后法定上限（月）')),
                ('valid_from', models.DateField(verbose_name='施行日期')),
                ('valid_until', models.DateField(blank=True, help_text='留空表示一直有效。', null=True, verbose_name='失效日期')),
            ],
            options={
                'verbose_name': '期限规则',
                'verbose_name_plural': '期限规则',
                'ordering': ['key', '-valid_from'],
                'constraints': [models.UniqueConstraint(fields=('key', 'valid_from'), name='timelimit_key_valid_from', violation_error_message='同一期限在同一施行日期只能有一条规则。'), models.CheckConstraint(condition=models.Q(('statutory_months__isnull', True), models.Q(('amount__lte', django.db.models.expressions.CombinedExpression(models.F('statutory_months'), '*', models.Value(1))), ('unit', 'month')), models.Q(('amount__lte', django.db.models.expressions.CombinedExpression(models.F('statutory_months'), '*', models.Value(28))), ('unit', 'day')), models.Q(('amount__lte', django.db.models.expressions.CombinedExpression(models.F('statutory_months'), '*', models.Value(15))), ('unit', 'workday')), _connector='OR'), name='timelimit_within_law', violation_error_message='法定期限不得延长（代表法第五十一条）。'), models.CheckConstraint(condition=models.Q(models.Q(('key__in', ['reply', 'reply_difficult']), _negated=True), models.Q(('key', 'reply'), ('statutory_max_months', 6), ('statutory_months', 3), ('statutory_max_months__isnull', False), ('statutory_months__isnull', False)), models.Q(('key', 'reply_difficult'), ('statutory_max_months', 6), ('statutory_months', 6), ('statutory_max_months__isnull', False), ('statutory_months__isnull', False)), _connector='OR'), name='timelimit_law_untouched', violation_error_message='代表法规定的答复期限不得改动（代表法第五十一条）。'), models.CheckConstraint(condition=models.Q(('amount__gte', 1), ('unit', 'date'), _connector='OR'), name='timelimit_amount_positive', violation_error_message='期限数量至少为 1。'), models.CheckConstraint(condition=models.Q(('valid_until', None), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='timelimit_valid_span', violation_error_message='失效日期不得早于施行日期。')],
            },
        ),
        migrations.CreateModel(
            name='Deadline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.SlugField(db_index=False, max_length=40, verbose_name='期限代码')),
                ('subject_id', models.BigIntegerField(verbose_name='对象编号')),
                ('started_on', models.DateField(verbose_name='起算日')),
                ('amount', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='本件数量')),
                ('agreed_date', models.DateField(blank=True, null=True, verbose_name='约定日期')),
                ('due_on', models.DateField(verbose_name='届满日')),
                ('original_due_on', models.DateField(verbose_name='原届满日')),
                ('yellow_on', models.DateField(verbose_name='黄灯日')),
                ('orange_on', models.DateField(verbose_name='橙灯日')),
                ('running_until', models.GeneratedField(db_persist=True, expression=models.Case(models.When(models.Q(('cancelled_at__isnull', True), ('met_at__isnull', True)), then=models.F('due_on'))), output_field=models.DateField(null=True), verbose_name='在算期限届满日')),
                ('derivation', models.JSONField(default=dict, verbose_name='计算过程')),
                ('provisional', models.BooleanField(default=False, verbose_name='暂定')),
                ('extended_until', models.DateField(blank=True, null=True, verbose_name='延期至')),
                ('paused_on', models.DateField(blank=True, null=True, verbose_name='中止于')),
                ('met_on', models.DateField(blank=True, null=True, verbose_name='办结日')),
                ('met_at', models.DateTimeField(blank=True, null=True, verbose_name='办结时间')),
                ('cancelled_at', models.DateTimeField(blank=True, null=True, verbose_name='取消时间')),
                ('cancel_reason', models.CharField(blank=True, max_length=200, verbose_name='取消原因')),
                ('reminded_through', models.DateField(verbose_name='已提醒至')),
                ('next_milestone_on', models.DateField(blank=True, null=True, verbose_name='下一提醒日')),
                ('imported_at', models.DateTimeField(blank=True, null=True, verbose_name='导入时间')),
                ('started_at', models.DateTimeField(verbose_name='登记时间')),
                ('organisation', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, to='accounts.organisation', verbose_name='责任单位')),
                ('subject_type', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype', verbose_name='对象类型')),
                ('user', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to=settings.AUTH_USER_MODEL, verbose_name='责任人')),
                ('limit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='deadlines.timelimit', verbose_name='期限规则')),
            ],
            options={
                'verbose_name': '期限',
                'verbose_name_plural': '期限',
                'ordering': ['due_on', 'pk'],
                'indexes': [models.Index(condition=models.Q(('cancelled_at__isnull', True), ('met_at__isnull', True)), fields=['next_milestone_on'], name='deadline_next_milestone'), models.Index(condition=models.Q(('cancelled_at__isnull', True), ('met_at__isnull', True)), fields=['organisation', 'due_on'], name='deadline_of_organisation'), models.Index(condition=models.Q(('cancelled_at__isnull', True), ('met_at__isnull', True)), fields=['user', 'due_on'], name='deadline_of_user'), models.Index(condition=models.Q(('cancelled_at__isnull', True), ('met_at__isnull', True)), fields=['kind', 'due_on'], name='deadline_kind_due'), models.Index(fields=['subject_type', 'subject_id', 'kind'], name='deadline_subject'), models.Index(condition=models.Q(('running_until__isnull', False)), fields=['subject_type', 'running_until'], name='deadline_running'), models.Index(condition=models.Q(('cancelled_at__isnull', True), ('met_at__isnull', True)), fields=['subject_type', 'subject_id', 'due_on'], include=('limit',), name='deadline_next_due')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('cancelled_at__isnull', True), ('met_at__isnull', True)), fields=('kind', 'subject_type', 'subject_id', 'organisation'), name='deadline_one_open', nulls_distinct=False, violation_error_message='该事项的这一期限已在计算中。'), models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('started_on'))), name='deadline_due_after_start', violation_error_message='届满日不得早于起算日。'), models.CheckConstraint(condition=models.Q(('met_at', None), ('cancelled_at', None), _connector='OR'), name='deadline_met_or_cancelled', violation_error_message='期限不能既办结又取消。'), models.CheckConstraint(condition=models.Q(models.Q(('met_at', None), ('met_on', None)), models.Q(('met_at__isnull', False), ('met_on__isnull', False)), _connector='OR'), name='deadline_met_day_and_time')],
            },
        ),
        migrations.CreateModel(
            name='ReminderFault',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('error', models.TextField(verbose_name='错误')),
                ('times', models.PositiveIntegerField(default=1, verbose_name='次数')),
                ('first_at', models.DateTimeField(verbose_name='首次')),
                ('last_at', models.DateTimeField(verbose_name='最近')),
                ('deadline', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='fault', to='deadlines.deadline', verbose_name='期限')),
            ],
            options={
                'verbose_name': '提醒故障',
                'verbose_name_plural': '提醒故障',
                'ordering': ['-last_at'],
            },
        ),
        migrations.CreateModel(
            name='Extension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('amount', models.PositiveSmallIntegerField(null=True, verbose_name='数量')),
                ('unit', models.CharField(blank=True, choices=[('day', '日'), ('workday', '个工作日'), ('month', '个月'), ('date', '至约定日期')], max_length=8, verbose_name='单位')),
                ('until', models.DateField(null=True, verbose_name='延至')),
                ('reason', models.CharField(max_length=500, verbose_name='理由')),
                ('at', models.DateTimeField(verbose_name='批准时间')),
                ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL, verbose_name='批准人')),
                ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='deadlines.deadline', verbose_name='期限')),
            ],
            options={
                'verbose_name': '延期记录',
                'verbose_name_plural': '延期记录',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('amount__isnull', False), ('until', None)), models.Q(('amount', None), ('until__isnull', False)), _connector='OR'), name='extension_amount_or_date', violation_error_message='延期应写明延长多久，或者延至哪一日。')],
            },
        ),
        migrations.CreateModel(
            name='Pause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_date', models.DateField(verbose_name='中止之日')),
                ('until_date', models.DateField(null=True, verbose_name='恢复之日')),
                ('reason', models.CharField(max_length=500, verbose_name='理由')),
                ('resumed_at', models.DateTimeField(null=True, verbose_name='恢复时间')),
                ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pauses', to='deadlines.deadline', verbose_name='期限')),
            ],
            options={
                'verbose_name': '中止记录',
                'verbose_name_plural': '中止记录',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_date', None)), fields=('deadline',), name='pause_one_open', violation_error_message='该期限已经中止。'), models.CheckConstraint(condition=models.Q(('until_date', None), ('until_date__gte', models.F('from_date')), _connector='OR'), name='pause_span', violation_error_message='恢复之日不得早于中止之日。')],
            },
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('occurrence', models.DateField(verbose_name='节点日期')),
                ('outcome', models.CharField(choices=[('sent', '已提醒'), ('superseded', '已由其后的提醒取代'), ('nobody', '无人可提醒'), ('settled', '事项已办，未提醒')], default='sent', max_length=10, verbose_name='结果')),
                ('at', models.DateTimeField(verbose_name='时间')),
                ('deadline', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='deadlines.deadline', verbose_name='期限')),
                ('milestone', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to='deadlines.milestone', verbose_name='提醒节点')),
                ('person', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='提醒对象')),
            ],
            options={
                'verbose_name': '提醒台账',
                'verbose_name_plural': '提醒台账',
                'ordering': ['-pk'],
                'indexes': [models.Index(condition=models.Q(('outcome', 'nobody')), fields=['at'], name='reminder_to_nobody')],
                'constraints': [models.UniqueConstraint(fields=('deadline', 'milestone', 'occurrence', 'person'), name='reminder_once', nulls_distinct=False, violation_error_message='该提醒已经发出。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reminder',
            trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='f322c4aef17345712ae6c1054e1a640ee368a86b', operation='DELETE', pgid='pgtrigger_no_delete_98fbb', table='deadlines_reminder', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reminder',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF current_setting('portal.truncate', true) = 'allowed' THEN RETURN NULL; END IF;\n            RAISE EXCEPTION 'append-only: % cannot be truncated', TG_TABLE_NAME;\n        ", hash='c17a5be2d3805ab9d021a0f57e8a388f37d2aae5', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_501b3', table='deadlines_reminder', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reminder',
            trigger=pgtrigger.compiler.Trigger(name='no_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='c7f5df11442bfd42daf7fbd184228f286f62fb6f', operation='UPDATE', pgid='pgtrigger_no_update_7f964', table='deadlines_reminder', when='BEFORE')),
        ),
    ]
