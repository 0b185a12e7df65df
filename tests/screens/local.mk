check_PROGRAMS += %D%/runner
TESTS += %D%/runner
tests_screens_runner_SOURCES = \
	%D%/runner.c \
	%D%/scenario.c %D%/scenario.h \
	%D%/verb.c %D%/verb.h %D%/verb_private.h \
	%D%/verb_do.c %D%/verb_look.c %D%/verb_text.c %D%/verb_world.c
tests_screens_runner_LDADD = $(HARNESS)

# Every scenario's folder.
EXTRA_DIST += \
	%D%/bound \
	%D%/boundaries \
	%D%/colours \
	%D%/contexts \
	%D%/dialogue \
	%D%/draft \
	%D%/dragging \
	%D%/edit \
	%D%/fields \
	%D%/filter \
	%D%/findings \
	%D%/first-board \
	%D%/hangul-keys \
	%D%/help \
	%D%/hostile-text \
	%D%/kinds \
	%D%/korean \
	%D%/merge \
	%D%/minimap \
	%D%/map \
	%D%/map-many \
	%D%/mouse \
	%D%/offers \
	%D%/modes \
	%D%/narrow \
	%D%/options \
	%D%/outline \
	%D%/own-mouse \
	%D%/parking \
	%D%/paste \
	%D%/prompt \
	%D%/propose \
	%D%/read-only \
	%D%/review \
	%D%/review-looks \
	%D%/runner-selfcheck \
	%D%/scripts \
	%D%/search \
	%D%/settle \
	%D%/shapes \
	%D%/sizes \
	%D%/start \
	%D%/start-many \
	%D%/terminals \
	%D%/two-people \
	%D%/undo \
	%D%/unknown-keys \
	%D%/verdicts \
	%D%/wide-lines \
	%D%/workshop
