#ifndef BRINK_SANDBOX_H
#define BRINK_SANDBOX_H
#endif
