#!/bin/sh
# pydot reads no name in Hangul that has no quotes, and gives None.
#
# Guess: a name that DOT takes without quotes, which is any letter from 0x80 on, is read, or an exception
# is raised.
# Seen: pydot 1.4.2 prints a complaint about "-" on standard output and returns None for
# "digraph { 주문 -> 배송 }", which dot draws, and for a graph that is called 주문. In quotes it reads both.
# Hurts: who brings graphs that people wrote into Python, or into NetworkX, which reads them by pydot.
. "$(dirname "$0")/lib.sh"
debian_packages python3-pydot=1.4.2-1 python3-pyparsing=3.0.9-1 graphviz=2.42.2-7+deb12u1

cat >try.py <<'END'
import contextlib, io, pydot
for text in ('digraph { order -> ship }', 'digraph { 주문 -> 배송 }', 'digraph { "주문" -> "배송" }', 'digraph 주문 { a }'):
	said = io.StringIO()
	with contextlib.redirect_stdout(said):
		graphs = pydot.graph_from_dot_data(text)
	print(text, '->', graphs and [edge.get_destination() for edge in graphs[0].get_edges()], '|', said.getvalue().strip().split('\n')[-1])
END
seen=$(debian_python try.py 2>&1)
verdict 'pydot 1.4.2 returns None for names in Hangul that dot takes' \
	"digraph { order -> ship } -> ['ship'] | 
digraph { 주문 -> 배송 } -> None | Expected '}', found '-'  (at char 13), (line:1, col:14)
digraph { \"주문\" -> \"배송\" } -> ['\"배송\"'] | 
digraph 주문 { a } -> None | Expected '{', found '주'  (at char 8), (line:1, col:9)" "$seen"
