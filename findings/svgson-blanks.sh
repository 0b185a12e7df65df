#!/bin/sh
# svgson and svg-parser leave out the blank between two words that have a tspan each.
#
# Guess: a blank between tspans is text of the picture, as SVG says, and is kept as the one before a tspan is.
# Seen: svgson 5.3.1 and svg-parser 2.1.0 drop a text that is blanks only: "주문 접수" is 주문접수, in the tree and in
# what svgson writes again; where the words have no place of their own they are drawn so, too.
# "주문 <tspan>" keeps its blank. No option turns it off.
# Hurts: pictures whose words are coloured or placed one by one: their text is one long word for readers,
# searches and screen readers. Put the blank into a tspan, with a letter.
. "$(dirname "$0")/lib.sh"
npm_packages svgson@5.3.1 svg-parser@2.1.0

cat >try.cjs <<'END'
const { parseSync, stringify } = require('svgson');
const { parse } = require('svg-parser');
const words = node => node.value ?? (node.children ?? []).map(words).join('');
for (const text of ['<tspan>주문</tspan> <tspan>접수</tspan>', '<tspan x="0">주문</tspan> <tspan x="40">접수</tspan>',
	'주문 <tspan>접수</tspan>', '<tspan>주문 </tspan><tspan>접수</tspan>']) {
	const svg = `<svg><text>${text}</text></svg>`;
	console.log(text, '->', stringify(parseSync(svg)).replace(/<[^>]*>/g, ''), words(parse(svg)));
}
END
seen=$(node try.cjs 2>&1)
verdict 'svgson 5.3.1 and svg-parser 2.1.0 drop the blank between two tspans' \
	'<tspan>주문</tspan> <tspan>접수</tspan> -> 주문접수 주문접수
<tspan x="0">주문</tspan> <tspan x="40">접수</tspan> -> 주문접수 주문접수
주문 <tspan>접수</tspan> -> 주문 접수 주문 접수
<tspan>주문 </tspan><tspan>접수</tspan> -> 주문 접수 주문 접수' "$seen"
