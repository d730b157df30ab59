#include "patterns/library.h"
