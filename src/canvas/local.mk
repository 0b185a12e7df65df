noinst_LIBRARIES += libcanvas.a
libcanvas_a_SOURCES = \
	%D%/app.c %D%/app.h \
	%D%/appearance.c %D%/appearance.h \
	%D%/attention.c %D%/attention.h \
	%D%/canvas.c %D%/canvas.h \
	%D%/canvas_commands.c \
	%D%/canvas_mode.c \
	%D%/canvas_mouse.c \
	%D%/connect_mode.c \
	%D%/contexts_mode.c \
	%D%/details_mode.c \
	%D%/draftfile.c %D%/draftfile.h \
	%D%/history_mode.c \
	%D%/kind_menu.c \
	%D%/outline_mode.c \
	%D%/pasted.c %D%/pasted.h \
	%D%/people_mode.c \
	%D%/propose_mode.c \
	%D%/status.c %D%/status.h \
	%D%/typing.c %D%/typing.h \
	%D%/view_context.c \
	%D%/view_edit.c \
	%D%/view_finding.c \
	%D%/view_go.c \
	%D%/view_list.h \
	%D%/view_pasted.c \
	%D%/view_peers.c \
	%D%/view_search.c \
	%D%/visit.c %D%/visit.h \
	%D%/waiting.c %D%/waiting.h
