noinst_LIBRARIES += libstore.a
libstore_a_SOURCES = \
	%D%/engine.h \
	%D%/log.c \
	%D%/migrate.c %D%/migrate.h \
	%D%/opening.c \
	%D%/row.c \
	%D%/schema.c \
	%D%/sqlite.c %D%/sqlite.h \
	%D%/store.c %D%/store.h \
	%D%/verify.c \
	%D%/version.c %D%/version.h
