// The matcher of Lua patterns. Backtracking as in Lua, but each step is counted and a stop is seen within it.
#include "match.h"

#include <ctype.h>
#include <string.h>

void brink_match_open(brink_match *match, lua_State *L, const char *subject, size_t count, const char *pattern,
                      size_t pattern_count) {
    match->L = L;
    match->subject = subject;
    match->subject_end = subject + count;
    match->pattern_end = pattern + pattern_count;
    match->slice_left = BRINK_LIMIT_PATTERN_SLICE;
    match->steps_left = BRINK_LIMIT_PATTERN_STEPS + BRINK_LIMIT_PATTERN_STEPS_BYTE * count;
    match->depth_left = BRINK_LIMIT_PATTERN_DEPTH;
    match->level = 0;
}

static void brink_slice_raises(brink_match *match) {
    uint64_t used = (uint64_t)(BRINK_LIMIT_PATTERN_SLICE - match->slice_left);
    match->slice_left = BRINK_LIMIT_PATTERN_SLICE;
    brink_spend_raises(match->L, used);
    if (match->steps_left < used) luaL_error(match->L, "pattern takes too many steps");
    match->steps_left -= used;
}

static inline void brink_step_raises(brink_match *match, int steps) {
    match->slice_left -= steps;
    if (match->slice_left <= 0) brink_slice_raises(match);
}

// The steps that a comparison of so many bytes counts for.
static int brink_many(ptrdiff_t bytes) { return bytes < (1 << 24) ? (int)(bytes / 16) + 1 : 1 << 20; }

// The byte after a single-character item: a byte, %x, or a set.
static const char *brink_item_end_raises(brink_match *match, const char *item) {
    if (item == match->pattern_end) luaL_error(match->L, "malformed pattern");
    char first = *item++;
    if (first == '%') {
        if (item == match->pattern_end) luaL_error(match->L, "malformed pattern (ends with '%%')");
        return item + 1;
    }
    if (first != '[') return item;
    if (item < match->pattern_end && *item == '^') item++;
    do {  // a ']' right at the start stands for itself
        if (item == match->pattern_end) luaL_error(match->L, "malformed pattern (missing ']')");
        if (*item++ == '%') {
            if (item == match->pattern_end) luaL_error(match->L, "malformed pattern (missing ']')");
            item++;
        }
    } while (item == match->pattern_end || *item != ']');
    return item + 1;
}

static bool brink_in_class(int byte, int class) {
    bool inside;
    switch (tolower(class)) {
    case 'a': inside = isalpha(byte); break;
    case 'c': inside = iscntrl(byte); break;
    case 'd': inside = isdigit(byte); break;
    case 'g': inside = isgraph(byte); break;
    case 'l': inside = islower(byte); break;
    case 'p': inside = ispunct(byte); break;
    case 's': inside = isspace(byte); break;
    case 'u': inside = isupper(byte); break;
    case 'w': inside = isalnum(byte); break;
    case 'x': inside = isxdigit(byte); break;
    default: return class == byte;
    }
    return isupper(class) ? !inside : inside;
}

// `set` at '[', `last` at its ']'.
static bool brink_in_set(int byte, const char *set, const char *last) {
    bool found = true;
    if (*++set == '^') {
        found = false;
        set++;
    }
    for (; set < last; set++) {
        if (*set == '%') {
            set++;
            if (brink_in_class(byte, (unsigned char)*set)) return found;
        } else if (set[1] == '-' && set + 2 < last) {
            if ((unsigned char)set[0] <= byte && byte <= (unsigned char)set[2]) return found;
            set += 2;
        } else if ((unsigned char)*set == byte) {
            return found;
        }
    }
    return !found;
}

static bool brink_single_raises(brink_match *match, const char *at, const char *item, const char *item_end) {
    brink_step_raises(match, 1);
    if (at >= match->subject_end) return false;
    int byte = (unsigned char)*at;
    switch (*item) {
    case '.': return true;
    case '%': return brink_in_class(byte, (unsigned char)item[1]);
    case '[':
        // A set's length is work too: long sets on long subjects must not hide behind few steps.
        if (item_end - item > 64) brink_step_raises(match, brink_many(item_end - item));
        return brink_in_set(byte, item, item_end - 1);
    default: return (unsigned char)*item == byte;
    }
}

