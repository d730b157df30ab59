// Inputs → jobs: two paths with the same bytes are one document. Only files of the same size are read to find that out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/input.h"
#include "model/result.h"

namespace gouji::app {

struct Job {
  std::vector<std::string> paths;              // the first is where the document is read; all hold the same bytes
  std::optional<Result<corpus::Bytes>> bytes;  // standard input and archives can be read but once: their bytes are kept
};

// In the order of the inputs. A path that is given twice is one path.
std::vector<Job> plan(std::vector<corpus::Input> inputs, const corpus::Limits& limits);

}  // namespace gouji::app
