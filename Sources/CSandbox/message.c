// Plain data between Lua and the host: a flat list of nodes and the bytes of its strings.
#include <string.h>

#include "vm.h"

void brink_message_open(brink_message *message, brink_vm *vm) {
    memset(message, 0, sizeof *message);
    message->vm = vm;
}

static void brink_message_let_go(brink_message *message) {
    bool functions = message->owns_functions, objects = message->owns_objects;
    message->owns_functions = false;
    if (!functions && !objects) return;
    brink_vm *vm = message->vm;
    for (size_t index = 0; index < message->count; index++) {
        brink_node *node = &message->nodes[index];
        if (functions && node->kind == BRINK_FUNCTION) brink_vm_release_function(vm, node->first);
        if (objects && node->kind == BRINK_OBJECT && node->first != 0) {
            vm->in_host++;
            vm->host.release((void *)(intptr_t)node->first);
            vm->in_host--;
            node->first = 0;
        }
    }
}

static void brink_message_free(brink_message *message) {
    brink_allocate(message->vm, message->nodes, message->capacity * sizeof(brink_node), 0);
    brink_allocate(message->vm, message->bytes, message->byte_capacity, 0);
    message->nodes = NULL;
    message->bytes = NULL;
    message->capacity = message->byte_capacity = 0;
}

void brink_message_reset(brink_message *message) {
    brink_message_let_go(message);
    if (message->capacity > 256 || message->byte_capacity > 4096) brink_message_free(message);
    message->count = message->byte_count = 0;
    message->failed = false;
}

void brink_message_close(brink_message *message) {
    brink_message_let_go(message);
    brink_message_free(message);
    message->count = message->byte_count = 0;
}

void brink_message_append(brink_message *message, uint32_t kind, uint32_t tag, int64_t first, uint64_t second) {
    if (message->failed) return;
    if (message->count == message->capacity) {
        size_t capacity = message->capacity ? message->capacity * 2 : 8;
        size_t size = sizeof(brink_node);
        brink_node *nodes = brink_allocate(message->vm, message->nodes, message->capacity * size, capacity * size);
        if (!nodes) {
            message->failed = true;
            return;
        }
        message->nodes = nodes;
        message->capacity = capacity;
    }
    message->nodes[message->count++] = (brink_node){kind, tag, first, second};
}

void brink_message_append_number(brink_message *message, double number) {
    int64_t bits;
    memcpy(&bits, &number, sizeof bits);
    brink_message_append(message, BRINK_NUMBER, 0, bits, 0);
}

void brink_message_append_bytes(brink_message *message, uint32_t kind, const char *bytes, size_t count) {
    if (message->failed) return;
    if (message->byte_capacity - message->byte_count < count) {
        size_t capacity = message->byte_capacity ? message->byte_capacity : 64;
        while (capacity - message->byte_count < count) capacity *= 2;
        char *moved = brink_allocate(message->vm, message->bytes, message->byte_capacity, capacity);
        if (!moved) {
            message->failed = true;
            return;
        }
        message->bytes = moved;
        message->byte_capacity = capacity;
    }
    if (count > 0) memcpy(message->bytes + message->byte_count, bytes, count);
    brink_message_append(message, kind, 0, (int64_t)message->byte_count, count);
    message->byte_count += count;
}
