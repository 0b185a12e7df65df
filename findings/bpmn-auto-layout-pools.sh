#!/bin/sh
# bpmn-auto-layout draws the first process of a collaboration, and neither pools nor messages.
#
# Guess: it lays out simple diagrams only, but a collaboration of two pools keeps its pools.
# Seen: bpmn-auto-layout 1.3.0 makes a picture of the first process alone; the other pool, its tasks
# and the message between them are in the model and not in the picture. No error, no warning.
# Hurts: who exports bounded contexts as pools and leaves placing to it: all contexts but one vanish.
. "$(dirname "$0")/lib.sh"
npm_packages bpmn-auto-layout@1.3.0

cat >try.mjs <<'END'
import { layoutProcess } from 'bpmn-auto-layout';
const xml = await layoutProcess(
	'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="http://x.test">' +
	'<collaboration id="c"><participant id="sales" processRef="p"/><participant id="billing" processRef="q"/>' +
	'<messageFlow id="m" sourceRef="order" targetRef="bill"/></collaboration>' +
	'<process id="p"><task id="order"/></process><process id="q"><task id="bill"/></process></definitions>');
console.log(xml.match(/bpmnElement="[^"]*"/g).join(' '));
console.log('in the model:', ['participant', 'messageFlow', 'task'].map((tag) => xml.split(`<${tag} `).length - 1).join(' '));
END
seen=$(node try.mjs)
verdict 'bpmn-auto-layout 1.3.0 draws the first process of a collaboration only' \
	'bpmnElement="p" bpmnElement="order"
in the model: 2 1 2' "$seen"
