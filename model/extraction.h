// Extraction: all that an extractor makes of one Document.
#pragma once

#include <vector>

#include "model/figure.h"
#include "model/panel.h"

namespace gouji {

struct Extraction {
  NamePool names;  // of the figures
  ReportFacts facts;
  std::vector<Sentence> sentences;
  std::vector<Figure> figures;  // in reading order
  std::vector<Number> numbers;  // every other number, in reading order
  std::vector<Relation> relations;
  std::vector<Panel> panels;  // what was read of the tables, in reading order
  std::vector<Warning> warnings;
};

}  // namespace gouji
