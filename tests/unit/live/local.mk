live_tests = \
	%D%/doorbell_test \
	%D%/guestlist_test \
	%D%/guestpass_test \
	%D%/host_test \
	%D%/invite_test \
	%D%/keyfile_test \
	%D%/presence_test \
	%D%/pubkey_test \
	%D%/ration_test \
	%D%/roster_test \
	%D%/sharing_test \
	%D%/sshlog_test
check_PROGRAMS += $(live_tests)
TESTS += $(live_tests)

tests_unit_live_doorbell_test_LDADD = $(LIVE) $(CMOCKA_LIBS)
tests_unit_live_guestlist_test_LDADD = $(LIVE) $(CMOCKA_LIBS)
tests_unit_live_guestpass_test_LDADD = $(LIVE) $(CMOCKA_LIBS)
tests_unit_live_host_test_LDADD = $(LIVE) $(CMOCKA_LIBS)
tests_unit_live_invite_test_LDADD = $(LIVE) $(CMOCKA_LIBS)
tests_unit_live_keyfile_test_LDADD = $(LIVE) $(CMOCKA_LIBS)
tests_unit_live_presence_test_LDADD = $(LIVE) $(CMOCKA_LIBS)
tests_unit_live_pubkey_test_LDADD = $(LIVE) $(CMOCKA_LIBS)
tests_unit_live_ration_test_LDADD = $(LIVE) $(CMOCKA_LIBS)
tests_unit_live_roster_test_LDADD = $(LIVE) $(CMOCKA_LIBS)
tests_unit_live_sharing_test_LDADD = $(LIVE) $(CMOCKA_LIBS)
tests_unit_live_sshlog_test_LDADD = $(LIVE) $(CMOCKA_LIBS)
