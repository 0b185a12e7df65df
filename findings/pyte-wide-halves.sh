#!/bin/sh
# pyte loses what is written over the second half of a wide letter.
#
# Guess: as in terminals, a letter that is half overwritten vanishes, and what overwrote it is seen.
# Seen: pyte 0.8.0 keeps 가 and does not show the x at its second column: the cell has it, display leaves
# it out. An x over the first half makes display raise IndexError, and so does erasing or deleting there.
# Hurts: tests of terminal programs in Korean that read their screens with it: a cursor or a line drawn
# over Hangul is not there, or the test ends in an error of pyte. xterm.js has it right.
. "$(dirname "$0")/lib.sh"
debian_packages python3-pyte=0.8.0-2 python3-wcwidth=0.2.5+dfsg1-1.1

cat >try.py <<'END'
import pyte
def show(name, text):
	screen = pyte.Screen(8, 1)
	pyte.Stream(screen).feed(text)
	cells = [screen.buffer[0][x].data for x in range(4)]
	try:
		print(name, cells, repr(screen.display[0]))
	except Exception as error:
		print(name, cells, type(error).__name__)
show('whole:', '가나')
show('second half:', '가나\x1b[1;2Hx')
show('first half:', '가나\x1b[1;1Hx')
show('erased:', '가나\x1b[1;1H\x1b[X')
END
seen=$(debian_python try.py 2>&1)
verdict 'pyte 0.8.0 does not show what is written over half a wide letter' \
	"whole: ['가', '', '나', ''] '가나    '
second half: ['가', 'x', '나', ''] '가나    '
first half: ['x', '', '나', ''] IndexError
erased: [' ', '', '나', ''] IndexError" "$seen"
