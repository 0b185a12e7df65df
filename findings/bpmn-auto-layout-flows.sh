#!/bin/sh
# bpmn-auto-layout draws a sequence flow only where its ends name it once more.
#
# Guess: sourceRef and targetRef say all; <incoming> and <outgoing> in the nodes are optional in BPMN
# and say the same once more, so the picture has the arrow without them.
# Seen: bpmn-auto-layout 1.3.0 leaves the arrow out of the picture, without a word, and puts the nodes
# below each other; the model keeps the flow.
# Hurts: exporters that write the short form: a diagram of boxes without arrows.
. "$(dirname "$0")/lib.sh"
npm_packages bpmn-auto-layout@1.3.0

cat >try.mjs <<'END'
import { layoutProcess } from 'bpmn-auto-layout';
for (const [how, out, into] of [['short', '', ''], ['long', '<outgoing>f</outgoing>', '<incoming>f</incoming>']]) {
	const xml = await layoutProcess(
		'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="http://x.test">' +
		`<process id="p"><startEvent id="s">${out}</startEvent><task id="t">${into}</task>` +
		'<sequenceFlow id="f" sourceRef="s" targetRef="t"/></process></definitions>');
	console.log(how, (xml.match(/bpmnElement="[^"]*"/g)).join(' '));
}
END
seen=$(node try.mjs)
verdict 'bpmn-auto-layout 1.3.0 draws no flow whose ends lack <incoming> and <outgoing>' \
	'short bpmnElement="p" bpmnElement="s" bpmnElement="t"
long bpmnElement="p" bpmnElement="s" bpmnElement="t" bpmnElement="f"' "$seen"
