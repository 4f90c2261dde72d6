import datetime
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from foundation.founding import Founding


class Migration(Founding):

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='IntakeLimit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(db_index=False, max_length=40, verbose_name='代码')),
                ('name', models.CharField(max_length=40, verbose_name='表单')),
                ('window_minutes', models.PositiveSmallIntegerField(default=60, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(1440)], verbose_name='统计时长（分钟）')),
                ('free', models.PositiveIntegerField(default=5, help_text='同一网络地址在统计时长内，前几次按正常办法提交；超出后每次加倍放慢。', verbose_name='正常次数')),
                ('work', models.PositiveIntegerField(default=200000, help_text='浏览器自动完成的运算次数上限。', verbose_name='正常运算量')),
                ('most_work', models.PositiveIntegerField(default=6000000, verbose_name='最大运算量')),
                ('wait', models.PositiveSmallIntegerField(default=20, help_text='浏览器不能运行脚本时，从打开页面到提交至少经过的时间。', verbose_name='正常等候（秒）')),
                ('most_wait', models.PositiveSmallIntegerField(default=120, verbose_name='最长等候（秒）')),
                ('legal_basis', models.CharField(default='本级规定（待填）', max_length=200, verbose_name='依据')),
                ('valid_from', models.DateField(default=datetime.date(2000, 1, 1), verbose_name='生效日期')),
            ],
            options={
                'verbose_name': '公众表单限速',
                'verbose_name_plural': '公众表单限速',
                'ordering': ['key', '-valid_from'],
                'constraints': [models.UniqueConstraint(fields=('key', 'valid_from'), name='intake_limit_once', violation_error_message='这种表单在同一生效日期已有一行。'), models.CheckConstraint(condition=models.Q(('most_work__gte', models.F('work')), ('most_wait__gte', models.F('wait'))), name='intake_limit_grows', violation_error_message='最大运算量、最长等候不能小于正常值。'), models.CheckConstraint(condition=models.Q(('most_work__lte', 50000000), ('most_wait__lte', 3600)), name='intake_limit_bearable', violation_error_message='最大运算量不能超过5000万次，最长等候不能超过3600秒，否则群众无法提交。')],
            },
        ),
        migrations.CreateModel(
            name='ConsentText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.SlugField(db_index=False, max_length=40, verbose_name='用途代码')),
                ('name', models.CharField(max_length=60, verbose_name='用途')),
                ('ask', models.CharField(max_length=120, verbose_name='勾选项文字')),
                ('text', models.TextField(verbose_name='告知内容')),
                ('legal_basis', models.CharField(max_length=200, verbose_name='依据')),
                ('valid_from', models.DateField(default=datetime.date(2000, 1, 1), verbose_name='生效日期')),
            ],
            options={
                'verbose_name': '个人信息告知和同意',
                'verbose_name_plural': '个人信息告知和同意',
                'ordering': ['purpose', '-valid_from'],
                'constraints': [models.UniqueConstraint(fields=('purpose', 'valid_from'), name='consent_text_once', violation_error_message='这一用途在同一生效日期已有告知内容。')],
            },
        ),
        migrations.CreateModel(
            name='Serial',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.SlugField(db_index=False, max_length=40, verbose_name='编号类别')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年份')),
                ('last', models.PositiveIntegerField(default=0, verbose_name='最后编号')),
            ],
            options={
                'verbose_name': '流水编号',
                'verbose_name_plural': '流水编号',
                'default_permissions': ('view',),
                'constraints': [models.UniqueConstraint(fields=('name', 'year'), name='serial_once')],
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject_id', models.BigIntegerField(verbose_name='对象编号')),
                ('at', models.DateTimeField(verbose_name='同意时间')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='撤回时间')),
                ('subject_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contenttypes.contenttype', verbose_name='对象类别')),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.consenttext', verbose_name='告知内容')),
            ],
            options={
                'verbose_name': '同意记录',
                'verbose_name_plural': '同意记录',
                'ordering': ['pk'],
                'default_permissions': ('view',),
                'constraints': [models.UniqueConstraint(fields=('subject_type', 'subject_id', 'text'), name='consent_once')],
            },
        ),
        migrations.CreateModel(
            name='ConsentTextEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('purpose', models.SlugField(db_index=False, max_length=40, verbose_name='用途代码')),
                ('name', models.CharField(max_length=60, verbose_name='用途')),
                ('ask', models.CharField(max_length=120, verbose_name='勾选项文字')),
                ('text', models.TextField(verbose_name='告知内容')),
                ('legal_basis', models.CharField(max_length=200, verbose_name='依据')),
                ('valid_from', models.DateField(default=datetime.date(2000, 1, 1), verbose_name='生效日期')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='intake.consenttext')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='IntakeLimitEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('key', models.SlugField(db_index=False, max_length=40, verbose_name='代码')),
                ('name', models.CharField(max_length=40, verbose_name='表单')),
                ('window_minutes', models.PositiveSmallIntegerField(default=60, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(1440)], verbose_name='统计时长（分钟）')),
                ('free', models.PositiveIntegerField(default=5, help_text='同一网络地址在统计时长内，前几次按正常办法提交；超出后每次加倍放慢。', verbose_name='正常次数')),
                ('work', models.PositiveIntegerField(default=200000, help_text='浏览器自动完成的运算次数上限。', verbose_name='正常运算量')),
                ('most_work', models.PositiveIntegerField(default=6000000, verbose_name='最大运算量')),
                ('wait', models.PositiveSmallIntegerField(default=20, help_text='浏览器不能运行脚本时，从打开页面到提交至少经过的时间。', verbose_name='正常等候（秒）')),
                ('most_wait', models.PositiveSmallIntegerField(default=120, verbose_name='最长等候（秒）')),
                ('legal_basis', models.CharField(default='本级规定（待填）', max_length=200, verbose_name='依据')),
                ('valid_from', models.DateField(default=datetime.date(2000, 1, 1), verbose_name='生效日期')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='intake.intakelimit')),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consenttext',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "intake_consenttextevent" ("ask", "id", "legal_basis", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "text", "valid_from") VALUES (NEW."ask", NEW."id", NEW."legal_basis", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."text", NEW."valid_from"); RETURN NULL;', hash='521fe7767b239e83ea7cc501ee47acde0c050b63', operation='INSERT', pgid='pgtrigger_insert_insert_8df55', table='intake_consenttext', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consenttext',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "intake_consenttextevent" ("ask", "id", "legal_basis", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "text", "valid_from") VALUES (NEW."ask", NEW."id", NEW."legal_basis", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."text", NEW."valid_from"); RETURN NULL;', hash='8ae82e85164f4e641922eafd98c54f546d4688d6', operation='UPDATE', pgid='pgtrigger_update_update_69cd8', table='intake_consenttext', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='intakelimit',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "intake_intakelimitevent" ("free", "id", "key", "legal_basis", "most_wait", "most_work", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "wait", "window_minutes", "work") VALUES (NEW."free", NEW."id", NEW."key", NEW."legal_basis", NEW."most_wait", NEW."most_work", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."valid_from", NEW."wait", NEW."window_minutes", NEW."work"); RETURN NULL;', hash='f5589107b00096f062722af8a3a4fd2e9ecaf51c', operation='INSERT', pgid='pgtrigger_insert_insert_07c61', table='intake_intakelimit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='intakelimit',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "intake_intakelimitevent" ("free", "id", "key", "legal_basis", "most_wait", "most_work", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "wait", "window_minutes", "work") VALUES (NEW."free", NEW."id", NEW."key", NEW."legal_basis", NEW."most_wait", NEW."most_work", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."valid_from", NEW."wait", NEW."window_minutes", NEW."work"); RETURN NULL;', hash='817a44e082fefe85ea52fc41897b4f4f88cd2cb1', operation='UPDATE', pgid='pgtrigger_update_update_07e1d', table='intake_intakelimit', when='AFTER')),
        ),
    ]
