// Ids of records: the same bytes and the same program give the same id, on every machine. Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "output/report.h"

namespace gouji::output {

// The first 32 hex digits (128 bits) of the SHA-256 of the parts, each part closed by a zero byte: ("ab","c") and ("a","bc") differ.
std::string hash_id(const std::vector<std::string_view>& parts);

struct FigureIds {
  std::vector<std::string> figure;  // by FigureId
  std::vector<std::string> range;   // by FigureId; "" for a figure that is no end of a range, the same text for both ends
};

// A figure's id is the hash of the document's id, the place of its number in the document's text and which end of a range it is.
FigureIds figure_ids(const Document& document, const std::vector<Figure>& figures);

// The same for one figure that is no end of a range and alone at its place.
std::string figure_id(std::string_view document, TextRange number);

}  // namespace gouji::output
