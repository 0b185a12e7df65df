#!/bin/sh
# ansi2txt leaves a B behind wherever a program put colours off.
#
# Guess: what takes the colours out of a log takes out what "tput sgr0" prints, which is how scripts put
# them off.
# Seen: on xterm-256color that is ESC ( B and ESC [ m. colorized-logs 2.6 takes ESC ( for a whole
# sequence, so ansi2txt leaves the B in the text, and ansi2html too; "ESC ( 0", which begins lines and
# boxes, leaves a 0.
# Hurts: logs and screens of scripts and of curses programs, which get letters that were never there.
. "$(dirname "$0")/lib.sh"
debian_packages colorized-logs=2.6-1

seen=$(
	TERM=xterm-256color tput sgr0 | od -An -c | tr -s ' '
	printf '\033[31mred\033(B\033[m plain\n' | unpacked ansi2txt
	printf '\033[31mred\033(B\033[m plain\n' | unpacked ansi2html | grep plain
	printf '\033(0qqq\033(B\n' | unpacked ansi2txt
)
verdict 'colorized-logs 2.6 leaves the B of tput sgr0 in the text' \
	' 033 ( B 033 [ m
redB plain
<pre><b class=RED>redB</b> plain
0qqqB' "$seen"
