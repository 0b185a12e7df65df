#include "live/ration.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>

#include "base/clock.h"

/* Of the processor: so much at once, and this share of the time after it. */
#define RATION_AT_ONCE_MS 10000
#define RATION_SHARE 2

/* A rest is no longer, so that whoever rests is still heard of. */
#define RATION_REST_MS 1000

/* Memory: so much, and as much as the board file so often. A board of 25 MB takes five times as much, the largest
 * terminal 50 MB. */
#define RATION_BYTES (512LL << 20)
#define RATION_BOARD 16

/* Behind the host's own processes by so much. */
#define RATION_NICE 5

/* The sanitizers reserve far more than they use. */
#if defined(__SANITIZE_ADDRESS__)
#define RATION_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define RATION_SANITIZED 1
#endif
#endif
#ifndef RATION_SANITIZED
#define RATION_SANITIZED 0
#endif

static int64_t ration_used_ms(void)
{
	struct timespec used;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
	return (int64_t)used.tv_sec * 1000 + used.tv_nsec / 1000000;
}

static void ration_limit(int resource, int64_t most)
{
	struct rlimit limit;

	if (getrlimit(resource, &limit) || limit.rlim_cur <= (rlim_t)most)
		return;
	limit.rlim_cur = limit.rlim_max = (rlim_t)most;
	setrlimit(resource, &limit); /* if that fails it goes without */
}

void ration_begin(struct ration *ration, const char *board)
{
	struct stat status;
	int64_t size = stat(board, &status) ? 0 : (int64_t)status.st_size;

	*ration = (struct ration){RATION_AT_ONCE_MS, ration_used_ms(), clock_span_ms()};
	setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + RATION_NICE);
	ration_limit(RLIMIT_CORE, 0);
	if (!RATION_SANITIZED)
		ration_limit(RLIMIT_DATA, RATION_BYTES + RATION_BOARD * size);
}

int ration_count(struct ration *ration, int64_t used_ms, int64_t now_ms)
{
	int64_t rest;

	ration->left_ms += (now_ms - ration->since_ms) / RATION_SHARE - (used_ms - ration->used_ms);
	if (ration->left_ms > RATION_AT_ONCE_MS)
		ration->left_ms = RATION_AT_ONCE_MS;
	ration->used_ms = used_ms;
	ration->since_ms += (now_ms - ration->since_ms) / RATION_SHARE * RATION_SHARE;
	rest = ration->left_ms < 0 ? -ration->left_ms * RATION_SHARE : 0;
	return (int)(rest < RATION_REST_MS ? rest : RATION_REST_MS);
}

int ration_rest_ms(struct ration *ration)
{
	return ration_count(ration, ration_used_ms(), clock_span_ms());
}
