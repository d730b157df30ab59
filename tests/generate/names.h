// Names that reports are made of. Places and offices are invented; the functional and economic classes are those of the public
// government classification (政府收支分类科目), which every report of this kind uses.
#pragma once

#include <string>
#include <vector>

#include "generate/department.h"
#include "generate/random.h"

namespace gouji::generate {

std::string invented_county(Random& random);   // 云栖县
std::string invented_city(Random& random);     // 澜江市
std::string invented_project(Random& random);  // 河湖管护经费

struct Office {
  std::string name;
  std::vector<FunctionCode> core;  // what it spends on besides its people
};
const std::vector<Office>& offices();
const std::vector<FunctionCode>& staff_codes();    // pensions, health, housing: of every office
const std::vector<FunctionCode>& fund_codes();     // of government funds
const std::vector<FunctionCode>& capital_codes();  // of the state capital budget
const std::vector<Economic>& people_codes();       // 301, 303 and below
const std::vector<Economic>& running_codes();      // 302, 310 and below

}  // namespace gouji::generate
