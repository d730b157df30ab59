#include "output/sarif.h"

#include <fmt/format.h>

#include <array>

#include "output/across_record.h"
#include "output/findings.h"
#include "output/messages.h"
#include "output/tally.h"
#include "output/utf8.h"

namespace gouji::output {
namespace {

constexpr std::string_view schema = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr std::array all_rules{Rule::sum,        Rule::share,   Rule::shares_total, Rule::difference, Rule::change,    Rule::completion,
                               Rule::rate,       Rule::balance, Rule::equal,        Rule::identity,   Rule::hierarchy, Rule::score,
                               Rule::attainment, Rule::product, Rule::headcount,    Rule::formula,    Rule::unit};

// RFC 3986: everything but unreserved characters and "/" as %XX. A path that is not absolute stays relative.
std::string uri_of(const std::string& path) {
  constexpr std::string_view plain = "-._~/";
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (alphanumeric || plain.find(c) != std::string_view::npos) {
      out.push_back(c);
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  json.begin(key);
  json.text("text", text);
  json.end();
}

void write_artifact_location(JsonWriter& json, const std::string& path, std::uint64_t index) {
  json.begin("artifactLocation");
  json.text("uri", uri_of(path));
  json.number("index", index);
  json.end();
}

// Where a figure stands in the document's own structure.
std::string logical_name(const Report& report, const Figure& figure) {
  std::string out;
  for (const std::string_view heading : heading_path(report.document, figure.section)) out.append(out.empty() ? "" : " / ").append(heading);
  if (figure.table == no_id) return out;
  const Table* table = figure.table < report.document.tables.size() ? &report.document.tables[figure.table] : nullptr;
  const std::string title = table != nullptr ? without_line_breaks(report.document.view(table->title)) : std::string();
  return fmt::format("{} [{} | {}]", title.empty() ? out : title, figure.row_label, figure.column_label);
}

class ResultWriter {
 public:
  ResultWriter(JsonWriter& json, const Report& report, const SarifOptions& options, std::uint64_t artifact)
      : json_(json), report_(report), options_(options), artifact_(artifact), index_(report) {}

  void write(const Check& check, std::size_t consequences) {
    const bool failed = fails(check);
    json_.begin();
    json_.text("ruleId", name(check.rule));
    json_.number("ruleIndex", static_cast<std::uint64_t>(check.rule));
    json_.text("kind", failed ? "fail" : "review");
    json_.text("level",
               !failed ? "none" : (check.severity == Severity::error ? "error" : (check.severity == Severity::warning ? "warning" : "note")));
    write_text(json_, "message", message_of(check));
    locations(check);
    json_.begin("fingerprints");
    json_.text("gouji/check/v1", check.id);
    json_.end();
    json_.begin("partialFingerprints");
    json_.text("gouji/evidence/v1", check.evidence);
    json_.end();
    properties(check, consequences);
    json_.end();
  }

 private:
  // The arithmetic stands in the message: most viewers show nothing else.
  std::string message_of(const Check& check) const {
    std::string out(check.message.empty() ? check.why : check.message);
    if (!check.formula.empty() && check.formula != out) out += (out.empty() ? "" : " ") + std::string(check.formula);
    if (!check.hint.empty()) out += fmt::format(fmt::runtime(options_.language == Language::en ? " ({})" : "（{}）"), check.hint);
    return out.empty() ? word(check.rule, options_.language) : out;
  }

  void locations(const Check& check) {
    const FigureId stated = check.stated != no_id || check.operands.empty() ? check.stated : check.operands.front().figure;
    json_.begin_array("locations");
    if (index_.find(stated) != nullptr) location(stated, {}, 0);
    json_.end_array();
    json_.begin_array("relatedLocations");
    std::uint64_t number = 0;
    for (const CheckOperand& operand : check.operands) {
      if (operand.figure != stated && index_.find(operand.figure) != nullptr)
        location(operand.figure, word(operand.role, options_.language), ++number);
    }
    json_.end_array();
  }

  void location(FigureId id, const std::string& role, std::uint64_t number) {
    const Figure& figure = report_.extraction.figures[id];
    const PrintedFigure& printed = *index_.find(id);
    json_.begin();
    if (number != 0) json_.number("id", number);
    json_.begin("physicalLocation");
    write_artifact_location(json_, report_.document.meta.path, artifact_);
    if (printed.place.line != 0) region(printed);
    json_.end();
    logical_locations(figure, printed.place);
    if (!role.empty()) write_text(json_, "message", fmt::format("{} {}", role, printed.printed));
    json_.end();
  }

  void logical_locations(const Figure& figure, const Place& place) {
    const auto logical = [&](const std::string& where, std::string_view kind) {
      if (where.empty()) return;
      json_.begin();
      json_.text("fullyQualifiedName", where);
      json_.text("kind", kind);
      json_.end();
    };
    json_.begin_array("logicalLocations");
    logical(logical_name(report_, figure), figure.table == no_id ? "section" : "cell");
    if (!place.runs.empty()) logical(fmt::format("{}#{}", place.part, place.runs.front().paragraph), "paragraph");
    json_.end_array();
  }

  // Lines and columns count from 1; a figure that is broken over lines runs to its line's end there.
  void region(const PrintedFigure& printed) {
    json_.begin("region");
    json_.number("startLine", printed.place.line);
    json_.number("startColumn", printed.place.offset + 1);
    if (printed.place.spans.size() < 2) {
      std::uint64_t characters = 0;
      for (std::size_t at = 0; at < printed.printed.size(); at += code_point(printed.printed, at).length) ++characters;
      json_.number("endColumn", printed.place.offset + 1 + characters);
    }
    json_.number("byteOffset", printed.place.begin);
    json_.number("byteLength", printed.place.end - printed.place.begin);
    write_text(json_, "snippet", printed.printed);
    json_.end();
  }

  void properties(const Check& check, std::size_t consequences) {
    json_.begin("properties");
    json_.text("verdict", name(check.verdict));
    json_.text_or_null("formula", check.formula);
    json_.text_or_null("computed", check.computed);
    json_.text_or_null("difference", check.difference);
    json_.text_or_null("hint", check.hint);
    json_.text_or_null("why", check.why);
    if (check.blamed && index_.find(check.blamed->figure) != nullptr) {
      json_.text("blamed", index_.find(check.blamed->figure)->printed);
      json_.text("would_be", check.blamed->would_be.str());
    }
    json_.number("consequences", std::uint64_t{consequences});
    json_.end();
  }

  JsonWriter& json_;
  const Report& report_;
  const SarifOptions& options_;
  std::uint64_t artifact_;
  PrintedFigures index_;
};

void write_tool(JsonWriter& json, const SarifOptions& options) {
  json.begin("tool");
  json.begin("driver");
  json.text("name", "gouji");
  json.text("version", options.version);
  json.text("language", options.language == Language::en ? "en" : "zh-CN");
  json.begin_array("rules");
  for (const Rule rule : all_rules) {
    json.begin();
    json.text("id", name(rule));
    write_text(json, "shortDescription", word(rule, options.language));
    json.end();
  }
  json.end_array();
  json.end();
  json.end();
}

void write_artifact(JsonWriter& json, const DocumentMeta& meta) {
  json.begin();
  json.begin("location");
  json.text("uri", uri_of(meta.path));
  json.end();
  if (meta.bytes != 0) json.number("length", meta.bytes);  // unknown of one that only a check across documents speaks of
  if (!meta.encoding.empty()) json.text("encoding", meta.encoding);
  json.begin("hashes");
  json.text("sha-256", meta.id);
  json.end();
  json.end();
}

void write_invocation(JsonWriter& json, const std::vector<Refusal>& refusals) {
  json.begin();
  json.boolean("executionSuccessful", true);
  json.begin_array("toolExecutionNotifications");
  for (const Refusal& refusal : refusals) {
    json.begin();
    json.text("level", "error");
    write_text(json, "message", refusal.hint.empty() ? refusal.message : refusal.message + " " + refusal.hint);
    json.begin("descriptor");
    json.text("id", refusal.code);
    json.end();
    json.end();
  }
  json.end_array();
  json.end();
}

}  // namespace

SarifSink::SarifSink(std::ostream& out, SarifOptions options) : out_(out), options_(std::move(options)) {
  json_.begin();
  json_.text("$schema", schema);
  json_.text("version", "2.1.0");
  json_.begin_array("runs");
  json_.begin();
  write_tool(json_, options_);
  json_.text("columnKind", "unicodeCodePoints");
  json_.begin_array("results");
}

void SarifSink::report(const Report& report) {
  ResultWriter writer(json_, report, options_, artifacts_.size());
  artifact_of_.try_emplace(report.document.meta.id, artifacts_.size());
  artifacts_.push_back(report.document.meta);
  for (const Finding& finding : findings_in_order(report)) {
    writer.write(report.checks[finding.check], finding.consequences);
    put();
  }
  for (const Check& check : report.checks) {
    if (check.verdict != Verdict::query && check.verdict != Verdict::unlikely) continue;
    writer.write(check, 0);
    put();
  }
}

void SarifSink::refusal(const Refusal& refusal) { refusals_.push_back(refusal); }

void SarifSink::across_location(const AcrossOperand& operand, std::uint64_t number) {
  const auto [artifact, is_new] = artifact_of_.try_emplace(operand.document, artifacts_.size());
  if (is_new) {
    DocumentMeta& meta = artifacts_.emplace_back();
    meta.id = operand.document;
    meta.path = operand.path;
  }
  json_.begin();
  if (number != 0) json_.number("id", number);
  json_.begin("physicalLocation");
  write_artifact_location(json_, operand.path, artifact->second);
  if (operand.line != 0) {
    json_.begin("region");
    json_.number("startLine", operand.line);
    write_text(json_, "snippet", operand.printed);
    json_.end();
  }
  json_.end();
  write_text(json_, "message", operand.printed);
  json_.end();
}

void SarifSink::across(const AcrossCheck& check) {
  const bool failed = check.verdict == Verdict::inconsistent;
  if (!failed && check.verdict != Verdict::query) return;
  json_.begin();
  json_.text("ruleId", name(Rule::equal));
  json_.number("ruleIndex", static_cast<std::uint64_t>(Rule::equal));
  json_.text("kind", failed ? "fail" : "review");
  json_.text("level", failed ? "error" : "none");
  write_text(json_, "message", check.message + " " + check.formula);
  json_.begin_array("locations");
  across_location(check.operands.back(), 0);
  json_.end_array();
  json_.begin_array("relatedLocations");
  for (std::size_t i = 0; i + 1 < check.operands.size(); ++i) across_location(check.operands[i], i + 1);
  json_.end_array();
  json_.begin("fingerprints");
  json_.text("gouji/check/v1", across_id(check));
  json_.end();
  json_.begin("partialFingerprints");
  json_.text("gouji/evidence/v1", across_evidence(check));
  json_.end();
  json_.begin("properties");
  json_.text("verdict", name(check.verdict));
  json_.text_or_null("formula", check.formula);
  json_.text_or_null("hint", check.hint);
  json_.text_or_null("why", check.why);
  json_.end();
  json_.end();
  put();
}

void SarifSink::finish() {
  json_.end_array();
  json_.begin_array("artifacts");
  for (const DocumentMeta& meta : artifacts_) write_artifact(json_, meta);
  json_.end_array();
  json_.begin_array("invocations");
  write_invocation(json_, refusals_);
  json_.end_array();
  json_.end();
  json_.end_array();
  json_.end();
  put();
  out_ << '\n';
  out_.flush();
  if (!out_) throw std::ios_base::failure("cannot write the output");
}

void SarifSink::put() {
  const std::string ready = json_.take();
  out_.write(ready.data(), static_cast<std::streamsize>(ready.size()));
  if (!out_) throw std::ios_base::failure("cannot write the output");
}

}  // namespace gouji::output
