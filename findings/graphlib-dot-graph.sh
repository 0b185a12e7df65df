#!/bin/sh
# @dagrejs/graphlib-dot fails at "graph [rankdir=LR]", and drops the ports of edges.
#
# Guess: a line that begins most graphs is read, and "a:out -> b" keeps its port or is refused.
# Seen: @dagrejs/graphlib-dot 1.0.2 ends with a TypeError at "graph [...]" (not at "node [...]"); its
# forerunner, graphlib-dot 0.6.4, reads the line and forgets it. Both read "a:out -> b:in" as "a -> b",
# without a word.
# Hurts: tools that lay out DOT files by dagre: graphs of records lose where their arrows begin.
. "$(dirname "$0")/lib.sh"
npm_packages @dagrejs/graphlib-dot@1.0.2 graphlib-dot@0.6.4

seen=$(node -e "
for (const name of ['@dagrejs/graphlib-dot', 'graphlib-dot']) {
	const dot = require(name);
	for (const text of ['digraph { node [shape=box]; a }', 'digraph { graph [rankdir=LR]; a }', 'digraph { rankdir=LR; a }',
		'digraph { a:out -> b:in }'])
		try {
			console.log(dot.write(dot.read(text)).replace(/\s+/g, ' '));
		} catch (error) {
			console.log(error.name);
		}
}" 2>&1)
verdict '@dagrejs/graphlib-dot 1.0.2 does not read graph [...], and drops ports' \
	'digraph { a [shape=box] } 
TypeError
digraph { rankdir=LR; a } 
digraph { a b a -> b } 
digraph { a [shape=box] } 
digraph { a } 
digraph { rankdir=LR; a } 
digraph { a b a -> b } ' "$seen"
