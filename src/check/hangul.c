#include "check/hangul.h"

#include <stdint.h>
#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"

#define HANGUL_FIRST 0xac00        /* 가 */
#define HANGUL_FINALS 28           /* a syllable's number modulo this is its final consonant */
#define HANGUL_FINAL_LIEULMIEUM 10 /* ㄻ */
#define HANGUL_FINAL_MIEUM 16      /* ㅁ */
#define HANGUL_FINAL_SSANGSIOS 20  /* ㅆ */

static bool hangul_ends(const char *word, size_t len, const char *ending)
{
	size_t size = strlen(ending);

	return len >= size && !memcmp(word + len - size, ending, size);
}

static bool hangul_ends_in(const char *word, size_t len, const char *const *endings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (hangul_ends(word, len, endings[i]))
			return true;
	return false;
}

static bool hangul_is_one(const char *word, size_t len, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(words[i]) == len && !memcmp(words[i], word, len))
			return true;
	return false;
}

static bool hangul_holds_one(const char *word, size_t len, const char *const *parts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (memmem(word, len, parts[i], strlen(parts[i])))
			return true;
	return false;
}

/* Has the syllable at WORD the final ㅆ of the past tense? 있 is "to be there", 겠 the future. */
static bool hangul_is_past_syllable(const char *word)
{
	int32_t code = 0;

	if (!memcmp(word, "있", HANGUL_BYTES) || !memcmp(word, "겠", HANGUL_BYTES))
		return false;
	utf8_decode(word, HANGUL_BYTES, &code);
	return (code - HANGUL_FIRST) % HANGUL_FINALS == HANGUL_FINAL_SSANGSIOS;
}

/* 주문했다, 결제되었음, 보냈습니다: a past syllable followed by an ending. */
static bool hangul_has_past_tense(const char *word, size_t len)
{
	static const char *const endings[] = {"다", "음", "습", "어", "네", "지", "던"};

	for (size_t at = 0; at + 2 * HANGUL_BYTES <= len; at += HANGUL_BYTES)
		if (hangul_is_past_syllable(word + at))
			for (size_t i = 0; i < ARRAY_SIZE(endings); i++)
				if (!memcmp(word + at + HANGUL_BYTES, endings[i], HANGUL_BYTES))
					return true;
	return false;
}

/* Nouns that end like a past form: boxes, cards, inclusion and the like. */
/* clang-format off */
static const char *const hangul_nouns[] = {
	"명함", "포함", "보관함", "우편함", "사물함", "편지함", "메일함", "수신함", "발신함",
	"저장함", "투표함",
};
/* clang-format on */

/* Syllables with the final ㅁ that end Korean nouns and loan words, but hardly any verb: 상품, 요금, 시점.
 */
static const char *const hangul_noun_syllables[] = {"품", "금", "점", "담", "검", "템", "팀", "램", "럼", "폼", "홈",
	"룸", "범", "섬", "심", "람", "엠", "컴", "염", "암", "탐", "참", "잠", "밤", "몸", "숨", "엄", "삼", "님",
	"렴", "험", "겸", "념", "땀", "맘", "좀", "캠", "톰", "봄", "팸", "햄", "륨", "늄", "슘"};

/* Nouns that end like verbs. */
/* clang-format off */
static const char *const hangul_noun_words[] = {
	"이름", "구름", "여름", "기름", "흐름", "주름", "필름", "알림", "그림", "산림", "농림", "드림", "크림", "스트림",
	"모임", "게임", "책임", "타임", "프라임", "프레임", "선임", "해임", "취임", "부임", "위임", "담임", "주임", "지침",
	"방침", "기침", "아침", "마음", "처음", "다음", "모음", "웃음", "걸음", "믿음", "얼음", "마감", "차감", "증감",
	"삭감", "경감", "절감", "가감", "체감", "반감", "공감", "호감", "동감", "영감", "예감", "독감", "일감", "신뢰감",
	"강남", "장남", "미남", "느낌", "도움", "싸움", "움직임", "새로움", "어려움", "즐거움", "두려움", "아름다움",
	"기쁨", "슬픔", "아픔", "배고픔", "바쁨", "나쁨", "높음", "낮음", "많음", "적음", "없음", "있음", "같음", "다름",
};
/* clang-format on */

/* States, not events: 필요함. */
static const char *const hangul_states[] = {"필요", "가능", "중요", "충분", "유효", "적합", "동일", "편리", "안전",
	"유용", "적절", "필수", "정상", "동등", "무료"};

