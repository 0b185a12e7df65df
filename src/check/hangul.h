/*
 * hangul: what the ending of a Korean word tells.
 */
#ifndef CHECK_HANGUL_H
#define CHECK_HANGUL_H

#include <stdbool.h>
#include <stddef.h>

#define HANGUL_BYTES 3 /* of a syllable in UTF-8 */

/* Each takes a word of LEN bytes, Hangul syllables only (see tokens.h). */

/* Does it say that something has happened, in a form that only this has? 됨, 되었다, 했다, 하였음, any final ㅆ before
 * 다, 음 and the like (but not 있다 and 하겠다), and any noun that ㅁ has made of a verb: 받음, 지남, 비움. Nouns that
 * end in ㅁ all the same (상품, 이름) do not, and neither do states (필요함). */
bool hangul_has_tense(const char *word, size_t len);

/* The same, or by a noun for what happens to somebody: 실패, 발생, 완료, 품절. */
bool hangul_is_past(const char *word, size_t len);

/* Does it ask somebody to do it? 하기, 하라, 하세요, 하십시오. */
bool hangul_is_imperative(const char *word, size_t len);

/* Does it end as what commands are about, and no deed: 고객, 주문서, 시스템? */
bool hangul_is_thing(const char *word, size_t len);

/* Does it tell of something on a screen? 클릭, 조회, 선택, 검색, 열람, 표시. */
bool hangul_is_technical(const char *word, size_t len);

/* Is what happened nothing but 처리, 갱신, 업데이트, 수행, 진행? */
bool hangul_is_vague(const char *word, size_t len);

/* Does a name end in what comes from software: 서비스, 시스템, 모듈? */
bool hangul_is_technical_name(const char *word, size_t len);

/* Is it what says nothing about what it is of: 목록, 정보, 내역? */
bool hangul_is_collection(const char *word, size_t len);

/* Does it tell of failure or refusal? 실패, 거절, 취소, ... */
bool hangul_is_failure(const char *word, size_t len);

/* The bytes of WORD that are left when what marks a deed as done, or as to be done, is taken off
 * its end: 결제 of 결제됨, 결제하기. */
size_t hangul_stem(const char *word, size_t len);

/* Bytes left when a particle (이, 가, 은, 는, 을, 를) is taken off the end of a longer word. */
size_t hangul_noun(const char *word, size_t len);

#endif
