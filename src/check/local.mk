noinst_LIBRARIES += libcheck.a
libcheck_a_SOURCES = \
	%D%/check.c %D%/check.h \
	%D%/check_aggregates.c \
	%D%/check_board.c \
	%D%/check_calls.c \
	%D%/check_commands.c \
	%D%/check_contexts.c \
	%D%/check_contracts.c \
	%D%/check_coupling.c \
	%D%/check_events.c \
	%D%/check_failures.c \
	%D%/check_hotspots.c \
	%D%/check_input.h \
	%D%/check_messages.c \
	%D%/check_relations.c \
	%D%/check_roles.c \
	%D%/check_rows.h \
	%D%/check_run.c %D%/check_run.h \
	%D%/checklist.c %D%/checklist.h \
	%D%/community.c %D%/community.h \
	%D%/counts.c %D%/counts.h \
	%D%/dismissal.c %D%/dismissal.h \
	%D%/duplicates.c %D%/duplicates.h \
	%D%/evidence.c %D%/evidence.h \
	%D%/finding.c %D%/finding.h \
	%D%/flow.c %D%/flow.h \
	%D%/flow_counts.c %D%/flow_counts.h \
	%D%/glossary.c %D%/glossary.h \
	%D%/hangul.c %D%/hangul.h \
	%D%/lexicon.c %D%/lexicon.h \
	%D%/message_index.c %D%/message_index.h \
	%D%/nameindex.c %D%/nameindex.h \
	%D%/namesakes.c %D%/namesakes.h \
	%D%/pattern.c %D%/pattern.h \
	%D%/phrase.c %D%/phrase.h \
	%D%/propose.c %D%/propose.h %D%/propose_private.h \
	%D%/propose_relations.c \
	%D%/propose_words.c %D%/propose_words.h \
	%D%/relation_index.c %D%/relation_index.h \
	%D%/siblings.c %D%/siblings.h \
	%D%/told.c %D%/told.h \
	%D%/tokens.c %D%/tokens.h \
	%D%/trigger.c %D%/trigger.h \
	%D%/verdict.c %D%/verdict.h \
	%D%/vocabulary.c %D%/vocabulary.h \
	%D%/wording.c %D%/wording.h
