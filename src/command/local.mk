noinst_LIBRARIES += libcommand.a
libcommand_a_SOURCES = \
	%D%/add.c \
	%D%/alter.c \
	%D%/argument.c %D%/argument.h \
	%D%/command.c %D%/command.h \
	%D%/complete.c %D%/complete.h \
	%D%/connect.c \
	%D%/describe.c \
	%D%/dismiss.c \
	%D%/facilitate.c \
	%D%/ends.c %D%/ends.h \
	%D%/group.c \
	%D%/guide.c \
	%D%/integrate.c \
	%D%/label.c \
	%D%/mapkeep.c %D%/mapkeep.h \
	%D%/command_rows.h \
	%D%/merge.c \
	%D%/message.c \
	%D%/move.c \
	%D%/park.c \
	%D%/past.c \
	%D%/remove.c \
	%D%/room.c \
	%D%/vote.c
