// What every part of a page or a workbook needs of its report, made once. Refers to the report, which must outlive it.
#pragma once

#include <string>
#include <vector>

#include "model/language.h"
#include "output/figure_states.h"
#include "output/findings.h"
#include "output/messages.h"
#include "output/printed_figures.h"
#include "output/report.h"

namespace gouji::output {

struct ReportView {
  ReportView(const Report& report_, Language language_)
      : report(report_),
        language(language_),
        printed(report_),
        marks(figure_marks(report_)),
        findings(findings_in_order(report_)),
        consequences(report_.checks.size()) {
    for (std::size_t i = 0; i < report.checks.size(); ++i) {
      if (report.checks[i].caused_by < consequences.size()) consequences[report.checks[i].caused_by].push_back(i);
    }
  }

  const Report& report;
  Language language;
  PrintedFigures printed;
  std::vector<FigureMark> marks;
  std::vector<Finding> findings;
  std::vector<std::vector<std::size_t>> consequences;  // by check: those whose cause it is

  std::string say(const char* zh, const char* en) const { return language == Language::en ? en : zh; }
  const Figure& figure(FigureId id) const { return report.extraction.figures[id]; }
  bool has(FigureId id) const { return id < report.extraction.figures.size(); }
};

// "第 12 行", or the row and column of a table where the format has no lines.
std::string place_words(const ReportView& view, FigureId id);

}  // namespace gouji::output
