import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
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
            name='StoredFile',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('owner_id', models.CharField(max_length=64, verbose_name='所属编号')),
                ('kind', models.CharField(blank=True, max_length=40, verbose_name='用途')),
                ('name', models.CharField(max_length=255, verbose_name='文件名')),
                ('size', models.PositiveBigIntegerField(verbose_name='大小（字节）')),
                ('sha256', models.CharField(db_index=True, max_length=64, verbose_name='SHA-256')),
                ('media_type', models.CharField(max_length=100, verbose_name='类型')),
                ('uploaded_at', models.DateTimeField(verbose_name='上传时间')),
                ('kept_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='入库时间')),
                ('owner_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contenttypes.contenttype', verbose_name='所属类别')),
                ('uploaded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='上传人')),
            ],
            options={
                'verbose_name': '附件',
                'verbose_name_plural': '附件',
                'ordering': ['uploaded_at', 'kept_at'],
                'default_permissions': ('view',),
                'indexes': [models.Index(fields=['owner_type', 'owner_id', 'kind'], name='files_stored_owner')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='storedfile',
            trigger=pgtrigger.compiler.Trigger(name='no_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='6e30929dd02e1bd4bbdccbe1dd7a8f058785075a', operation='UPDATE', pgid='pgtrigger_no_update_646d2', table='files_storedfile', when='BEFORE')),
        ),
        migrations.CreateModel(
            name='FileFormat',
            fields=[
                ('extension', models.CharField(choices=[('pdf', 'pdf'), ('ofd', 'ofd'), ('docx', 'docx'), ('xlsx', 'xlsx'), ('doc', 'doc'), ('xls', 'xls'), ('jpg', 'jpg'), ('jpeg', 'jpeg'), ('png', 'png'), ('webp', 'webp'), ('txt', 'txt'), ('csv', 'csv'), ('mp4', 'mp4')], max_length=10, primary_key=True, serialize=False, verbose_name='扩展名')),
                ('name', models.CharField(max_length=40, verbose_name='名称')),
                ('is_allowed', models.BooleanField(default=True, verbose_name='允许上传')),
                ('max_megabytes', models.PositiveSmallIntegerField(default=20, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(500)], verbose_name='单个上限（MB）')),
                ('legal_basis', models.CharField(default='本级规定（待填）', max_length=200, verbose_name='依据')),
            ],
            options={
                'verbose_name': '附件格式与大小',
                'verbose_name_plural': '附件格式与大小',
                'ordering': ['extension'],
                'constraints': [models.CheckConstraint(condition=models.Q(('max_megabytes__range', (1, 500))), name='files_format_size_plausible', violation_error_message='单个文件上限应在1至500 MB之间，请核对。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fileformat',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "files_fileformatevent" ("extension", "is_allowed", "legal_basis", "max_megabytes", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."extension", NEW."is_allowed", NEW."legal_basis", NEW."max_megabytes", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."extension"); RETURN NULL;', hash='f67f25ed685fb3f779a0484ad0113cc12a789349', operation='INSERT', pgid='pgtrigger_insert_insert_79410', table='files_fileformat', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fileformat',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "files_fileformatevent" ("extension", "is_allowed", "legal_basis", "max_megabytes", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."extension", NEW."is_allowed", NEW."legal_basis", NEW."max_megabytes", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."extension"); RETURN NULL;', hash='1eed259db816248438e8276159e29cb4bf3df80e', operation='UPDATE', pgid='pgtrigger_update_update_75fee', table='files_fileformat', when='AFTER')),
        ),
        migrations.CreateModel(
            name='FileFormatEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('extension', models.CharField(choices=[('pdf', 'pdf'), ('ofd', 'ofd'), ('docx', 'docx'), ('xlsx', 'xlsx'), ('doc', 'doc'), ('xls', 'xls'), ('jpg', 'jpg'), ('jpeg', 'jpeg'), ('png', 'png'), ('webp', 'webp'), ('txt', 'txt'), ('csv', 'csv'), ('mp4', 'mp4')], max_length=10, serialize=False, verbose_name='扩展名')),
                ('name', models.CharField(max_length=40, verbose_name='名称')),
                ('is_allowed', models.BooleanField(default=True, verbose_name='允许上传')),
                ('max_megabytes', models.PositiveSmallIntegerField(default=20, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(500)], verbose_name='单个上限（MB）')),
                ('legal_basis', models.CharField(default='本级规定（待填）', max_length=200, verbose_name='依据')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='files.fileformat')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Basket',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token_hash', models.CharField(max_length=64, unique=True, verbose_name='表单')),
                ('expires_at', models.DateTimeField(db_index=True, verbose_name='保留至')),
            ],
            options={
                'verbose_name': '暂存的附件',
                'verbose_name_plural': '暂存的附件',
                'default_permissions': (),
            },
        ),
    ]