/* What happens to somebody and cannot be ordered, so it needs no tense. */
static const char *const hangul_outcomes[] = {"실패", "성공", "발생", "만료", "완료", "품절", "소진", "초과", "누락",
	"지연", "탈락", "불발", "부재", "도착", "고장", "분실", "파손", "미달", "당첨", "부족", "연체", "미납"};

/* Endings that mark an action as done or to be done; the longer first if one ends in another. */
/* clang-format off */
static const char *const hangul_marks[] = {
	"되었습니다", "하였습니다", "됐습니다", "했습니다", "하십시오", "해주세요", "되었다",
	"되었음", "하였다", "하였음", "하세요", "하시오", "됐다", "됐음", "했다", "했음",
	"한다", "하다", "하기", "하라", "해라", "완료", "됨", "됌", "함",
};
/* clang-format on */

/* Is WORD, in 함 or 됨, a state? */
static bool hangul_is_state(const char *word, size_t len)
{
	return (hangul_ends(word, len, "함") || hangul_ends(word, len, "됨")) &&
	       hangul_ends_in(word, len - HANGUL_BYTES, hangul_states, ARRAY_SIZE(hangul_states));
}

/* 지남, 씀, 비움, 오름: a noun made of a verb by ㅁ. */
static bool hangul_is_deed(const char *word, size_t len)
{
	int32_t code = 0;

	if (len < HANGUL_BYTES || hangul_ends_in(word, len, hangul_nouns, ARRAY_SIZE(hangul_nouns)) ||
		hangul_ends_in(word, len, hangul_noun_words, ARRAY_SIZE(hangul_noun_words)) ||
		hangul_ends_in(word, len, hangul_noun_syllables, ARRAY_SIZE(hangul_noun_syllables)))
		return false;
	utf8_decode(word + len - HANGUL_BYTES, HANGUL_BYTES, &code);
	if ((code - HANGUL_FIRST) % HANGUL_FINALS == HANGUL_FINAL_LIEULMIEUM)
		return true; /* 만듦 */
	return (code - HANGUL_FIRST) % HANGUL_FINALS == HANGUL_FINAL_MIEUM && !hangul_is_state(word, len);
}

bool hangul_has_tense(const char *word, size_t len)
{
	return hangul_is_deed(word, len) || hangul_has_past_tense(word, len);
}

bool hangul_is_past(const char *word, size_t len)
{
	return hangul_has_tense(word, len) || hangul_ends_in(word, len, hangul_outcomes, ARRAY_SIZE(hangul_outcomes));
}

bool hangul_is_imperative(const char *word, size_t len)
{
	/* clang-format off */
	static const char *const endings[] = {
		"하기", "하라", "해라", "하세요", "하시오", "하십시오", "주세요", "보내기",
		"받기", "넣기",
	};
	/* clang-format on */

	return hangul_ends_in(word, len, endings, ARRAY_SIZE(endings));
}

bool hangul_is_thing(const char *word, size_t len)
{
	/* clang-format off */
	static const char *const endings[] = {
		"고객", "회원", "손님", "구매자", "판매자", "관리자", "사용자", "담당자", "신청자", "예약자", "소비자",
		"직원", "기사", "환자", "학생", "문서", "신청서", "견적서", "계약서", "요청서", "명세서", "보고서", "주문서",
		"영수증", "시스템", "서비스", "서버", "화면", "페이지", "목록", "정보", "내역", "테이블", "창구", "버튼",
		"양식", "은행", "매장", "가게", "창고", "상품", "제품", "장바구니", "카드", "쿠폰", "번호", "상태", "등급",
		"이력",
		/* people, papers, bodies and the like, by their last syllables */
		"간호사", "설계사", "변호사", "회계사", "상담사", "조종사", "기술자", "작업자", "운전자", "가입자", "보호자", "책임자",
		"신고서", "확인서", "증명서", "동의서", "통보서", "고지서", "서류", "증권", "장부", "기록부", "출석부", "대장",
		"성적표", "순위표", "시간표", "계획표", "가격표", "일정표", "시간대", "컨테이너", "트럭", "차량", "선박",
		"팀", "부서", "위원회",
	};
	/* clang-format on */

	return hangul_ends_in(word, len, endings, ARRAY_SIZE(endings));
}

bool hangul_is_technical(const char *word, size_t len)
{
	/* clang-format off */
	static const char *const parts[] = {
		"클릭", "조회", "선택", "검색", "열람", "표시",
	};
	/* clang-format on */

	return hangul_holds_one(word, len, parts, ARRAY_SIZE(parts));
}

