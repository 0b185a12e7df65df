noinst_LIBRARIES += libmcp.a
libmcp_a_SOURCES = \
	%D%/assistant.c %D%/assistant.h \
	%D%/read_advice.c \
	%D%/read_board.c \
	%D%/read_others.c \
	%D%/read_text.c \
	%D%/reading.c %D%/reading.h \
	%D%/rpc.c %D%/rpc.h \
	%D%/serve.c %D%/serve.h \
	%D%/server.c %D%/server.h \
	%D%/subscriptions.c %D%/subscriptions.h \
	%D%/tool.c %D%/tool.h \
	%D%/toolargs.c %D%/toolargs.h \
	%D%/wire.c %D%/wire.h
