command_tests = \
	tests/unit/command/argument_test \
	tests/unit/command/boundary_test \
	tests/unit/command/complete_test \
	tests/unit/command/mapkeep_test \
	tests/unit/command/message_test \
	tests/unit/command/facilitate_test \
	tests/unit/command/past_test \
	tests/unit/command/room_test \
	tests/unit/command/sticky_test
check_PROGRAMS += $(command_tests)
TESTS += $(command_tests)

command_test_cppflags = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
command_test_ldadd = libledger.a $(COMMAND) $(CMOCKA_LIBS)

tests_unit_command_argument_test_SOURCES = %D%/argument_test.c
tests_unit_command_argument_test_CPPFLAGS = $(command_test_cppflags)
tests_unit_command_argument_test_LDADD = $(command_test_ldadd)
tests_unit_command_boundary_test_SOURCES = %D%/boundary_test.c
tests_unit_command_boundary_test_CPPFLAGS = $(command_test_cppflags)
tests_unit_command_boundary_test_LDADD = $(command_test_ldadd)
tests_unit_command_complete_test_SOURCES = %D%/complete_test.c
tests_unit_command_complete_test_CPPFLAGS = $(command_test_cppflags)
tests_unit_command_complete_test_LDADD = $(command_test_ldadd)
tests_unit_command_mapkeep_test_SOURCES = %D%/mapkeep_test.c
tests_unit_command_mapkeep_test_CPPFLAGS = $(command_test_cppflags)
tests_unit_command_mapkeep_test_LDADD = $(command_test_ldadd)
tests_unit_command_message_test_SOURCES = %D%/message_test.c
tests_unit_command_message_test_CPPFLAGS = $(command_test_cppflags)
tests_unit_command_message_test_LDADD = $(command_test_ldadd)
tests_unit_command_facilitate_test_SOURCES = %D%/facilitate_test.c
tests_unit_command_facilitate_test_CPPFLAGS = $(command_test_cppflags)
tests_unit_command_facilitate_test_LDADD = $(command_test_ldadd)
tests_unit_command_past_test_SOURCES = %D%/past_test.c
tests_unit_command_past_test_CPPFLAGS = $(command_test_cppflags)
tests_unit_command_past_test_LDADD = $(command_test_ldadd)
tests_unit_command_room_test_SOURCES = %D%/room_test.c
tests_unit_command_room_test_CPPFLAGS = $(command_test_cppflags)
tests_unit_command_room_test_LDADD = $(command_test_ldadd)
tests_unit_command_sticky_test_SOURCES = %D%/sticky_test.c
tests_unit_command_sticky_test_CPPFLAGS = $(command_test_cppflags)
tests_unit_command_sticky_test_LDADD = $(command_test_ldadd)
