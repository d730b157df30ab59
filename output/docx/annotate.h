// A copy of a Word document with the findings of its report as comments on their figures. Nothing else of it changes: the main part keeps every
// byte between what is put in, comments.xml, its content type and its relationship are added, and all other parts stay as they are.
// Source: ECMA-376-1 §17.13.4 (comments), ECMA-376-2.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/input.h"
#include "model/language.h"
#include "model/result.h"
#include "output/report.h"

namespace gouji::output {

struct Annotated {
  std::string package;  // the bytes of the copy; those of the original where there is no finding
  // Figures as printed whose comments stand elsewhere than on them: at the mark of a note, on the run that holds a text box, on a paragraph.
  std::vector<std::string> beside;
  std::vector<std::string> left_out;  // figures that have no place in the main text at all
};

// `report` is that of `original`. Errors: those of reading a package, "utf16_part" (a part that would have to change is UTF-16).
Result<Annotated> annotate(const Report& report, std::string_view original, Language language, const corpus::Limits& limits);

}  // namespace gouji::output
