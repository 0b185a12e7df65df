check_LIBRARIES += libharness.a
libharness_a_SOURCES = \
	%D%/arglist.c %D%/arglist.h \
	%D%/child.c %D%/child.h \
	%D%/golden.c %D%/golden.h \
	%D%/must.h \
	%D%/oldboard.h \
	%D%/pty.c %D%/pty.h \
	%D%/sandbox.c %D%/sandbox.h \
	%D%/screen.c %D%/screen.h %D%/screen_look.c %D%/screen_priv.h \
	%D%/stroke.c %D%/stroke.h
HARNESS = libharness.a $(VTERM_LIBS) -lutil

check_PROGRAMS += %D%/selftest
TESTS += %D%/selftest
tests_lib_selftest_LDADD = $(HARNESS) $(CMOCKA_LIBS)

# Somebody at a terminal.
check_LIBRARIES += libperson.a
libperson_a_SOURCES = %D%/person.c %D%/person.h

# Boards in memory, for the tests of the floors up to command.
check_LIBRARIES += libledger.a
libledger_a_SOURCES = \
	%D%/gen.c %D%/gen.h \
	%D%/ledger.c %D%/ledger.h \
	%D%/lines.c %D%/lines.h \
	%D%/mapgen.c %D%/mapgen.h \
	%D%/picture.c %D%/picture.h

# A board and a folder, for the tests of formats and of the import.
check_LIBRARIES += libformatdesk.a
libformatdesk_a_SOURCES = %D%/format_desk.c %D%/format_desk.h

# A folder for the tests of a program.
check_LIBRARIES += libfolder.a
libfolder_a_SOURCES = %D%/folder.c %D%/folder.h

# A board in a shell, for the tests of the floors from there on.
check_LIBRARIES += libwall.a
libwall_a_SOURCES = \
	%D%/canvas_wall.c %D%/canvas_wall.h \
	%D%/map_wall.c %D%/map_wall.h \
	%D%/wall.c %D%/wall.h
WALL = libwall.a libfolder.a
EXTRA_DIST += %D%/cmocka.sh
