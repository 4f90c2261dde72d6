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
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reveal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='查看时间')),
                ('subject_id', models.CharField(max_length=64, verbose_name='对象编号')),
                ('field', models.CharField(max_length=64, verbose_name='内容')),
                ('purpose', models.CharField(max_length=200, verbose_name='用途')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='查看人')),
                ('subject_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contenttypes.contenttype', verbose_name='对象类别')),
            ],
            options={
                'verbose_name': '个人信息查看记录',
                'verbose_name_plural': '个人信息查看记录',
                'ordering': ['-id'],
                'default_permissions': ('view',),
                'indexes': [models.Index(fields=['subject_type', 'subject_id', '-id'], name='privacy_reveal_subject')],
                'constraints': [models.CheckConstraint(condition=models.Q(('purpose', ''), _negated=True), name='privacy_reveal_has_purpose', violation_error_message='请填写用途。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reveal',
            trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='41b7e00fa6c79ae67c2061ce0bca8391dabd8f16', operation='DELETE', pgid='pgtrigger_no_delete_e5e04', table='privacy_reveal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reveal',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF current_setting('portal.truncate', true) = 'allowed' THEN RETURN NULL; END IF;\n            RAISE EXCEPTION 'append-only: % cannot be truncated', TG_TABLE_NAME;\n        ", hash='692948d7a771e527f627c60788113e3fbf9f991c', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_86767', table='privacy_reveal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reveal',
            trigger=pgtrigger.compiler.Trigger(name='no_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='bff1573912231122bcca80962ffd472bc1d70126', operation='UPDATE', pgid='pgtrigger_no_update_a53de', table='privacy_reveal', when='BEFORE')),
        ),
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='删除时间')),
                ('subject_id', models.CharField(max_length=64, verbose_name='对象编号')),
                ('fields', models.CharField(max_length=200, verbose_name='内容')),
                ('reason', models.CharField(max_length=200, verbose_name='理由')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='经办人')),
                ('subject_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contenttypes.contenttype', verbose_name='对象类别')),
            ],
            options={
                'verbose_name': '个人信息删除记录',
                'verbose_name_plural': '个人信息删除记录',
                'ordering': ['-id'],
                'default_permissions': ('view',),
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='erasure',
            trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='0d0705a0cde0fb18e74bcfae6aba53b70d44a513', operation='DELETE', pgid='pgtrigger_no_delete_98c76', table='privacy_erasure', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='erasure',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF current_setting('portal.truncate', true) = 'allowed' THEN RETURN NULL; END IF;\n            RAISE EXCEPTION 'append-only: % cannot be truncated', TG_TABLE_NAME;\n        ", hash='9cc1673402fc84568d8acbcdf7fd6c66586ced1d', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_81f9b', table='privacy_erasure', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='erasure',
            trigger=pgtrigger.compiler.Trigger(name='no_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='159b05d2c6fc638ca68d4b97fcc8f5222446502e', operation='UPDATE', pgid='pgtrigger_no_update_498dc', table='privacy_erasure', when='BEFORE')),
        ),
        migrations.CreateModel(
            name='PurgeOrder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='版本')),
                ('found_at', models.DateTimeField(verbose_name='列出时间')),
                ('state', models.CharField(choices=[('due', '待提请'), ('asked', '待另一人确认'), ('confirmed', '正在清除'), ('done', '已清除')], default='due', editable=False, max_length=10, verbose_name='状态')),
                ('on', models.DateField(null=True, verbose_name='以哪一天为准')),
                ('asked_at', models.DateTimeField(null=True, verbose_name='提请时间')),
                ('confirmed_at', models.DateTimeField(null=True, verbose_name='确认时间')),
                ('return_reason', models.CharField(blank=True, max_length=200, verbose_name='退回理由')),
                ('done_at', models.DateTimeField(null=True, verbose_name='清除时间')),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='提请人')),
                ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='确认人')),
            ],
            options={
                'verbose_name': '到期个人信息清除单',
                'verbose_name_plural': '到期个人信息清除单',
                'ordering': ['-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('confirmed_by', None), models.Q(('confirmed_by', models.F('asked_by')), _negated=True), _connector='OR'), name='purge_by_two', violation_error_message='清除须由两人办理，提请人不能自己确认。'), models.CheckConstraint(condition=models.Q(('state', 'due'), models.Q(('asked_by__isnull', False), ('on__isnull', False)), _connector='OR'), name='purge_asked_first', violation_error_message='须先由一人提请。'), models.CheckConstraint(condition=models.Q(('state__in', ('due', 'asked')), ('confirmed_by__isnull', False), _connector='OR'), name='purge_confirmed_first', violation_error_message='须先由另一人确认。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='purgeorder',
            trigger=pgtrigger.compiler.Trigger(name='purge_state_flow', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{asked:confirmed,asked:due,confirmed:done,due:asked}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='de28ba3c584a6f79d8832fffde463f02bccc087d', operation='UPDATE', pgid='pgtrigger_purge_state_flow_cadb2', table='privacy_purgeorder', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='purgeorder',
            trigger=pgtrigger.compiler.Trigger(name='purge_order_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='9ce07f4edb57f39714e0e22199ae754ee83f076d', operation='DELETE', pgid='pgtrigger_purge_order_is_kept_cddfc', table='privacy_purgeorder', when='BEFORE')),
        ),
        migrations.CreateModel(
            name='PurgeLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=80, verbose_name='类别代码')),
                ('name', models.CharField(max_length=60, verbose_name='类别')),
                ('reason', models.CharField(max_length=200, verbose_name='依据的保存规则')),
                ('keys', models.JSONField(default=list, verbose_name='对象编号')),
                ('done', models.PositiveIntegerField(default=0, verbose_name='已清除')),
                ('order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='privacy.purgeorder', verbose_name='清除单')),
            ],
            options={
                'verbose_name': '清除明细',
                'verbose_name_plural': '清除明细',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('order', 'kind'), name='purge_line_once', violation_error_message='这一类已经列入这份清除单。')],
            },
        ),
    ]
