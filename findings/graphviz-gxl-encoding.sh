#!/bin/sh
# gv2gxl writes UTF-8 and says ISO-8859-1.
#
# Guess: the XML of gv2gxl says UTF-8, as Graphviz works in UTF-8.
# Seen: Graphviz 2.42.2 begins the file with encoding="iso-8859-1" and writes the bytes of the graph
# below it, so that a right reader of XML gets "ì£¼ë¬¸" for 주문.
# Hurts: who goes by GXL to another tool. Mend the first line.
. "$(dirname "$0")/lib.sh"
debian_packages graphviz=2.42.2-7+deb12u1 libcgraph6=2.42.2-7+deb12u1 libcdt5=2.42.2-7+deb12u1
needs_libraries gv2gxl

echo 'digraph { a [label="주문"] }' >graph.dot
unpacked gv2gxl graph.dot >graph.gxl || cannot 'gv2gxl failed'
seen=$(head -n 1 graph.gxl; grep -c '<string>주문</string>' graph.gxl)
verdict 'gv2gxl of Graphviz 2.42.2 writes UTF-8 under a heading of iso-8859-1' \
	'<?xml version="1.0" encoding="iso-8859-1"?>
1' "$seen"
