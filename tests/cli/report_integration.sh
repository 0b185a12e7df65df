#!/bin/sh
# The chapter of the report about how contexts are integrated.
. "${SRCDIR:-.}/tests/lib/tap.sh"

cat >story <<'END'
title A shop
add event -c 1 -r 1 Order placed
add event -c 2 -r 1 Order cancelled
add command -c 3 -r 1 Request payment
context Ordering 1 2
context "Payment & Co." 3
context Warehouse
relate Ordering async Warehouse -l goods -p open-host/conformist
relate Ordering sync "Payment & Co."
relate Warehouse sync "Payment & Co."
END
cat >talk <<'END'
publish 1
payload 1 orderId: uuid; email: text sensitive; remark
payload 3 amount: decimal(10, 2); card: *number* sensitive
metadata 1 id: uuid; tenant: text
rejection 3 The card is refused
message Ordering Warehouse -t state-snapshot -u "orderId remark" 1
message Ordering Warehouse 2
message Ordering "Payment & Co." 3
integrate Ordering Warehouse consistency eventual
integrate Ordering Warehouse sensitive no
integrate Ordering Warehouse slow outbox
integrate Ordering Warehouse twice we keep a list of *ids*
integrate Ordering "Payment & Co." sensitive yes
END

# chapter NAME: what stands under that heading.
chapter() {
	printf '%s\n' "$out" | sed -n "/^## $1\$/,/^## /p" | sed '1,2d;/^## /d'
}

evstorm new shop
run_with story "$EVSTORM" do shop -
works 'the story is told'
evstorm report shop
works 'a board where nobody has talked about integration'
is 'has no chapter about it' "$(chapter Integration)" ''
is 'its map is a list' "$(chapter 'Context map')" \
	'- **Ordering** → **Warehouse** (sends and carries on): goods; open-host / conformist
- **Ordering** → **Payment \& Co.** (calls and waits for the answer)
- **Warehouse** → **Payment \& Co.** (calls and waits for the answer)'
is 'and a picture on the first page' "$(chapter 'The map' | sed '/^flowchart/,/^```/d;$d')" '```mermaid
---
title: "A shop"
---'
run_with talk "$EVSTORM" do shop -
works 'they talk about it'
evstorm report shop
works 'there is a chapter then'
cat >wanted <<'END'
### Ordering → Warehouse: goods

- sends and carries on
- **Order placed** (domain event, public; state transfer, whole state)
  - fields: orderId uuid, **email text (sensitive)**, remark
  - metadata: id uuid, tenant text
  - used by the receiver: orderId remark
- **Order cancelled** (domain event, private; not decided)
- Does Warehouse need the latest state, or may it lag? **it may lag a little**
- Is any of it sensitive, so that not everybody may see it? **no**
- The network between Ordering and Warehouse is slow: what then? **outbox: the sender keeps it until it is sent**
- A message reaches Warehouse twice: what then? **we keep a list of \*ids\***
- Still open:
  - Must Warehouse keep working while Ordering is down?
  - If it fails in one context, must others be undone too?
  - Ordering or Warehouse fails at the worst moment: what then?
  - Messages reach Warehouse out of order: what then?

### Ordering → Payment \& Co.

- calls and waits for the answer
- **Request payment** (command)
  - fields: amount decimal(10, 2), **card \*number\* (sensitive)**
  - when rejected: The card is refused
- Is any of it sensitive, so that not everybody may see it? **yes**
- Still open:
  - If it fails in one context, must others be undone too?
  - The network between Ordering and Payment \& Co. is slow: what then?
  - Ordering or Payment \& Co. fails at the worst moment: what then?
  - A message reaches Payment \& Co. twice: what then?

### Warehouse → Payment \& Co.

- calls and waits for the answer
- nobody has said yet what passes
- Still open:
  - Is any of it sensitive, so that not everybody may see it?
  - If it fails in one context, must others be undone too?
  - The network between Warehouse and Payment \& Co. is slow: what then?
  - Warehouse or Payment \& Co. fails at the worst moment: what then?
  - A message reaches Payment \& Co. twice: what then?
END
is 'with all that was said, and what was not' "$(chapter Integration)" "$(cat wanted)"
evstorm --lang ko report shop
works 'and one in Korean'
plan
