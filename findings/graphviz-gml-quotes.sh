#!/bin/sh
# gv2gml writes quotes as they are, and gml2gv makes another text of them.
#
# Guess: a quote in a label becomes &quot; in GML, which knows only that way, and letters outside ASCII
# become references; gml2gv gives the same graph back.
# Seen: Graphviz 2.42.2 writes label "say "hi"" into the file, and Hangul as it is; its own gml2gv reads
# a label of "say " there and an attribute of the rest, without an error.
# Hurts: who takes a graph of texts to another tool by GML: a quote is no GML there, or cuts the text.
. "$(dirname "$0")/lib.sh"
debian_packages graphviz=2.42.2-7+deb12u1 libcgraph6=2.42.2-7+deb12u1 libcdt5=2.42.2-7+deb12u1
needs_libraries gv2gml

printf 'digraph { a [label="say \\"hi\\""]; b [label="주문 & 결제"] }' >graph.dot
unpacked gv2gml graph.dot >graph.gml || cannot 'gv2gml failed'
seen=$(sed -n 's/^ *label //p' graph.gml; unpacked gml2gv graph.gml | grep -o 'label="[^"]*"')
verdict 'gv2gml of Graphviz 2.42.2 leaves quotes in labels, and its gml2gv cuts the texts there' \
	'"say "hi""
"주문 & 결제"
label="say "
label="주문 & 결제"' "$seen"
