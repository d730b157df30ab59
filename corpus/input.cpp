#include "corpus/input.h"
