import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from foundation.founding import Founding


class Migration(Founding):

    initial = True

    dependencies = [
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
    ]
