#include "patterns/lexicon.h"
