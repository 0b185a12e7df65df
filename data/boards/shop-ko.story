# 쇼핑몰의 주문이 고객의 문 앞까지 갔다가 반품되기까지를 다룬 100분짜리 워크숍.
# 미라가 진행한다. 지훈은 주문과 결제를, 서연은 창고와 배송을 맡고 있다.
# 한 줄에 하나씩: 시작 후 지난 시간(분:초), 이름, 보드 명령.

# 1 도메인 이벤트: 먼저 각자 조용히, 그다음 다 함께 순서대로
00:00 미라 title 동네 쇼핑몰: 주문에서 문 앞까지
00:22 지훈 add event -c 1 -r 1 주문이 접수되었다
01:12 서연 add event -c 4 -r 1 피킹이 완료되었다
02:16 지훈 add event -c 2 -r 1 결제 처리됨
03:01 미라 add event -c 2 -r 3 카드 오류
03:49 서연 add event -c 5 -r 1 배송이 완료되었다
04:39 지훈 add event -c 1 -r 2 장바구니에 상품이 담겼다
05:14 서연 add event -c 6 -r 1 포장이 완료되었다
06:01 미라 add event -c 1 -r 3 주문이 들어왔다
06:54 지훈 add event -c 3 -r 1 주문이 취소되었다
07:52 서연 add event -c 7 -r 1 택배사가 집하했다
08:23 미라 add event -c 9 -r 1 반품이 신청되었다
09:02 지훈 add event -c 2 -r 2 상품이 품절되었다
09:33 서연 add event -c 5 -r 2 고객이 부재중이었다
10:32 미라 add event -c 9 -r 2 주문서 화면 열림
11:27 서연 add event -c 4 -r 2 선반에 상품이 없었다
11:56 지훈 add event -c 3 -r 2 결제 금액이 환불되었다
13:02 미라 add event -c 10 -r 1 반품이 승인되었다
14:08 서연 add event -c 8 -r 1 집하가 누락되었다
15:01 미라 add event -c 10 -r 2 반품이 거절되었다
15:53 서연 add event -c 8 -r 2 상품이 발송되었다
16:26 미라 insert-column 1
16:36 지훈 move 6 1 1
17:00 지훈 delete 8
17:19 미라 delete 14
17:42 지훈 edit 3 결제가 승인되었다
18:07 미라 edit 4 결제가 거절되었다
18:25 지훈 move 12 1 2
18:48 지훈 move 9 2 2
19:11 미라 move 4 3 2
19:41 지훈 move 16 9 3
20:05 지훈 undo
20:14 지훈 move 16 3 3
20:37 미라 delete-column 4
21:04 서연 delete 10
21:34 서연 undo
21:41 서연 delete 20
22:25 서연 move 18 7 2
22:59 서연 move 5 8 1
23:29 서연 move 13 8 2
23:57 미라 delete-column 5
24:17 미라 pivotal 1
24:35 지훈 pivotal 3
24:54 서연 pivotal 7
25:09 미라 pivotal 5
25:38 서연 unpivotal 7

# 2 외부 시스템
27:00 미라 step next
27:50 지훈 insert-column 1
28:08 지훈 add external-system -c 1 -r 2 재고 관리 ERP
29:30 지훈 link 21 12
29:55 지훈 insert-column 4
30:06 지훈 add external-system -c 4 -r 2 PG사
30:50 지훈 link 22 4
31:17 미라 link 22 3
31:36 서연 insert-column 8
32:03 서연 add external-system -c 8 -r 2 택배 예약 시스템
32:57 서연 link 23 18
33:09 서연 insert-column 10
33:31 서연 add external-system -c 10 -r 2 택배 위치 조회
34:44 서연 link 24 13

# 3 커맨드
36:00 미라 step next
36:21 미라 insert-row 1
36:42 지훈 insert-column 3
37:05 지훈 add command -c 1 -r 1 장바구니에 담기
38:06 지훈 add command -c 3 -r 1 주문하기
38:39 미라 add event -c 3 -r 3 주문 취소하기
39:18 미라 kind 27 command
39:34 지훈 add command -c 5 -r 1 결제 요청하기
40:05 서연 insert-column 7
40:26 서연 add command -c 7 -r 1 피킹하기
41:02 서연 insert-column 9
41:19 서연 add command -c 9 -r 1 포장하기
42:07 지훈 add command -c 5 -r 4 환불하기
42:43 서연 add command -c 11 -r 1 택배 접수하기
43:43 서연 add command -c 13 -r 1 배송하기
44:17 미라 insert-column 15
44:35 미라 add command -c 15 -r 1 반품 신청하기
45:09 미라 insert-column 16
45:24 미라 undo
45:30 미라 insert-column 17
45:44 서연 add command -c 17 -r 1 반품 상품 검수하기
46:53 미라 phase 1 주문
47:25 미라 phase 5 결제
47:45 미라 phase 7 출고
48:18 미라 phase 13 배송
48:37 미라 phase 15 반품

