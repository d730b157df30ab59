#include "output/sink.h"
