#include "audit/auditor.h"
