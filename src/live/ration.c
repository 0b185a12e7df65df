#include "live/ration.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>

#include "base/clock.h"

/* Processor time that may be used at once; after that, one part in RATION_SHARE of the time. */
#define RATION_AT_ONCE_MS 10000
#define RATION_SHARE 2

/* The longest rest at a time. */
#define RATION_REST_MS 1000

/* Memory: RATION_BYTES and RATION_BOARD times the size of the board file. A board of 25 MB takes five times its size,
 * the largest terminal 50 MB. */
#define RATION_BYTES (512LL << 20)
#define RATION_BOARD 16

/* How much lower than the host's the priority is. */
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
	setrlimit(resource, &limit); /* if that fails, there is no limit */
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
