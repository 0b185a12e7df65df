# A shop's order, from the product page to the doorstep and back: a workshop of a hundred minutes.
# Mara facilitates; Ana knows orders and money, Ben the warehouse and the road.
# Each line: time since the start, who, and the board command that they gave.

# 1 Domain events: first in silence, then in order
00:00 mara title Corner shop: from order to doorstep
00:21 ana add event -c 1 -r 1 Order placed
00:57 ben add event -c 4 -r 1 Goods picked
01:55 ana add event -c 2 -r 1 Payment done
02:27 mara add event -c 2 -r 3 Card problem
03:20 ben add event -c 5 -r 1 Parcel delivered
04:05 ana add event -c 1 -r 2 Item put into basket
04:37 ben add event -c 6 -r 1 Parcel packed
05:28 mara add event -c 1 -r 3 Order received
05:59 ana add event -c 3 -r 1 Order cancelled
06:48 ben add event -c 7 -r 1 Parcel handed over
07:20 mara add event -c 9 -r 1 Return asked for
07:53 ana add event -c 2 -r 2 Item sold out
08:41 ben add event -c 5 -r 2 Nobody was at home
09:46 mara add event -c 9 -r 2 Order page opened
10:21 ben add event -c 4 -r 2 Item not found on the shelf
11:00 ana add event -c 3 -r 2 Money paid back
11:57 mara add event -c 10 -r 1 Return accepted
13:07 ben add event -c 8 -r 1 Pickup was missed
14:02 mara add event -c 10 -r 2 Return refused
14:49 ben add event -c 8 -r 2 Goods shipped
16:01 mara insert-column 1
16:11 ana move 6 1 1
16:44 ana delete 8
17:12 mara delete 14
17:36 ana edit 3 Payment approved
17:59 mara edit 4 Payment declined
18:28 ana move 12 1 2
19:00 ana move 9 2 2
19:19 mara move 4 3 2
19:46 ana move 16 9 3
20:15 ana undo
20:22 ana move 16 3 3
20:49 mara delete-column 4
21:05 ben delete 10
21:26 ben undo
21:32 ben delete 20
22:12 ben move 18 7 2
22:36 ben move 5 8 1
22:57 ben move 13 8 2
23:25 mara delete-column 5
23:49 mara pivotal 1
24:10 ana pivotal 3
24:42 ben pivotal 7
25:12 mara pivotal 5
25:32 ben unpivotal 7

# 2 External systems
27:00 mara step next
27:41 ana insert-column 1
28:08 ana add external-system -c 1 -r 2 Stock list (old ERP)
29:21 ana link 21 12
29:38 ana insert-column 4
30:07 ana add external-system -c 4 -r 2 Card payment provider
30:48 ana link 22 4
31:07 mara link 22 3
31:32 ben insert-column 8
31:46 ben add external-system -c 8 -r 2 Carrier's booking service
32:47 ben link 23 18
32:59 ben insert-column 10
33:23 ben add external-system -c 10 -r 2 Parcel tracking
34:38 ben link 24 13

# 3 Commands
36:00 mara step next
36:37 mara insert-row 1
36:55 ana insert-column 3
37:12 ana add command -c 1 -r 1 Put item into basket
37:58 ana add command -c 3 -r 1 Place order
38:44 mara add event -c 3 -r 3 Cancel order
39:25 mara kind 27 command
39:53 ana add command -c 5 -r 1 Request payment
40:52 ben insert-column 7
41:06 ben add command -c 7 -r 1 Pick goods
41:55 ben insert-column 9
42:04 ben add command -c 9 -r 1 Pack parcel
42:54 ana add command -c 5 -r 4 Pay money back
43:43 ben add command -c 11 -r 1 Book a carrier
44:44 ben add command -c 13 -r 1 Deliver parcel
45:39 mara insert-column 15
45:50 mara add command -c 15 -r 1 Ask for a return
46:29 mara insert-column 16
46:45 mara undo
46:49 mara insert-column 17
47:03 ben add command -c 17 -r 1 Check the returned goods
47:34 mara phase 1 Order
47:48 mara phase 5 Pay
48:02 mara phase 7 Pick and pack
48:28 mara phase 13 On the road
48:43 mara phase 15 Coming back

