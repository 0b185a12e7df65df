#!/bin/sh
# aha makes another colour, and italics, of a colour that is written with colons.
#
# Guess: "CSI 38:2::1:2:3 m", which is how ISO 8613-6 and most terminals write it, is the colour #010203 in
# the HTML, or is left out.
# Seen: aha 0.5.1 takes colons for semicolons: the empty place counts, the colour is #000102 and the 3 at the
# end is italics; a wavy underline (4:3) is underlined and italic. ansi2txt of colorized-logs 2.6, which
# leaves all sequences out, leaves "2::1:2:3m" and "3m" in the text.
# Hurts: logs and pictures of programs that write the standard's form. Write semicolons where both are read.
. "$(dirname "$0")/lib.sh"
debian_packages aha=0.5.1-3 colorized-logs=2.6-1

seen=$(
	for text in '\033[38;2;1;2;3mX\033[0m' '\033[38:2::1:2:3mX\033[0m' '\033[4:3mU\033[0m'; do
		printf "$text\n" | unpacked root/usr/bin/aha -n | sed 's/<[^>]*style="\([^"]*\)"[^>]*>/\1 /; s/<[^>]*>//g'
		printf "$text\n" | unpacked root/usr/bin/ansi2txt
	done
)
verdict 'aha 0.5.1 and ansi2txt 2.6 do not know colons in sequences' \
	'color:#010203; X
X
font-style:italic;color:#000102; X
2::1:2:3mX
text-decoration:underline;font-style:italic; U
3mU' "$seen"
