import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.operations
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
import foundation.accounts.models.membership
import foundation.accounts.models.second_factor
import foundation.vault.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from foundation.founding import Founding


class Migration(Founding):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        django.contrib.postgres.operations.BtreeGistExtension(
        ),
        migrations.CreateModel(
            name='SignInPolicy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('deputy', '代表'), ('delegation_head', '代表团团长'), ('group_convener', '代表小组召集人'), ('sc_member', '常委会组成人员'), ('chair', '主任'), ('vice_chair', '副主任'), ('committee', '常委会工作委员会'), ('clerk', '联络工作人员'), ('secretary', '委员会秘书'), ('township_clerk', '乡镇人大、街道工委工作人员'), ('government_office', '政府办公室工作人员'), ('unit_officer', '承办单位经办人'), ('unit_head', '承办单位负责人'), ('station_keeper', '联络站管理员'), ('system_admin', '系统管理员'), ('security_admin', '安全管理员'), ('audit_admin', '审计管理员')], max_length=32, unique=True, verbose_name='角色')),
                ('second_factor', models.BooleanField(default=False, verbose_name='须用动态口令')),
                ('legal_basis', models.CharField(blank=True, max_length=200, verbose_name='依据')),
            ],
            options={
                'verbose_name': '登录要求',
                'verbose_name_plural': '登录要求',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': '该用户名已被使用，请换一个。'}, max_length=64, unique=True, validators=[django.core.validators.RegexValidator('^[\\w.@-]+$', '用户名只能用汉字、字母、数字和 . _ - @，请去掉空格和其他符号。')], verbose_name='用户名')),
                ('name', models.CharField(max_length=50, verbose_name='姓名')),
                ('phone', foundation.vault.fields.EncryptedTextField(blank=True, default='', verbose_name='手机号')),
                ('phone_hash', models.CharField(blank=True, editable=False, error_messages={'unique': '该手机号已登记在另一个账号上，请核对。'}, max_length=64, null=True, unique=True)),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='电子邮箱')),
                ('pinyin_key', models.CharField(blank=True, db_index=True, help_text='留空时按姓名生成。', max_length=200, verbose_name='拼音排序')),
                ('is_active', models.BooleanField(default=True, help_text='停用后不能登录；账号不删除，以保留办理痕迹。', verbose_name='启用')),
                ('is_staff', models.BooleanField(default=False, verbose_name='可进入管理后台')),
                ('must_change_password', models.BooleanField(default=False, verbose_name='下次登录须改密码')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='开通时间')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': '用户',
                'verbose_name_plural': '用户',
                'ordering': ['pinyin_key', 'id'],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_userevent" ("date_joined", "email", "id", "is_active", "is_staff", "is_superuser", "must_change_password", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinyin_key", "username") VALUES (NEW."date_joined", NEW."email", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."must_change_password", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pinyin_key", NEW."username"); RETURN NULL;', hash='39045e316083beb6ab816adbe7ea3a2e969efac5', operation='INSERT', pgid='pgtrigger_insert_insert_3867c', table='accounts_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."date_joined" IS DISTINCT FROM (NEW."date_joined") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."must_change_password" IS DISTINCT FROM (NEW."must_change_password") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."pinyin_key" IS DISTINCT FROM (NEW."pinyin_key") OR OLD."username" IS DISTINCT FROM (NEW."username"))', func='INSERT INTO "accounts_userevent" ("date_joined", "email", "id", "is_active", "is_staff", "is_superuser", "must_change_password", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinyin_key", "username") VALUES (NEW."date_joined", NEW."email", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."must_change_password", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pinyin_key", NEW."username"); RETURN NULL;', hash='22d2491556e55ea9c249c6028e23147d51f04a03', operation='UPDATE', pgid='pgtrigger_update_update_0e890', table='accounts_user', when='AFTER')),
        ),
        migrations.CreateModel(
            name='FormerPassword',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128)),
                ('set_at', models.DateTimeField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_passwords', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '历史密码',
                'verbose_name_plural': '历史密码',
                'ordering': ['-set_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(error_messages={'unique': '已有同名单位，请核对后使用原有单位。'}, max_length=100, unique=True, verbose_name='名称')),
                ('short_name', models.CharField(blank=True, max_length=30, verbose_name='简称')),
                ('kind', models.CharField(choices=[('sc_office', '人大常委会办公室'), ('sc_committee', '人大常委会工作委员会'), ('government_office', '政府办公室'), ('handling_unit', '政府承办单位'), ('court', '人民法院'), ('procuratorate', '人民检察院'), ('supervision_commission', '监察委员会'), ('party_body', '党群部门'), ('township_congress', '乡镇人大主席团'), ('street_committee', '人大街道工委')], max_length=32, verbose_name='类型')),
                ('phone', foundation.vault.fields.EncryptedTextField(blank=True, default='', verbose_name='联系电话')),
                ('pinyin_key', models.CharField(blank=True, db_index=True, help_text='留空时按名称生成。', max_length=200, verbose_name='拼音排序')),
                ('is_active', models.BooleanField(default=True, verbose_name='启用')),
                ('leader_in_charge', models.ForeignKey(blank=True, help_text='期限逾期升级时提醒分管领导。', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='organisations_in_charge', to=settings.AUTH_USER_MODEL, verbose_name='分管领导')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='accounts.organisation', verbose_name='上级单位')),
                ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='predecessors', to='accounts.organisation', verbose_name='承接单位')),
            ],
            options={
                'verbose_name': '单位',
                'verbose_name_plural': '单位',
                'ordering': ['pinyin_key', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('parent', models.F('id')), _negated=True), models.Q(('successor', models.F('id')), _negated=True)), name='organisation_not_its_own_parent', violation_error_message='单位不能是自己的上级单位或承接单位，请重新选择。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_organisationevent" ("id", "is_active", "kind", "leader_in_charge_id", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinyin_key", "short_name", "successor_id") VALUES (NEW."id", NEW."is_active", NEW."kind", NEW."leader_in_charge_id", NEW."name", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pinyin_key", NEW."short_name", NEW."successor_id"); RETURN NULL;', hash='833f94a4bcb50dc104b34cb15d7cef8cc187e699', operation='INSERT', pgid='pgtrigger_insert_insert_66a5c', table='accounts_organisation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."leader_in_charge_id" IS DISTINCT FROM (NEW."leader_in_charge_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."pinyin_key" IS DISTINCT FROM (NEW."pinyin_key") OR OLD."short_name" IS DISTINCT FROM (NEW."short_name") OR OLD."successor_id" IS DISTINCT FROM (NEW."successor_id"))', func='INSERT INTO "accounts_organisationevent" ("id", "is_active", "kind", "leader_in_charge_id", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinyin_key", "short_name", "successor_id") VALUES (NEW."id", NEW."is_active", NEW."kind", NEW."leader_in_charge_id", NEW."name", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pinyin_key", NEW."short_name", NEW."successor_id"); RETURN NULL;', hash='afda91187445b4e4860d2118392db80ba54b3f37', operation='UPDATE', pgid='pgtrigger_update_update_9e5fc', table='accounts_organisation', when='AFTER')),
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('deputy', '代表'), ('delegation_head', '代表团团长'), ('group_convener', '代表小组召集人'), ('sc_member', '常委会组成人员'), ('chair', '主任'), ('vice_chair', '副主任'), ('committee', '常委会工作委员会'), ('clerk', '联络工作人员'), ('secretary', '委员会秘书'), ('township_clerk', '乡镇人大、街道工委工作人员'), ('government_office', '政府办公室工作人员'), ('unit_officer', '承办单位经办人'), ('unit_head', '承办单位负责人'), ('station_keeper', '联络站管理员'), ('system_admin', '系统管理员'), ('security_admin', '安全管理员'), ('audit_admin', '审计管理员')], max_length=32, verbose_name='角色')),
                ('title', models.CharField(blank=True, max_length=50, verbose_name='职务')),
                ('from_date', models.DateField(verbose_name='起始日期')),
                ('until_date', models.DateField(blank=True, help_text='含当日；留空为长期。', null=True, verbose_name='截止日期')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL, verbose_name='人员')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='accounts.organisation', verbose_name='单位')),
            ],
            options={
                'verbose_name': '任职',
                'verbose_name_plural': '任职',
                'ordering': ['-from_date', 'id'],
                'indexes': [models.Index(fields=['role', 'organisation'], name='membership_role_org')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_date__isnull', True), ('until_date__gte', models.F('from_date')), _connector='OR'), name='membership_dates_in_order', violation_error_message='截止日期早于起始日期，请核对。'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('user', '='), ('role', '='), (django.db.models.functions.comparison.Coalesce('organisation', models.Value(0)), '='), (foundation.accounts.models.membership.DateRange('from_date', 'until_date', django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_lower=True, inclusive_upper=True)), '&&')], name='membership_one_identical', violation_error_message='该人员在此单位已有相同角色，且日期重叠；请修改原有记录的起止日期。'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('role__in', ['audit_admin', 'security_admin', 'system_admin'])), expressions=[('user', '='), (foundation.accounts.models.membership.DateRange('from_date', 'until_date', django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_lower=True, inclusive_upper=True)), '&&')], name='membership_three_administrators', violation_error_message='系统管理员、安全管理员、审计管理员须由三个不同的人担任，请另选人员。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='membership_organisation_kind', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF EXISTS (SELECT 1 FROM (VALUES ('committee', 'sc_committee'), ('clerk', 'sc_committee'), ('clerk', 'sc_office'), ('secretary', 'sc_committee'), ('secretary', 'sc_office'), ('township_clerk', 'street_committee'), ('township_clerk', 'township_congress'), ('government_office', 'government_office'), ('unit_officer', 'court'), ('unit_officer', 'government_office'), ('unit_officer', 'handling_unit'), ('unit_officer', 'party_body'), ('unit_officer', 'procuratorate'), ('unit_officer', 'supervision_commission'), ('unit_head', 'court'), ('unit_head', 'government_office'), ('unit_head', 'handling_unit'), ('unit_head', 'party_body'), ('unit_head', 'procuratorate'), ('unit_head', 'supervision_commission')) AS allowed(role, kind) WHERE allowed.role = NEW.role) AND NOT EXISTS (\n            SELECT 1 FROM (VALUES ('committee', 'sc_committee'), ('clerk', 'sc_committee'), ('clerk', 'sc_office'), ('secretary', 'sc_committee'), ('secretary', 'sc_office'), ('township_clerk', 'street_committee'), ('township_clerk', 'township_congress'), ('government_office', 'government_office'), ('unit_officer', 'court'), ('unit_officer', 'government_office'), ('unit_officer', 'handling_unit'), ('unit_officer', 'party_body'), ('unit_officer', 'procuratorate'), ('unit_officer', 'supervision_commission'), ('unit_head', 'court'), ('unit_head', 'government_office'), ('unit_head', 'handling_unit'), ('unit_head', 'party_body'), ('unit_head', 'procuratorate'), ('unit_head', 'supervision_commission')) AS allowed(role, kind) JOIN accounts_organisation o ON o.kind = allowed.kind\n            WHERE allowed.role = NEW.role AND o.id = NEW.organisation_id\n        ) THEN\n            RAISE EXCEPTION 'role % cannot be held in organisation %', NEW.role, NEW.organisation_id\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'membership_organisation_kind';\n        END IF;\n        RETURN NEW;\n    ", hash='2f8c5919da412844f51a74e88b56e90c0db4fc3f', operation='INSERT OR UPDATE', pgid='pgtrigger_membership_organisation_kind_fb2c6', table='accounts_membership', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_membershipevent" ("from_date", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "title", "until_date", "user_id") VALUES (NEW."from_date", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."title", NEW."until_date", NEW."user_id"); RETURN NULL;', hash='ba9c6c7759922930e610ac5adbfa587b2fca97fe', operation='INSERT', pgid='pgtrigger_insert_insert_fc05a', table='accounts_membership', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_membershipevent" ("from_date", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "title", "until_date", "user_id") VALUES (NEW."from_date", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."title", NEW."until_date", NEW."user_id"); RETURN NULL;', hash='b46e578de7e917d4d8cde075f2639f4d244f597c', operation='UPDATE', pgid='pgtrigger_update_update_20ab5', table='accounts_membership', when='AFTER')),
        ),
        migrations.CreateModel(
            name='MembershipEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('role', models.CharField(choices=[('deputy', '代表'), ('delegation_head', '代表团团长'), ('group_convener', '代表小组召集人'), ('sc_member', '常委会组成人员'), ('chair', '主任'), ('vice_chair', '副主任'), ('committee', '常委会工作委员会'), ('clerk', '联络工作人员'), ('secretary', '委员会秘书'), ('township_clerk', '乡镇人大、街道工委工作人员'), ('government_office', '政府办公室工作人员'), ('unit_officer', '承办单位经办人'), ('unit_head', '承办单位负责人'), ('station_keeper', '联络站管理员'), ('system_admin', '系统管理员'), ('security_admin', '安全管理员'), ('audit_admin', '审计管理员')], max_length=32, verbose_name='角色')),
                ('title', models.CharField(blank=True, max_length=50, verbose_name='职务')),
                ('from_date', models.DateField(verbose_name='起始日期')),
                ('until_date', models.DateField(blank=True, help_text='含当日；留空为长期。', null=True, verbose_name='截止日期')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.membership')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='人员')),
                ('organisation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.organisation', verbose_name='单位')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OrganisationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(error_messages={'unique': '已有同名单位，请核对后使用原有单位。'}, max_length=100, verbose_name='名称')),
                ('short_name', models.CharField(blank=True, max_length=30, verbose_name='简称')),
                ('kind', models.CharField(choices=[('sc_office', '人大常委会办公室'), ('sc_committee', '人大常委会工作委员会'), ('government_office', '政府办公室'), ('handling_unit', '政府承办单位'), ('court', '人民法院'), ('procuratorate', '人民检察院'), ('supervision_commission', '监察委员会'), ('party_body', '党群部门'), ('township_congress', '乡镇人大主席团'), ('street_committee', '人大街道工委')], max_length=32, verbose_name='类型')),
                ('pinyin_key', models.CharField(blank=True, help_text='留空时按名称生成。', max_length=200, verbose_name='拼音排序')),
                ('is_active', models.BooleanField(default=True, verbose_name='启用')),
                ('leader_in_charge', models.ForeignKey(blank=True, db_constraint=False, help_text='期限逾期升级时提醒分管领导。', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='分管领导')),
                ('parent', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.organisation', verbose_name='上级单位')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.organisation')),
                ('successor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.organisation', verbose_name='承接单位')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Substitute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_date', models.DateField(verbose_name='起始日期')),
                ('until_date', models.DateField(help_text='含当日。', verbose_name='截止日期')),
                ('reason', models.CharField(max_length=200, verbose_name='事由')),
                ('principal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='substitutes', to=settings.AUTH_USER_MODEL, verbose_name='本人')),
                ('substitute', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standing_in', to=settings.AUTH_USER_MODEL, verbose_name='代办人')),
            ],
            options={
                'verbose_name': '代办授权',
                'verbose_name_plural': '代办授权',
                'ordering': ['-from_date', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('principal', models.F('substitute')), _negated=True), name='substitute_is_another', violation_error_message='代办人不能是本人，请另选人员。'), models.CheckConstraint(condition=models.Q(('until_date__gte', models.F('from_date'))), name='substitute_dates_in_order', violation_error_message='截止日期早于起始日期，请核对。'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('principal', '='), (foundation.accounts.models.membership.DateRange('from_date', 'until_date', django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_lower=True, inclusive_upper=True)), '&&')], name='substitute_one_at_a_time', violation_error_message='这段时间已有代办人，请先调整原授权的起止日期。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='substitute',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_substituteevent" ("from_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "principal_id", "reason", "substitute_id", "until_date") VALUES (NEW."from_date", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."principal_id", NEW."reason", NEW."substitute_id", NEW."until_date"); RETURN NULL;', hash='b4792aa977c8705f832ea77d35adb2aae38cc65f', operation='INSERT', pgid='pgtrigger_insert_insert_2fc82', table='accounts_substitute', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='substitute',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_substituteevent" ("from_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "principal_id", "reason", "substitute_id", "until_date") VALUES (NEW."from_date", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."principal_id", NEW."reason", NEW."substitute_id", NEW."until_date"); RETURN NULL;', hash='d77065644efadb2030dbb1a4715d92f6a204d1ce', operation='UPDATE', pgid='pgtrigger_update_update_60f6e', table='accounts_substitute', when='AFTER')),
        ),
        migrations.CreateModel(
            name='SubstituteEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('from_date', models.DateField(verbose_name='起始日期')),
                ('until_date', models.DateField(help_text='含当日。', verbose_name='截止日期')),
                ('reason', models.CharField(max_length=200, verbose_name='事由')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.substitute')),
                ('principal', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='本人')),
                ('substitute', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='代办人')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='UserEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': '该用户名已被使用，请换一个。'}, max_length=64, validators=[django.core.validators.RegexValidator('^[\\w.@-]+$', '用户名只能用汉字、字母、数字和 . _ - @，请去掉空格和其他符号。')], verbose_name='用户名')),
                ('name', models.CharField(max_length=50, verbose_name='姓名')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='电子邮箱')),
                ('pinyin_key', models.CharField(blank=True, help_text='留空时按姓名生成。', max_length=200, verbose_name='拼音排序')),
                ('is_active', models.BooleanField(default=True, help_text='停用后不能登录；账号不删除，以保留办理痕迹。', verbose_name='启用')),
                ('is_staff', models.BooleanField(default=False, verbose_name='可进入管理后台')),
                ('must_change_password', models.BooleanField(default=False, verbose_name='下次登录须改密码')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='开通时间')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Authenticator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='The human-readable name of this device.', max_length=64)),
                ('confirmed', models.BooleanField(default=True, help_text='Is this device ready for use?')),
                ('throttling_failure_timestamp', models.DateTimeField(blank=True, default=None, help_text='A timestamp of the last failed verification attempt. Null if last attempt succeeded.', null=True)),
                ('throttling_failure_count', models.PositiveIntegerField(default=0, help_text='Number of successive failed attempts.')),
                ('created_at', models.DateTimeField(auto_now_add=True, help_text='The date and time when this device was initially created in the system.', null=True)),
                ('last_used_at', models.DateTimeField(blank=True, help_text='The most recent date and time this device was used.', null=True)),
                ('key', foundation.vault.fields.EncryptedTextField(default=foundation.accounts.models.second_factor.new_key, editable=False, verbose_name='密钥')),
                ('drift', models.SmallIntegerField(default=0, verbose_name='时钟偏差')),
                ('last_t', models.BigIntegerField(default=-1, verbose_name='最近口令时段')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='人员')),
            ],
            options={
                'verbose_name': '动态口令',
                'verbose_name_plural': '动态口令',
            },
        ),
        migrations.CreateModel(
            name='RecoverySheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='The human-readable name of this device.', max_length=64)),
                ('confirmed', models.BooleanField(default=True, help_text='Is this device ready for use?')),
                ('throttling_failure_timestamp', models.DateTimeField(blank=True, default=None, help_text='A timestamp of the last failed verification attempt. Null if last attempt succeeded.', null=True)),
                ('throttling_failure_count', models.PositiveIntegerField(default=0, help_text='Number of successive failed attempts.')),
                ('created_at', models.DateTimeField(auto_now_add=True, help_text='The date and time when this device was initially created in the system.', null=True)),
                ('last_used_at', models.DateTimeField(blank=True, help_text='The most recent date and time this device was used.', null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='人员')),
            ],
            options={
                'verbose_name': '恢复码',
                'verbose_name_plural': '恢复码',
            },
        ),
        migrations.CreateModel(
            name='RecoveryCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code_hash', models.CharField(max_length=64, verbose_name='校验值')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='codes', to='accounts.recoverysheet', verbose_name='恢复码')),
            ],
            options={
                'verbose_name': '恢复码条目',
                'verbose_name_plural': '恢复码条目',
                'constraints': [models.UniqueConstraint(fields=('sheet', 'code_hash'), name='recovery_code_once')],
            },
        ),
    ]
