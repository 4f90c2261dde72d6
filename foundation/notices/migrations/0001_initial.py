import django.db.models.deletion
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
            name='DeliveryWindow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('opens_at', models.TimeField(verbose_name='开始')),
                ('closes_at', models.TimeField(verbose_name='结束')),
                ('workdays_only', models.BooleanField(default=True, help_text='调休上班的周末算作工作日。', verbose_name='只在工作日')),
                ('legal_basis', models.CharField(default='本级规定（待填）', max_length=200, verbose_name='依据')),
                ('valid_from', models.DateField(unique=True, verbose_name='施行日期')),
            ],
            options={
                'verbose_name': '发送时段',
                'verbose_name_plural': '发送时段',
                'ordering': ['-valid_from'],
                'constraints': [models.CheckConstraint(condition=models.Q(('opens_at__lt', models.F('closes_at'))), name='deliverywindow_opens_before_closing', violation_error_message='开始时间应早于结束时间。')],
            },
        ),
        migrations.CreateModel(
            name='JobRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('job', models.CharField(max_length=60, verbose_name='任务')),
                ('period', models.CharField(max_length=30, verbose_name='周期')),
                ('done_at', models.DateTimeField(null=True, verbose_name='完成时间')),
            ],
            options={
                'verbose_name': '定期任务',
                'verbose_name_plural': '定期任务',
                'constraints': [models.UniqueConstraint(fields=('job', 'period'), name='jobrun_once')],
            },
        ),
        migrations.CreateModel(
            name='NoticeKind',
            fields=[
                ('key', models.CharField(max_length=60, primary_key=True, serialize=False, verbose_name='代码')),
                ('name', models.CharField(max_length=60, verbose_name='名称')),
                ('statutory', models.BooleanField(default=False, help_text='法定告知即时发出，个人不能关闭。', verbose_name='法定告知')),
                ('delivery', models.CharField(choices=[('now', '即时发邮件'), ('digest', '并入每日汇总邮件'), ('none', '只在站内')], default='now', max_length=8, verbose_name='邮件')),
                ('order', models.PositiveSmallIntegerField(default=100, verbose_name='排序')),
            ],
            options={
                'verbose_name': '消息种类',
                'verbose_name_plural': '消息种类',
                'ordering': ['order', 'key'],
                'constraints': [models.CheckConstraint(condition=models.Q(('statutory', False), ('delivery', 'now'), _connector='OR'), name='noticekind_statutory_by_mail', violation_error_message='法定告知必须即时发邮件。')],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=60, verbose_name='种类')),
                ('cause', models.CharField(max_length=200, verbose_name='事由')),
                ('subject_id', models.CharField(blank=True, max_length=64, verbose_name='对象编号')),
                ('title', models.CharField(max_length=200, verbose_name='标题')),
                ('body', models.TextField(blank=True, verbose_name='正文')),
                ('url', models.CharField(blank=True, max_length=300, verbose_name='链接')),
                ('urgent', models.BooleanField(default=False, verbose_name='紧急')),
                ('for_digest', models.BooleanField(default=False, verbose_name='待汇总')),
                ('created_at', models.DateTimeField(verbose_name='时间')),
                ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='阅读时间')),
                ('recipient', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL, verbose_name='收件人')),
                ('sent_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='经办')),
                ('subject_type', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to='contenttypes.contenttype', verbose_name='对象类型')),
            ],
            options={
                'verbose_name': '站内消息',
                'verbose_name_plural': '站内消息',
                'ordering': ['-created_at', '-pk'],
                'indexes': [models.Index(fields=['recipient', '-created_at'], name='notice_inbox'), models.Index(condition=models.Q(('read_at', None)), fields=['recipient'], name='notice_unread'), models.Index(condition=models.Q(('for_digest', True)), fields=['recipient'], name='notice_for_digest'), models.Index(fields=['subject_type', 'subject_id'], name='notice_subject'), models.Index(fields=['recipient', 'kind'], name='notice_by_kind')],
                'constraints': [models.UniqueConstraint(fields=('recipient', 'cause'), name='notice_once')],
            },
        ),
        migrations.CreateModel(
            name='OutboxMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=60, verbose_name='种类')),
                ('cause', models.CharField(max_length=200, verbose_name='事由')),
                ('address', models.EmailField(blank=True, max_length=254, verbose_name='邮箱地址')),
                ('subject', models.CharField(max_length=200, verbose_name='主题')),
                ('body', models.TextField(verbose_name='正文')),
                ('urgent', models.BooleanField(default=False, verbose_name='紧急')),
                ('not_before', models.DateTimeField(verbose_name='不早于')),
                ('state', models.CharField(choices=[('waiting', '待发送'), ('sent', '已发送'), ('given_up', '发送失败'), ('dropped', '已不必发送')], default='waiting', max_length=10, verbose_name='状态')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='已尝试次数')),
                ('next_try_at', models.DateTimeField(verbose_name='下次发送')),
                ('last_error', models.TextField(blank=True, verbose_name='最近错误')),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='发送时间')),
                ('created_at', models.DateTimeField(verbose_name='生成时间')),
                ('recipient', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='收件人')),
            ],
            options={
                'verbose_name': '发件箱',
                'verbose_name_plural': '发件箱',
                'ordering': ['-pk'],
                'indexes': [models.Index(condition=models.Q(('state', 'waiting')), fields=['next_try_at'], name='outboxmail_due'), models.Index(condition=models.Q(('state', 'given_up')), fields=['state'], name='outboxmail_given_up')],
                'constraints': [models.UniqueConstraint(fields=('recipient', 'cause'), name='outboxmail_once', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='Preference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('delivery', models.CharField(choices=[('now', '即时发邮件'), ('digest', '并入每日汇总邮件'), ('none', '只在站内')], max_length=8, verbose_name='邮件')),
                ('kind', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, to='notices.noticekind', verbose_name='消息种类')),
                ('user', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='用户')),
            ],
            options={
                'verbose_name': '消息偏好',
                'verbose_name_plural': '消息偏好',
                'constraints': [models.UniqueConstraint(fields=('user', 'kind'), name='preference_once')],
            },
        ),
    ]
