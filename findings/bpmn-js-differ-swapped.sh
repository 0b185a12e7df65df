#!/bin/sh
# bpmn-js-differ calls the old value of an attribute the new one.
#
# Guess: in diff(old, new), as its manual calls it, a task renamed from "order" to "paid" has the oldValue
# "order" and the newValue "paid".
# Seen: bpmn-js-differ 3.2.0 gives them the other way round for attributes and references; what was added
# and removed is right, and so are the values of what is gone from a list.
# Hurts: reviews and logs made from it tell the change backwards, beside additions that are told rightly.
. "$(dirname "$0")/lib.sh"
npm_packages bpmn-js-differ@3.2.0 bpmn-moddle@10.3.1

cat >try.mjs <<'END'
import { BpmnModdle } from 'bpmn-moddle';
import { diff } from 'bpmn-js-differ';
const read = async (body) => (await new BpmnModdle().fromXML('<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" ' +
	`id="d" targetNamespace="http://a.example"><process id="p">${body}</process></definitions>`, 'bpmn:Definitions')).rootElement;
const changes = diff(await read('<task id="t" name="order"/><task id="gone"/>'), await read('<task id="t" name="paid"/><task id="come"/>'));
console.log('changed', JSON.stringify(changes._changed.t.attrs));
console.log('removed', Object.keys(changes._removed).join(), 'added', Object.keys(changes._added).join());
END
seen=$(node try.mjs 2>&1)
verdict 'bpmn-js-differ 3.2.0 has the old and the new value of an attribute the wrong way round' \
	'changed {"name":{"oldValue":"paid","newValue":"order"}}
removed gone added come' "$seen"
