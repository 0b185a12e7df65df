noinst_LIBRARIES += libcheck.a
libcheck_a_SOURCES = \
	%D%/aggregates.c \
	%D%/relation_index.c %D%/relation_index.h \
	%D%/balance.c \
	%D%/borders.c \
	%D%/calls.c \
	%D%/message_index.c %D%/message_index.h \
	%D%/carried.c \
	%D%/check.c %D%/check.h \
	%D%/check_input.h \
	%D%/check_run.c %D%/check_run.h \
	%D%/checklist.c %D%/checklist.h \
	%D%/commands.c \
	%D%/contracts.c \
	%D%/counts.c %D%/counts.h \
	%D%/coupling.c \
	%D%/dismissal.c %D%/dismissal.h \
	%D%/duplicates.c %D%/duplicates.h \
	%D%/events.c \
	%D%/failures.c \
	%D%/flow.c %D%/flow.h \
	%D%/flow_counts.c %D%/flow_counts.h \
	%D%/hangul.c %D%/hangul.h \
	%D%/hotspots.c \
	%D%/lexicon.c %D%/lexicon.h \
	%D%/pattern.c %D%/pattern.h \
	%D%/phrase.c %D%/phrase.h \
	%D%/propose.c %D%/propose.h %D%/propose_private.h \
	%D%/propose_relations.c \
	%D%/propose_words.c %D%/propose_words.h \
	%D%/roles.c \
	%D%/routes.c \
	%D%/rows.h \
	%D%/tokens.c %D%/tokens.h \
	%D%/trigger.c %D%/trigger.h \
	%D%/verdict.c %D%/verdict.h \
	%D%/wording.c %D%/wording.h
