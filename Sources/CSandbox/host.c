// Calls from Lua to the host: plain data in, plain data out through a box, and the host's objects as userdata.
#include <string.h>

#include "vm.h"

static const char brink_types_key;

static int brink_box_collect(lua_State *L) {
    brink_box *box = lua_touserdata(L, 1);
    brink_message_close(&box->arguments);
    brink_message_close(&box->results);
    return 0;
}

// The box for a host call at this depth; made before the host is called, for making it can raise.
static brink_box *brink_box_raises(lua_State *L, brink_vm *vm) {
    if (vm->host_depth >= BRINK_BOXES_MAX) luaL_error(L, "too many nested calls of host functions");
    brink_box *box = vm->boxes[vm->host_depth];
    if (!box) {
        luaL_checkstack(L, 6, NULL);
        box = lua_newuserdatauv(L, sizeof *box, 0);
        brink_message_open(&box->arguments, vm);
        brink_message_open(&box->results, vm);
        lua_createtable(L, 0, 1);
        lua_pushcfunction(L, brink_box_collect);
        lua_setfield(L, -2, "__gc");
        lua_setmetatable(L, -2);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &vm->boxes[vm->host_depth]);
        vm->boxes[vm->host_depth] = box;
    }
    // What an error left in it goes now.
    brink_message_reset(&box->arguments);
    brink_message_reset(&box->results);
    box->results.owns_objects = true;
    return box;
}

int brink_host_function(lua_State *L) {
    brink_vm *vm = brink_vm_of(L);
    brink_check_raises(L);
    int32_t function = (int32_t)lua_tointeger(L, lua_upvalueindex(1));
    brink_box *box = brink_box_raises(L, vm);
    int count = lua_gettop(L);
    if (count > BRINK_LIMIT_ARGUMENTS) return luaL_error(L, "too many arguments");
    for (int index = 1; index <= count; index++) {
        const char *reason = brink_marshal_raises(L, index, &box->arguments, false);
        if (reason) return luaL_error(L, "argument %d %s", index, reason);
    }
    // Nothing raises while the host is on the C stack: its own calls back into Lua are protected.
    vm->host_depth++;
    int failed = vm->host.call(vm->host.context, function, &box->arguments, &box->results);
    vm->host_depth--;
    if (box->results.failed) brink_stop(vm, BRINK_ERROR_MEMORY);
    brink_check_raises(L);
    if (failed) luaL_where(L, 1);
    // Results share a table or an object with nobody: what is pushed no longer belongs to the box.
    count = brink_unmarshal_raises(L, &box->results);
    if (box->arguments.count > 64 || box->arguments.owns_functions) brink_message_reset(&box->arguments);
    if (box->results.count > 64 || box->results.byte_capacity > 4096) brink_message_reset(&box->results);
    if (!failed) return count;
    lua_concat(L, 2);
    return lua_error(L);
}

// ---- objects

static int brink_object_collect(lua_State *L) {
    void **object = lua_touserdata(L, 1);
    void *pointer = *object;
    *object = NULL;
    brink_vm *vm = brink_vm_of(L);
    vm->in_host++;
    if (pointer) vm->host.release(pointer);
    vm->in_host--;
    return 0;
}

void brink_host_push_object_raises(lua_State *L, uint32_t type, int64_t *object) {
    luaL_checkstack(L, 4, NULL);
    void **slot = lua_newuserdatauv(L, sizeof *slot, 0);
    *slot = NULL;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &brink_types_key);
    if (lua_rawgeti(L, -1, (lua_Integer)type + 1) != LUA_TTABLE) luaL_error(L, "a host object of an unknown type");
    *slot = (void *)(intptr_t)*object;
    *object = 0;
    lua_setmetatable(L, -3);
    lua_pop(L, 1);
}

static bool brink_is_empty(lua_State *L, int table) {
    lua_pushnil(L);
    if (lua_next(L, table) == 0) return true;
    lua_pop(L, 2);
    return false;
}

// o.name: a method, a property, what the type's own __index says, or an error that names what is close.
// Upvalues: methods, properties (name → function), the type's own __index or nil, the type's name.
static int brink_object_index(lua_State *L) {
    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(2)) != LUA_TNIL) {
        lua_pushvalue(L, 1);
        lua_call(L, 1, 1);
        return 1;
    }
    lua_settop(L, 2);
    bool has_own = !lua_isnil(L, lua_upvalueindex(3));
    // Names are the type's own business where it has no members that could be mistyped.
    bool has_names = brink_is_empty(L, lua_upvalueindex(1)) && brink_is_empty(L, lua_upvalueindex(2));
    if (has_own && (has_names || lua_type(L, 2) != LUA_TSTRING)) {
        lua_pushvalue(L, lua_upvalueindex(3));
        lua_pushvalue(L, 1);
        lua_pushvalue(L, 2);
        lua_call(L, 2, 1);
        return 1;
    }
    const char *type = lua_tostring(L, lua_upvalueindex(4));
    if (lua_type(L, 2) != LUA_TSTRING) return luaL_error(L, "a %s has no [%s]", type, luaL_tolstring(L, 2, NULL));
    const char *name = lua_tostring(L, 2);
    // Methods and properties together are what the writer may have meant.
    lua_newtable(L);
    for (int upvalue = 1; upvalue <= 2; upvalue++) {
        lua_pushnil(L);
        while (lua_next(L, lua_upvalueindex(upvalue))) {
            lua_pushvalue(L, -2);
            lua_insert(L, -2);
            lua_rawset(L, 3);
        }
    }
    brink_suggest_raises(L, 3, name);
    return luaL_error(L, "a %s has no '%s'%s", type, name, lua_tostring(L, -1));
}

static int brink_object_newindex(lua_State *L) {
    return luaL_error(L, "a %s cannot be changed", lua_tostring(L, lua_upvalueindex(1)));
}

static void brink_push_members_raises(lua_State *L, const brink_member *members, size_t count) {
    lua_createtable(L, 0, (int)count);
    for (size_t index = 0; index < count; index++) {
        lua_pushinteger(L, members[index].function);
        lua_pushcclosure(L, brink_host_function, 1);
        lua_setfield(L, -2, members[index].name);
    }
}

static int brink_register_type_raises(lua_State *L) {
    const brink_type *type = lua_touserdata(L, 1);
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &brink_types_key) != LUA_TTABLE) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_pushvalue(L, -1);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &brink_types_key);
    }
    brink_push_members_raises(L, type->operators, type->operator_count);
    int metatable = lua_gettop(L);
    lua_pushinteger(L, type->type);
    lua_rawsetp(L, metatable, &brink_object_key);
    lua_pushcfunction(L, brink_object_collect);
    lua_setfield(L, metatable, "__gc");
    lua_pushstring(L, type->name);
    lua_setfield(L, metatable, "__name");
    lua_pushstring(L, type->name);
    lua_setfield(L, metatable, "__metatable");
    brink_push_members_raises(L, type->methods, type->method_count);
    brink_push_members_raises(L, type->properties, type->property_count);
    lua_getfield(L, metatable, "__index");
    lua_pushstring(L, type->name);
    lua_pushcclosure(L, brink_object_index, 4);
    lua_setfield(L, metatable, "__index");
    lua_pushstring(L, type->name);
    lua_pushcclosure(L, brink_object_newindex, 1);
    lua_setfield(L, metatable, "__newindex");
    lua_rawseti(L, -2, (lua_Integer)type->type + 1);
    return 0;
}

int brink_vm_register_type(brink_vm *vm, const brink_type *type, brink_failure *failure) {
    return brink_enter(vm, brink_register_type_raises, (void *)type, failure);
}
