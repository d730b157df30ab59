#include "app/status_command.h"

#include <fmt/format.h>

#include "app/output_file.h"
#include "output/json_records.h"
#include "output/messages.h"
#include "output/store/store_messages.h"

namespace gouji::app {
namespace {

using output::Text;
using store::Overview;

void write_counts(output::JsonWriter& json, std::string_view key, const std::vector<std::pair<std::string, std::uint64_t>>& counts) {
  json.begin(key);
  for (const auto& [name, count] : counts) json.number(name, count);
  json.end();
}

void write_json(std::ostream& out, const Overview& overview, const std::string& target) {
  output::JsonWriter json;
  json.begin();
  json.text("type", "store");
  json.text("store", target);
  json.text("schema_version", overview.schema);
  json.text("created_by", overview.created_by);
  write_counts(json, "inputs", overview.inputs);
  write_counts(json, "refusals", overview.refusals);
  json.number("documents", overview.documents);
  json.number("superseded", overview.superseded);
  json.number("figures", overview.figures);
  json.number("findings", overview.findings);
  output::write_verdicts(json, overview.checks);
  json.begin("across");
  json.number("checks", overview.across.checks);
  json.number("findings", overview.across.findings);
  json.boolean("pending", overview.across.pending);
  json.end();
  write_counts(json, "versions", overview.versions);
  json.text_or_null("last_input", overview.last_input);
  json.end();
  out << json.line();
}

std::string joined(const std::vector<std::pair<std::string, std::uint64_t>>& counts) {
  std::string text;
  for (const auto& [name, count] : counts) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name, count);
  return text;
}

void write_text(std::ostream& out, const Overview& overview, const std::string& target, Language language) {
  const auto line = [&](Text label, const std::string& value) { out << fmt::format("  {}: {}\n", label.in(language), value); };
  out << fmt::format("{}\n", target);
  std::string inputs;
  for (const store::Status status : {store::Status::stored, store::Status::duplicate, store::Status::refused}) {
    for (const auto& [name, count] : overview.inputs) {
      if (name == store::name(status)) inputs += fmt::format("{}{} {}", inputs.empty() ? "" : ", ", store::word(status, language), count);
    }
  }
  line({"输入", "inputs"}, inputs.empty() ? "0" : inputs);
  if (!overview.refusals.empty()) line({"未能读取的原因", "refused for"}, joined(overview.refusals));
  line({"文档", "documents"},
       fmt::format(fmt::runtime(Text{"{}（其中已被新版取代 {}）", "{} (superseded: {})"}.in(language)), overview.documents, overview.superseded));
  line({"数字", "figures"}, std::to_string(overview.figures));
  std::string checks;
  for (const Verdict verdict : output::all_verdicts) {
    if (const std::uint64_t count = overview.checks.of(verdict); count > 0) {
      checks += fmt::format("{}{} {}", checks.empty() ? "" : ", ", output::word(verdict, language), count);
    }
  }
  line({"核对", "checks"}, fmt::format("{}{}{}", overview.checks.total(), checks.empty() ? "" : ": ", checks));
  line({"问题", "findings"}, std::to_string(overview.findings));
  line(
      {"跨报告核对", "checks across documents"},
      fmt::format(fmt::runtime(Text{"{}（不一致 {}）{}", "{} (findings: {}){}"}.in(language)), overview.across.checks, overview.across.findings,
                  overview.across.pending ? Text{"；尚未完成，再次入库时继续", "; not all compared yet, the next ingest goes on"}.in(language) : ""));
  line({"版本", "versions"}, joined(overview.versions));
  line({"表结构版本", "schema version"}, overview.schema);
  if (!overview.last_input.empty()) line({"最近入库", "last input"}, overview.last_input);
}

// One a line; where a name holds a line end, NUL ends each. A name that begins like a comment, a list or standard input gets its folder.
void write_refused(std::ostream& out, store::Store& store) {
  std::vector<std::string> paths;
  bool has_line_end = false;
  store.each_refused([&](const store::LedgerEntry& entry) {
    std::string path = store::path_of_ledger(entry.path);
    has_line_end = has_line_end || path.find('\n') != std::string::npos || path.ends_with('\r');
    if (path.starts_with("#")) path.insert(0, "./");
    paths.push_back(std::move(path));
  });
  for (const std::string& path : paths) out << path << (has_line_end ? '\0' : '\n');
}

}  // namespace

int run_status(const Options& options) {
  try {
    const auto store = store::open_store(options.store, store::Access::read, GOUJI_VERSION);
    if (!store) {
      log_error(store::localized(store.error(), options.language));
      return exit_nothing;
    }
    return with_output(options.output, [&](std::ostream& out) {
      if (options.refused_only) {
        write_refused(out, **store);
      } else if (options.format == Format::jsonl) {
        write_json(out, (*store)->overview(), store::shown_target(options.store));
      } else {
        write_text(out, (*store)->overview(), store::shown_target(options.store), options.language);
      }
      return exit_done;
    });
  } catch (const store::StoreFailure& failure) {
    log_error(store::localized(failure.error(), options.language));
    return exit_nothing;
  }
}

}  // namespace gouji::app
