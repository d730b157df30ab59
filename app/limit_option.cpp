#include "app/limit_option.h"

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>

namespace gouji::app {
namespace {

struct NamedLimit {
  std::string_view name;
  std::uint64_t corpus::Limits::*value;
};

constexpr std::array<NamedLimit, 11> named_limits{{
    {"docx-entries", &corpus::Limits::package_entries},
    {"docx-part", &corpus::Limits::part_bytes},
    {"docx-package", &corpus::Limits::package_bytes},
    {"docx-text", &corpus::Limits::document_text},
    {"docx-paragraphs", &corpus::Limits::document_paragraphs},
    {"docx-ratio", &corpus::Limits::least_ratio_percent},
    {"xml-depth", &corpus::Limits::xml_depth},
    {"xml-attributes", &corpus::Limits::xml_attributes},
    {"table-places", &corpus::Limits::table_places},
    {"archive-depth", &corpus::Limits::archive_depth},
    {"archive-held", &corpus::Limits::held_bytes},
}};

}  // namespace

std::string set_limit(corpus::Limits& limits, const std::string& assignment) {
  const std::size_t equals = assignment.find('=');
  const std::string_view name = std::string_view(assignment).substr(0, equals);
  for (const NamedLimit& limit : named_limits) {
    if (limit.name != name) continue;
    std::string value = equals == std::string::npos ? "" : assignment.substr(equals + 1);
    if (value.empty() || value.front() < '0' || value.front() > '9') return assignment + ": a number is expected after " + std::string(name) + "=";
    if (const std::string wrong = CLI::AsSizeValue(false)(value); !wrong.empty()) return assignment + ": " + wrong;
    std::uint64_t bytes = 0;
    if (std::from_chars(value.data(), value.data() + value.size(), bytes).ec != std::errc{}) return assignment + ": too large a number";
    limits.*limit.value = bytes;
    return {};
  }
  return assignment + ": no limit of this name; there are: " + limit_names();
}

std::string limit_names() {
  const corpus::Limits standard;
  std::string out;
  for (const NamedLimit& limit : named_limits) {
    if (!out.empty()) out += ' ';
    out += std::string(limit.name) + "=" + std::to_string(standard.*limit.value);
  }
  return out;
}

}  // namespace gouji::app
