/*
 * vec: a growing array of elements of one size.
 *
 * Elements lie side by side in `items`; pointers to them are valid until the next push.
 *
 * vec_get(), vec_add() and vec_end() take the type of the elements and give the element itself, which can be read,
 * assigned to, or have its address taken, without a cast. A type whose size is not that of the elements is a BUG:
 *
 *	vec_add(&ids, int64_t) = sticky->id;
 *	struct place place = vec_get(&places, struct place, i);
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stdbool.h>
#include <stddef.h>

struct vec {
	void *items;     /* the elements, or NULL */
	size_t count;    /* how many are in use */
	size_t capacity; /* how many fit before growing */
	size_t size;     /* bytes of one element */
};

#define VEC_INIT(type)               \
	{                            \
		.size = sizeof(type) \
	}

void vec_init(struct vec *vec, size_t element_size);
void vec_release(struct vec *vec);

/* Releases a vector of char * and frees these. */
void vec_release_strings(struct vec *vec);

/* Appends a cleared element and returns it. */
void *vec_push(struct vec *vec);

/* Element AT, counted from 0; out of range is a BUG. */
void *vec_at(const struct vec *vec, size_t at);

/* The last element, or NULL if there is none. */
void *vec_last(const struct vec *vec);

/* As an element of TYPE: element AT; the last one, of a vector that is not empty; a cleared one, appended. */
#define vec_get(vec, type, at) (*(type *)vec_typed_at((vec), (at), sizeof(type)))
#define vec_end(vec, type) (*(type *)vec_typed_last((vec), sizeof(type)))
#define vec_add(vec, type) (*(type *)vec_typed_push((vec), sizeof(type)))

/* Is VALUE, a number or a pointer of TYPE, among the elements? */
#define vec_holds(vec, type, value) vec_typed_holds((vec), &(type){value}, sizeof(type))

/* For the macros above: like the functions without `typed`, but a BUG unless elements have SIZE bytes. */
void *vec_typed_at(const struct vec *vec, size_t at, size_t size);
void *vec_typed_last(const struct vec *vec, size_t size);
void *vec_typed_push(struct vec *vec, size_t size);
bool vec_typed_holds(const struct vec *vec, const void *value, size_t size);

/* Removes element AT; the others keep their order. */
void vec_remove(struct vec *vec, size_t at);

/* Removes all elements but keeps the memory. */
void vec_reset(struct vec *vec);

#endif
