noinst_LIBRARIES += libui.a
libui_a_SOURCES = \
	%D%/app.c %D%/app.h \
	%D%/attention.c %D%/attention.h \
	%D%/canvas.c %D%/canvas.h \
	%D%/company.c %D%/company.h \
	%D%/config.c %D%/config.h \
	%D%/connect_mode.c \
	%D%/desk.c %D%/desk.h %D%/desk_mouse.c \
	%D%/contexts_mode.c \
	%D%/details.c %D%/details.h \
	%D%/dialogue.c %D%/dialogue.h \
	%D%/dialogue_mode.c \
	%D%/draftfile.c %D%/draftfile.h \
	%D%/help.c %D%/help.h \
	%D%/judge_mode.c %D%/judge_mode.h \
	%D%/keymap.c %D%/keymap.h \
	%D%/kind_menu.c \
	%D%/lineedit.c %D%/lineedit.h \
	%D%/map_mode.c %D%/map_mode.h \
	%D%/mapview.c %D%/mapview.h \
	%D%/outline_mode.c \
	%D%/panel.c %D%/panel.h \
	%D%/people_mode.c \
	%D%/prompt.c \
	%D%/propose_mode.c \
	%D%/relate_mode.c \
	%D%/relation_menu.c \
	%D%/start.c %D%/start.h \
	%D%/status.c %D%/status.h \
	%D%/typing.c \
	%D%/view_command.c %D%/view_command.h \
	%D%/view_company.c \
	%D%/view_context.c \
	%D%/view_edit.c \
	%D%/view_finding.c \
	%D%/view_go.c \
	%D%/view_list.h \
	%D%/visit.c %D%/visit.h
