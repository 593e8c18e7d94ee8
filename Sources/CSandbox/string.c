// The string library: Lua's own where it is short and bounded, ours where a call could run or grow without end.
#include <ctype.h>
#include <string.h>

#include "vm.h"

// A block for a result of known size, on the stack until the string is made.
static char *brink_block_raises(lua_State *L, size_t count) { return lua_newuserdatauv(L, count > 0 ? count : 1, 0); }

// Each block of the text is done by `step`, with a look at the stop flag between blocks.
static int brink_map_raises(lua_State *L, void (*step)(char *to, const char *from, size_t first, size_t end, size_t count)) {
    size_t count;
    const char *text = luaL_checklstring(L, 1, &count);
    char *block = brink_block_raises(L, count);
    for (size_t first = 0; first < count; first += BRINK_LIMIT_BLOCK) {
        size_t end = count - first < BRINK_LIMIT_BLOCK ? count : first + BRINK_LIMIT_BLOCK;
        step(block, text, first, end, count);
        brink_spend_raises(L, end - first);
    }
    lua_pushlstring(L, block, count);
    return 1;
}

static void brink_lower_step(char *to, const char *from, size_t first, size_t end, size_t count) {
    (void)count;
    for (size_t index = first; index < end; index++) to[index] = (char)tolower((unsigned char)from[index]);
}

static void brink_upper_step(char *to, const char *from, size_t first, size_t end, size_t count) {
    (void)count;
    for (size_t index = first; index < end; index++) to[index] = (char)toupper((unsigned char)from[index]);
}

static void brink_reverse_step(char *to, const char *from, size_t first, size_t end, size_t count) {
    for (size_t index = first; index < end; index++) to[index] = from[count - 1 - index];
}

static int brink_string_lower(lua_State *L) { return brink_map_raises(L, brink_lower_step); }
static int brink_string_upper(lua_State *L) { return brink_map_raises(L, brink_upper_step); }
static int brink_string_reverse(lua_State *L) { return brink_map_raises(L, brink_reverse_step); }

static int brink_string_rep(lua_State *L) {
    size_t count, separator_count;
    const char *text = luaL_checklstring(L, 1, &count);
    lua_Integer times = luaL_checkinteger(L, 2);
    const char *separator = luaL_optlstring(L, 3, "", &separator_count);
    if (times <= 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    size_t unit = count + separator_count;
    if (unit == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    // What is not a limit of the VM but a number out of this world is the script's mistake, which it may catch.
    if ((uint64_t)times > (SIZE_MAX / 4) / unit) return luaL_error(L, "resulting string too large");
    size_t total = (size_t)times * unit - separator_count;
    char *block = brink_block_raises(L, total);
    size_t filled = count;
    memcpy(block, text, count);
    memcpy(block + filled, separator, filled < total ? separator_count : 0);
    if (filled < total) filled += separator_count;
    while (filled < total) {  // whole units so far: each copy doubles them, a block at most
        size_t piece = filled < total - filled ? filled : total - filled;
        size_t most = BRINK_LIMIT_BLOCK / unit * unit;
        if (most > 0 && piece > most) piece = most;
        memcpy(block + filled, block, piece);
        filled += piece;
        brink_spend_raises(L, piece);
    }
    lua_pushlstring(L, block, total);
    return 1;
}

void brink_library_string_raises(lua_State *L) {
    static const char *const kept[] = {"byte", "char", "len", "sub", NULL};
    static const luaL_Reg ours[] = {
        {"lower", brink_string_lower}, {"upper", brink_string_upper}, {"reverse", brink_string_reverse},
        {"rep", brink_string_rep},     {"find", brink_string_find},   {"match", brink_string_match},
        {"gmatch", brink_string_gmatch}, {"gsub", brink_string_gsub}, {"format", brink_string_format},
        {NULL, NULL}};
    brink_open_some_raises(L, luaopen_string, kept);
    luaL_setfuncs(L, ours, 0);
    // Lua's own table is what ("x"):method finds until here. The metatable itself stays out of reach.
    lua_pushliteral(L, "");
    lua_getmetatable(L, -1);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 2);
}
