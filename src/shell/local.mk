noinst_LIBRARIES += libshell.a
libshell_a_SOURCES = \
	%D%/advice.c %D%/advice.h \
	%D%/away.c %D%/away.h \
	%D%/away_mode.c \
	%D%/caps.c %D%/caps.h \
	%D%/config.c %D%/config.h \
	%D%/everywhere.c %D%/everywhere.h \
	%D%/help.c %D%/help.h \
	%D%/keyline.c %D%/keyline.h \
	%D%/keymap.c %D%/keymap.h \
	%D%/lineedit.c %D%/lineedit.h \
	%D%/loop.c %D%/loop.h \
	%D%/mode.h \
	%D%/prompt.c %D%/prompt.h \
	%D%/refused.c %D%/refused.h \
	%D%/said.c %D%/said.h \
	%D%/shell.c %D%/shell.h \
	%D%/shell_commands.c \
	%D%/shell_events.c \
	%D%/shell_run.c \
	%D%/twoset.c %D%/twoset.h \
	%D%/view_command.c %D%/view_command.h
