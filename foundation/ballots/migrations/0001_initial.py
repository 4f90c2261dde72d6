import datetime
import django.core.validators
import django.db.models.deletion
import foundation.vault.fields
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models

from foundation.founding import Founding


class Migration(Founding):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('contenttypes', '0002_remove_content_type_name'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='BallotRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40, verbose_name='代码')),
                ('name', models.CharField(max_length=60, verbose_name='名称')),
                ('base', models.CharField(choices=[('all_members', '全体组成人员'), ('present', '到会人员'), ('issued', '发出票'), ('returned', '收回票'), ('valid', '有效票')], default='valid', max_length=12, verbose_name='计算基数')),
                ('grades', models.CharField(help_text='由好到差，用顿号隔开，如“满意、基本满意、不满意”。', max_length=120, verbose_name='等次')),
                ('uncounted', models.CharField(blank=True, help_text='如“不了解”；应当同时列在等次中。', max_length=60, verbose_name='不作为有效票的等次')),
                ('otherwise', models.CharField(help_text='下列条件都不符合时的结果。', max_length=20, verbose_name='其他情形的结果')),
                ('quorum_top', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='到会人数应占（分子）')),
                ('quorum_bottom', models.PositiveSmallIntegerField(blank=True, help_text='如1/2；都留空不要求。', null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='到会人数应占（分母）')),
                ('quorum_sign', models.CharField(choices=[('>=', '达到（含本数）'), ('>', '超过（不含本数）'), ('<', '不足（不含本数）'), ('<=', '不超过（含本数）')], default='>', max_length=2, verbose_name='到会人数要求')),
                ('least_present', models.PositiveSmallIntegerField(default=0, verbose_name='到会最少人数')),
                ('legal_basis', models.CharField(default='本级规定（待填）', max_length=200, verbose_name='依据')),
                ('valid_from', models.DateField(default=datetime.date(2000, 1, 1), verbose_name='生效日期')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='失效日期')),
                ('least_circle', models.PositiveSmallIntegerField(default=5, help_text='只用于几个主体加权的办法：手机表决、纸质票各自少于这个数的，公布时会使人看出谁怎样投的票。', verbose_name='无记名时每个测评主体至少几张票')),
            ],
            options={
                'verbose_name': '测评办法',
                'verbose_name_plural': '测评办法',
                'ordering': ['code', '-valid_from'],
                'constraints': [models.UniqueConstraint(fields=('code', 'valid_from'), name='ballot_rule_once', violation_error_message='同一办法在同一生效日期只能有一份。'), models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='ballot_rule_days', violation_error_message='失效日期不能早于生效日期。'), models.CheckConstraint(condition=models.Q(models.Q(('quorum_bottom__isnull', True), ('quorum_top__isnull', True)), models.Q(('quorum_bottom__gte', 1), ('quorum_top__lte', models.F('quorum_bottom'))), _connector='OR'), name='ballot_rule_quorum', violation_error_message='到会人数的分子、分母应当同时填写，分子不能大于分母。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ballotrule',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "ballots_ballotruleevent" ("base", "code", "grades", "id", "least_circle", "least_present", "legal_basis", "name", "otherwise", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quorum_bottom", "quorum_sign", "quorum_top", "uncounted", "valid_from", "valid_until") VALUES (NEW."base", NEW."code", NEW."grades", NEW."id", NEW."least_circle", NEW."least_present", NEW."legal_basis", NEW."name", NEW."otherwise", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."quorum_bottom", NEW."quorum_sign", NEW."quorum_top", NEW."uncounted", NEW."valid_from", NEW."valid_until"); RETURN NULL;', hash='9899e9c472d237147d19183b90467f2e3d702bbd', operation='INSERT', pgid='pgtrigger_insert_insert_af52e', table='ballots_ballotrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ballotrule',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "ballots_ballotruleevent" ("base", "code", "grades", "id", "least_circle", "least_present", "legal_basis", "name", "otherwise", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quorum_bottom", "quorum_sign", "quorum_top", "uncounted", "valid_from", "valid_until") VALUES (NEW."base", NEW."code", NEW."grades", NEW."id", NEW."least_circle", NEW."least_present", NEW."legal_basis", NEW."name", NEW."otherwise", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."quorum_bottom", NEW."quorum_sign", NEW."quorum_top", NEW."uncounted", NEW."valid_from", NEW."valid_until"); RETURN NULL;', hash='6bcbd9eb0aea533524178f366f410aceef1487a2', operation='UPDATE', pgid='pgtrigger_update_update_fd4f8', table='ballots_ballotrule', when='AFTER')),
        ),
        migrations.CreateModel(
            name='BallotClause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('grades', models.CharField(blank=True, help_text='一个或者几个等次，用顿号隔开；按得分比较的留空。', max_length=120, verbose_name='合并计算的等次')),
                ('sign', models.CharField(choices=[('>=', '达到（含本数）'), ('>', '超过（不含本数）'), ('<', '不足（不含本数）'), ('<=', '不超过（含本数）')], default='>=', max_length=2, verbose_name='条件')),
                ('top', models.PositiveSmallIntegerField(default=0, help_text='80%填80和100，半数填1和2。', verbose_name='比例（分子）')),
                ('bottom', models.PositiveSmallIntegerField(default=100, validators=[django.core.validators.MinValueValidator(1)], verbose_name='比例（分母）')),
                ('outcome', models.CharField(max_length=20, verbose_name='结果')),
                ('is_alert', models.BooleanField(default=False, help_text='不决定结果，只触发后续工作，如“整改”。', verbose_name='另行触发')),
                ('order', models.PositiveSmallIntegerField(default=1, verbose_name='顺序')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clauses', to='ballots.ballotrule', verbose_name='测评办法')),
                ('points', models.DecimalField(blank=True, decimal_places=2, help_text='填写的，比较平均得分而不看比例；先登记各等次的分值。', max_digits=5, null=True, verbose_name='按得分比较（分）')),
            ],
            options={
                'verbose_name': '条件',
                'verbose_name_plural': '条件',
                'ordering': ['is_alert', 'order', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('bottom__gte', 1), ('top__lte', models.F('bottom'))), name='ballot_clause_share', violation_error_message='比例的分子不能大于分母。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ballotclause',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "ballots_ballotclauseevent" ("bottom", "grades", "id", "is_alert", "order", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "rule_id", "sign", "top") VALUES (NEW."bottom", NEW."grades", NEW."id", NEW."is_alert", NEW."order", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."points", NEW."rule_id", NEW."sign", NEW."top"); RETURN NULL;', hash='0d9b0c2dedd418492e68fe4eb678196b28eff8f8', operation='INSERT', pgid='pgtrigger_insert_insert_cfe0f', table='ballots_ballotclause', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ballotclause',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "ballots_ballotclauseevent" ("bottom", "grades", "id", "is_alert", "order", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "rule_id", "sign", "top") VALUES (NEW."bottom", NEW."grades", NEW."id", NEW."is_alert", NEW."order", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."points", NEW."rule_id", NEW."sign", NEW."top"); RETURN NULL;', hash='312ab0657616010cd2a7c027a9689ea0c0efba56', operation='UPDATE', pgid='pgtrigger_update_update_8df2c', table='ballots_ballotclause', when='AFTER')),
        ),
        migrations.CreateModel(
            name='BallotRuleEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.SlugField(db_index=False, max_length=40, verbose_name='代码')),
                ('name', models.CharField(max_length=60, verbose_name='名称')),
                ('base', models.CharField(choices=[('all_members', '全体组成人员'), ('present', '到会人员'), ('issued', '发出票'), ('returned', '收回票'), ('valid', '有效票')], default='valid', max_length=12, verbose_name='计算基数')),
                ('grades', models.CharField(help_text='由好到差，用顿号隔开，如“满意、基本满意、不满意”。', max_length=120, verbose_name='等次')),
                ('uncounted', models.CharField(blank=True, help_text='如“不了解”；应当同时列在等次中。', max_length=60, verbose_name='不作为有效票的等次')),
                ('otherwise', models.CharField(help_text='下列条件都不符合时的结果。', max_length=20, verbose_name='其他情形的结果')),
                ('quorum_top', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='到会人数应占（分子）')),
                ('quorum_bottom', models.PositiveSmallIntegerField(blank=True, help_text='如1/2；都留空不要求。', null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='到会人数应占（分母）')),
                ('quorum_sign', models.CharField(choices=[('>=', '达到（含本数）'), ('>', '超过（不含本数）'), ('<', '不足（不含本数）'), ('<=', '不超过（含本数）')], default='>', max_length=2, verbose_name='到会人数要求')),
                ('least_present', models.PositiveSmallIntegerField(default=0, verbose_name='到会最少人数')),
                ('legal_basis', models.CharField(default='本级规定（待填）', max_length=200, verbose_name='依据')),
                ('valid_from', models.DateField(default=datetime.date(2000, 1, 1), verbose_name='生效日期')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='失效日期')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='ballots.ballotrule')),
                ('least_circle', models.PositiveSmallIntegerField(default=5, help_text='只用于几个主体加权的办法：手机表决、纸质票各自少于这个数的，公布时会使人看出谁怎样投的票。', verbose_name='无记名时每个测评主体至少几张票')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PaperCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='版本')),
                ('subject_id', models.CharField(max_length=64, verbose_name='对象编号')),
                ('topic', models.CharField(max_length=200, verbose_name='测评事项')),
                ('held_on', models.DateField(verbose_name='测评日期')),
                ('all_members', models.PositiveIntegerField(blank=True, null=True, verbose_name='应到人数')),
                ('present', models.PositiveIntegerField(verbose_name='实到人数')),
                ('issued', models.PositiveIntegerField(verbose_name='发出票数')),
                ('returned', models.PositiveIntegerField(verbose_name='收回票数')),
                ('invalid', models.PositiveIntegerField(default=0, verbose_name='无效票数')),
                ('votes', models.JSONField(default=dict, verbose_name='各等次票数')),
                ('state', models.CharField(choices=[('entered', '待核对'), ('confirmed', '已核对'), ('returned', '退回重录')], default='entered', max_length=10, verbose_name='状态')),
                ('entered_at', models.DateTimeField(verbose_name='录入时间')),
                ('checked_at', models.DateTimeField(blank=True, null=True, verbose_name='核对时间')),
                ('return_reason', models.CharField(blank=True, max_length=200, verbose_name='退回理由')),
                ('stands', models.BooleanField(null=True, verbose_name='测评有效')),
                ('outcome', models.CharField(blank=True, max_length=20, verbose_name='结果')),
                ('alerts', models.JSONField(default=list, verbose_name='触发事项')),
                ('formula', models.TextField(blank=True, verbose_name='计算过程')),
                ('rule_text', models.TextField(blank=True, verbose_name='所用办法')),
                ('checked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='核对人')),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='录入人')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counts', to='ballots.ballotrule', verbose_name='测评办法')),
                ('subject_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contenttypes.contenttype', verbose_name='对象类别')),
                ('groups', models.JSONField(blank=True, default=dict, verbose_name='各测评主体计票')),
                ('score', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='得分')),
            ],
            options={
                'verbose_name': '纸质测评计票',
                'verbose_name_plural': '纸质测评计票',
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['subject_type', 'subject_id'], name='ballots_pap_subject_2ed94a_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('issued__lte', models.F('present'))), name='count_issued_within_present', violation_error_message='发出票数不能多于到会人数。'), models.CheckConstraint(condition=models.Q(('all_members__isnull', True), ('present__lte', models.F('all_members')), _connector='OR'), name='count_present_within_members', violation_error_message='到会人数不能多于应到人数。'), models.CheckConstraint(condition=models.Q(('invalid__lte', models.F('returned'))), name='count_invalid_within_returned', violation_error_message='无效票不能多于收回票。'), models.CheckConstraint(condition=models.Q(('checked_by__isnull', True), models.Q(('checked_by', models.F('entered_by')), _negated=True), _connector='OR'), name='count_checked_by_a_second', violation_error_message='计票应当由另一名工作人员核对。'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'confirmed'), _negated=True), models.Q(('checked_by__isnull', False), ('stands__isnull', False)), _connector='OR'), name='count_confirmed_with_result', violation_error_message='核对后的计票应当有结果。'), models.UniqueConstraint(condition=models.Q(('state', 'entered'), models.Q(('stands', True), ('state', 'confirmed')), _connector='OR'), fields=('subject_type', 'subject_id'), name='one_count_in_force', violation_error_message='这次测评已有计票，请核对已录入的计票。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='papercount',
            trigger=pgtrigger.compiler.Trigger(name='count_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='73431ca2b463dfbbd25e5090948d8a21eaa16903', operation='DELETE', pgid='pgtrigger_count_is_kept_b06ad', table='ballots_papercount', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='papercount',
            trigger=pgtrigger.compiler.Trigger(name='checked_count_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NOT (OLD."state" = \'entered\'))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='2c0b77b5b4e823d9d3f727e0795475862bcca482', operation='UPDATE', pgid='pgtrigger_checked_count_stays_aa589', table='ballots_papercount', when='BEFORE')),
        ),
        migrations.CreateModel(
            name='BallotClauseEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('grades', models.CharField(blank=True, help_text='一个或者几个等次，用顿号隔开；按得分比较的留空。', max_length=120, verbose_name='合并计算的等次')),
                ('sign', models.CharField(choices=[('>=', '达到（含本数）'), ('>', '超过（不含本数）'), ('<', '不足（不含本数）'), ('<=', '不超过（含本数）')], default='>=', max_length=2, verbose_name='条件')),
                ('top', models.PositiveSmallIntegerField(default=0, help_text='80%填80和100，半数填1和2。', verbose_name='比例（分子）')),
                ('bottom', models.PositiveSmallIntegerField(default=100, validators=[django.core.validators.MinValueValidator(1)], verbose_name='比例（分母）')),
                ('outcome', models.CharField(max_length=20, verbose_name='结果')),
                ('is_alert', models.BooleanField(default=False, help_text='不决定结果，只触发后续工作，如“整改”。', verbose_name='另行触发')),
                ('order', models.PositiveSmallIntegerField(default=1, verbose_name='顺序')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='ballots.ballotclause')),
                ('rule', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='ballots.ballotrule', verbose_name='测评办法')),
                ('points', models.DecimalField(blank=True, decimal_places=2, help_text='填写的，比较平均得分而不看比例；先登记各等次的分值。', max_digits=5, null=True, verbose_name='按得分比较（分）')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BallotGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=20, verbose_name='测评主体')),
                ('weight', models.PositiveSmallIntegerField(help_text='如70、15、15；按各主体权重占合计的比例计算。', validators=[django.core.validators.MinValueValidator(1)], verbose_name='权重')),
                ('order', models.PositiveSmallIntegerField(default=1, verbose_name='顺序')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='groups', to='ballots.ballotrule', verbose_name='测评办法')),
                ('roll', models.CharField(blank=True, choices=[('standing_committee', '常委会组成人员'), ('deputies', '本级人大代表'), ('', '没有名册，使用纸质票')], default='', help_text='监督测评时谁在这个主体中表决；同时属于两个主体的，在常委会组成人员中表决。', max_length=20, verbose_name='名册')),
            ],
            options={
                'verbose_name': '测评主体和权重',
                'verbose_name_plural': '测评主体和权重',
                'ordering': ['order', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('rule', 'name'), name='ballot_group_once', violation_error_message='已有同名测评主体。'), models.CheckConstraint(condition=models.Q(('weight__gte', 1)), name='ballot_group_weight', violation_error_message='权重至少为1。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ballotgroup',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "ballots_ballotgroupevent" ("id", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roll", "rule_id", "weight") VALUES (NEW."id", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."roll", NEW."rule_id", NEW."weight"); RETURN NULL;', hash='282ebcad58fc532d5eb36aeef2420683d9e6d18a', operation='INSERT', pgid='pgtrigger_insert_insert_05947', table='ballots_ballotgroup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ballotgroup',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "ballots_ballotgroupevent" ("id", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roll", "rule_id", "weight") VALUES (NEW."id", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."roll", NEW."rule_id", NEW."weight"); RETURN NULL;', hash='4f077b9eefd94e5878d249b4501b534bb8a62ba3', operation='UPDATE', pgid='pgtrigger_update_update_7a00e', table='ballots_ballotgroup', when='AFTER')),
        ),
        migrations.CreateModel(
            name='BallotGroupEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=20, verbose_name='测评主体')),
                ('weight', models.PositiveSmallIntegerField(help_text='如70、15、15；按各主体权重占合计的比例计算。', validators=[django.core.validators.MinValueValidator(1)], verbose_name='权重')),
                ('order', models.PositiveSmallIntegerField(default=1, verbose_name='顺序')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='ballots.ballotgroup')),
                ('rule', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='ballots.ballotrule', verbose_name='测评办法')),
                ('roll', models.CharField(blank=True, choices=[('standing_committee', '常委会组成人员'), ('deputies', '本级人大代表'), ('', '没有名册，使用纸质票')], default='', help_text='监督测评时谁在这个主体中表决；同时属于两个主体的，在常委会组成人员中表决。', max_length=20, verbose_name='名册')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BallotScore',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('grade', models.CharField(max_length=20, verbose_name='等次')),
                ('points', models.DecimalField(decimal_places=2, max_digits=5, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='分值')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='ballots.ballotrule', verbose_name='测评办法')),
            ],
            options={
                'verbose_name': '等次分值',
                'verbose_name_plural': '等次分值',
                'ordering': ['-points', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('rule', 'grade'), name='ballot_score_once', violation_error_message='这个等次已有分值。'), models.CheckConstraint(condition=models.Q(('points__gte', 0)), name='ballot_score_positive', violation_error_message='分值不能是负数。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ballotscore',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "ballots_ballotscoreevent" ("grade", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "rule_id") VALUES (NEW."grade", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."points", NEW."rule_id"); RETURN NULL;', hash='e6abe9b71074d1431c58329f15305e49cb5a0498', operation='INSERT', pgid='pgtrigger_insert_insert_e43e8', table='ballots_ballotscore', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ballotscore',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "ballots_ballotscoreevent" ("grade", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "rule_id") VALUES (NEW."grade", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."points", NEW."rule_id"); RETURN NULL;', hash='f1c6f56dd334e2a7542b4263967fdef9664cb9b7', operation='UPDATE', pgid='pgtrigger_update_update_59d13', table='ballots_ballotscore', when='AFTER')),
        ),
        migrations.CreateModel(
            name='BallotScoreEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('grade', models.CharField(max_length=20, verbose_name='等次')),
                ('points', models.DecimalField(decimal_places=2, max_digits=5, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='分值')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='ballots.ballotscore')),
                ('rule', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='ballots.ballotrule', verbose_name='测评办法')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ElectronicBallot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('topic', models.CharField(max_length=200, verbose_name='表决事项')),
                ('is_secret', models.BooleanField(verbose_name='无记名')),
                ('lines', models.JSONField(verbose_name='表决项')),
                ('grades', models.JSONField(verbose_name='选项')),
                ('capped', models.CharField(blank=True, max_length=20, verbose_name='限选的选项')),
                ('cap', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='至多选几项')),
                ('opened_at', models.DateTimeField(verbose_name='开始时间')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='结束时间')),
                ('papers', models.PositiveIntegerField(blank=True, null=True, verbose_name='参加表决人数')),
                ('receipts', models.JSONField(blank=True, null=True, verbose_name='回执')),
            ],
            options={
                'verbose_name': '电子表决',
                'verbose_name_plural': '电子表决',
                'ordering': ['-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('papers__isnull', True)), models.Q(('closed_at__gte', models.F('opened_at')), ('papers__isnull', False)), _connector='OR'), name='electronic_ballot_closed_with_papers', violation_error_message='结束的表决应当写明参加人数。'), models.CheckConstraint(condition=models.Q(models.Q(('cap__isnull', True), ('capped', '')), models.Q(('cap__gte', 1), models.Q(('capped', ''), _negated=True)), _connector='OR'), name='electronic_ballot_cap', violation_error_message='限选应当写明选项和至多几项。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='electronicballot',
            trigger=pgtrigger.compiler.Trigger(name='electronic_ballot_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='23c9dd76cf11e3caeb0cb5aece932f1e04d3d348', operation='DELETE', pgid='pgtrigger_electronic_ballot_is_kept_a9e2b', table='ballots_electronicballot', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='electronicballot',
            trigger=pgtrigger.compiler.Trigger(name='closed_ballot_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."closed_at" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='cc2d83af9ac9d075308dc8595f929f0624146d58', operation='UPDATE', pgid='pgtrigger_closed_ballot_stays_71c58', table='ballots_electronicballot', when='BEFORE')),
        ),
        migrations.CreateModel(
            name='SecretSlip',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('line', models.PositiveSmallIntegerField(verbose_name='第几项')),
                ('choice', models.CharField(blank=True, max_length=20, verbose_name='选择')),
                ('ballot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='slips', to='ballots.electronicballot', verbose_name='电子表决')),
            ],
            options={
                'verbose_name': '无记名票',
                'verbose_name_plural': '无记名票',
                'ordering': ['line', 'id'],
                'indexes': [models.Index(fields=['ballot', 'line'], name='slip_of_line')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='secretslip',
            trigger=pgtrigger.compiler.Trigger(name='slip_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7d18eb1158749a5b7bb91a5b752297ec25c2987e', operation='UPDATE OR DELETE', pgid='pgtrigger_slip_is_kept_42b96', table='ballots_secretslip', when='BEFORE')),
        ),
        migrations.CreateModel(
            name='Voter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('has_voted', models.BooleanField(null=True, verbose_name='已表决')),
                ('ballot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='voters', to='ballots.electronicballot', verbose_name='电子表决')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='表决人')),
            ],
            options={
                'verbose_name': '表决人名册',
                'verbose_name_plural': '表决人名册',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('ballot', 'user'), name='voter_once', violation_error_message='每人只能登记一次。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='voter',
            trigger=pgtrigger.compiler.Trigger(name='voter_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='6db4f081922fb5849b77c607acc4b35ffff04571', operation='DELETE', pgid='pgtrigger_voter_is_kept_b810e', table='ballots_voter', when='BEFORE')),
        ),
        migrations.CreateModel(
            name='NamedPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('choices', models.JSONField(verbose_name='选择')),
                ('cast_at', models.DateTimeField(verbose_name='表决时间')),
                ('voter', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='paper', to='ballots.voter', verbose_name='表决人')),
            ],
            options={
                'verbose_name': '记名票',
                'verbose_name_plural': '记名票',
                'ordering': ['voter'],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='namedpaper',
            trigger=pgtrigger.compiler.Trigger(name='named_paper_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4f93856e814d86c9563499bd66a6aa81d052e290', operation='UPDATE OR DELETE', pgid='pgtrigger_named_paper_is_kept_e2bff', table='ballots_namedpaper', when='BEFORE')),
        ),
        migrations.CreateModel(
            name='VoterMark',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('voter', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='mark', to='ballots.voter', verbose_name='表决人')),
            ],
            options={
                'verbose_name': '已表决标记',
                'verbose_name_plural': '已表决标记',
            },
        ),
        migrations.CreateModel(
            name='BallotBox',
            fields=[
                ('ballot', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='box', serialize=False, to='ballots.electronicballot')),
                ('sealed', models.TextField(verbose_name='密封内容')),
            ],
            options={
                'verbose_name': '票箱',
                'verbose_name_plural': '票箱',
            },
        ),
        migrations.CreateModel(
            name='BoxKey',
            fields=[
                ('box', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='ballots.electronicballot')),
                ('key', foundation.vault.fields.EncryptedTextField(verbose_name='密钥')),
            ],
            options={
                'verbose_name': '票箱密钥',
                'verbose_name_plural': '票箱密钥',
            },
        ),
    ]
