#include "app/patterns_command.h"

#include <fmt/format.h>

#include "app/output_file.h"
#include "output/json_writer.h"
#include "output/messages.h"

namespace gouji::app {
namespace {

using output::JsonWriter;

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.begin_array(key);
  for (const std::string& text : texts) json.element(text);
  json.end_array();
}

std::string json_line(JsonWriter& json) {
  std::string line(json.line());
  json.next();
  return line;
}

void list_entries(std::ostream& out, const patterns::Library& library, Format format) {
  JsonWriter json;
  for (const auto& [kind, entry] : library.entries()) {
    if (format == Format::text) {
      out << fmt::format("{:<12} {:<28} {}\n{:>42}{}\n", kind, entry->id, fmt::join(entry->names, "、"), "", entry->why);
      continue;
    }
    json.begin();
    json.text("type", "pattern");
    json.text("kind", kind);
    json.text("id", entry->id);
    write_texts(json, "names", entry->names);
    write_texts(json, "examples", entry->examples);
    write_texts(json, "counter_examples", entry->counter_examples);
    json.text_or_null("why", entry->why);
    json.text("file", entry->file);
    json.number("line", std::int64_t{entry->line});
    json.end();
    out << json_line(json);
  }
}

int test_entries(std::ostream& out, const patterns::Library& library, const Options& options) {
  const auto failures = library.test();
  JsonWriter json;
  for (const auto& failure : failures) {
    const patterns::Entry& entry = *failure.entry.entry;
    if (options.format == Format::text) {
      out << fmt::format("{}:{}: {} {}: {}\n  {}\n", entry.file, entry.line, failure.entry.kind, entry.id,
                         output::example_failed(options.language, failure.expected_match), failure.example);
      continue;
    }
    json.begin();
    json.text("type", "failure");
    json.text("kind", failure.entry.kind);
    json.text("id", entry.id);
    json.text("file", entry.file);
    json.number("line", std::int64_t{entry.line});
    json.text("example", failure.example);
    json.boolean("expected_match", failure.expected_match);
    json.end();
    out << json_line(json);
  }
  if (options.format == Format::text) out << output::examples_tested(options.language, library.entries().size(), failures.size()) << '\n';
  return failures.empty() ? exit_done : exit_findings;
}

}  // namespace

int run_patterns(const Options& options, const patterns::Library& library) {
  return with_output(options.output, [&](std::ostream& out) {
    if (options.command == Command::patterns_test) return test_entries(out, library, options);
    list_entries(out, library, options.format);
    return exit_done;
  });
}

}  // namespace gouji::app
