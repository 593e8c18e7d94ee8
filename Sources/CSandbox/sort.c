// table.sort as a merge sort: stable, and n·log n comparisons whatever the order function answers.
#include <limits.h>

#include "vm.h"

enum { BRINK_SORT_TABLE = 1, BRINK_SORT_ORDER, BRINK_SORT_FROM, BRINK_SORT_TO };

// Whether the value on top goes before the one below it; both stay.
static bool brink_goes_before_raises(lua_State *L) {
    brink_spend_raises(L, 4);
    if (lua_isnil(L, BRINK_SORT_ORDER)) return lua_compare(L, -1, -2, LUA_OPLT);
    lua_pushvalue(L, BRINK_SORT_ORDER);
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -4);
    lua_call(L, 2, 1);
    bool before = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return before;
}

// Merges [first, middle) and [middle, end) of the one table into the other.
static void brink_merge_raises(lua_State *L, lua_Integer first, lua_Integer middle, lua_Integer end) {
    lua_Integer left = first, right = middle;
    if (left < middle) lua_rawgeti(L, BRINK_SORT_FROM, left);
    for (lua_Integer to = first; to < end; to++) {
        bool take_right = false;
        if (left >= middle) {
            lua_rawgeti(L, BRINK_SORT_FROM, right++);
            lua_rawseti(L, BRINK_SORT_TO, to);
            brink_spend_raises(L, 1);
            continue;
        }
        if (right < end) {
            lua_rawgeti(L, BRINK_SORT_FROM, right);
            take_right = brink_goes_before_raises(L);
            if (!take_right) lua_pop(L, 1);
        }
        brink_spend_raises(L, 1);
        lua_rawseti(L, BRINK_SORT_TO, to);  // the right one on top, or the left one
        if (take_right)
            right++;
        else if (++left < middle)
            lua_rawgeti(L, BRINK_SORT_FROM, left);
    }
    if (left < middle) lua_pop(L, 1);
}

int brink_table_sort(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer count = luaL_len(L, 1);
    if (count < 2) return 0;
    luaL_argcheck(L, count < INT_MAX, 1, "array too big");
    if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_settop(L, 2);
    // Sized by what is there, not by what `__len` claims.
    lua_newtable(L);
    lua_newtable(L);
    for (lua_Integer index = 1; index <= count; index++) {
        brink_spend_raises(L, 1);
        lua_geti(L, BRINK_SORT_TABLE, index);
        lua_rawseti(L, BRINK_SORT_FROM, index);
    }
    for (lua_Integer width = 1; width < count; width *= 2) {
        for (lua_Integer first = 1; first <= count; first += 2 * width) {
            lua_Integer middle = first + width <= count ? first + width : count + 1;
            lua_Integer end = first + 2 * width <= count ? first + 2 * width : count + 1;
            brink_merge_raises(L, first, middle, end);
        }
        lua_pushvalue(L, BRINK_SORT_FROM);
        lua_pushvalue(L, BRINK_SORT_TO);
        lua_replace(L, BRINK_SORT_FROM);
        lua_replace(L, BRINK_SORT_TO);
    }
    for (lua_Integer index = 1; index <= count; index++) {
        brink_spend_raises(L, 1);
        lua_rawgeti(L, BRINK_SORT_FROM, index);
        lua_seti(L, BRINK_SORT_TABLE, index);
    }
    return 0;
}
