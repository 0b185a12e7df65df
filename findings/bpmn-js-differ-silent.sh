#!/bin/sh
# bpmn-js-differ sees no change when a task goes to another lane, or a note gets another text.
#
# Guess: what is in the model, and not in the picture only, is compared: names, texts, lanes, what an event
# waits for.
# Seen: bpmn-js-differ 3.2.0 reports nothing at all for a task in another lane, a text annotation with
# another text and a start event that waits for a message in place of a timer. It does report names,
# documentation and ends of flows.
# Hurts: who takes an empty result for "the same model": notes and who does what are what a workshop changes.
. "$(dirname "$0")/lib.sh"
npm_packages bpmn-js-differ@3.2.0 bpmn-moddle@10.3.1

cat >try.mjs <<'END'
import { BpmnModdle } from 'bpmn-moddle';
import { diff } from 'bpmn-js-differ';
const read = async (body) => (await new BpmnModdle().fromXML('<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" ' +
	`id="d" targetNamespace="http://a.example"><process id="p">${body}</process></definitions>`, 'bpmn:Definitions')).rootElement;
const compare = async (what, before, after) => {
	const { _changed, _added, _removed } = diff(await read(before), await read(after));
	console.log(what, [_changed, _added, _removed].flatMap((part) => Object.keys(part)).join() || 'nothing');
};
const lanes = (one, two) => `<laneSet id="l"><lane id="l1">${one}</lane><lane id="l2">${two}</lane></laneSet><task id="t"/>`;
await compare('name:', '<task id="t" name="a"/>', '<task id="t" name="b"/>');
await compare('lane:', lanes('<flowNodeRef>t</flowNodeRef>', ''), lanes('', '<flowNodeRef>t</flowNodeRef>'));
await compare('note:', '<textAnnotation id="n"><text>a</text></textAnnotation>', '<textAnnotation id="n"><text>b</text></textAnnotation>');
await compare('event:', '<startEvent id="s"><timerEventDefinition id="e"/></startEvent>',
	'<startEvent id="s"><messageEventDefinition id="e"/></startEvent>');
END
seen=$(node try.mjs 2>&1)
verdict 'bpmn-js-differ 3.2.0 does not see lanes, notes and kinds of events change' \
	'name: t
lane: nothing
note: nothing
event: nothing' "$seen"
