session_tests = \
	%D%/action_text_test \
	%D%/bookmarks_test \
	%D%/peers_test \
	%D%/playback_test \
	%D%/replay_test \
	%D%/rescue_test \
	%D%/session_test
check_PROGRAMS += $(session_tests)
TESTS += $(session_tests)

tests_unit_session_action_text_test_LDADD = $(SESSION) $(CMOCKA_LIBS)
tests_unit_session_bookmarks_test_LDADD = $(SESSION) $(CMOCKA_LIBS)
tests_unit_session_peers_test_LDADD = libfolder.a $(SESSION) $(CMOCKA_LIBS)
tests_unit_session_playback_test_LDADD = $(SESSION) $(CMOCKA_LIBS)
tests_unit_session_replay_test_LDADD = $(SESSION) $(CMOCKA_LIBS)
tests_unit_session_rescue_test_LDADD = libledger.a $(SESSION) $(CMOCKA_LIBS)
tests_unit_session_session_test_LDADD = $(SESSION) $(CMOCKA_LIBS)
