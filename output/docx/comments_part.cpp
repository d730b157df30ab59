#include "output/docx/comments_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "corpus/docx/parts.h"
#include "corpus/docx/xml_reader.h"
#include "output/docx/xml_bytes.h"

namespace gouji::output::docx {
namespace {

using corpus::docx::Package;

constexpr std::string_view types_part = "[Content_Types].xml";
constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view package_relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

tl::unexpected<Error> bad(std::string what) { return fail("bad_package", std::move(what), "open the file in Word and save it again"); }

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(part.substr(0, slash + 1));
}

// `inside` as the last thing in the root; the root may be empty ("<Types/>"). What stands in `inside` is written with the root's prefix.
template <class Inside>
Result<std::string> put_last(std::string_view xml, std::string_view part, Inside inside) {
  if (is_utf16(xml)) return fail("utf16_part", fmt::format("{} is UTF-16", part), "open the file in Word and save it again");
  TagScanner scanner(xml);
  XmlTag root, last;
  if (!scanner.next(root)) return bad(fmt::format("{} has no element", part));
  const std::size_t colon = root.name.find(':');
  const std::string prefix = colon == std::string_view::npos ? std::string() : std::string(root.name.substr(0, colon + 1));
  if (root.kind == XmlTag::Kind::empty)
    return std::string(xml.substr(0, root.end - 2)) + ">" + inside(prefix) + "</" + std::string(root.name) + ">" + std::string(xml.substr(root.end));
  for (XmlTag tag; scanner.next(tag);) last = tag;
  return std::string(xml.substr(0, last.begin)) + inside(prefix) + std::string(xml.substr(last.begin));
}

struct Nothing : corpus::docx::XmlHandler {
  void start(const corpus::docx::Tag&) override {}
  void end(corpus::docx::Space, corpus::docx::Name) override {}
  void text(std::string_view) override {}
};

std::string comment_xml(const Comment& comment, const WordNames& names) {
  std::string out = fmt::format(R"(<{0}comment{1} {0}id="{2}" {0}author="gouji" {0}initials="gouji">)", names.prefix, names.declaration, comment.id);
  for (const std::string& line : comment.lines)
    out += fmt::format(R"(<{0}p><{0}r><{0}t xml:space="preserve">{1}</{0}t></{0}r></{0}p>)", names.prefix, escaped(line));
  return out + fmt::format("</{}comment>", names.prefix);
}

std::string new_comments_part(bool strict) {
  return std::string(declaration) + "<w:comments xmlns:w=\"" +
         (strict ? "http://purl.oclc.org/ooxml/wordprocessingml/main" : "http://schemas.openxmlformats.org/wordprocessingml/2006/main") +
         "\"></w:comments>";
}

std::string relationships_name(const std::string& part) {
  const std::string folder = folder_of(part);
  return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

Result<PartChange> with_content_type(const Package& package, const std::string& part) {
  const auto bytes = package.read(types_part);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  auto xml = put_last(bytes->view(), types_part, [&](const std::string& prefix) {
    return fmt::format(R"(<{}Override PartName="/{}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>)",
                       prefix, part);
  });
  if (!xml) return tl::unexpected<Error>(xml.error());
  return PartChange{std::string(types_part), package.index(types_part), std::move(*xml)};
}

Result<PartChange> with_relationship(const Package& package, const std::string& main, const std::string& part, bool strict) {
  const std::string name = relationships_name(main);
  std::string xml = std::string(declaration) + "<Relationships xmlns=\"" + std::string(package_relationships) + "\"></Relationships>";
  std::optional<std::uint64_t> index;
  if (package.has(name)) {
    const auto bytes = package.read(name);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    xml = bytes->view();
    index = package.index(name);
  }
  std::string id = "rIdGouji";
  while (xml.find("\"" + id + "\"") != std::string::npos) id += "1";
  const std::string_view type = strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
                                       : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
  auto changed = put_last(xml, name, [&](const std::string& prefix) {
    return fmt::format(R"(<{}Relationship Id="{}" Type="{}" Target="{}"/>)", prefix, id, type, part.substr(folder_of(main).size()));
  });
  if (!changed) return tl::unexpected<Error>(changed.error());
  return PartChange{name, index, std::move(*changed)};
}

}  // namespace

Result<CommentsPart> comments_of(const Package& package, const std::string& main, const corpus::Limits& limits) {
  const auto relationships = corpus::docx::relationships_of(package, main, limits);
  if (!relationships) return tl::unexpected<Error>(relationships.error());
  const auto found = std::find_if(relationships->begin(), relationships->end(), [](const auto& r) { return r.type == "comments"; });
  if (found != relationships->end() && package.has(found->target)) {
    const auto bytes = package.read(found->target);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    Nothing nothing;  // the reader has no use for comments: this part was not parsed yet
    if (const auto sound = corpus::docx::read_xml(bytes->view(), found->target, limits, nothing); !sound) return tl::unexpected<Error>(sound.error());
    return CommentsPart{found->target, std::string(bytes->view())};
  }
  CommentsPart part{folder_of(main) + "comments.xml", {}};
  for (int n = 2; package.has(part.name); ++n) part.name = folder_of(main) + "comments" + std::to_string(n) + ".xml";
  return part;
}

std::uint64_t next_comment_id(std::string_view xml) {
  std::uint64_t next = 0;
  TagScanner scanner(xml);
  for (XmlTag tag; scanner.next(tag);) {
    const std::size_t colon = tag.name.find(':');
    const std::string_view local = tag.name.substr(colon == std::string_view::npos ? 0 : colon + 1);
    if (!local.starts_with("comment") || tag.kind == XmlTag::Kind::end) continue;
    const std::string name = std::string(colon == std::string_view::npos ? "w:" : tag.name.substr(0, colon + 1)) + "id";
    const auto id = attribute(xml.substr(tag.begin, tag.end - tag.begin), name);
    std::uint32_t value = 0;
    if (id && std::from_chars(id->data(), id->data() + id->size(), value).ec == std::errc()) next = std::max(next, std::uint64_t{value} + 1);
  }
  return next;
}

Result<std::vector<PartChange>> write_comments(const Package& package, const std::string& main, const CommentsPart& part,
                                               const std::vector<Comment>& comments, bool strict) {
  const bool is_new = part.bytes.empty();
  const std::string before = is_new ? new_comments_part(strict) : part.bytes;
  const auto names = word_names(before);
  if (!names) return bad(fmt::format("{} holds no comments", part.name));
  auto xml = put_last(before, part.name, [&](const std::string&) {
    std::string all;
    for (const Comment& comment : comments) all += comment_xml(comment, *names);
    return all;
  });
  if (!xml) return tl::unexpected<Error>(xml.error());
  std::vector<PartChange> changes;
  changes.push_back({part.name, is_new ? std::nullopt : std::optional(package.index(part.name)), std::move(*xml)});
  if (!is_new) return changes;
  auto type = with_content_type(package, part.name);
  if (!type) return tl::unexpected<Error>(type.error());
  changes.push_back(std::move(*type));
  auto relationship = with_relationship(package, main, part.name, strict);
  if (!relationship) return tl::unexpected<Error>(relationship.error());
  changes.push_back(std::move(*relationship));
  return changes;
}

}  // namespace gouji::output::docx
