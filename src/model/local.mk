noinst_LIBRARIES += libmodel.a
libmodel_a_SOURCES = \
	%D%/board_apply.c %D%/board_apply.h \
	%D%/board.c %D%/board.h %D%/board_private.h \
	%D%/action.c %D%/action.h \
	%D%/board_action.c %D%/board_action.h \
	%D%/compare.c %D%/compare.h \
	%D%/copy.c %D%/copy.h \
	%D%/edit.c %D%/edit.h \
	%D%/field.c %D%/field.h \
	%D%/integration.c %D%/integration.h \
	%D%/item.h \
	%D%/kind.c %D%/kind.h \
	%D%/parking.c %D%/parking.h \
	%D%/payload.c %D%/payload.h \
	%D%/reconcile.c %D%/reconcile.h %D%/reconcile_private.h \
	%D%/reconcile_hotspots.c \
	%D%/reconcile_shifts.c \
	%D%/reconcile_stickies.c \
	%D%/rekind.c %D%/rekind.h \
	%D%/shift.c %D%/shift.h \
	%D%/slots.c %D%/slots.h \
	%D%/step.c %D%/step.h \
	%D%/undo.c %D%/undo.h \
	%D%/veil.c %D%/veil.h
