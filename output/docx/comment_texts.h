// What the comments of a report say: each figure of each finding gets one, the figure in question the whole arithmetic.
#pragma once

#include <string>
#include <vector>

#include "output/report_view.h"

namespace gouji::output::docx {

struct CommentText {
  FigureId figure = no_id;
  std::vector<std::string> lines;
};

// In the order of the findings; the stated figure of each first.
std::vector<CommentText> comment_texts(const ReportView& view);

}  // namespace gouji::output::docx
