import datetime
import deputies.models.public_page
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import foundation.accounts.models.membership
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from foundation.founding import Founding


class Migration(Founding):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('deputies', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='StationKind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('legal_basis', models.CharField(default='本级规定（待填）', max_length=200, verbose_name='依据')),
                ('valid_from', models.DateField(default=datetime.date(2000, 1, 1), verbose_name='生效日期')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='失效日期')),
                ('code', models.SlugField(error_messages={'unique': '已有这个代码的联络站类别。'}, max_length=40, unique=True, verbose_name='代码')),
                ('name', models.CharField(max_length=40, verbose_name='名称')),
                ('run_by_office', models.BooleanField(default=False, verbose_name='由人大常委会直接管理')),
                ('order', models.PositiveSmallIntegerField(default=100, verbose_name='排序')),
            ],
            options={
                'verbose_name': '联络站类别',
                'verbose_name_plural': '联络站类别',
                'ordering': ['order', 'pk'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='liaison_stations_stationkind_days', violation_error_message='失效日期不能早于生效日期。')],
            },
        ),
        migrations.CreateModel(
            name='Station',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='版本')),
                ('code', models.CharField(default=deputies.models.public_page.new_code, editable=False, max_length=12, unique=True, verbose_name='短地址')),
                ('name', models.CharField(max_length=60, verbose_name='联络站名称')),
                ('tier', models.CharField(choices=[('home', '家'), ('station', '站'), ('point', '点')], max_length=10, verbose_name='类型')),
                ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stations', to='liaison_stations.stationkind', verbose_name='类别')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stations', to='deputies.area', verbose_name='所在区域')),
                ('address', models.CharField(max_length=120, verbose_name='地址')),
                ('latitude', models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(-90), django.core.validators.MaxValueValidator(90)], verbose_name='纬度')),
                ('longitude', models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(-180), django.core.validators.MaxValueValidator(180)], verbose_name='经度')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='联系电话')),
                ('hours', models.CharField(blank=True, max_length=120, verbose_name='开放时间')),
                ('reception_note', models.CharField(blank=True, max_length=60, verbose_name='接待日')),
                ('head_name', models.CharField(blank=True, max_length=20, verbose_name='站长')),
                ('head', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stations_led', to=settings.AUTH_USER_MODEL, verbose_name='站长账号')),
                ('officer_name', models.CharField(blank=True, max_length=20, verbose_name='联络员')),
                ('officer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stations_served', to=settings.AUTH_USER_MODEL, verbose_name='联络员账号')),
                ('intro', models.TextField(blank=True, verbose_name='简介')),
                ('facilities', models.CharField(blank=True, help_text='如：接待室、议事厅、展示区。', max_length=300, verbose_name='场所设施')),
                ('floor_space', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='面积（平方米）')),
                ('is_accessible', models.BooleanField(default=False, verbose_name='有无障碍设施')),
                ('standard', models.CharField(choices=[('planned', '计划建设'), ('rebuilding', '改造提升中'), ('built', '已建成达标')], default='planned', max_length=12, verbose_name='规范化建设')),
                ('standard_since', models.DateField(blank=True, null=True, verbose_name='建设状态起始日期')),
                ('opened_on', models.DateField(blank=True, help_text='留空表示尚未启用，不公开。', null=True, verbose_name='启用日期')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='撤销日期')),
                ('close_reason', models.CharField(blank=True, max_length=200, verbose_name='撤销理由')),
                ('covers', models.ManyToManyField(blank=True, related_name='covering_stations', to='deputies.area', verbose_name='服务的村、社区')),
            ],
            options={
                'verbose_name': '联络站',
                'verbose_name_plural': '联络站',
                'ordering': ['area', 'name', 'address', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('area', 'name', 'address'), name='station_once_at_an_address', violation_error_message='这个地址已有同名联络站。'), models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True)), models.Q(('latitude__isnull', False), ('longitude__isnull', False)), _connector='OR'), name='station_point_whole', violation_error_message='经度和纬度请一并填写。'), models.CheckConstraint(condition=models.Q(('closed_on__isnull', True), models.Q(('closed_on__gte', models.F('opened_on')), models.Q(('close_reason', ''), _negated=True)), _connector='OR'), name='station_closes_after_opening', violation_error_message='撤销日期不能早于启用日期，并须写明理由。')],
            },
        ),
        migrations.CreateModel(
            name='StationDeputy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='liaison_stations.station', verbose_name='联络站')),
                ('deputy', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='station_places', to='deputies.deputy', verbose_name='代表')),
                ('from_date', models.DateField(verbose_name='进站日期')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='离站日期')),
            ],
            options={
                'verbose_name': '进站代表',
                'verbose_name_plural': '进站代表',
                'ordering': ['deputy__pinyin_key', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_date__isnull', True), ('until_date__gte', models.F('from_date')), _connector='OR'), name='station_place_ends_after_start', violation_error_message='离站日期不能早于进站日期。'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('station', '='), ('deputy', '='), (foundation.accounts.models.membership.DateRange('from_date', 'until_date', django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_lower=True, inclusive_upper=True)), '&&')], name='station_place_once_at_a_time', violation_error_message='这位代表在这段时间已经进驻本站。')],
            },
        ),
        migrations.CreateModel(
            name='StationDeputyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='liaison_stations.stationdeputy')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('station', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='liaison_stations.station', verbose_name='联络站')),
                ('deputy', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='deputies.deputy', verbose_name='代表')),
                ('from_date', models.DateField(verbose_name='进站日期')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='离站日期')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='liaison_stations.station')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='版本')),
                ('code', models.CharField(default=deputies.models.public_page.new_code, editable=False, max_length=12, verbose_name='短地址')),
                ('name', models.CharField(max_length=60, verbose_name='联络站名称')),
                ('tier', models.CharField(choices=[('home', '家'), ('station', '站'), ('point', '点')], max_length=10, verbose_name='类型')),
                ('kind', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='liaison_stations.stationkind', verbose_name='类别')),
                ('area', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='deputies.area', verbose_name='所在区域')),
                ('address', models.CharField(max_length=120, verbose_name='地址')),
                ('latitude', models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(-90), django.core.validators.MaxValueValidator(90)], verbose_name='纬度')),
                ('longitude', models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(-180), django.core.validators.MaxValueValidator(180)], verbose_name='经度')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='联系电话')),
                ('hours', models.CharField(blank=True, max_length=120, verbose_name='开放时间')),
                ('reception_note', models.CharField(blank=True, max_length=60, verbose_name='接待日')),
                ('head_name', models.CharField(blank=True, max_length=20, verbose_name='站长')),
                ('head', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='站长账号')),
                ('officer_name', models.CharField(blank=True, max_length=20, verbose_name='联络员')),
                ('officer', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='联络员账号')),
                ('intro', models.TextField(blank=True, verbose_name='简介')),
                ('facilities', models.CharField(blank=True, help_text='如：接待室、议事厅、展示区。', max_length=300, verbose_name='场所设施')),
                ('floor_space', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='面积（平方米）')),
                ('is_accessible', models.BooleanField(default=False, verbose_name='有无障碍设施')),
                ('standard', models.CharField(choices=[('planned', '计划建设'), ('rebuilding', '改造提升中'), ('built', '已建成达标')], default='planned', max_length=12, verbose_name='规范化建设')),
                ('standard_since', models.DateField(blank=True, null=True, verbose_name='建设状态起始日期')),
                ('opened_on', models.DateField(blank=True, help_text='留空表示尚未启用，不公开。', null=True, verbose_name='启用日期')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='撤销日期')),
                ('close_reason', models.CharField(blank=True, max_length=200, verbose_name='撤销理由')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StationKeeper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='keepers', to='liaison_stations.station', verbose_name='联络站')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stations_kept', to=settings.AUTH_USER_MODEL, verbose_name='管理员')),
                ('from_date', models.DateField(verbose_name='起始日期')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='截止日期')),
            ],
            options={
                'verbose_name': '联络站管理员',
                'verbose_name_plural': '联络站管理员',
                'ordering': ['from_date', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_date__isnull', True), ('until_date__gte', models.F('from_date')), _connector='OR'), name='station_keeper_ends_after_start', violation_error_message='截止日期不能早于起始日期。'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('station', '='), ('user', '='), (foundation.accounts.models.membership.DateRange('from_date', 'until_date', django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_lower=True, inclusive_upper=True)), '&&')], name='station_keeper_once_at_a_time', violation_error_message='这个账号在这段时间已是本站管理员。')],
            },
        ),
        migrations.CreateModel(
            name='StationKeeperEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='liaison_stations.stationkeeper')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('station', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='liaison_stations.station', verbose_name='联络站')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='管理员')),
                ('from_date', models.DateField(verbose_name='起始日期')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='截止日期')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StationKindEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='liaison_stations.stationkind')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('legal_basis', models.CharField(default='本级规定（待填）', max_length=200, verbose_name='依据')),
                ('valid_from', models.DateField(default=datetime.date(2000, 1, 1), verbose_name='生效日期')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='失效日期')),
                ('code', models.SlugField(db_index=False, error_messages={'unique': '已有这个代码的联络站类别。'}, max_length=40, verbose_name='代码')),
                ('name', models.CharField(max_length=40, verbose_name='名称')),
                ('run_by_office', models.BooleanField(default=False, verbose_name='由人大常委会直接管理')),
                ('order', models.PositiveSmallIntegerField(default=100, verbose_name='排序')),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stationkind',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "liaison_stations_stationkindevent" ("code", "id", "legal_basis", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "run_by_office", "valid_from", "valid_until") VALUES (NEW."code", NEW."id", NEW."legal_basis", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."run_by_office", NEW."valid_from", NEW."valid_until"); RETURN NULL;', hash='1817ce03a5c34e84a76fec44eadb3e657d63b617', operation='INSERT', pgid='pgtrigger_insert_insert_c46ba', table='liaison_stations_stationkind', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stationkind',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "liaison_stations_stationkindevent" ("code", "id", "legal_basis", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "run_by_office", "valid_from", "valid_until") VALUES (NEW."code", NEW."id", NEW."legal_basis", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."run_by_office", NEW."valid_from", NEW."valid_until"); RETURN NULL;', hash='574c0ec4cff6d9de5817695fd0cd61acd313bee0', operation='UPDATE', pgid='pgtrigger_update_update_727b4', table='liaison_stations_stationkind', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stationdeputy',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "liaison_stations_stationdeputyevent" ("deputy_id", "from_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "station_id", "until_date") VALUES (NEW."deputy_id", NEW."from_date", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."station_id", NEW."until_date"); RETURN NULL;', hash='80a68058d1ef148ed564b47fea68cb0206b5c726', operation='INSERT', pgid='pgtrigger_insert_insert_0f5eb', table='liaison_stations_stationdeputy', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stationdeputy',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "liaison_stations_stationdeputyevent" ("deputy_id", "from_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "station_id", "until_date") VALUES (NEW."deputy_id", NEW."from_date", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."station_id", NEW."until_date"); RETURN NULL;', hash='652e13f6a7444549004f3cfffd4c3da19482cd5a', operation='UPDATE', pgid='pgtrigger_update_update_09563', table='liaison_stations_stationdeputy', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stationkeeper',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "liaison_stations_stationkeeperevent" ("from_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "station_id", "until_date", "user_id") VALUES (NEW."from_date", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."station_id", NEW."until_date", NEW."user_id"); RETURN NULL;', hash='a3835aabb50eacba8f9f6a85d693cbfcbbc11550', operation='INSERT', pgid='pgtrigger_insert_insert_d14c4', table='liaison_stations_stationkeeper', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stationkeeper',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "liaison_stations_stationkeeperevent" ("from_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "station_id", "until_date", "user_id") VALUES (NEW."from_date", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."station_id", NEW."until_date", NEW."user_id"); RETURN NULL;', hash='abde6d23fe867552462d030d9e0bc59e511eba4c', operation='UPDATE', pgid='pgtrigger_update_update_7ee7f', table='liaison_stations_stationkeeper', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='station',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "liaison_stations_stationevent" ("address", "area_id", "close_reason", "closed_on", "code", "facilities", "floor_space", "head_id", "head_name", "hours", "id", "intro", "is_accessible", "kind_id", "latitude", "longitude", "name", "officer_id", "officer_name", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "reception_note", "standard", "standard_since", "tier", "version") VALUES (NEW."address", NEW."area_id", NEW."close_reason", NEW."closed_on", NEW."code", NEW."facilities", NEW."floor_space", NEW."head_id", NEW."head_name", NEW."hours", NEW."id", NEW."intro", NEW."is_accessible", NEW."kind_id", NEW."latitude", NEW."longitude", NEW."name", NEW."officer_id", NEW."officer_name", NEW."opened_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."reception_note", NEW."standard", NEW."standard_since", NEW."tier", NEW."version"); RETURN NULL;', hash='2b8eb36e81d32e3738cad4b65d992d57d871242a', operation='INSERT', pgid='pgtrigger_insert_insert_52796', table='liaison_stations_station', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='station',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "liaison_stations_stationevent" ("address", "area_id", "close_reason", "closed_on", "code", "facilities", "floor_space", "head_id", "head_name", "hours", "id", "intro", "is_accessible", "kind_id", "latitude", "longitude", "name", "officer_id", "officer_name", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "reception_note", "standard", "standard_since", "tier", "version") VALUES (NEW."address", NEW."area_id", NEW."close_reason", NEW."closed_on", NEW."code", NEW."facilities", NEW."floor_space", NEW."head_id", NEW."head_name", NEW."hours", NEW."id", NEW."intro", NEW."is_accessible", NEW."kind_id", NEW."latitude", NEW."longitude", NEW."name", NEW."officer_id", NEW."officer_name", NEW."opened_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."reception_note", NEW."standard", NEW."standard_since", NEW."tier", NEW."version"); RETURN NULL;', hash='cd7f70b7671beb0e7424c8ae6617e9d89fc61c13', operation='UPDATE', pgid='pgtrigger_update_update_692ce', table='liaison_stations_station', when='AFTER')),
        ),
    ]
