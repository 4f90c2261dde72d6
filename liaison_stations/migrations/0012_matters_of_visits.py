# What is marked is found out anew every hour: the marks are made anew rather than moved.

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('liaison_stations', '0011_letters_kept'),
    ]

    operations = [
        migrations.DeleteModel(name='MatterMark'),
        migrations.CreateModel(
            name='MatterMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('matter', models.CharField(max_length=20, verbose_name='事项')),
                ('on', models.DateField(verbose_name='日期')),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='deputies.area', verbose_name='乡镇、街道')),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='marks', to='liaison_stations.mattergroup', verbose_name='热点事项')),
                ('letter', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='matter_mark', to='liaison_stations.letter', verbose_name='来信')),
                ('record', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='matter_mark', to='liaison_stations.receptionrecord', verbose_name='接待记录')),
            ],
            options={
                'verbose_name': '民情归类',
                'verbose_name_plural': '民情归类',
                'ordering': ['-on', '-pk'],
                'indexes': [models.Index(fields=['on', 'matter'], name='matter_mark_days')],
                'constraints': [models.CheckConstraint(condition=models.Q(('letter__isnull', True), ('record__isnull', True), _connector='XOR'), name='matter_mark_of_one', violation_error_message='归类须对应一封来信或者一份接待记录。')],
            },
        ),
    ]
