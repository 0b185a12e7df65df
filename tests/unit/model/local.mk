model_tests = \
	tests/unit/model/board_apply_test \
	tests/unit/model/board_test \
	tests/unit/model/action_test \
	tests/unit/model/compare_test \
	tests/unit/model/copy_test \
	tests/unit/model/edit_test \
	tests/unit/model/field_test \
	tests/unit/model/integration_test \
	tests/unit/model/kind_test \
	tests/unit/model/payload_test \
	tests/unit/model/shift_test \
	tests/unit/model/step_test \
	tests/unit/model/undo_test
check_PROGRAMS += $(model_tests)
TESTS += $(model_tests)

model_test_cppflags = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
model_test_ldadd = libledger.a $(MODEL) $(CMOCKA_LIBS)

tests_unit_model_board_apply_test_SOURCES = %D%/board_apply_test.c
tests_unit_model_board_apply_test_CPPFLAGS = $(model_test_cppflags)
tests_unit_model_board_apply_test_LDADD = $(model_test_ldadd)
tests_unit_model_board_test_SOURCES = %D%/board_test.c
tests_unit_model_board_test_CPPFLAGS = $(model_test_cppflags)
tests_unit_model_board_test_LDADD = $(model_test_ldadd)
tests_unit_model_action_test_SOURCES = %D%/action_test.c
tests_unit_model_action_test_CPPFLAGS = $(model_test_cppflags)
tests_unit_model_action_test_LDADD = $(model_test_ldadd)
tests_unit_model_edit_test_SOURCES = %D%/edit_test.c
tests_unit_model_edit_test_CPPFLAGS = $(model_test_cppflags)
tests_unit_model_edit_test_LDADD = $(model_test_ldadd)
tests_unit_model_field_test_SOURCES = %D%/field_test.c
tests_unit_model_field_test_CPPFLAGS = $(model_test_cppflags)
tests_unit_model_field_test_LDADD = $(model_test_ldadd)
tests_unit_model_integration_test_SOURCES = %D%/integration_test.c
tests_unit_model_integration_test_CPPFLAGS = $(model_test_cppflags)
tests_unit_model_integration_test_LDADD = $(model_test_ldadd)
tests_unit_model_kind_test_SOURCES = %D%/kind_test.c
tests_unit_model_kind_test_CPPFLAGS = $(model_test_cppflags)
tests_unit_model_kind_test_LDADD = $(model_test_ldadd)
tests_unit_model_payload_test_SOURCES = %D%/payload_test.c
tests_unit_model_payload_test_CPPFLAGS = $(model_test_cppflags)
tests_unit_model_payload_test_LDADD = $(model_test_ldadd)
tests_unit_model_shift_test_SOURCES = %D%/shift_test.c
tests_unit_model_shift_test_CPPFLAGS = $(model_test_cppflags)
tests_unit_model_shift_test_LDADD = $(model_test_ldadd)
tests_unit_model_step_test_SOURCES = %D%/step_test.c
tests_unit_model_step_test_CPPFLAGS = $(model_test_cppflags)
tests_unit_model_step_test_LDADD = $(model_test_ldadd)
tests_unit_model_undo_test_SOURCES = %D%/undo_test.c
tests_unit_model_undo_test_CPPFLAGS = $(model_test_cppflags)
tests_unit_model_undo_test_LDADD = $(model_test_ldadd)
tests_unit_model_compare_test_SOURCES = %D%/compare_test.c
tests_unit_model_compare_test_CPPFLAGS = $(model_test_cppflags)
tests_unit_model_compare_test_LDADD = $(model_test_ldadd)
tests_unit_model_copy_test_SOURCES = %D%/copy_test.c
tests_unit_model_copy_test_CPPFLAGS = $(model_test_cppflags)
tests_unit_model_copy_test_LDADD = $(model_test_ldadd)
