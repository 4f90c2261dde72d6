"""What the sections of the report on supervision say in words, as `narrative` fills it in."""

# Sheet → a sentence with {row/column} for cells; an empty section says its own sentence in its table.
OF_SECTIONS = {
    "ballots": "共组织表决测评{ballots/total/count}次，已公布结果{ballots/total/announced}次，"
    "表决无效{ballots/total/void}次，尚未表决或者公布{ballots/total/waiting}次。",
    "projects": "公告实施民生实事项目{projects/total/count}项，已销号{projects/total/closed}项，"
    "已完工{projects/total/finished}项，已测评{projects/total/balloted}项，实施中{projects/total/under_way}项，"
    "其中逾期{projects/total/overdue}项；经批准取消{projects/total/cancelled}项。",
    "questions": "举办代表问政、专题询问和询问{questions/total/count}次，已办结{questions/total/closed}次。",
    "issues": "交办问政问题{issues/total/handed}个，已销号{issues/total/struck}个，"
    "整改中、待评议{issues/total/open}个；启动二次整改{issues/total/second}个，"
    "其中已销号{issues/total/second_struck}个。",
    "interpellations": "提出质询案和专题询问提议{interpellations/total/count}件，"
    "已办结{interpellations/total/closed}件，办理中{interpellations/total/open}件。",
    "opinions": "交办审议意见{opinions/total/handed}件，已通过并销号{opinions/total/struck}件，"
    "已报告研究处理情况{opinions/total/reported}件；逾期报告{opinions/total/late}件，"
    "逾期尚未报告{opinions/total/overdue}件。",
    "resolutions": "通过决议决定{resolutions/total/count}件，已公布{resolutions/total/published}件。",
    "resolution_tasks": "交办落实事项{resolution_tasks/total/handed}项，已落实{resolution_tasks/total/closed}项，"
    "已报告待确认{resolution_tasks/total/reported}项，落实中{resolution_tasks/total/open}项，"
    "其中逾期{resolution_tasks/total/overdue}项。",
    "appointments": "表决任免{appointments/total/count}人次，通过{appointments/total/passed}人次，"
    "未通过{appointments/total/failed}人次；已宪法宣誓{appointments/total/pledged}人次。",
    "law_exams": "任前法律知识考试{law_exams/count/count}人次，合格{law_exams/passed/count}人次，"
    "不合格{law_exams/failed/count}人次。",
    "duty_reports": "应述职{duty_reports/total/count}人，履职报告已审阅{duty_reports/total/accepted}人；"
    "列入测评{duty_reports/total/chosen}人，已测评{duty_reports/total/balloted}人。",
    "recalls": "办结罢免要求{recalls/total/count}件，罢免并公告{recalls/total/announced}件，"
    "表决未获通过{recalls/total/failed}件，终止{recalls/total/stopped}件，不予受理{recalls/total/declined}件。",
    "by_elections": "决定补选{by_elections/total/count}次，应选{by_elections/total/places}名，"
    "已公告{by_elections/total/announced}次，补选代表{by_elections/total/seated}名。",
    "handed": "上级交办和交给乡镇街道的事项{handed/total/count}件，已报告结果{handed/total/reported}件，"
    "已办结{handed/total/closed}件；待签收、办理中{handed/total/open}件，其中逾期{handed/total/overdue}件。",
    "local": "乡镇人大主席团、街道工委召开会议{local/total/held}次，取消{local/total/cancelled}次；"
    "逾期未开会{local/total/missed}次。",
    "experts": "请教专家和代表{experts/total/asked}人次，提出意见{experts/total/given}条，"
    "采纳{experts/total/adopted}条，部分采纳{experts/total/partly}条，未采纳{experts/total/declined}条。",
    "contact_points": "立法联系点提出意见{contact_points/total/count}条，采纳{contact_points/total/adopted}条，"
    "部分采纳{contact_points/total/partly}条，未采纳{contact_points/total/declined}条。",
}
