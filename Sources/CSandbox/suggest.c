// "did you mean": the known name closest to one that is not known.
#include <string.h>

#include "vm.h"

enum { BRINK_SUGGEST_LENGTH = 40 };

// Edits (a letter more, less, other, or two swapped) between two short names.
static int brink_distance(const char *left, size_t left_count, const char *right, size_t right_count) {
    int rows[3][BRINK_SUGGEST_LENGTH + 1];
    for (size_t j = 0; j <= right_count; j++) rows[0][j] = (int)j;
    for (size_t i = 1; i <= left_count; i++) {
        int *now = rows[i % 3], *before = rows[(i + 2) % 3], *earlier = rows[(i + 1) % 3];
        now[0] = (int)i;
        for (size_t j = 1; j <= right_count; j++) {
            int best = before[j - 1] + (left[i - 1] != right[j - 1]);
            if (before[j] + 1 < best) best = before[j] + 1;
            if (now[j - 1] + 1 < best) best = now[j - 1] + 1;
            bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (swapped && earlier[j - 2] + 1 < best) best = earlier[j - 2] + 1;
            now[j] = best;
        }
    }
    return rows[left_count % 3][right_count];
}

void brink_suggest_raises(lua_State *L, int index, const char *name) {
    index = lua_absindex(L, index);
    luaL_checkstack(L, 4, NULL);
    char best[BRINK_SUGGEST_LENGTH + 1] = "";
    size_t count = strlen(name);
    // One edit in a short name, two in a long one: more would suggest what nobody meant.
    int least = count < 4 ? 2 : 3;
    int seen = 0;
    if (count > 1 && count <= BRINK_SUGGEST_LENGTH) {
        lua_pushnil(L);
        while (seen++ < 10000 && lua_next(L, index)) {
            lua_pop(L, 1);
            if (lua_type(L, -1) != LUA_TSTRING) continue;
            size_t other_count;
            const char *other = lua_tolstring(L, -1, &other_count);
            if (other_count == 0 || other_count > BRINK_SUGGEST_LENGTH) continue;
            int distance = brink_distance(name, count, other, other_count);
            // Table order differs from run to run; ties go to the name that sorts first.
            if (distance < least || (distance == least && best[0] && strcmp(other, best) < 0)) {
                least = distance;
                memcpy(best, other, other_count + 1);
            }
        }
        if (seen > 10000) lua_pop(L, 1);
    }
    if (best[0])
        lua_pushfstring(L, "; did you mean '%s'?", best);
    else
        lua_pushliteral(L, "");
}
