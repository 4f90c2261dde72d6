import django.db.models.deletion
from django.db import migrations, models

from foundation.founding import Founding


class Migration(Founding):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='CalendarYear',
            fields=[
                ('year', models.PositiveSmallIntegerField(primary_key=True, serialize=False, verbose_name='年份')),
                ('is_official', models.BooleanField(default=True, help_text='未勾选时，涉及本年的期限一律标注“暂定”。', verbose_name='已录入正式通知')),
                ('notice', models.CharField(blank=True, max_length=200, verbose_name='依据文件')),
                ('loaded_at', models.DateTimeField(auto_now_add=True, verbose_name='录入时间')),
            ],
            options={
                'verbose_name': '年度节假日安排',
                'verbose_name_plural': '年度节假日安排',
                'ordering': ['-year'],
                'constraints': [models.CheckConstraint(condition=models.Q(('year__range', (1950, 2200))), name='workdays_year_plausible', violation_error_message='年份应在1950至2200之间，请核对。'), models.CheckConstraint(condition=models.Q(('is_official', False), models.Q(('notice', ''), _negated=True), _connector='OR'), name='workdays_official_has_notice', violation_error_message='标为正式安排时，须填写依据文件名称。')],
            },
        ),
        migrations.CreateModel(
            name='SpecialDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('date', models.DateField(error_messages={'unique': '这一天已经录入，请直接修改原有记录。'}, unique=True, verbose_name='日期')),
                ('is_workday', models.BooleanField(default=False, help_text='勾选表示调休上班，不勾选表示放假。', verbose_name='上班')),
                ('name', models.CharField(max_length=40, verbose_name='名称')),
                ('year', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='days', to='workdays.calendaryear', verbose_name='年度')),
            ],
            options={
                'verbose_name': '节假日与调休上班日',
                'verbose_name_plural': '节假日与调休上班日',
                'ordering': ['date'],
                'constraints': [models.CheckConstraint(condition=models.Q(('date__year', models.F('year'))), name='workdays_day_in_its_year', violation_error_message='日期不在所选年度内，请核对。')],
            },
        ),
    ]
