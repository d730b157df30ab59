#include "corpus/docx/package_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "corpus/docx/diagram_reader.h"
#include "corpus/docx/part_reader.h"
#include "corpus/docx/parts.h"

namespace gouji::corpus::docx {
namespace {

// Reads the parts of a package into a manuscript; the first that cannot be read is the refusal: a part of a report is no report.
class PackageReader {
 public:
  PackageReader(const Package& package, const Limits& limits, Trace* trace) : package_(package), limits_(limits), trace_(trace) {
    numbering_.read_when_needed([this] {
      if (auto step = read_into(numbering_, "numbering"); !step) throw Refused{step.error()};
    });
  }

  Result<Manuscript> run() {
    auto main = main_part(package_, limits_);
    if (!main) return tl::unexpected<Error>(main.error());
    auto relationships = relationships_of(package_, *main, limits_);
    if (!relationships) return tl::unexpected<Error>(relationships.error());
    relationships_ = std::move(*relationships);
    Manuscript out;
    auto step = read_into(styles_, "styles");
    if (step) step = read_body(*main, out);
    if (step) step = read_notes("footnotes", Name::footnotes, out);
    if (step) step = read_notes("endnotes", Name::endnotes, out);
    if (step) step = read_margins(out);
    if (!step) return tl::unexpected<Error>(step.error());
    return out;
  }

 private:
  // The first part of a type, where the package has it.
  std::string part_of(std::string_view type) const {
    const auto found = std::find_if(relationships_.begin(), relationships_.end(), [&](const Relationship& r) { return r.type == type; });
    return found != relationships_.end() && package_.has(found->target) ? found->target : std::string();
  }

  template <class Target>
  Result<void> read_into(Target& target, std::string_view type) {
    const std::string part = part_of(type);
    if (part.empty()) return {};
    const auto bytes = package_.read(part);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    return target.read(bytes->view(), part, limits_);
  }

  // `roots`: what its outermost element may be. A part of another kind under this name says nothing that could be read.
  Result<void> read_flow(const std::string& part, std::initializer_list<Name> roots, Manuscript& out, std::vector<FlowItem>& flow) {
    const auto bytes = package_.read(part);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    PartReader reader(styles_, numbering_, limits_, part, out, flow);
    if (trace_ != nullptr) reader.trace(*trace_);
    if (auto step = read_xml(bytes->view(), part, limits_, reader); !step) return step;
    if (std::find(roots.begin(), roots.end(), reader.root()) == roots.end()) {
      const std::string_view expected = spellings[static_cast<std::size_t>(*roots.begin())];
      return fail("bad_package", fmt::format("{} holds something else: its outermost element is not w:{}", part, expected),
                  "open the file in Word and save it again");
    }
    if (&flow == &out.body) margins_ = reader.margins();
    return read_shown_parts(part, reader.shown_parts(), out);
  }

  // Diagrams are read, as notes are; of charts and of documents inside the document it is told that they are not.
  Result<void> read_shown_parts(const std::string& part, const std::vector<ShownPart>& shown, Manuscript& out) {
    using Kind = ShownPart::Kind;
    if (shown.empty()) return {};
    auto relationships = relationships_of(package_, part, limits_);
    if (!relationships) return tl::unexpected<Error>(relationships.error());
    std::unordered_map<std::string_view, std::string_view> targets;
    for (const Relationship& relationship : *relationships) targets.emplace(relationship.id, relationship.target);
    std::unordered_set<std::string_view> seen;
    for (const ShownPart& one : shown) {
      const auto found = targets.find(one.id);
      const std::string target(found == targets.end() ? std::string_view() : found->second);
      if (!seen.insert(one.id).second) continue;
      if (one.kind == Kind::diagram && package_.has(target)) {
        if (auto step = read_diagram(target, out); !step) return step;
      } else {
        const std::string_view what = one.kind == Kind::chart     ? "a chart"
                                      : one.kind == Kind::diagram ? "a diagram"
                                                                  : "a document inside the document";
        out.unread.push_back(fmt::format("{}: {}", target.empty() ? "elsewhere (" + one.id + ")" : target, what));
      }
    }
    return {};
  }

  Result<void> read_diagram(const std::string& part, Manuscript& out) {
    const auto bytes = package_.read(part);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    DiagramReader reader(part, limits_, out, out.notes);
    return read_xml(bytes->view(), part, limits_, reader);
  }

  Result<void> read_body(const std::string& main, Manuscript& out) { return read_flow(main, {Name::document}, out, out.body); }

  Result<void> read_notes(std::string_view type, Name root, Manuscript& out) {
    const std::string part = part_of(type);
    return part.empty() ? Result<void>() : read_flow(part, {root}, out, out.notes);
  }

  // Each header and footer once, in the order of the sections.
  Result<void> read_margins(Manuscript& out) {
    std::unordered_map<std::string_view, std::string_view> targets;
    for (const Relationship& relationship : relationships_) targets.emplace(relationship.id, relationship.target);
    std::unordered_set<std::string_view> read;
    for (const std::string& id : margins_) {
      const auto target = targets.find(id);
      if (target == targets.end() || !read.insert(target->second).second || !package_.has(target->second)) continue;
      if (auto step = read_flow(std::string(target->second), {Name::hdr, Name::ftr}, out, out.margins); !step) return step;
    }
    return {};
  }

  const Package& package_;
  const Limits& limits_;
  Trace* trace_;
  std::vector<Relationship> relationships_;
  Styles styles_;
  Numbering numbering_;
  std::vector<std::string> margins_;
};

}  // namespace

Result<Manuscript> read_manuscript(std::string_view archive, const Limits& limits, Trace* trace) {
  try {
    const auto package = Package::open(archive, limits);
    if (!package) return tl::unexpected<Error>(package.error());
    return PackageReader(*package, limits, trace).run();
  } catch (Refused& refused) {
    return tl::unexpected<Error>(std::move(refused.error));
  }
}

}  // namespace gouji::corpus::docx
