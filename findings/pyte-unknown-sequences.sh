#!/bin/sh
# pyte writes control sequences that it does not know onto the screen.
#
# Guess: a sequence that a terminal does not know is swallowed whole, as ECMA-48 lets one find its end.
# Seen: pyte 0.8.0 writes "2::1:2:3m" of a colour with colons (as ISO 8613-6 has it), "+q544e" of a
# question for a capability (DCS) and "1u" of the keyboard protocol as text; of "CSI > 1 u" it sees nothing.
# Hurts: pictures and tests of programs that set colours so or ask the terminal at their start: their
# first line is shifted by letters that no terminal shows.
. "$(dirname "$0")/lib.sh"
debian_packages python3-pyte=0.8.0-2 python3-wcwidth=0.2.5+dfsg1-1.1

cat >try.py <<'END'
import pyte
for name, text in (
	('colour, semicolons', '\x1b[38;2;1;2;3mX'), ('colour, colons', '\x1b[38:2::1:2:3mX'),
	('DCS', '\x1bP+q544e\x1b\\X'), ('CSI = u', '\x1b[=1uX'), ('CSI > u', '\x1b[>1uX'), ('OSC 8', '\x1b]8;;http://a.example\x1b\\X')):
	screen = pyte.Screen(12, 1)
	pyte.Stream(screen).feed(text)
	print(f'{name}: {screen.display[0].rstrip()}')
END
seen=$(debian_python try.py 2>&1)
verdict 'pyte 0.8.0 shows parts of sequences that it does not know' \
	'colour, semicolons: X
colour, colons: 2::1:2:3mX
DCS: +q544eX
CSI = u: 1uX
CSI > u: X
OSC 8: X' "$seen"
