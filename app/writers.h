// The writers by format: which sink writes what, under which name, and whether it holds one document or all.
#pragma once

#include <memory>
#include <ostream>
#include <string_view>

#include "app/options.h"
#include "output/sink.h"

namespace gouji::app {

// "" and "-".
bool to_standard_output(const Options& options);
// A page, a workbook, an annotated copy: one document each. The others hold all inputs, one after another.
bool holds_one_document(Format format);
// Of a file in an output folder: ".html".
std::string_view extension(Format format);
// `out` must outlive the sink.
std::unique_ptr<output::RecordSink> make_sink(const Options& options, std::ostream& out);

}  // namespace gouji::app
