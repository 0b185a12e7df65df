lint_checks = \
	%D%/calls.sh \
	%D%/catalogue.sh \
	%D%/circles.sh \
	%D%/format.sh \
	%D%/hacking.sh \
	%D%/includes.sh \
	%D%/keys.sh \
	%D%/manual.sh \
	%D%/names.sh \
	%D%/sizes.sh
dist_check_SCRIPTS += $(lint_checks)
TESTS += $(lint_checks)
EXTRA_DIST += %D%/code.awk %D%/rows.awk %D%/tap.sh
