noinst_LIBRARIES += libimport.a
libimport_a_SOURCES = \
	%D%/arrange.c %D%/arrange.h \
	%D%/drafts.c %D%/drafts.h \
	%D%/import.c %D%/import.h \
	%D%/import_options.c %D%/import_options.h \
	%D%/intake.c %D%/intake.h \
	%D%/kindword.c %D%/kindword.h \
	%D%/look.c %D%/look.h \
	%D%/match.c %D%/match.h \
	%D%/messages.c %D%/messages.h \
	%D%/parts.c %D%/parts.h \
	%D%/relations.c %D%/relations.h \
	%D%/settle.c %D%/settle.h \
	%D%/spool.c %D%/spool.h \
	%D%/update.c %D%/update.h
