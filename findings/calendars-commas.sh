#!/bin/sh
# Libraries for calendars take a comma within a category for the end of it.
#
# Guess: who writes and reads "\," in a summary does so in CATEGORIES, where iCalendar parts with "," and escapes as
# in any text; and a ";" or ":" in quotes is part of a parameter.
# Seen: ics 3.12.0 writes the category "주문, 결제" as two. node-ical 0.26.1 reads "주문\,결제" as "주문\" and 결제,
# a backslash and an n as a backslash and a line break, and cuts a quoted parameter at ";"; ical2json 5.0.0
# puts what is behind a quoted ":" into the value, so that a place is called by the end of its address.
# ical-generator 10.2.0 and ical.js 2.2.1 have them right. No error.
# Hurts: workshops that are put on a calendar by one program and read by another: read them by ical.js.
. "$(dirname "$0")/lib.sh"
npm_packages ics@3.12.0 ical-generator@10.2.0 node-ical@0.26.1 ical2json@5.0.0 ical.js@2.2.1

cat >try.mjs <<'END'
import ics from 'ics';
import ical from 'ical-generator';
import nodeIcal from 'node-ical';
import { convert } from 'ical2json';
import icaljs from 'ical.js';
const grep = (text, pattern) => text.split('\r\n').filter(line => pattern.test(line)).join(' ');
const title = '주문, 결제', start = new Date('2026-03-02T09:00:00Z');
console.log('ics:', grep(ics.createEvent({ start: [2026, 3, 2, 9, 0], duration: { hours: 1 }, title, categories: [title] }).value,
	/^(SUMMARY|CATEGORIES)/));
const calendar = ical({ name: title });
calendar.createEvent({ start, summary: title, categories: [{ name: title }] });
console.log('ical-generator:', grep(calendar.toString(), /^(NAME|SUMMARY|CATEGORIES)/));
const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//KO', 'BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20260302T000000Z',
	'DTSTART:20260302T090000Z', 'SUMMARY:주문\\, 결제 \\\\n', 'CATEGORIES:주문\\,결제,배송',
	'LOCATION;ALTREP="http://example.com/a;b":3층: 회의실', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const show = (name, ...values) => console.log(name, JSON.stringify(values));
const node = nodeIcal.sync.parseICS(text)['1'];
show('node-ical:', node.summary, node.categories, node.location);
const [json] = convert(text).VCALENDAR[0].VEVENT;
show('ical2json:', json.SUMMARY, json.CATEGORIES, json.LOCATION);
const event = new icaljs.Component(icaljs.parse(text)).getFirstSubcomponent('vevent');
show('ical.js:', event.getFirstPropertyValue('summary'), event.getFirstProperty('categories').getValues(),
	event.getFirstPropertyValue('location'), event.getFirstProperty('location').getParameter('altrep'));
END
seen=$(node --no-deprecation try.mjs 2>&1)
verdict 'ics, node-ical and ical2json part categories at escaped commas, or places at quoted colons' \
	'ics: SUMMARY:주문\, 결제 CATEGORIES:주문, 결제
ical-generator: NAME:주문, 결제 SUMMARY:주문\, 결제 CATEGORIES:주문\, 결제
node-ical: ["주문, 결제 \\\n",["주문\\","결제","배송"],{"params":{"ALTREP":"\"http://example.com/a"},"val":"3층: 회의실"}]
ical2json: ["주문\\, 결제 \\\\n",["주문\\,결제","배송"],{"_":"//example.com/a;b\":3층: 회의실","ALTREP":"\"http"}]
ical.js: ["주문, 결제 \\n",["주문,결제","배송"],"3층: 회의실","http://example.com/a;b"]' "$seen"