# 4 핫스폿
50:00 미라 step next
50:22 지훈 add hotspot -c 2 -r 4 장바구니에 담으면 재고도 잡아 두나?
51:31 서연 add hotspot -c 3 -r 4 주문 취소는 언제까지 되나?
52:12 지훈 add hotspot -c 7 -r 3 결제 재시도는 몇 번까지?
53:39 서연 add hotspot -c 8 -r 4 부분 출고해도 되나?
54:25 미라 add hotspot -c 12 -r 4 분실되면 누가 보상하나?
55:14 서연 add hotspot -c 13 -r 4 문 앞에 두고 가도 되나?
56:29 지훈 add hotspot -c 15 -r 3 반품 배송비는 누가 내나?
57:22 지훈 vote 37
57:27 서연 vote 37
57:31 서연 vote 39
57:36 지훈 vote 38
57:43 미라 vote 37
57:48 미라 vote 36
57:55 서연 vote 36
58:01 미라 unvote 36
58:13 미라 vote 39
58:23 미라 note 37 포장 전까지만 취소할 수 있고, 그 뒤에는 반품으로 받는다.
58:57 미라 resolve 37
59:20 지훈 resolve 36
59:49 서연 reopen 36
60:05 지훈 note 38 한 시간 안에 세 번까지. 그래도 안 되면 주문을 취소한다.
60:30 지훈 resolve 38

# 5 액터와 화면
62:00 미라 step next
62:20 미라 insert-row 1
62:29 미라 lane 1 사람과 화면
62:38 미라 lane 4 예외 상황
62:53 지훈 add actor -c 2 -r 1 구매자
63:26 지훈 add ui -c 1 -r 1 상품 상세 화면
63:43 지훈 link 43 44
63:54 지훈 link 44 25
64:05 서연 add actor -c 7 -r 1 피킹 담당자
64:31 서연 link 45 29
64:39 지훈 add ui -c 3 -r 1 주문서 화면
64:54 지훈 link 43 46
64:59 지훈 link 46 26
65:10 지훈 link 43 27
65:17 서연 add actor -c 9 -r 1 포장 담당자
65:45 서연 link 47 30
65:51 미라 add ui -c 5 -r 1 결제 화면
66:22 미라 link 48 28
66:30 지훈 add actor -c 6 -r 1 정산 담당자
66:50 지훈 link 49 31
66:56 지훈 add read-model -c 2 -r 2 장바구니 내역
67:24 지훈 link 6 50
67:29 지훈 add read-model -c 4 -r 1 내 주문 목록
67:48 서연 add read-model -c 8 -r 1 선반별 재고 현황
68:13 서연 add actor -c 13 -r 1 기사님
68:44 서연 edit 53 택배 기사
69:02 서연 link 53 33
69:08 미라 add read-model -c 14 -r 2 배송 현황
69:41 미라 link 5 54
69:46 미라 link 1 54
69:47 미라 add ui -c 15 -r 1 반품 신청 화면
70:01 미라 link 55 34
70:07 미라 add actor -c 17 -r 1 반품 검수 담당자
70:30 미라 link 56 35
70:35 서연 add read-model -c 16 -r 2 검수 대기 목록
70:52 서연 link 11 57

# 6 애그리거트와 정책
72:00 미라 step next
72:20 지훈 add aggregate -c 1 -r 3 장바구니
72:39 지훈 link 25 58
72:48 지훈 link 58 6
73:00 지훈 add aggregate -c 3 -r 3 주문
73:40 지훈 link 26 59
73:51 지훈 link 59 1
74:02 미라 link 27 59
74:12 미라 link 59 9
74:19 지훈 add policy -c 4 -r 2 주문이 접수되면 결제를 요청한다
74:36 지훈 link 1 60
74:42 지훈 link 60 28
74:55 지훈 add aggregate -c 5 -r 3 결제
75:28 지훈 link 28 61
75:41 지훈 link 61 3
75:47 미라 link 61 22
75:57 미라 add policy -c 4 -r 5 결제한 주문이 취소되면 환불한다
76:25 미라 link 9 62
76:37 미라 link 62 31
76:45 미라 link 31 61
76:58 미라 link 61 16
77:04 서연 add aggregate -c 7 -r 3 피킹 지시서
77:34 서연 add policy -c 6 -r 2 결제가 승인되면 피킹을 지시한다
78:08 서연 link 3 64
78:21 서연 link 64 29
78:32 서연 link 29 63
78:44 서연 link 63 2
78:55 서연 link 63 15
79:08 서연 add aggregate -c 9 -r 3 출고 상자
79:33 서연 add policy -c 8 -r 2 피킹이 끝나면 바로 포장한다
80:06 서연 link 2 66
80:19 서연 link 66 30
80:31 서연 link 30 65
80:40 서연 link 65 7
80:52 서연 add aggregate -c 11 -r 3 운송장
81:30 서연 add policy -c 10 -r 2 포장이 끝나면 택배를 접수한다
82:00 서연 link 7 68
82:10 서연 link 68 32
82:19 서연 link 32 67
82:29 서연 link 67 10
82:39 서연 link 67 23
82:45 서연 add aggregate -c 13 -r 3 배송
83:17 서연 add policy -c 12 -r 2 집하되면 이틀 안에 배송한다
83:58 서연 link 10 70
84:10 서연 link 70 33
84:22 서연 link 33 69
84:30 서연 link 69 5
84:42 지훈 add policy -c 14 -r 5 부재중이면 다음 날 다시 배송한다
85:12 지훈 link 13 71
85:21 지훈 link 71 33
85:34 미라 add aggregate -c 15 -r 3 반품
85:52 미라 link 34 72
86:03 미라 link 72 11
86:09 미라 add aggregate -c 17 -r 3 검수
86:40 미라 link 35 73
86:49 미라 link 73 17
86:57 미라 link 73 19
87:08 지훈 add policy -c 18 -r 2 반품이 승인되면 환불한다
87:36 지훈 link 17 74
87:47 지훈 link 74 31

