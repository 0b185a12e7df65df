#!/bin/sh
# svg-term gives a Hangul letter one column.
#
# Guess: as it draws recordings of terminals, a wide letter is two columns wide in its pictures.
# Seen: svg-term-cli 2.1.1 places what follows 한글 and a blank three columns from the left, where it
# places what follows abcd and a blank, which take as many columns of a terminal, five.
# Hurts: recordings in Korean: frames are torn and columns do not meet. asciinema-player has it right.
. "$(dirname "$0")/lib.sh"
npm_packages svg-term-cli@2.1.1

printf '%s\n' '{"version": 2, "width": 20, "height": 2}' '[0.1, "o", "한글 \u001b[31mx\u001b[0m\r\n"]' \
	'[0.2, "o", "abcd \u001b[31mx\u001b[0m"]' >session.cast
node node_modules/svg-term-cli/lib/cli.js --in session.cast --out picture.svg >log 2>&1 ||
	cannot "svg-term failed: $(tail -n 1 log)"
seen=$(grep -o '<text[^>]*>[^<]*' picture.svg | sed 's/<text\( x="[^"]*"\)\{0,1\}.*>/\1 /')
verdict 'svg-term-cli 2.1.1 counts a Hangul letter as one column' \
	' 한글
 x="3.006" x
 abcd
 x="5.01" x' "$seen"
