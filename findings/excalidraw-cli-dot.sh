#!/bin/sh
# excalidraw-cli shows the line breaks of a DOT file as backslashes, and leaves its clusters out.
#
# Guess: "\n" in a label, which is how DOT breaks a line, is a line break on the canvas, and a cluster is a
# frame or at least a label.
# Seen: @swiftlysingh/excalidraw-cli 1.2.0 writes "주문\n접수" as one line with a backslash and an n, "\l"
# likewise, and nothing of "subgraph cluster_..." but what is within. Colours of nodes arrive.
# Hurts: boards on their way to Excalidraw by DOT: contexts are gone.
. "$(dirname "$0")/lib.sh"
npm_packages @swiftlysingh/excalidraw-cli@1.2.0

cat >board.dot <<'END'
digraph { node [shape=box style=filled];
subgraph cluster_a { label="영업"; s1 [label="주문\n접수" fillcolor="#ffa94d"]; s2 [label="left\l"]; }
s1 -> s2 [label="그러면"]; }
END
node node_modules/@swiftlysingh/excalidraw-cli/dist/cli.js create board.dot -f dot -o out.excalidraw >log 2>&1 ||
	cannot "excalidraw-cli failed: $(tail -n 1 log)"
seen=$(node -e "
const { elements } = JSON.parse(require('fs').readFileSync('out.excalidraw'));
for (const type of ['text', 'rectangle', 'frame'])
	console.log(type, elements.filter((element) => element.type === type).map((element) => element.text ?? element.backgroundColor).join(' '));
")
verdict 'excalidraw-cli 1.2.0 keeps the backslashes of labels in DOT, and no clusters' \
	'text 주문\n접수 left\l 그러면
rectangle #ffa94d transparent
frame ' "$seen"
