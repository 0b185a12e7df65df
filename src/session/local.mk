noinst_LIBRARIES += libsession.a
libsession_a_SOURCES = \
	%D%/action_text.c %D%/action_text.h \
	%D%/bookmarks.c %D%/bookmarks.h \
	%D%/filter.c %D%/filter.h \
	%D%/fork.c %D%/fork.h \
	%D%/history.c %D%/history.h \
	%D%/moments.c %D%/moments.h \
	%D%/playback.c %D%/playback.h \
	%D%/recent.c %D%/recent.h \
	%D%/replay.c %D%/replay.h \
	%D%/ringing.c %D%/ringing.h \
	%D%/rescue.c %D%/rescue.h \
	%D%/session.c %D%/session.h \
	%D%/summary.c %D%/summary.h \
	%D%/taken.c %D%/taken.h \
	%D%/touched.c %D%/touched.h \
	%D%/when.c %D%/when.h
