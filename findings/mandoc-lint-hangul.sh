#!/bin/sh
# mandoc's lint takes a Korean description for one that ends in a bracket.
#
# Guess: ".Nd" in Korean, without a full stop, is as right as ".Nd" in English.
# Seen: "STYLE: trailing delimiter" for every .Nd whose last letter is not ASCII: mandoc 1.14.6 turns
# the letter into \[uXXXX] first and then finds a closing bracket at the end.
# Hurts: who writes manuals in Korean, or in any language with such letters, and lints them.
. "$(dirname "$0")/lib.sh"
debian_packages mandoc=1.14.6-1+b1

page() {
	printf '%s\n' '.Dd November 21, 2026' '.Dt PAGE 1' '.Os' '.Sh NAME' '.Nm page' ".Nd $1"
}
seen=$(for text in 'a wall of stickies' '스티커를 붙이는 벽' 'le café'; do
	page "$text" >page.1
	unpacked mandoc -T lint -W style page.1 | sed 's/.*\(STYLE: [a-z ]*\):.*/\1/'
	echo "of $text"
done)
verdict 'mandoc 1.14.6 -T lint calls the last letter of a Korean .Nd a trailing delimiter' \
	'of a wall of stickies
STYLE: trailing delimiter
of 스티커를 붙이는 벽
STYLE: trailing delimiter
of le café' "$seen"
