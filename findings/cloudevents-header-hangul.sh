#!/bin/sh
# The SDK of CloudEvents for JavaScript neither writes nor reads Korean in headers as the standard has it.
#
# Guess: a subject of 주문 becomes %EC%A3%BC%EB%AC%B8 in binary mode, as the HTTP binding of CloudEvents
# requires, and is 주문 again for who receives that.
# Seen: cloudevents 10.0.0 puts the letters into the header as they are, which Node's HTTP then refuses to
# send, and gives %EC%A3%BC... as the subject of a message that another SDK wrote rightly.
# Hurts: events with a subject, source or extension in Korean: they work in tests that pass objects, and
# in structured mode, and fail on the wire.
. "$(dirname "$0")/lib.sh"
npm_packages cloudevents@10.0.0

cat >try.cjs <<'END'
const { CloudEvent, HTTP } = require('cloudevents'), http = require('http');
const { headers } = HTTP.binary(new CloudEvent({ id: '1', type: 'order.placed', source: '/sales', subject: '주문' }));
console.log('header:', headers['ce-subject']);
try {
	http.validateHeaderValue('ce-subject', headers['ce-subject']);
	console.log('sent');
} catch (error) {
	console.log('not sent:', error.code);
}
console.log('received:', HTTP.toEvent({ headers: { ...headers, 'ce-subject': encodeURIComponent('주문') } }).subject);
END
seen=$(node try.cjs 2>&1)
verdict 'cloudevents 10.0.0 does not encode and decode attributes in headers' \
	'header: 주문
not sent: ERR_INVALID_CHAR
received: %EC%A3%BC%EB%AC%B8' "$seen"
