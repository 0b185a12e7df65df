#!/bin/sh
# The SDK of CloudEvents for JavaScript writes the time of an event anew, without what is beyond a millisecond.
#
# Guess: "time" is a string of RFC 3339 and is handed on as it is: the object keeps it so.
# Seen: with cloudevents 10.0.0 the object keeps it, but each message does not, in binary as in structured
# mode, and neither does what is read: microseconds are cut off, and an offset becomes Z.
# Hurts: who sorts by time, and who compares or signs events that came through a step in JavaScript.
. "$(dirname "$0")/lib.sh"
npm_packages cloudevents@10.0.0

cat >try.cjs <<'END'
const { CloudEvent, HTTP } = require('cloudevents');
const time = '2026-03-02T09:00:00.123456+09:00';
const event = new CloudEvent({ id: '1', source: '/shop', type: 'paid', time });
console.log('object:', event.time);
console.log('binary:', HTTP.binary(event).headers['ce-time']);
console.log('structured:', JSON.parse(HTTP.structured(event).body).time);
const headers = { 'ce-id': '1', 'ce-source': '/shop', 'ce-type': 'paid', 'ce-specversion': '1.0', 'ce-time': time };
console.log('read:', HTTP.toEvent({ headers, body: '' }).time);
END
seen=$(node try.cjs)
verdict 'cloudevents 10.0.0 cuts the time of an event to milliseconds, and takes its offset off' \
	'object: 2026-03-02T09:00:00.123456+09:00
binary: 2026-03-02T00:00:00.123Z
structured: 2026-03-02T00:00:00.123Z
read: 2026-03-02T00:00:00.123Z' "$seen"
