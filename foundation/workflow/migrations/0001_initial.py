import django.db.models.deletion
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
            name='Procedure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'verbose_name': '办理流程',
                'verbose_name_plural': '办理流程',
                'managed': False,
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='EditPresence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject_id', models.CharField(max_length=64, verbose_name='对象编号')),
                ('since', models.DateTimeField(verbose_name='开始时间')),
                ('heartbeat_at', models.DateTimeField(verbose_name='最近活动')),
                ('subject_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='contenttypes.contenttype', verbose_name='对象类型')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL, verbose_name='编辑人')),
            ],
            options={
                'verbose_name': '正在编辑',
                'verbose_name_plural': '正在编辑',
                'constraints': [models.UniqueConstraint(fields=('subject_type', 'subject_id'), name='one_editor_per_object', violation_error_message='已有同事正在编辑。')],
            },
        ),
    ]
