// The tick marks of a working paper: one sign a verdict, each in every Chinese font. The legend is word(Verdict).
#pragma once

#include <string_view>

#include "model/check.h"

namespace gouji::output {

constexpr std::string_view tick_mark(Verdict verdict) {
  switch (verdict) {
    case Verdict::exact:
      return "√";
    case Verdict::rounding:
      return "≈";
    case Verdict::unlikely:
      return "△";
    case Verdict::inconsistent:
      return "×";
    case Verdict::suspect_unit:
      return "◇";
    case Verdict::explained:
      return "※";
    case Verdict::query:
      return "？";
    case Verdict::not_checkable:
      return "—";
  }
  return "";
}

}  // namespace gouji::output
