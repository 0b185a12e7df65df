#!/bin/sh
# GNU screen cuts bytes out of a Korean title.
#
# Guess: a title that is given to "title" in UTF-8, in a session in UTF-8, is kept as it is.
# Seen: screen 4.9.0 takes the bytes 80 to 9f for control characters and leaves them out: 배송, which
# has 86 in it, is no UTF-8 any more, and the caption shows 배 alone. 주문 has none of them and is
# whole: some of the titles are right.
# Hurts: who names windows in Korean, or sets names by a script; tmux keeps them.
. "$(dirname "$0")/lib.sh"
debian_packages screen=4.9.0-4 libutempter0=1.2.1-3
needs_libraries screen

SCREENDIR=$PWD/sessions
export SCREENDIR
mkdir -m 700 sessions
: >config
unpacked screen -U -c config -dmS finding sleep 20 || cannot 'screen does not start'
seen=$(for title in 주문 배송 송장; do
	unpacked screen -S finding -X title "$title"
	echo "$title $(unpacked screen -S finding -Q title | od -An -tx1)"
done)
unpacked screen -S finding -X quit
verdict 'screen 4.9.0 leaves the bytes 80 to 9f out of titles: 배송 loses one of six' \
	'주문  ec a3 bc eb ac b8
배송  eb b0 b0 ec a1
송장  ec a1 ec a5' "$seen"
