#!/bin/sh
# Pictures and recordings are for a dark ground, or for a light one where that is set or the terminal says so.
. "${SRCDIR:-.}/tests/lib/tap.sh"
unset COLORFGBG

# grounds NAME WANTED: the grounds of a picture, of the map, of a recording and of show are WANTED.
grounds() {
	evstorm export board -f svg -o board.svg
	is "$1: a picture" "$(sed -n 's/^<rect.*fill="#\(......\)".*/\1/p' board.svg | head -n 1)" "${2%% *}"
	evstorm export board -f svg --map -o map.svg
	is "$1: of the map, too" "$(sed -n 's/^<rect.*fill="#\(......\)".*/\1/p' map.svg | head -n 1)" "${2%% *}"
	evstorm review board --cast board.cast
	ok "$1: a recording" grep -q "48;5;${2#* }m" board.cast
	rm board.svg map.svg board.cast
}

evstorm new board
evstorm do board add event -c 1 -r 1 Order placed
evstorm do board context add Orders
grounds 'left to itself' '1c1c1c 234'
COLORFGBG='0;15'
export COLORFGBG
grounds 'in a light terminal' 'ffffff 231'
mkdir -p "$HOME/.config/evstorm"
echo 'set theme dark' >"$HOME/.config/evstorm/config"
grounds 'set to dark' '1c1c1c 234'
unset COLORFGBG
echo 'set theme light' >"$HOME/.config/evstorm/config"
grounds 'set to light' 'ffffff 231'
plan
