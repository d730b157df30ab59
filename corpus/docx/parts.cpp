#include "corpus/docx/parts.h"

#include <algorithm>
#include <array>

#include "corpus/docx/manuscript.h"
#include "corpus/docx/xml_reader.h"

namespace gouji::corpus::docx {
namespace {

// `target` as seen from the folder of `part`; the package's own root where it starts with '/'.
std::string resolve(std::string_view part, std::string_view target) {
  std::string path;
  if (!target.starts_with('/')) path = part.substr(0, part.rfind('/') == std::string_view::npos ? 0 : part.rfind('/') + 1);
  for (std::size_t at = 0; at < target.size();) {
    const std::size_t end = std::min(target.find('/', at), target.size());
    const std::string_view step = target.substr(at, end - at);
    if (step == "..") {
      const std::size_t parent = path.size() < 2 ? std::string::npos : path.rfind('/', path.size() - 2);
      path.erase(parent == std::string::npos ? 0 : parent + 1);
    } else if (!step.empty() && step != ".") {
      path.append(step).append(end < target.size() ? "/" : "");
    }
    at = end + 1;
  }
  return path;
}

class RelationshipReader : public XmlHandler {
 public:
  RelationshipReader(std::string_view part, std::vector<Relationship>& out) : part_(part), out_(out) {}
  void start(const Tag& tag) override {
    if (tag.name != Name::Relationship || tag.get(Name::TargetMode) == "External") return;
    const std::string_view type = tag.get(Name::Type);
    if (out_.size() == most) throw Refused{too_much(std::to_string(most) + " relationships")};
    out_.push_back({std::string(tag.get(Name::Id)), std::string(type.substr(type.rfind('/') + 1)), resolve(part_, tag.get(Name::Target))});
  }
  void end(Space, Name) override {}
  void text(std::string_view) override {}

 private:
  static constexpr std::size_t most = 100'000;
  std::string_view part_;
  std::vector<Relationship>& out_;
};

// The content type of one part: its own, or its extension's.
class ContentTypeReader : public XmlHandler {
 public:
  explicit ContentTypeReader(std::string_view part) : part_(part) {}
  void start(const Tag& tag) override {
    if (tag.name == Name::Override && same(resolve("", tag.get(Name::PartName)), part_)) own_ = tag.get(Name::ContentType);
    if (tag.name == Name::Default && same(tag.get(Name::Extension), part_.substr(part_.rfind('.') + 1))) usual_ = tag.get(Name::ContentType);
  }
  void end(Space, Name) override {}
  void text(std::string_view) override {}
  const std::string& type() const { return own_.empty() ? usual_ : own_; }

 private:
  static bool same(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
  }
  std::string_view part_;
  std::string own_, usual_;
};

constexpr std::string_view content_types = "[Content_Types].xml";

tl::unexpected<Error> other_archive(const Package& package, std::string_view type) {
  struct Kind {
    std::string_view mark, what, hint;
  };
  static constexpr std::array<Kind, 4> kinds{{
      {"spreadsheetml", "an Excel workbook", "convert it first: libreoffice --headless --convert-to csv"},
      {"ms-excel", "an Excel workbook", "convert it first: libreoffice --headless --convert-to csv"},
      {"presentationml", "a PowerPoint presentation", "convert it first: libreoffice --headless --convert-to pdf, then pdftotext -layout"},
      {"ms-powerpoint", "a PowerPoint presentation", "convert it first: libreoffice --headless --convert-to pdf, then pdftotext -layout"},
  }};
  for (const Kind& kind : kinds) {
    if (type.find(kind.mark) != std::string_view::npos) return fail("unsupported_format", std::string(kind.what), std::string(kind.hint));
  }
  if (package.has("mimetype") && package.has("content.xml"))
    return fail("unsupported_format", "an OpenDocument file", "convert it first: libreoffice --headless --convert-to docx");
  return fail("unsupported_format", "a ZIP archive that holds no Word document", "unpack it first");
}

}  // namespace

Result<std::vector<Relationship>> relationships_of(const Package& package, std::string_view part, const Limits& limits) {
  const std::size_t folder = part.rfind('/') == std::string_view::npos ? 0 : part.rfind('/') + 1;
  const std::string name = std::string(part.substr(0, folder)) + "_rels/" + std::string(part.substr(folder)) + ".rels";
  std::vector<Relationship> out;
  if (!package.has(name)) return out;
  const auto bytes = package.read(name);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  RelationshipReader reader(part, out);
  if (auto read = read_xml(bytes->view(), name, limits, reader); !read) return tl::unexpected<Error>(read.error());
  return out;
}

Result<std::string> main_part(const Package& package, const Limits& limits) {
  const auto relationships = relationships_of(package, "", limits);
  if (!relationships) return tl::unexpected<Error>(relationships.error());
  const auto main = std::find_if(relationships->begin(), relationships->end(), [](const Relationship& r) { return r.type == "officeDocument"; });
  std::string name = main != relationships->end() ? main->target : "word/document.xml";
  if (!package.has(name)) return other_archive(package, "");
  if (!package.has(content_types)) return name;
  const auto types = package.read(content_types);
  if (!types) return tl::unexpected<Error>(types.error());
  ContentTypeReader reader(name);
  if (auto read = read_xml(types->view(), content_types, limits, reader); !read) return tl::unexpected<Error>(read.error());
  const std::string& type = reader.type();
  const bool word = type.find("wordprocessingml") != std::string::npos || type.find("ms-word") != std::string::npos;
  if (!word) return other_archive(package, type);
  return name;
}

}  // namespace gouji::corpus::docx
