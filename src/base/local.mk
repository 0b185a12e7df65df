noinst_LIBRARIES += libbase.a
libbase_a_SOURCES = \
	%D%/clock.c %D%/clock.h \
	%D%/error.c %D%/error.h \
	%D%/i18n.h \
	%D%/map.c %D%/map.h \
	%D%/mem.c %D%/mem.h \
	%D%/names.c %D%/names.h \
	%D%/smallfile.c %D%/smallfile.h \
	%D%/statefolder.c %D%/statefolder.h \
	%D%/strbuf.c %D%/strbuf.h \
	%D%/vec.c %D%/vec.h
