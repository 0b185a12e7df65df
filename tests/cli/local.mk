cli_checks = \
	%D%/backup.sh \
	%D%/boards.sh \
	%D%/carry.sh \
	%D%/check.sh \
	%D%/completion.sh \
	%D%/do.sh \
	%D%/doctor.sh \
	%D%/foreign.sh \
	%D%/hostile.sh \
	%D%/judge.sh \
	%D%/judge_contexts.sh \
	%D%/mcp.sh \
	%D%/merge.sh \
	%D%/namesakes.sh \
	%D%/parking.sh \
	%D%/propose.sh \
	%D%/recover.sh \
	%D%/report.sh \
	%D%/report_integration.sh \
	%D%/reviewing.sh \
	%D%/samples.sh \
	%D%/shelf.sh \
	%D%/show_log.sh \
	%D%/themes.sh \
	%D%/update.sh \
	%D%/usage.sh \
	%D%/verify.sh
dist_check_SCRIPTS += $(cli_checks)
TESTS += $(cli_checks)
EXTRA_DIST += tests/lib/tap.sh \
	%D%/judged/clinic.csv %D%/judged/clinic.relations.csv \
	%D%/judged/school-ko.csv %D%/judged/school-ko.relations.csv