# 4 Hotspots
50:00 mara step next
50:15 ana add hotspot -c 2 -r 4 Hold stock while it is in a basket?
51:31 ben add hotspot -c 3 -r 4 How late can one cancel?
52:08 ana add hotspot -c 7 -r 3 How often may one try again?
53:03 ben add hotspot -c 8 -r 4 Send a part, or wait for all?
54:04 mara add hotspot -c 12 -r 4 Who pays when it gets lost?
55:21 ben add hotspot -c 13 -r 4 Leave it with a neighbour?
56:35 ana add hotspot -c 15 -r 3 Who pays the postage back?
57:51 ana vote 37
57:56 ben vote 37
58:01 ben vote 39
58:07 ana vote 38
58:15 mara vote 37
58:24 mara vote 36
58:28 ben vote 36
58:33 mara unvote 36
58:42 mara vote 39
58:47 mara note 37 Until the parcel is packed. After that it is a return.
59:20 mara resolve 37
59:42 ana resolve 36
59:58 ben reopen 36
60:10 ana note 38 Three times within an hour, then the order is cancelled.
60:41 ana resolve 38

# 5 Actors and what they see
62:00 mara step next
62:17 mara insert-row 1
62:35 mara lane 1 Who, and what they see
62:49 mara lane 4 When it goes wrong
63:02 ana add actor -c 2 -r 1 Buyer
63:29 ana add ui -c 1 -r 1 Product page
63:58 ana link 43 44
64:04 ana link 44 25
64:15 ben add actor -c 7 -r 1 Picker
64:46 ben link 45 29
64:57 ana add ui -c 3 -r 1 Checkout page
65:28 ana link 43 46
65:36 ana link 46 26
65:44 ana link 43 27
65:49 ben add actor -c 9 -r 1 Packer
66:17 ben link 47 30
66:22 mara add ui -c 5 -r 1 Payment form
66:38 mara link 48 28
66:44 ana add actor -c 6 -r 1 Accountant
67:02 ana link 49 31
67:09 ana add read-model -c 2 -r 2 Basket with its total
67:25 ana link 6 50
67:30 ana add read-model -c 4 -r 1 My orders
67:47 ben add read-model -c 8 -r 1 Shelf plan
68:04 ben add actor -c 13 -r 1 Delivery guy
68:26 ben edit 53 Carrier's driver
68:36 ben link 53 33
68:47 mara add read-model -c 14 -r 2 Where is my parcel?
69:14 mara link 5 54
69:17 mara link 1 54
69:20 mara add ui -c 15 -r 1 Return form
69:40 mara link 55 34
69:47 mara add actor -c 17 -r 1 Returns clerk
70:09 mara link 56 35
70:15 ben add read-model -c 16 -r 2 Returns to be checked
70:48 ben link 11 57

# 6 Aggregates and policies
72:00 mara step next
72:18 ana add aggregate -c 1 -r 3 Basket
72:47 ana link 25 58
72:54 ana link 58 6
73:00 ana add aggregate -c 3 -r 3 Order
73:25 ana link 26 59
73:33 ana link 59 1
73:46 mara link 27 59
73:53 mara link 59 9
73:58 ana add policy -c 4 -r 2 Whenever an order is placed, ask for payment
74:39 ana link 1 60
74:49 ana link 60 28
74:56 ana add aggregate -c 5 -r 3 Payment
75:26 ana link 28 61
75:32 ana link 61 3
75:42 mara link 61 22
75:56 mara add policy -c 4 -r 5 Whenever a paid order is cancelled, pay back
76:34 mara link 9 62
76:46 mara link 62 31
76:53 mara link 31 61
77:02 mara link 61 16
77:09 ben add aggregate -c 7 -r 3 Picking list
77:45 ben add policy -c 6 -r 2 Whenever a payment is approved, pick the goods
78:15 ben link 3 64
78:27 ben link 64 29
78:36 ben link 29 63
78:43 ben link 63 2
78:56 ben link 63 15
79:09 ben add aggregate -c 9 -r 3 Parcel
79:48 ben add policy -c 8 -r 2 Whenever all goods are picked, pack them
80:24 ben link 2 66
80:37 ben link 66 30
80:49 ben link 30 65
80:56 ben link 65 7
81:06 ben add aggregate -c 11 -r 3 Shipment
81:32 ben add policy -c 10 -r 2 Whenever a parcel is packed, book a carrier
81:49 ben link 7 68
81:55 ben link 68 32
82:03 ben link 32 67
82:11 ben link 67 10
82:22 ben link 67 23
82:36 ben add aggregate -c 13 -r 3 Delivery
83:04 ben add policy -c 12 -r 2 Whenever handed over, deliver within two days
83:44 ben link 10 70
83:58 ben link 70 33
84:11 ben link 33 69
84:20 ben link 69 5
84:27 ana add policy -c 14 -r 5 Whenever nobody is at home, try again next day
84:50 ana link 13 71
84:57 ana link 71 33
85:04 mara add aggregate -c 15 -r 3 Return
85:37 mara link 34 72
85:50 mara link 72 11
86:02 mara add aggregate -c 17 -r 3 Inspection
86:31 mara link 35 73
86:42 mara link 73 17
86:55 mara link 73 19
87:01 ana add policy -c 18 -r 2 Whenever a return is accepted, pay back
87:34 ana link 17 74
87:47 ana link 74 31

