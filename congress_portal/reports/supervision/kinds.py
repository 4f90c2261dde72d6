"""Kinds of rows behind the figures of the report on supervision, as `views.rows` opens them."""

TOPIC, UNDERTAKING, PROBLEM, IDEA = "topic", "undertaking", "problem", "idea"
BALLOT, PROJECT = "ballot", "project"
SESSION, ISSUE, INTERPELLATION = "question_session", "session_issue", "interpellation"
OPINION, RESOLUTION, TASK = "opinion", "resolution", "resolution_task"
NOMINEE, EXAM, DUTY_REPORT = "nominee", "law_exam", "duty_report"
MEETING = "local_meeting"
ADVICE, DRAFT_OPINION = "advice", "draft_opinion"
