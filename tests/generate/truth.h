// The truth beside a report, as JSON Lines: one `report`, its `figure`s in reading order, its `relation`s, its `fault`s.
#pragma once

#include <string>

#include "generate/report.h"

namespace gouji::generate {

std::string truth_of(const Report& report);

}  // namespace gouji::generate
