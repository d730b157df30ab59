#include "extractor/numerals.h"