# 7 Bounded contexts
89:00 mara step next
89:08 ana context "Shop front" 44 25 58 6 50 46
89:16 ana context Ordering 26 59 1 51
89:42 ana context Payment 28 61 3 31 16 4
90:01 ben context Warehouse 29 63 2 15 30 65 7
90:34 ben context Shipping 32 67 10 18 33 69 5 13
90:57 ana context Ordering 12 27 9 60 62
91:30 ana context Payment 64 48 22
92:07 ben uncontext 22
92:16 ben rename-context Shipping Delivery
92:25 ben context Warehouse 32 67 10 18 66 68 70 52
93:02 ben context Delivery 54 71
93:34 mara context Returns 55 34 72 11 57 35 73 17 19 74
93:53 mara pivotal 10

# 8 Context map
95:00 mara step next
95:04 ana relate "Shop front" sync Ordering -l "Place order" -p conformist/published-language
95:09 ana relate Ordering sync Payment -l "Request payment" -p anticorruption-layer/open-host
95:50 ana relate Ordering sync Warehouse -l "Check stock"
96:29 ben unrelate Ordering Warehouse Check stock
96:36 ana relate Ordering async Payment -l "Order cancelled"
97:15 ben relate Payment async Warehouse -l "Payment approved" -p published-language/conformist
97:58 ben relate Warehouse async Delivery -l "Parcel handed over" -p partnership/partnership
98:21 ben relate Ordering async Delivery -l "Order placed" -p published-language/anticorruption-layer
98:33 mara relate Returns async Payment -l "Return accepted" -p published-language/anticorruption-layer

# What crosses the boundaries; Ordering and Delivery are left for the next time
98:52 ana publish 3
98:58 ben publish 10
99:21 ana payload 1 orderId: uuid; buyer: text; address: text; items: list of text; total: money
99:44 ana payload 3 paymentId: uuid; orderId: uuid; amount: money
100:01 ben payload 10 parcelId: uuid; orderId: uuid; carrier: text
100:20 ana message "Shop front" Ordering 26
100:29 ana rejection 26 The basket is empty, or an item is sold out
100:52 ana message Ordering Payment -l "Request payment" 28
101:07 ana message Payment Warehouse -t domain-event 3
101:15 ben integrate Payment Warehouse consistency eventual
101:21 ben integrate Payment Warehouse sensitive no
101:27 ben integrate Payment Warehouse autonomous yes
101:40 ben integrate Payment Warehouse compensated no
101:58 ana integrate Payment Warehouse slow outbox
102:10 ana integrate Payment Warehouse failed outbox
102:31 ben integrate Payment Warehouse disordered none-needed: one payment for an order
102:50 ben integrate Payment Warehouse twice deduplicate
103:15 ben message Warehouse Delivery -t state-snapshot 10

# What could be made of it, and what it is worth
104:05 mara add opportunity -c 10 -r 4 Pack two orders of one buyer together
104:31 ben add opportunity -c 16 -r 4 A return label to print at home
104:56 ana add value -c 17 -r 4 Money back within a day
105:10 ana vote 76
105:14 mara vote 76
105:20 ben vote 75
105:37 mara note 76 To be tried with the buyers of one town in May.
105:52 mara resolve 76
