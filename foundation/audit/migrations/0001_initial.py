import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
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
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='发生时间')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='记录时间')),
                ('actor_name', models.CharField(max_length=100, verbose_name='操作人姓名')),
                ('verb', models.CharField(max_length=80, verbose_name='事项')),
                ('subject_id', models.CharField(max_length=64, verbose_name='对象编号')),
                ('subject_label', models.CharField(max_length=200, verbose_name='对象')),
                ('summary', models.TextField(blank=True, verbose_name='说明')),
                ('data', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name='明细')),
                ('visibility', models.CharField(choices=[('public', '公开'), ('parties', '当事各方'), ('office', '机关内部')], default='parties', max_length=10, verbose_name='可见范围')),
                ('seq', models.BigIntegerField(null=True, unique=True, verbose_name='链上序号')),
                ('prev_hash', models.CharField(max_length=64, null=True, verbose_name='前一条校验值')),
                ('hash', models.CharField(max_length=64, null=True, verbose_name='校验值')),
                ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='操作人')),
                ('on_behalf_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='代为办理')),
                ('subject_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contenttypes.contenttype', verbose_name='对象类别')),
            ],
            options={
                'verbose_name': '操作记录',
                'verbose_name_plural': '操作记录',
                'ordering': ['-id'],
                'default_permissions': ('view',),
                'indexes': [models.Index(fields=['subject_type', 'subject_id', 'at', 'id'], name='audit_event_subject'), models.Index(fields=['verb', '-id'], name='audit_event_verb'), models.Index(fields=['actor', '-id'], name='audit_event_actor'), models.Index(fields=['-at', '-id'], name='audit_event_at'), models.Index(condition=models.Q(('seq', None)), fields=['id'], name='audit_event_unsealed')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('hash', None), ('prev_hash', None), ('seq', None)), models.Q(('hash__isnull', False), ('prev_hash__isnull', False), ('seq__gte', 1)), _connector='OR'), name='audit_event_sealed_wholly', violation_error_message='序号与校验值须同时写入。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='c5f02c2fead635f20a151d5758e1f44b475da43a', operation='DELETE', pgid='pgtrigger_no_delete_a7b38', table='audit_event', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF current_setting('portal.truncate', true) = 'allowed' THEN RETURN NULL; END IF;\n            RAISE EXCEPTION 'append-only: % cannot be truncated', TG_TABLE_NAME;\n        ", hash='556142816c68f8c1a69cbae8df8c28ff09627220', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_06d01', table='audit_event', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='no_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF OLD.seq IS NULL AND OLD.prev_hash IS NULL AND OLD.hash IS NULL AND to_jsonb(OLD) - ARRAY['seq', 'prev_hash', 'hash']::text[] = to_jsonb(NEW) - ARRAY['seq', 'prev_hash', 'hash']::text[] THEN RETURN NEW; END IF;\n            RAISE EXCEPTION 'append-only: % rows cannot be changed', TG_TABLE_NAME;\n        ", hash='15a9320f3c6c2f4d7ec4ffa750d97a504feee476', operation='UPDATE', pgid='pgtrigger_no_update_238d0', table='audit_event', when='BEFORE')),
        ),
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sealed_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='封存时间')),
                ('first_seq', models.BigIntegerField(verbose_name='起始序号')),
                ('last_seq', models.BigIntegerField(unique=True, verbose_name='截止序号')),
                ('head_hash', models.CharField(max_length=64, verbose_name='链尾校验值')),
            ],
            options={
                'verbose_name': '封存记录',
                'verbose_name_plural': '封存记录',
                'ordering': ['-last_seq'],
                'default_permissions': ('view',),
                'constraints': [models.CheckConstraint(condition=models.Q(('last_seq__gte', models.F('first_seq'))), name='audit_seal_in_order', violation_error_message='截止序号不能小于起始序号。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='seal',
            trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='8dddae875fa63e2afab98eb1bc0cb7aa928881d4', operation='DELETE', pgid='pgtrigger_no_delete_d48ef', table='audit_seal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='seal',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF current_setting('portal.truncate', true) = 'allowed' THEN RETURN NULL; END IF;\n            RAISE EXCEPTION 'append-only: % cannot be truncated', TG_TABLE_NAME;\n        ", hash='11dab4f65ab5ed2ffe423fefada6f08229f95092', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_2e740', table='audit_seal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='seal',
            trigger=pgtrigger.compiler.Trigger(name='no_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='18c5c5678a6b722e2d33e23d4a59d7a4a1170144', operation='UPDATE', pgid='pgtrigger_no_update_ba8b1', table='audit_seal', when='BEFORE')),
        ),
    ]
