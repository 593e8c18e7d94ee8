// The processor's hint that memory will be read soon, for which Swift has no word.
#ifndef BRINK_PREFETCH_H
#define BRINK_PREFETCH_H

/// Asks for the cache line at an address; any address is allowed, and nothing is waited for.
static inline void brink_prefetch(const void *address) {
    __builtin_prefetch(address);
}

#endif
