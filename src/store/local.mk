noinst_LIBRARIES += libstore.a
libstore_a_SOURCES = \
	%D%/anchor.c %D%/anchor.h \
	%D%/aside.c %D%/aside.h \
	%D%/backup.c \
	%D%/engine.h \
	%D%/hardlink.c %D%/hardlink.h \
	%D%/log.c \
	%D%/mark.c %D%/mark.h \
	%D%/migrate.c %D%/migrate.h \
	%D%/opening.c \
	%D%/pages.c %D%/pages.h \
	%D%/place.c \
	%D%/publish.c %D%/publish.h \
	%D%/recovery.c %D%/recovery.h \
	%D%/remains.c \
	%D%/row.c \
	%D%/salvage.c %D%/salvage.h \
	%D%/schema.c \
	%D%/seal.c %D%/seal.h \
	%D%/sqlite.c %D%/sqlite.h \
	%D%/store.c %D%/store.h \
	%D%/verify.c \
	%D%/version.c %D%/version.h \
	%D%/wal.c \
	%D%/wait.c %D%/wait.h \
	%D%/whereabouts.c %D%/whereabouts.h