static const char *brink_do_match_raises(brink_match *match, const char *at, const char *pattern);

static const char *brink_balance_raises(brink_match *match, const char *at, const char *pattern) {
    if (match->pattern_end - pattern < 2) luaL_error(match->L, "malformed pattern (missing arguments to '%%b')");
    if (at >= match->subject_end || *at != *pattern) return NULL;
    char opening = pattern[0], closing = pattern[1];
    size_t open = 1;
    while (++at < match->subject_end) {
        brink_step_raises(match, 1);
        if (*at == closing) {
            if (--open == 0) return at + 1;
        } else if (*at == opening) {
            open++;
        }
    }
    return NULL;
}

// `*` and `+`: as many as there are, then fewer.
static const char *brink_most_raises(brink_match *match, const char *at, const char *item, const char *item_end) {
    ptrdiff_t count = 0;
    while (brink_single_raises(match, at + count, item, item_end)) count++;
    for (; count >= 0; count--) {
        const char *end = brink_do_match_raises(match, at + count, item_end + 1);
        if (end) return end;
    }
    return NULL;
}

// `-`: as few as there may be, then more.
static const char *brink_fewest_raises(brink_match *match, const char *at, const char *item, const char *item_end) {
    for (;; at++) {
        const char *end = brink_do_match_raises(match, at, item_end + 1);
        if (end) return end;
        if (!brink_single_raises(match, at, item, item_end)) return NULL;
    }
}

static const char *brink_capture_start_raises(brink_match *match, const char *at, const char *pattern, ptrdiff_t what) {
    if (match->level >= BRINK_CAPTURES_MAX) luaL_error(match->L, "too many captures");
    match->captures[match->level].start = at;
    match->captures[match->level].count = what;
    match->level++;
    const char *end = brink_do_match_raises(match, at, pattern);
    if (!end) match->level--;
    return end;
}

static const char *brink_capture_end_raises(brink_match *match, const char *at, const char *pattern) {
    int level = match->level - 1;
    while (level >= 0 && match->captures[level].count != BRINK_CAPTURE_OPEN) level--;
    if (level < 0) luaL_error(match->L, "invalid pattern capture");
    match->captures[level].count = at - match->captures[level].start;
    const char *end = brink_do_match_raises(match, at, pattern);
    if (!end) match->captures[level].count = BRINK_CAPTURE_OPEN;
    return end;
}

// %1 to %9: the same text again.
static const char *brink_back_reference_raises(brink_match *match, const char *at, int digit) {
    int level = digit - '1';
    if (level < 0 || level >= match->level || match->captures[level].count == BRINK_CAPTURE_OPEN)
        luaL_error(match->L, "invalid capture index %%%d", level + 1);
    ptrdiff_t count = match->captures[level].count;
    if (count < 0) return NULL;  // a position holds no text that could stand here again
    brink_step_raises(match, brink_many(count));
    if (match->subject_end - at < count || memcmp(match->captures[level].start, at, (size_t)count) != 0) return NULL;
    return at + count;
}

// %f[set]: between a byte outside the set and one inside.
static const char *brink_frontier_raises(brink_match *match, const char *at, const char *pattern, const char **after) {
    if (pattern >= match->pattern_end || *pattern != '[') luaL_error(match->L, "missing '[' after '%%f' in pattern");
    const char *set_end = brink_item_end_raises(match, pattern);
    int before = at == match->subject ? 0 : (unsigned char)at[-1];
    int here = at == match->subject_end ? 0 : (unsigned char)*at;
    *after = set_end;
    bool crosses = !brink_in_set(before, pattern, set_end - 1) && brink_in_set(here, pattern, set_end - 1);
    return crosses ? at : NULL;
}

