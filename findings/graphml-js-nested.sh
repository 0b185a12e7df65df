#!/bin/sh
# graphml-js drops the nodes within nodes, and the values that a key gives by default.
#
# Guess: a graph in a node, which is how GraphML has groups, is read or refused, and <default> is what a
# node has that says nothing else, as the standard has it.
# Seen: graphml-js 0.4.0 reads neither: the nodes inside are not there, and edges to them end in nothing.
# No error. It does turn an int of "007" into 7.
# Hurts: boards whose contexts are groups: the frames arrive and the stickies do not.
. "$(dirname "$0")/lib.sh"
npm_packages graphml-js@0.4.0

cat >try.cjs <<'END'
const { GraphMLParser } = require('graphml-js');
new GraphMLParser().parse(`<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="d0" for="node" attr.name="kind" attr.type="string"><default>event</default></key>
<graph id="G" edgedefault="directed"><node id="s1"><data key="d0">command</data></node><node id="s2"/>
<node id="group"><graph id="inner" edgedefault="directed"><node id="s3"/></graph></node>
<edge source="s1" target="s3"/></graph></graphml>`, (error, graph) => {
	console.log(error, graph.nodes.map((node) => node._id + JSON.stringify(node._attributes)).join(' '));
	console.log(graph.edges.map((edge) => edge._source + ' -> ' + edge._target).join(' '));
});
END
seen=$(node try.cjs 2>&1)
verdict 'graphml-js 0.4.0 reads no nodes within nodes, and no defaults' \
	'null s1{"kind":"command"} s2{} group{}
s1 -> s3' "$seen"
