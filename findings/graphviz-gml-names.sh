#!/bin/sh
# gml2gv calls a node by a number, and gives it its label for a name.
#
# Guess: gv2gml writes the name and the label of a node, so gml2gv gives back a node of that name.
# Seen: with Graphviz 2.42.2 s1 [label=주문] comes back as 0 [label=주문, name=주문]: the name in the file,
# "s1", is overwritten by the text of the label. A node without a label keeps s2 as an attribute. Edges
# get ids. No error.
# Hurts: who edits a graph in a tool for GML and matches it with the first one by name afterwards.
. "$(dirname "$0")/lib.sh"
debian_packages graphviz=2.42.2-7+deb12u1 libcgraph6=2.42.2-7+deb12u1 libcdt5=2.42.2-7+deb12u1

printf 'digraph { s1 [label="주문"]; s2; s1 -> s2 }' >board.gv
unpacked root/usr/bin/gv2gml board.gv >board.gml 2>log || cannot "gv2gml does not run: $(tail -n 1 log)"
seen=$(
	grep -o 'name.*' board.gml
	unpacked root/usr/bin/gml2gv board.gml 2>&1 | tr -d '\n\t' | sed 's/,name/, name/g'
)
verdict 'gml2gv of Graphviz 2.42.2 loses the names of nodes that have a label' \
	'name "s1"
name "s2"
digraph "" {graph [version=2];0[label=주문, name=주문];1[name=s2];0 -> 1[id=1];}' "$seen"
