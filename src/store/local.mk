noinst_LIBRARIES += libstore.a
libstore_a_SOURCES = \
	%D%/backup.c \
	%D%/engine.h \
	%D%/log.c \
	%D%/migrate.c %D%/migrate.h \
	%D%/opening.c \
	%D%/publish.c %D%/publish.h \
	%D%/row.c \
	%D%/schema.c \
	%D%/sqlite.c %D%/sqlite.h \
	%D%/store.c %D%/store.h \
	%D%/verify.c \
	%D%/version.c %D%/version.h \
	%D%/wait.c %D%/wait.h
