// Lua patterns, matched in a bounded number of steps.
#ifndef BRINK_MATCH_H
#define BRINK_MATCH_H

#include "vm.h"

enum { BRINK_CAPTURES_MAX = 32 };
enum { BRINK_CAPTURE_OPEN = -1, BRINK_CAPTURE_POSITION = -2 };

typedef struct {
    lua_State *L;
    const char *subject, *subject_end;
    const char *pattern_end;
    uint64_t steps_left;  // of the whole call, beyond those of the running slice
    int slice_left;       // steps until the next look at the stop flag
    int depth_left;
    int level;  // captures, finished or not
    struct {
        const char *start;
        ptrdiff_t count;  // or one of BRINK_CAPTURE_*
    } captures[BRINK_CAPTURES_MAX];
} brink_match;

// `pattern` without its anchor.
void brink_match_open(brink_match *match, lua_State *L, const char *subject, size_t count, const char *pattern,
                      size_t pattern_count);
// Charges what the last slice took.
void brink_match_close_raises(brink_match *match);
// The end of the match that starts at `at`, or NULL.
const char *brink_match_at_raises(brink_match *match, const char *at, const char *pattern);
// Pushes capture `index`, or the whole match where there are none.
void brink_match_push_capture_raises(brink_match *match, int index, const char *start, const char *end);
// Pushes all; the whole match where there are none and `whole`. Their number.
int brink_match_push_captures_raises(brink_match *match, const char *start, const char *end, bool whole);

#endif
