#!/bin/sh
# graph-easy paints the groups of a DOT file black, and writes GDL that is closed before its nodes.
#
# Guess: a cluster that it reads from DOT is a cluster in the DOT and in the GDL that it writes.
# Seen: Graph::Easy 0.76 gives the cluster style=filled and fillcolor=inherit. No colour is called so:
# dot warns, and fills the group with black, under a label in black. In GDL the cluster is gone, its
# closing brace is not: that ends the graph before the first node. Line breaks of labels are written
# into GraphML as a backslash and an n.
# Hurts: who turns DOT with clusters into another text by it: its ASCII and box art are right.
. "$(dirname "$0")/lib.sh"
debian_packages libgraph-easy-perl=0.76-3

cat >in.dot <<'END'
digraph { subgraph cluster_orders { label="Orders"; a [label="place\norder"] } a -> b }
END

# easy FORMAT: the graph as graph-easy writes it.
easy() {
	PERL5LIB=root/usr/share/perl5 unpacked graph-easy --from=dot --as="$1" <in.dot 2>easy.log ||
		cannot "graph-easy does not run: $(tail -n 1 easy.log)"
}

seen=$(
	easy dot | grep -E 'fillcolor=inherit|fontcolor="#000000"'
	easy gdl | sed -n '/graph: {/p; /^ *}$/p; /node: {/s/ *{.*//p; /[Oo]rders/p'
	easy graphml | grep 'place'
)
verdict 'Graph::Easy 0.76 fills a group with a colour that is none, and ends GDL too early' \
	'  fontcolor="#000000";
  fillcolor=inherit;
graph: {
  }
  node:
  node:
}
        <data key="d7">place\norder</data>' "$seen"
