#!/bin/sh
# @ts-graphviz/ast does not know three ways in which DOT writes a long string.
#
# Guess: "a" + "b", a line break within quotes and a line that a backslash continues, which dot takes,
# are taken by the parser that most tools of npm build on.
# Seen: @ts-graphviz/ast 3.0.6 refuses the first two; the third it reads, and writes again as a
# backslash and an n, which is another text: "xy" has become "x\ny". dotparser 1.1.1 refuses the same.
# Hurts: graphs that were wrapped by hand or by another tool. An exporter keeps each string on a line.
. "$(dirname "$0")/lib.sh"
npm_packages @ts-graphviz/ast@3.0.6 dotparser@1.1.1

cat >try.mjs <<'END'
import { parse, stringify } from '@ts-graphviz/ast';
import dotparser from 'dotparser';
const refused = (read, text) => { try { read(text); return 'read'; } catch { return 'refused'; } };
for (const string of ['"xy"', '"x" + "y"', '"x\ny"', '"x\\\ny"']) {
	const text = `digraph { a [label=${string}] }`;
	console.log(JSON.stringify(string), refused(parse, text), refused(dotparser, text));
}
console.log(stringify(parse('digraph { a [label="x\\\ny"] }')).match(/label = .*/)[0]);
END
seen=$(node try.mjs)
verdict '@ts-graphviz/ast 3.0.6 refuses "a" + "b" and line breaks in strings, and alters continued ones' \
	'"\"xy\"" read read
"\"x\" + \"y\"" refused refused
"\"x\ny\"" refused refused
"\"x\\\ny\"" read read
label = "x\\ny";' "$seen"
