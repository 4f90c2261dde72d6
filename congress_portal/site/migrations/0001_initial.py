from django.db import migrations, models

from foundation.founding import Founding


class Migration(Founding):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='SiteSetting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(help_text='程序使用的固定代号，请勿修改。', unique=True, verbose_name='代号')),
                ('label', models.CharField(max_length=40, verbose_name='名称')),
                ('value', models.CharField(blank=True, help_text='留空则不在网站上显示。', max_length=300, verbose_name='内容')),
                ('url', models.URLField(blank=True, help_text='例如备案查询网址；没有则留空。', verbose_name='链接')),
                ('order', models.PositiveSmallIntegerField(default=100, verbose_name='顺序')),
            ],
            options={
                'verbose_name': '网站信息',
                'verbose_name_plural': '网站信息',
                'ordering': ['order', 'key'],
            },
        ),
    ]
