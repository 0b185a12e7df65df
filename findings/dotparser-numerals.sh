#!/bin/sh
# dotparser makes numbers of names, so that the nodes 007 and 7 are one.
#
# Guess: a name of digits, which DOT takes without quotes, is a text as any other name, with and without
# quotes: 1.50 is "1.50".
# Seen: dotparser 1.1.1 gives 007 as the number 7, 1.50 as 1.5 and a value .50 as 0.5; "007" and "1.50"
# stay texts. So one node is two where it is written in quotes once, and two nodes are one.
# A line that a backslash continues keeps the backslash and the line break in its text.
# Hurts: graphs whose nodes are numbers with zeros, or versions: quote such names throughout.
. "$(dirname "$0")/lib.sh"
npm_packages dotparser@1.1.1

cat >try.cjs <<'END'
const parse = require('dotparser');
const show = (text) => console.log(text.replace('\n', '$'), JSON.stringify(parse(text)[0].children.map((child) =>
	[child.node_id.id, ...child.attr_list.map((attribute) => attribute.eq)])));
show('graph { 007; 7; "007" }');
show('graph { 1.50; 1.5; "1.50" }');
show('graph { a [version=2.10] }');
show('graph { a [label="one\\\ntwo"] }');
END
seen=$(node try.cjs)
verdict 'dotparser 1.1.1 takes names of digits for numbers' \
	'graph { 007; 7; "007" } [[7],[7],["007"]]
graph { 1.50; 1.5; "1.50" } [[1.5],[1.5],["1.50"]]
graph { a [version=2.10] } [["a",2.1]]
graph { a [label="one\$two"] } [["a","one\\\ntwo"]]' "$seen"
