model_tests = \
	%D%/action_test \
	%D%/board_apply_test \
	%D%/board_test \
	%D%/compare_test \
	%D%/copy_test \
	%D%/edit_test \
	%D%/field_test \
	%D%/integration_test \
	%D%/kind_test \
	%D%/payload_test \
	%D%/reconcile_test \
	%D%/shift_test \
	%D%/step_test \
	%D%/undo_test
check_PROGRAMS += $(model_tests)
TESTS += $(model_tests)

model_test_ldadd = libledger.a $(MODEL) $(CMOCKA_LIBS)

tests_unit_model_action_test_LDADD = $(model_test_ldadd)
tests_unit_model_board_apply_test_LDADD = $(model_test_ldadd)
tests_unit_model_board_test_LDADD = $(model_test_ldadd)
tests_unit_model_compare_test_LDADD = $(model_test_ldadd)
tests_unit_model_copy_test_LDADD = $(model_test_ldadd)
tests_unit_model_edit_test_LDADD = $(model_test_ldadd)
tests_unit_model_field_test_LDADD = $(model_test_ldadd)
tests_unit_model_integration_test_LDADD = $(model_test_ldadd)
tests_unit_model_kind_test_LDADD = $(model_test_ldadd)
tests_unit_model_payload_test_LDADD = $(model_test_ldadd)
tests_unit_model_reconcile_test_LDADD = $(model_test_ldadd)
tests_unit_model_shift_test_LDADD = $(model_test_ldadd)
tests_unit_model_step_test_LDADD = $(model_test_ldadd)
tests_unit_model_undo_test_LDADD = $(model_test_ldadd)
