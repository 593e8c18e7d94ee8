#ifndef BRINK_COLUMNS_H
#define BRINK_COLUMNS_H
#endif
