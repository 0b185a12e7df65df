/*
 * hangul: what the ending of a Korean word says.
 */
#ifndef CHECK_HANGUL_H
#define CHECK_HANGUL_H

#include <stdbool.h>
#include <stddef.h>

#define HANGUL_BYTES 3 /* of a syllable in UTF-8 */

/* Each function takes a word of LEN bytes, Hangul syllables only (tokens.h). */

/* Is it an unambiguous past form? True of 됨, 되었다, 했다, 하였음, of any final ㅆ before 다, 음 and the like (but
 * not 있다 and 하겠다), and of nouns that ㅁ makes of verbs: 받음, 지남, 비움. False of other nouns in ㅁ (상품, 이름)
 * and of states (필요함). */
bool hangul_has_tense(const char *word, size_t len);

/* The same, or a noun for what happens to somebody: 실패, 발생, 완료, 품절. */
bool hangul_is_past(const char *word, size_t len);

/* Is it an imperative? 하기, 하라, 하세요, 하십시오. */
bool hangul_is_imperative(const char *word, size_t len);

/* Does it name a thing rather than an action: 고객, 주문서, 시스템? */
bool hangul_is_thing(const char *word, size_t len);

/* Is it about something on a screen? 클릭, 조회, 선택, 검색, 열람, 표시. */
bool hangul_is_technical(const char *word, size_t len);

/* Is it something on a screen: 버튼을? Is it done to such things, but to others too: 열림, 눌렀다? */
bool hangul_is_screen(const char *word, size_t len);
bool hangul_is_handled(const char *word, size_t len);

/* Does it say no more than 처리, 갱신, 업데이트, 수행, 진행? */
bool hangul_is_vague(const char *word, size_t len);

/* Does a name end in a term of software: 서비스, 시스템, 모듈? */
bool hangul_is_technical_name(const char *word, size_t len);

/* Is it a name for what is left over: 공통, 기타? */
bool hangul_is_drawer(const char *word, size_t len);

/* Does it say when something applies: 입금되면, 도착할 때마다, 연체될 경우, or as the FIRST word 매일? */
bool hangul_is_condition(const char *word, size_t len, bool first);

/* Is it a word for a collection that says nothing about its contents: 목록, 정보, 내역? */
bool hangul_is_collection(const char *word, size_t len);

/* Is it about failure or refusal? 실패, 거절, 취소, ... */
bool hangul_is_failure(const char *word, size_t len);

/* The length of WORD in bytes without an ending that marks an action as done or to be done: 결제 of 결제됨,
 * 결제하기. */
size_t hangul_stem(const char *word, size_t len);

/* The length of WORD in bytes without a particle (이, 가, 은, 는, 을, 를) at its end; words of one or two syllables
 * stay whole. */
size_t hangul_noun(const char *word, size_t len);

#endif
