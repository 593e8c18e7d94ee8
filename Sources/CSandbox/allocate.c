// The capping allocator: a VM holds at most its limit, and once stopped it may hardly grow at all.
#include <stdlib.h>

#include "vm.h"

static bool brink_may_grow(brink_vm *vm, size_t growth) {
    if (vm->stopped) {
        if (growth > vm->unwind_left) return false;
        vm->unwind_left -= growth;
        return true;
    }
    size_t cap = vm->limits.memory_bytes;
    return growth <= cap && vm->used <= cap - growth;
}

void *brink_allocate(brink_vm *vm, void *block, size_t old_size, size_t new_size) {
    if (!block) old_size = 0;  // Lua passes the kind of the new object here
    if (new_size == 0) {
        vm->in_allocator = 1;
        free(block);
        vm->in_allocator = 0;
        vm->used -= old_size;
        return NULL;
    }
    if (new_size > old_size && !brink_may_grow(vm, new_size - old_size)) return NULL;
    vm->in_allocator = 1;
    void *moved = realloc(block, new_size);
    vm->in_allocator = 0;
    // Lua takes for granted that a block can shrink; the old one is still good.
    if (!moved) return new_size <= old_size ? block : NULL;
    vm->used = vm->used - old_size + new_size;
    if (vm->used > vm->peak) vm->peak = vm->used;
    return moved;
}

void *brink_allocate_lua(void *user_data, void *block, size_t old_size, size_t new_size) {
    brink_vm *vm = user_data;
    void *moved = brink_allocate(vm, block, old_size, new_size);
    bool grows = new_size > (block ? old_size : 0);
    if (!grows) return moved;
    if (moved) {
        vm->refused_size = 0;
    } else if (vm->stopped) {
        // Lua's memory error unwinds now, past the places that would note it.
        brink_stop_note_place(vm, vm->running);
    } else if (vm->refused_size == new_size && vm->refused_block == block) {
        // Lua collects everything after a refusal and asks once more: now memory is truly at its end. Stopping here,
        // and not when a pcall sees the error, keeps `__close` handlers from running on unstopped.
        // Calls that are open can be read here: Lua saves their place before whatever may allocate.
        if (vm->active && !vm->stopped) {
            brink_stop(vm, BRINK_ERROR_MEMORY);
            brink_stop_note_place(vm, vm->running);
        }
        vm->refused_size = 0;
    } else {
        vm->refused_block = block;
        vm->refused_size = new_size;
    }
    return moved;
}
