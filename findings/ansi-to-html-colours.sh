#!/bin/sh
# ansi-to-html makes blinking text of a colour that stands with something else in one sequence.
#
# Guess: "CSI 1;38;5;208 m" is bold and orange, as "CSI 1 m" and "CSI 38;5;208 m" are; it knows the 256 colours
# and those of 24 bits.
# Seen: ansi-to-html 0.7.2 knows them only alone in their sequence. Otherwise it takes each number by itself: the
# 5 is <blink>, the 208 is nothing, and of two colours of 24 bits, as programs set letter and paper at once,
# it makes bold, italics, underline and <blink>. And what is hidden (8) stays so after 28: all that
# follows is not shown. No error.
# Hurts: logs and screens of curses programs and of tmux, which write letter and paper in one sequence.
. "$(dirname "$0")/lib.sh"
npm_packages ansi-to-html@0.7.2

cat >try.cjs <<'END'
const Convert = require('ansi-to-html');
for (const sequence of ['38;5;208', '1;38;5;208', '0;38;5;208', '38;5;208;48;5;17', '38;2;1;2;3;48;2;4;5;6', '1;31'])
	console.log(sequence, new Convert().toHtml(`\x1b[${sequence}m주문\x1b[0m`));
console.log('8 and 28', new Convert().toHtml('\x1b[8m비밀\x1b[28m주문'));
END
seen=$(node try.cjs 2>&1)
verdict 'ansi-to-html 0.7.2 makes <blink> of "1;38;5;208"' \
	'38;5;208 <span style="color:#ff8700">주문</span>
1;38;5;208 <b><blink>주문</blink></b>
0;38;5;208 <blink>주문</blink>
38;5;208;48;5;17 <blink><blink>주문</blink></blink>
38;2;1;2;3;48;2;4;5;6 <b><i><u><blink><blink>주문</blink></blink></u></i></b>
1;31 <b><span style="color:#A00">주문</span></b>
8 and 28 <span style="display:none">비밀주문</span>' "$seen"