bool hangul_is_screen(const char *word, size_t len)
{
	static const char *const nouns[] = {"화면", "버튼", "페이지", "팝업", "메뉴", "탭", "링크", "대화상자"};

	return hangul_ends_in(word, hangul_noun(word, len), nouns, ARRAY_SIZE(nouns));
}

bool hangul_is_handled(const char *word, size_t len)
{
	static const char *const deeds[] = {
		"열림", "열렸", "열었", "닫힘", "닫혔", "닫았", "누름", "눌림", "눌렀", "눌렸"};

	return hangul_holds_one(word, len, deeds, ARRAY_SIZE(deeds));
}

bool hangul_is_vague(const char *word, size_t len)
{
	static const char *const deeds[] = {"처리", "갱신", "업데이트", "수행", "진행"};

	return hangul_ends_in(word, hangul_stem(word, len), deeds, ARRAY_SIZE(deeds));
}

bool hangul_is_technical_name(const char *word, size_t len)
{
	static const char *const endings[] = {"서비스", "시스템", "모듈", "데이터", "컨텍스트", "데이터베이스",
		"백엔드", "프론트엔드", "컴포넌트", "애플리케이션"};
	static const char *const served[] = {"고객서비스", "셀프서비스"};

	return hangul_ends_in(word, len, endings, ARRAY_SIZE(endings)) &&
	       !hangul_ends_in(word, len, served, ARRAY_SIZE(served));
}

bool hangul_is_drawer(const char *word, size_t len)
{
	/* clang-format off */
	static const char *const words[] = {"공통", "공유", "공용", "기타", "나머지", "유틸", "유틸리티", "핵심", "일반", "메인",
		"이것저것", "미정", "새", "새로운", "기본", "그", "외", "및"};
	/* clang-format on */

	return hangul_is_one(word, len, words, ARRAY_SIZE(words));
}

/* Nouns that end like a condition. */
static const char *const hangul_no_conditions[] = {
	"화면", "장면", "도면", "서면", "대면", "측면", "표면", "평면", "국면", "방면", "정면", "전면", "후면"};

bool hangul_is_condition(const char *word, size_t len, bool first)
{
	static const char *const endings[] = {"면", "때", "때마다", "때는", "때에", "경우", "경우에", "경우에는",
		"마다", "시점에", "즉시", "직후", "이후", "전에", "후에", "이상", "이하", "초과", "미만", "거든"};
	static const char *const words[] = {"시", "후", "뒤", "뒤에", "전"};
	static const char *const times[] = {"매일", "매주", "매월", "매달", "매년", "매시간", "항상", "언제나"};

	if (hangul_ends_in(word, len, hangul_no_conditions, ARRAY_SIZE(hangul_no_conditions)))
		return false;
	if (first ? hangul_is_one(word, len, times, ARRAY_SIZE(times))
		  : hangul_is_one(word, len, words, ARRAY_SIZE(words)))
		return true;
	return len > HANGUL_BYTES ? hangul_ends_in(word, len, endings, ARRAY_SIZE(endings))
				  : hangul_ends(word, len, "때");
}

bool hangul_is_collection(const char *word, size_t len)
{
	/* clang-format off */
	static const char *const words[] = {"목록", "정보", "내역", "기록", "관리", "번호", "상태",
		"항목", "데이터", "서비스", "시스템", "이력", "유형"};
	/* clang-format on */

	return hangul_is_one(word, len, words, ARRAY_SIZE(words));
}

bool hangul_is_failure(const char *word, size_t len)
{
	static const char *const parts[] = {
		"실패",
		"거절",
		"거부",
		"취소",
		"반려",
		"만료",
		"불가",
		"중단",
		"분실",
		"초과",
		"오류",
		"탈락",
		"미납",
		"연체",
		"환불",
		"해지",
		"파손",
		"부족",
	};

	return hangul_holds_one(word, len, parts, ARRAY_SIZE(parts));
}

size_t hangul_stem(const char *word, size_t len)
{
	for (size_t i = 0; i < ARRAY_SIZE(hangul_marks); i++)
		if (hangul_ends(word, len, hangul_marks[i]))
			return len - strlen(hangul_marks[i]);
	return len;
}

size_t hangul_noun(const char *word, size_t len)
{
	static const char *const particles[] = {"이", "가", "은", "는", "을", "를"};

	if (len > 2 * HANGUL_BYTES && hangul_ends_in(word, len, particles, ARRAY_SIZE(particles)))
		return len - HANGUL_BYTES;
	return len;
}
