#!/bin/sh
# graphology-gexf cuts texts at "|" and loses colours that have a name.
#
# Guess: what it writes it reads again: a list of texts with the same texts, a colour as the colour.
# Seen: graphology-gexf 0.13.2 writes ["a|b", "c"] as a|b|c and reads three texts; the colour "orange", which
# CSS has, it writes as no colour and reads as "rgb(,,)"; a weight that is a text is null then. Neither
# writing nor reading says a word. #ffa500 is kept.
# Hurts: graphs that are put by as GEXF between two steps: write colours as #rrggbb, and no "|".
. "$(dirname "$0")/lib.sh"
npm_packages graphology@0.26.0 graphology-gexf@0.13.2

cat >try.cjs <<'END'
const Graph = require('graphology'), gexf = require('graphology-gexf/node');
const graph = new Graph();
graph.addNode('s1', { tags: ['a|b', 'c'], color: 'orange' });
graph.addNode('s2', { tags: ['d'], color: '#ffa500' });
graph.addEdge('s1', 's2', { weight: 'heavy' });
const read = gexf.parse(Graph, gexf.write(graph));
for (const { attributes } of [...read.export().nodes, ...read.export().edges])
	console.log(JSON.stringify(attributes));
END
seen=$(node try.cjs 2>&1)
verdict 'graphology-gexf 0.13.2 reads other values than it wrote' \
	'{"tags":["a","b","c"],"color":"rgb(,,)"}
{"tags":["d"],"color":"rgb(255,165,0)"}
{"weight":null}' "$seen"
