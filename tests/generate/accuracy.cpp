#include "generate/accuracy.h"

#include <algorithm>
#include <set>

namespace gouji::generate {
namespace {

using Place = std::pair<std::uint64_t, std::uint64_t>;
constexpr std::size_t most_notes = 10'000;

struct Audited {
  output::Report report;
  std::map<Place, gouji::FigureId> by_place;
  std::vector<Place> places;  // of its figures
};

Audited audit(const app::Auditor& auditor, const Case& one) {
  corpus::Bytes bytes{one.name, one.bytes, corpus::sha256_hex(one.bytes)};
  app::Outcome outcome = auditor.run(std::move(bytes));
  Audited out;
  if (auto* report = std::get_if<output::Report>(&outcome)) out.report = std::move(*report);
  const Extraction& extraction = out.report.extraction;
  for (std::size_t i = 0; i < extraction.figures.size(); ++i) {
    const gouji::Place place = out.report.document.map.place(extraction.figures[i].number);
    if (place.runs.empty())
      out.places.emplace_back(place.line, place.offset);
    else  // of a Word file
      out.places.emplace_back(place.runs.front().paragraph + 1, place.runs.front().offset);
    out.by_place.emplace(out.places.back(), static_cast<gouji::FigureId>(i));
  }
  return out;
}

bool is_finding(const Check& check) { return check.verdict == Verdict::inconsistent || check.verdict == Verdict::suspect_unit; }

Place place_of(const Figure& figure) { return {figure.line, figure.offset}; }

Kind kind_of(Measure measure) {
  switch (measure) {
    case Measure::amount:
      return Kind::amount;
    case Measure::count:
      return Kind::count;
    case Measure::score:
      return Kind::score;
    default:
      return Kind::ratio;
  }
}

bool same_kind(const Figure& figure, const Report& report, const gouji::Figure& read) {
  const Measure measure = report.quantities[static_cast<std::size_t>(figure.quantity)].measure;
  if (measure == Measure::count) return read.kind == Kind::count || read.kind == Kind::other;
  if (measure == Measure::score && figure.in_table) return read.kind == Kind::score || read.kind == Kind::other || read.kind == Kind::count;
  return read.kind == kind_of(measure);
}

void count_figures(const Case& one, const Audited& audited, Accuracy& accuracy) {
  FigureCount& count = accuracy.figures[one.report.kind + (one.layout.docx      ? ", Word file"
                                                           : one.layout.aligned ? ", aligned columns"
                                                                                : ", cell lines")];
  std::set<Place> stated;
  for (const Figure& figure : one.report.figures) {
    if (figure.gone || figure.line == 0) continue;
    ++count.stated;
    stated.insert(place_of(figure));
    const auto it = audited.by_place.find(place_of(figure));
    const gouji::Figure* read = it == audited.by_place.end() ? nullptr : &audited.report.extraction.figures[it->second];
    const bool found = read != nullptr && read->value.abs() == Decimal(figure.value, -7);
    const bool right = found && same_kind(figure, one.report, *read);
    count.found += found ? 1 : 0;
    count.right += right ? 1 : 0;
    if (!right && accuracy.notes.size() < most_notes)
      accuracy.notes.push_back("figure " + one.name + ":" + std::to_string(figure.line) + " " + figure.number + figure.unit_known +
                               (found  ? " is of another kind"
                                : read ? " is read as " + read->value.str()
                                       : " is not read"));
  }
  count.read += audited.places.size();
  for (const Place& place : audited.places) count.excess += stated.count(place) == 0 ? 1 : 0;
}

std::string line_of(const Audited& audited, const Check& check) {
  return std::to_string(audited.places[check.stated].first) + " " + check.formula + (check.hint.empty() ? "" : " [" + check.hint + "]");
}

std::string printed(const Audited& audited, gouji::FigureId id) {
  return std::string(audited.report.document.view(audited.report.extraction.figures[id].text));
}

void count_clean(const Case& one, const Audited& audited, Accuracy& accuracy) {
  std::uint64_t alarms = 0;
  for (const Check& check : audited.report.checks) {
    if (!is_finding(check)) continue;
    ++alarms;
    if (accuracy.notes.size() < most_notes) accuracy.notes.push_back("false alarm " + one.name + ":" + line_of(audited, check));
  }
  ++accuracy.clean;
  accuracy.alarmed += alarms > 0 ? 1 : 0;
  accuracy.alarms += alarms;
  auto& [reports, all] = accuracy.alarms_by[one.report.kind];
  ++reports;
  all += alarms;
}

// What a finding may name to be about the fault, and what it may blame to be right.
struct Due {
  std::set<Place> about, right;
  bool row = false;
};

Due due_of(const Report& report, const Fault& fault) {
  Due due;
  const auto place = [&](FigureId id) { return place_of(report.figures[static_cast<std::size_t>(id)]); };
  due.row = fault.kind == FaultKind::row_missing || fault.kind == FaultKind::row_doubled;
  for (const FigureId id : fault.figures)
    if (!report.figures[static_cast<std::size_t>(id)].gone) due.right.insert(place(id));
  if (due.row)
    for (const std::size_t relation : fault.broken) due.right.insert(place(report.relations[relation].result));
  due.about = due.right;
  return due;
}

// "sum 3295 = 2563 + 455 + 277" for each relation that the fault breaks.
std::string broken(const Report& report, const Fault& fault) {
  static const char* const signs[] = {"", " + ", " ÷ ", " − "};
  std::string out;
  for (const std::size_t r : fault.broken) {
    const Relation& relation = report.relations[r];
    const auto number = [&](FigureId id) { return report.figures[static_cast<std::size_t>(id)].number; };
    out += (out.empty() ? " breaks " : "; ") + name_of(relation.kind) + " " + number(relation.result) + " = ";
    const bool adds = relation.kind == RelationKind::sum || relation.kind == RelationKind::at_most || relation.kind == RelationKind::equal;
    for (std::size_t i = 0; i < relation.terms.size(); ++i)
      out += signs[i == 0 ? 0 : !adds ? 2 : relation.terms[i].sign < 0 ? 3 : 1] + number(relation.terms[i].figure);
  }
  return out;
}

void count_faulty(const Case& one, const Audited& audited, Accuracy& accuracy) {
  const Fault& fault = one.report.faults.front();
  FaultCount count;
  count.planted = 1;
  const Due due = due_of(one.report, fault);
  const bool decidable = fault.suspects.size() == 1 && due.right.count(place_of(one.report.figures[static_cast<std::size_t>(fault.suspects[0])])) > 0;
  bool blamed = false, another = false;
  std::string others;
  for (const Check& check : audited.report.checks) {
    if (!is_finding(check) && check.verdict != Verdict::query) continue;
    const bool about = std::any_of(check.operands.begin(), check.operands.end(),
                                   [&](const CheckOperand& o) { return due.about.count(audited.places[o.figure]) > 0; });
    if (about) (is_finding(check) ? count.found : count.asked) = 1;
    if (!is_finding(check)) continue;
    if (check.caused_by != no_id) continue;
    // Without blame a finding speaks of the figure that it states: of a total whose row is missing that is all there is to say.
    const gouji::FigureId named = check.blamed ? check.blamed->figure : due.row ? check.stated : no_id;
    if (about && named != no_id) (due.right.count(audited.places[named]) > 0 ? blamed : another) = true;
    count.findings += about ? 1 : 0;
    count.noise += about ? 0 : 1;
    others += " | " + line_of(audited, check) + (check.blamed ? " blames " + printed(audited, check.blamed->figure) : "");
  }
  if (count.found > 0) count.asked = 0;
  count.blamed = blamed ? 1 : 0;
  count.misblamed = another && !blamed ? 1 : 0;
  count.decidable = decidable ? 1 : 0;
  count.decided = decidable && blamed ? 1 : 0;
  count.misled = decidable && another && !blamed ? 1 : 0;
  if (count.findings > 1) count.findings -= std::min<std::uint64_t>(count.findings, fault.figures.size()) - 1;
  accuracy.faults[name_of(fault.kind)][one.report.kind].add(count);
  if ((count.found == 0 || !blamed || count.findings > 1 || count.noise > 0) && accuracy.notes.size() < most_notes) {
    const Figure& figure = one.report.figures[static_cast<std::size_t>(fault.figures.front())];
    const char* what = count.asked > 0       ? "asked "
                       : count.found == 0    ? "missed "
                       : count.noise > 0     ? "noise "
                       : count.misblamed > 0 ? "misblamed "
                       : !blamed             ? "unblamed "
                                             : "several findings ";
    accuracy.notes.push_back(what + name_of(fault.kind) + (decidable ? " (decidable) " : " ") + one.name + ":" + std::to_string(figure.line) + " " +
                             fault.was + " → " + fault.printed + broken(one.report, fault) + others);
  }
}

std::string share(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "–";
  const std::uint64_t tenths = (1000 * part + whole / 2) / whole;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

std::string per(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "–";
  const std::uint64_t hundredths = (100 * part + whole / 2) / whole;
  return std::to_string(hundredths / 100) + "." + (hundredths % 100 < 10 ? "0" : "") + std::to_string(hundredths % 100);
}

std::string fault_row(const std::string& name, const FaultCount& c) {
  const std::uint64_t open = c.planted - c.decidable, named = c.blamed - c.decided, misnamed = c.misblamed - c.misled;
  return "| " + name + " | " + std::to_string(c.planted) + " | " + share(c.found, c.planted) + " | " + share(c.asked, c.planted) + " | " +
         std::to_string(c.decidable) + " | " + share(c.decided, c.decidable) + " | " + share(c.misled, c.decidable) + " | " + std::to_string(open) +
         " | " + share(named, open) + " | " + share(misnamed, open) + " | " + per(c.findings, c.found) + " | " + std::to_string(c.noise) + " |\n";
}

std::string fault_tables(const Accuracy& accuracy) {
  std::string out =
      "| fault | planted | found | only asked about | decidable | blamed on it | on another | undecidable | blamed on it | on another | findings a "
      "found fault | noise |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n";
  std::set<std::string> kinds;
  for (const auto& [fault, by_kind] : accuracy.faults) {
    FaultCount sum;
    for (const auto& [kind, count] : by_kind) sum.add(count), kinds.insert(kind);
    out += fault_row(fault, sum);
  }
  out += fault_row("**all**", accuracy.all_faults()) + "\nFound / planted, by kind of report:\n\n| fault |";
  for (const std::string& kind : kinds) out += " " + kind + " |";
  out += "\n|---|";
  for (std::size_t i = 0; i < kinds.size(); ++i) out += "---|";
  out += "\n";
  for (const auto& [fault, by_kind] : accuracy.faults) {
    out += "| " + fault + " |";
    for (const std::string& kind : kinds) {
      const auto it = by_kind.find(kind);
      out += it == by_kind.end() ? " – |" : " " + std::to_string(it->second.found) + "/" + std::to_string(it->second.planted) + " |";
    }
    out += "\n";
  }
  return out;
}

}  // namespace

void FaultCount::add(const FaultCount& other) {
  planted += other.planted;
  found += other.found;
  asked += other.asked;
  blamed += other.blamed;
  misblamed += other.misblamed;
  decidable += other.decidable;
  decided += other.decided;
  misled += other.misled;
  findings += other.findings;
  noise += other.noise;
}

FaultCount Accuracy::all_faults() const {
  FaultCount sum;
  for (const auto& [fault, by_kind] : faults)
    for (const auto& [kind, count] : by_kind) sum.add(count);
  return sum;
}

FigureCount Accuracy::all_figures() const {
  FigureCount sum;
  for (const auto& [name, count] : figures) {
    sum.stated += count.stated;
    sum.found += count.found;
    sum.right += count.right;
    sum.read += count.read;
    sum.excess += count.excess;
  }
  return sum;
}

Accuracy measure(const app::Auditor& auditor, std::uint64_t seed, std::uint64_t cases) {
  Accuracy accuracy;
  for (std::uint64_t i = 0; i < cases; ++i) {
    for (const bool faulty : {false, true}) {
      const Case one = make_case(seed + i, faulty);
      const Audited audited = audit(auditor, one);
      if (!faulty) count_figures(one, audited, accuracy);
      if (!faulty) count_clean(one, audited, accuracy);
      if (faulty && !one.report.faults.empty()) count_faulty(one, audited, accuracy);
    }
  }
  return accuracy;
}

std::string describe(const Accuracy& accuracy, std::uint64_t seed, std::uint64_t cases) {
  std::string out = std::to_string(cases) + " clean reports and " + std::to_string(cases) + " with one planted fault each, seeds " +
                    std::to_string(seed) + " to " + std::to_string(seed + cases - 1) +
                    ".\n\n### False alarms on clean reports\n\n| report | reports | findings |\n|---|---|---|\n";
  for (const auto& [kind, counts] : accuracy.alarms_by)
    out += "| " + kind + " | " + std::to_string(counts.first) + " | " + std::to_string(counts.second) + " |\n";
  out += "| **all** | " + std::to_string(accuracy.clean) + " | " + std::to_string(accuracy.alarms) + " in " + std::to_string(accuracy.alarmed) +
         " reports |\n";
  out += "\n### Figures\n\n| report and layout | stated | found with their value | of the right kind | excess |\n|---|---|---|---|---|\n";
  std::map<std::string, FigureCount> rows = accuracy.figures;
  rows["**all**"] = accuracy.all_figures();
  for (const auto& [name, c] : rows)
    out += "| " + name + " | " + std::to_string(c.stated) + " | " + share(c.found, c.stated) + " | " + share(c.right, c.stated) + " | " +
           std::to_string(c.excess) + " |\n";
  return out + "\n### Planted faults\n\n" + fault_tables(accuracy);
}

}  // namespace gouji::generate
