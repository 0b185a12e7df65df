check_tests = \
	%D%/check_messages_test \
	%D%/checklist_test \
	%D%/checks_test \
	%D%/community_test \
	%D%/held_out_test \
	%D%/propose_test \
	%D%/trigger_test \
	%D%/wording_test
check_PROGRAMS += $(check_tests)
TESTS += $(check_tests)

check_test_ldadd = libledger.a $(CHECK) $(CMOCKA_LIBS)
check_test_easel = %D%/easel.c %D%/easel.h

tests_unit_check_check_messages_test_SOURCES = %D%/check_messages_test.c $(check_test_easel)
tests_unit_check_check_messages_test_LDADD = $(check_test_ldadd)
tests_unit_check_checklist_test_SOURCES = %D%/checklist_test.c %D%/work.c %D%/work.h \
	$(check_test_easel)
tests_unit_check_checklist_test_LDADD = $(check_test_ldadd)
tests_unit_check_checks_test_SOURCES = %D%/checks_test.c $(check_test_easel)
tests_unit_check_checks_test_LDADD = $(check_test_ldadd)
tests_unit_check_community_test_LDADD = $(check_test_ldadd)
tests_unit_check_held_out_test_LDADD = $(check_test_ldadd)
EXTRA_DIST += %D%/held_out.tsv
tests_unit_check_propose_test_SOURCES = %D%/propose_test.c $(check_test_easel)
tests_unit_check_propose_test_LDADD = $(check_test_ldadd)
tests_unit_check_trigger_test_SOURCES = %D%/trigger_test.c $(check_test_easel)
tests_unit_check_trigger_test_LDADD = $(check_test_ldadd)
tests_unit_check_wording_test_LDADD = $(check_test_ldadd)
