command_tests = \
	%D%/argument_test \
	%D%/boundary_test \
	%D%/complete_test \
	%D%/describe_test \
	%D%/facilitate_test \
	%D%/mapkeep_test \
	%D%/message_test \
	%D%/past_test \
	%D%/room_test \
	%D%/sticky_test
check_PROGRAMS += $(command_tests)
TESTS += $(command_tests)

command_test_ldadd = libledger.a $(COMMAND) $(CMOCKA_LIBS)

tests_unit_command_argument_test_LDADD = $(command_test_ldadd)
tests_unit_command_boundary_test_LDADD = $(command_test_ldadd)
tests_unit_command_complete_test_LDADD = $(command_test_ldadd)
tests_unit_command_describe_test_LDADD = $(command_test_ldadd)
tests_unit_command_facilitate_test_LDADD = $(command_test_ldadd)
tests_unit_command_mapkeep_test_LDADD = $(command_test_ldadd)
tests_unit_command_message_test_LDADD = $(command_test_ldadd)
tests_unit_command_past_test_LDADD = $(command_test_ldadd)
tests_unit_command_room_test_LDADD = $(command_test_ldadd)
tests_unit_command_sticky_test_LDADD = $(command_test_ldadd)
