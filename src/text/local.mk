noinst_LIBRARIES += libtext.a
libtext_a_SOURCES = \
	%D%/abridge.c %D%/abridge.h \
	%D%/clean.c %D%/clean.h \
	%D%/needle.c %D%/needle.h \
	%D%/jamo.c %D%/jamo.h \
	%D%/rewording.c %D%/rewording.h \
	%D%/shellword.c %D%/shellword.h \
	%D%/utf8.c %D%/utf8.h \
	%D%/width.c %D%/width.h \
	%D%/words.c %D%/words.h \
	%D%/wrap.c %D%/wrap.h \
	%D%/xmltext.c %D%/xmltext.h
