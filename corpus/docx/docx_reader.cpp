#include "corpus/docx/docx_reader.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "corpus/block_sequence.h"
#include "corpus/docx/manuscript_lines.h"
#include "corpus/docx/package.h"
#include "corpus/docx/part_reader.h"
#include "corpus/docx/parts.h"
#include "corpus/furniture.h"
#include "corpus/headings.h"
#include "corpus/page_lines.h"
#include "corpus/table_search.h"
#include "corpus/titles.h"

namespace gouji::corpus {
namespace {

using docx::Manuscript;
using docx::Relationship;

// Reads the parts of a package into a manuscript; the first that cannot be read is the refusal: a part of a report is no report.
class PackageReader {
 public:
  PackageReader(const docx::Package& package, const Limits& limits) : package_(package), limits_(limits) {
    numbering_.read_when_needed([this] {
      if (auto step = read_into(numbering_, "numbering"); !step) throw docx::Refused{step.error()};
    });
  }

  Result<Manuscript> run() {
    auto main = docx::main_part(package_, limits_);
    if (!main) return tl::unexpected<Error>(main.error());
    auto relationships = docx::relationships_of(package_, *main, limits_);
    if (!relationships) return tl::unexpected<Error>(relationships.error());
    relationships_ = std::move(*relationships);
    Manuscript out;
    auto step = read_into(styles_, "styles");
    if (step) step = read_body(*main, out);
    if (step) step = read_notes("footnotes", out);
    if (step) step = read_notes("endnotes", out);
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

  Result<void> read_flow(const std::string& part, Manuscript& out, std::vector<docx::FlowItem>& flow) {
    const auto bytes = package_.read(part);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    docx::PartReader reader(styles_, numbering_, limits_, part, out, flow);
    if (auto step = docx::read_xml(bytes->view(), part, limits_, reader); !step) return step;
    if (&flow == &out.body) margins_ = reader.margins();
    return {};
  }

  Result<void> read_body(const std::string& main, Manuscript& out) { return read_flow(main, out, out.body); }

  Result<void> read_notes(std::string_view type, Manuscript& out) {
    const std::string part = part_of(type);
    return part.empty() ? Result<void>() : read_flow(part, out, out.notes);
  }

  // Each header and footer once, in the order of the sections.
  Result<void> read_margins(Manuscript& out) {
    std::unordered_map<std::string_view, std::string_view> targets;
    for (const Relationship& relationship : relationships_) targets.emplace(relationship.id, relationship.target);
    std::unordered_set<std::string_view> read;
    for (const std::string& id : margins_) {
      const auto target = targets.find(id);
      if (target == targets.end() || !read.insert(target->second).second || !package_.has(target->second)) continue;
      if (auto step = read_flow(std::string(target->second), out, out.margins); !step) return step;
    }
    return {};
  }

  const docx::Package& package_;
  const Limits& limits_;
  std::vector<Relationship> relationships_;
  docx::Styles styles_;
  docx::Numbering numbering_;
  std::vector<std::string> margins_;
};

Result<Manuscript> read_manuscript(const Bytes& bytes, const Limits& limits) {
  try {
    const auto package = docx::Package::open(bytes.data, limits);
    if (!package) return tl::unexpected<Error>(package.error());
    return PackageReader(*package, limits).run();
  } catch (docx::Refused& refused) {
    return tl::unexpected<Error>(std::move(refused.error));
  }
}

// The same looks at the lines as a text's, but for what only a printed page needs.
void write(Document& document, const Manuscript& manuscript) {
  const std::string_view text = document.map.decoded();
  docx::ManuscriptLines read = docx::lines_of(manuscript, text);
  std::vector<Line>& lines = read.lines;
  if (!mark_page_lines(text, lines)) mark_bare_page_numbers(text, lines, false);
  const Article article = mark_furniture(text, lines).front();
  if (mark_title(text, lines, article.first, article.last) == lines.size()) {
    if (read.title != no_id) {
      lines[read.title].role = LineRole::title;
    } else {
      recall_title(text, lines, article.first);
    }
  }
  join_delivery_line(text, lines, article.first, article.last);
  if (read.dealt) {
    read.tables = find_tables(text, lines, false);
  } else {
    mark_captions(text, lines, read.tables);
    mark_figure_captions(text, lines);
  }
  build_sections(document, write_blocks(document, lines, Layout{}, read.tables));
  const auto notes = static_cast<BlockId>(document.blocks.size());
  const docx::ManuscriptLines behind = docx::lines_of_notes(manuscript, text);
  write_blocks(document, behind.lines, Layout{}, behind.tables);
  read_numbers(document, notes);
}

}  // namespace

Result<Document> read_docx(Bytes bytes, const Limits& limits) {
  const auto refuse = [&](Error error) {
    error.message = bytes.path + ": " + error.message;
    return tl::unexpected<Error>(std::move(error));
  };
  auto manuscript = read_manuscript(bytes, limits);
  if (!manuscript) return refuse(std::move(manuscript.error()));
  Document document;
  document.meta.id = bytes.sha256;
  document.meta.path = bytes.path;
  document.meta.paths = {bytes.path};
  document.meta.format = "docx";
  document.meta.bytes = bytes.data.size();
  document.map = SourceMap(std::move(manuscript->text), std::move(manuscript->parts), std::move(manuscript->runs));
  write(document, *manuscript);
  if (manuscript->parts_unread > 0)
    document.warnings.push_back({"part_not_read", std::to_string(manuscript->parts_unread) + " documents inside the document are not read", {}});
  if (document.text.empty()) return refuse({"empty", "nothing but white space", ""});
  return document;
}

}  // namespace gouji::corpus