// A single-character item and what may follow it. True where matching goes on at *at and *pattern.
static bool brink_item_raises(brink_match *match, const char **at, const char **pattern, const char **end) {
    const char *item = *pattern;
    const char *item_end = brink_item_end_raises(match, item);
    char suffix = item_end < match->pattern_end ? *item_end : 0;
    *end = NULL;
    switch (suffix) {
    case '?':
        if (brink_single_raises(match, *at, item, item_end)) {
            *end = brink_do_match_raises(match, *at + 1, item_end + 1);
            if (*end) return false;
        }
        *pattern = item_end + 1;
        return true;
    case '+':
        if (brink_single_raises(match, *at, item, item_end)) *end = brink_most_raises(match, *at + 1, item, item_end);
        return false;
    case '*': *end = brink_most_raises(match, *at, item, item_end); return false;
    case '-': *end = brink_fewest_raises(match, *at, item, item_end); return false;
    default:
        if (!brink_single_raises(match, *at, item, item_end)) return false;
        ++*at;
        *pattern = item_end;
        return true;
    }
}

static const char *brink_do_match_raises(brink_match *match, const char *at, const char *pattern) {
    if (match->depth_left-- == 0) luaL_error(match->L, "pattern too complex");
    const char *end = NULL;
    for (;;) {
        brink_step_raises(match, 1);
        if (pattern == match->pattern_end) {
            end = at;
            break;
        }
        char next = pattern + 1 < match->pattern_end ? pattern[1] : 0;
        if (*pattern == '(') {
            bool position = next == ')';
            end = brink_capture_start_raises(match, at, pattern + (position ? 2 : 1),
                                             position ? BRINK_CAPTURE_POSITION : BRINK_CAPTURE_OPEN);
            break;
        }
        if (*pattern == ')') {
            end = brink_capture_end_raises(match, at, pattern + 1);
            break;
        }
        if (*pattern == '$' && pattern + 1 == match->pattern_end) {
            end = at == match->subject_end ? at : NULL;
            break;
        }
        if (*pattern == '%' && (next == 'b' || next == 'f' || isdigit((unsigned char)next))) {
            const char *after = pattern + (next == 'b' ? 4 : 2);
            if (next == 'b')
                at = brink_balance_raises(match, at, pattern + 2);
            else if (next == 'f')
                at = brink_frontier_raises(match, at, pattern + 2, &after);
            else
                at = brink_back_reference_raises(match, at, (unsigned char)next);
            if (!at) break;
            pattern = after;
            continue;
        }
        if (!brink_item_raises(match, &at, &pattern, &end)) break;
    }
    match->depth_left++;
    return end;
}

void brink_match_close_raises(brink_match *match) {
    brink_spend_raises(match->L, (uint64_t)(BRINK_LIMIT_PATTERN_SLICE - match->slice_left));
}

const char *brink_match_at_raises(brink_match *match, const char *at, const char *pattern) {
    match->level = 0;
    match->depth_left = BRINK_LIMIT_PATTERN_DEPTH;
    return brink_do_match_raises(match, at, pattern);
}

void brink_match_push_capture_raises(brink_match *match, int index, const char *start, const char *end) {
    lua_State *L = match->L;
    if (index >= match->level) {
        if (index != 0) luaL_error(L, "invalid capture index %%%d", index + 1);
        lua_pushlstring(L, start, (size_t)(end - start));
        return;
    }
    ptrdiff_t count = match->captures[index].count;
    if (count == BRINK_CAPTURE_OPEN) luaL_error(L, "unfinished capture");
    if (count == BRINK_CAPTURE_POSITION)
        lua_pushinteger(L, match->captures[index].start - match->subject + 1);
    else
        lua_pushlstring(L, match->captures[index].start, (size_t)count);
}

int brink_match_push_captures_raises(brink_match *match, const char *start, const char *end, bool whole) {
    int count = match->level == 0 && whole ? 1 : match->level;
    luaL_checkstack(match->L, count, "too many captures");
    for (int index = 0; index < count; index++) brink_match_push_capture_raises(match, index, start, end);
    return count;
}