# 7 바운디드 컨텍스트
89:00 미라 step next
89:06 지훈 context "상점 화면" 44 25 58 6 50 46
89:11 지훈 context 주문 26 59 1 51
89:28 지훈 context 결제 28 61 3 31 16 4
89:53 서연 context 창고 29 63 2 15 30 65 7
90:27 서연 context 택배 32 67 10 18 33 69 5 13
90:49 지훈 context 주문 12 27 9 60 62
91:10 지훈 context 결제 64 48 22
91:50 서연 uncontext 22
92:02 서연 rename-context 택배 배송
92:13 서연 context 창고 32 67 10 18 66 68 70 52
92:52 서연 context 배송 54 71
93:18 미라 context 반품 55 34 72 11 57 35 73 17 19 74
93:51 미라 pivotal 10

# 8 컨텍스트 맵
95:00 미라 step next
95:06 지훈 relate "상점 화면" sync 주문 -l "주문하기" -p conformist/published-language
95:14 지훈 relate 주문 sync 결제 -l "결제 요청" -p anticorruption-layer/open-host
95:57 지훈 relate 주문 sync 창고 -l "재고 확인"
96:44 서연 unrelate 주문 창고 재고 확인
96:59 지훈 relate 주문 async 결제 -l "주문 취소됨"
97:30 서연 relate 결제 async 창고 -l "결제 승인됨" -p published-language/conformist
98:07 서연 relate 창고 async 배송 -l 집하됨 -p partnership/partnership
98:25 서연 relate 주문 async 배송 -l "주문이 접수되었다" -p published-language/anticorruption-layer
98:36 미라 relate 반품 async 결제 -l "반품 승인됨" -p published-language/anticorruption-layer

# 경계를 건너는 것; 주문과 배송 사이는 다음 시간으로 남긴다
98:55 지훈 publish 3
99:02 서연 publish 10
99:24 지훈 payload 1 주문번호: uuid; 구매자: text; 주소: text; 품목: list of text; 합계: money
99:49 지훈 payload 3 결제번호: uuid; 주문번호: uuid; 금액: money
100:08 서연 payload 10 송장번호: uuid; 주문번호: uuid; 택배사: text
100:27 지훈 message "상점 화면" 주문 26
100:38 지훈 rejection 26 장바구니가 비었거나 품절된 상품이 있습니다
100:55 지훈 message 주문 결제 -l "결제 요청" 28
101:12 지훈 message 결제 창고 -t domain-event 3
101:20 서연 integrate 결제 창고 consistency eventual
101:27 서연 integrate 결제 창고 sensitive no
101:34 서연 integrate 결제 창고 autonomous yes
101:46 서연 integrate 결제 창고 compensated no
102:03 지훈 integrate 결제 창고 slow outbox
102:14 지훈 integrate 결제 창고 failed outbox
102:37 서연 integrate 결제 창고 disordered "none-needed: 주문 하나에 결제 하나"
102:55 서연 integrate 결제 창고 twice deduplicate
103:21 서연 message 창고 배송 -t state-snapshot 10

# 무엇을 더 할 수 있고 무엇이 좋아지나
104:08 미라 add opportunity -c 10 -r 4 같은 사람의 주문 두 건을 함께 포장
104:33 서연 add opportunity -c 16 -r 4 반품 송장을 집에서 출력
104:57 지훈 add value -c 17 -r 4 하루 안에 환불
105:12 지훈 vote 76
105:16 미라 vote 76
105:21 서연 vote 75
105:38 미라 note 76 5월에 한 도시의 구매자와 먼저 해 본다.
105:53 미라 resolve 76
