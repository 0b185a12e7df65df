#!/bin/sh
# bpmn-moddle throws elements away whose id has a letter outside ASCII.
#
# Guess: an id of BPMN is an XML ID, which may be 주문, and is taken; bpmn-moddle is what bpmn-js, the
# linter and the layouter read with.
# Seen: bpmn-moddle 10.3.1 reports "illegal ID <주문>" as a warning among others and leaves the whole
# element out, so that a process of two tasks has one; when the id is that of <definitions>, nothing
# can be read at all. café is as illegal; "a:b", which is no XML ID, is taken.
# Hurts: exports that name elements after the stickies. Make ids (t1, t2) and put the text into "name".
. "$(dirname "$0")/lib.sh"
npm_packages bpmn-moddle@10.3.1

cat >try.mjs <<'END'
import { BpmnModdle } from 'bpmn-moddle';
for (const id of ['order', '주문', 'café', 'a:b']) {
	const { rootElement, warnings } = await new BpmnModdle().fromXML(
		'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="http://x.test">' +
		`<process id="p"><task id="${id}" name="주문"/><task id="other"/></process></definitions>`);
	const tasks = rootElement.rootElements[0].flowElements.map((element) => element.id);
	console.log(id, '->', tasks.join(' '), warnings.map((warning) => warning.message.split(': ').pop()).join(' '));
}
END
seen=$(node try.mjs)
verdict 'bpmn-moddle 10.3.1 leaves elements out whose id is not ASCII, with a warning' \
	'order -> order other 
주문 -> other illegal ID <주문>
café -> other illegal ID <café>
a:b -> a:b other ' "$seen"
