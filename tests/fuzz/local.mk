# Every target is replayed with its kept corpus (replay.c); with --enable-fuzzers it is a fuzzer as well.
if HAVE_TESTS
fuzz_replays = \
	%D%/boardfile_replay \
	%D%/command_replay \
	%D%/csv_replay \
	%D%/drawing_replay \
	%D%/input_replay \
	%D%/json_replay \
	%D%/mcp_replay \
	%D%/presence_replay \
	%D%/recovery_replay
check_PROGRAMS += $(fuzz_replays)
TESTS += $(fuzz_replays)

tests_fuzz_boardfile_replay_SOURCES = %D%/boardfile_fuzz.c %D%/replay.c %D%/target.h
tests_fuzz_boardfile_replay_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZ_NAME='"boardfile"'
tests_fuzz_boardfile_replay_LDADD = libledger.a $(SESSION)
tests_fuzz_command_replay_SOURCES = %D%/command_fuzz.c %D%/replay.c %D%/target.h
tests_fuzz_command_replay_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZ_NAME='"command"'
tests_fuzz_command_replay_LDADD = libledger.a $(FORMAT)
tests_fuzz_csv_replay_SOURCES = %D%/csv_fuzz.c %D%/replay.c %D%/target.h
tests_fuzz_csv_replay_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZ_NAME='"csv"'
tests_fuzz_csv_replay_LDADD = libledger.a $(IMPORT)
tests_fuzz_drawing_replay_SOURCES = %D%/drawing_fuzz.c %D%/replay.c %D%/target.h
tests_fuzz_drawing_replay_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZ_NAME='"drawing"'
tests_fuzz_drawing_replay_LDADD = libledger.a $(IMPORT)
tests_fuzz_input_replay_SOURCES = %D%/input_fuzz.c %D%/replay.c %D%/target.h
tests_fuzz_input_replay_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZ_NAME='"input"'
tests_fuzz_input_replay_LDADD = $(TERMINAL)
tests_fuzz_json_replay_SOURCES = %D%/json_fuzz.c %D%/replay.c %D%/target.h
tests_fuzz_json_replay_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZ_NAME='"json"'
tests_fuzz_json_replay_LDADD = libledger.a $(SESSION)
tests_fuzz_mcp_replay_SOURCES = %D%/mcp_fuzz.c %D%/replay.c %D%/target.h
tests_fuzz_mcp_replay_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZ_NAME='"mcp"'
tests_fuzz_mcp_replay_LDADD = libledger.a $(MCP)
tests_fuzz_presence_replay_SOURCES = %D%/presence_fuzz.c %D%/replay.c %D%/target.h
tests_fuzz_presence_replay_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZ_NAME='"presence"'
tests_fuzz_presence_replay_LDADD = $(LIVE)
tests_fuzz_recovery_replay_SOURCES = %D%/recovery_fuzz.c %D%/replay.c %D%/target.h
tests_fuzz_recovery_replay_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZ_NAME='"recovery"'
tests_fuzz_recovery_replay_LDADD = libledger.a $(SESSION)

if ENABLE_FUZZERS
AM_CFLAGS += -fsanitize=fuzzer-no-link

fuzz_programs = \
	%D%/boardfile_fuzz \
	%D%/command_fuzz \
	%D%/csv_fuzz \
	%D%/drawing_fuzz \
	%D%/input_fuzz \
	%D%/json_fuzz \
	%D%/mcp_fuzz \
	%D%/presence_fuzz \
	%D%/recovery_fuzz
check_PROGRAMS += $(fuzz_programs)
TESTS += %D%/brief.sh
fuzz_ldflags = $(AM_LDFLAGS) -fsanitize=fuzzer

tests_fuzz_boardfile_fuzz_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_boardfile_fuzz_LDADD = libledger.a $(SESSION)
tests_fuzz_command_fuzz_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_command_fuzz_LDADD = libledger.a $(FORMAT)
tests_fuzz_csv_fuzz_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_csv_fuzz_LDADD = libledger.a $(IMPORT)
tests_fuzz_drawing_fuzz_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_drawing_fuzz_LDADD = libledger.a $(IMPORT)
tests_fuzz_input_fuzz_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_input_fuzz_LDADD = $(TERMINAL)
tests_fuzz_json_fuzz_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_json_fuzz_LDADD = libledger.a $(SESSION)
tests_fuzz_mcp_fuzz_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_mcp_fuzz_LDADD = libledger.a $(MCP)
tests_fuzz_presence_fuzz_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_presence_fuzz_LDADD = $(LIVE)
tests_fuzz_recovery_fuzz_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_recovery_fuzz_LDADD = libledger.a $(SESSION)
endif
endif

# Not all builds use brief.sh; the corpus is more files than anybody wants to list.
EXTRA_DIST += %D%/brief.sh %D%/corpus
