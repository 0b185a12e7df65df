#!/bin/sh
# charset-normalizer takes Korean in CP949 for Chinese, and is wholly sure of it.
#
# Guess: a table of Korean as Excel saves it is found out, or the doubt is told; it says of itself that it
# finds more than chardet does.
# Seen: charset-normalizer 3.0.1 says Big5, confidence 1.0, of a sentence of everyday Korean, and of a
# table whose kinds are in English, and gives Chinese signs for it; of a table all in Korean it says cp949.
# chardet 5.1.0 says EUC-KR, 0.99, of all.
# Hurts: imports that take its best guess: the texts are other texts, without an error. Ask the person.
. "$(dirname "$0")/lib.sh"
debian_packages python3-charset-normalizer=3.0.1-2 python3-chardet=5.1.0+dfsg-2

cat >try.py <<'END'
import chardet, charset_normalizer
for text in ('주문이 접수되었다', 'id,kind,text\n1,event,결제가 승인되었다\n2,event,상품이 배송되었다\n3,command,주문 취소하기\n',
	'종류,텍스트\n사건,결제가 승인되었다\n사건,상품이 배송되었다\n명령,주문 취소하기\n'):
	data = text.encode('cp949')
	for library in (charset_normalizer, chardet):
		found = library.detect(data)
		print(library.__name__, found['encoding'], round(found['confidence'], 2), data.decode(found['encoding']).strip().split('\n')[-1][:16])
END
seen=$(debian_python try.py 2>&1)
verdict 'charset-normalizer 3.0.1 says Big5, with confidence 1, of Korean in CP949' \
	'charset_normalizer Big5 1.0 輿僥檜 蕾熱腎歷棻
chardet EUC-KR 0.99 주문이 접수되었다
charset_normalizer big5hkscs 1.0 3,command,輿僥 鏃模ビ
chardet EUC-KR 0.99 3,command,주문 취소하
charset_normalizer CP949 1.0 명령,주문 취소하기
chardet EUC-KR 0.99 명령,주문 취소하기' "$seen"
