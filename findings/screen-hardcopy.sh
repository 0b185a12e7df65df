#!/bin/sh
# GNU screen's hardcopy writes half of each Hangul letter, and a byte 0xff.
#
# Guess: a window that screen shows rightly in UTF-8 is written to the file of "hardcopy" in UTF-8.
# Seen: screen 4.9.0 writes the low byte of each code point, and 0xff for the second column of a wide
# letter: 한글 (U+D55C U+AE00) is the bytes 5c ff 00 ff, no text in any encoding and with a NUL
# in it. ASCII is right.
# Hurts: who takes pictures of a session as text: use "log", or tmux' capture-pane.
. "$(dirname "$0")/lib.sh"
debian_packages screen=4.9.0-4 libutempter0=1.2.1-3
needs_libraries screen

SCREENDIR=$PWD/sessions
export SCREENDIR
mkdir -m 700 sessions
: >config
unpacked screen -U -c config -dmS finding sh -c "printf '한글 ab\n'; sleep 20" || cannot 'screen does not start'
tries=0
while [ ! -s picture ] && [ "$tries" -lt 50 ]; do
	unpacked screen -S finding -X hardcopy "$PWD/picture" >screen.log 2>&1
	tries=$((tries + 1))
	sleep 0.1
	[ -s picture ] && ! head -n 1 picture | grep -q ab && rm picture
done
unpacked screen -S finding -X quit >>screen.log 2>&1
[ -s picture ] || cannot "there is no picture: $(tail -n 1 screen.log)"
seen=$(head -c 8 picture | od -An -tx1 | tr -d '\n')
verdict 'the hardcopy of screen 4.9.0 has the low byte of each Hangul letter, and 0xff' \
	' 5c ff 00 ff 20 61 62 0a' "$seen"
