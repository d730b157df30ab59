#include "support/docx_writer.h"

#include <stdexcept>
#include <string_view>

namespace gouji::test::docx {
namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view relation_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view word_types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

std::string namespaces() {
  return R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
         R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
         R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml")"
         R"( xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")"
         R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
         R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")"
         R"( xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14")";
}

std::string word_part(const std::string& root, const std::string& content, const std::string& before = "") {
  std::string out(declaration);
  return out + before + "<w:" + root + namespaces() + ">" + content + "</w:" + root + ">";
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
}

void make_strict(std::string& xml) {
  replace_all(xml, "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main");
  replace_all(xml, relation_types, "http://purl.oclc.org/ooxml/officeDocument/relationships");
  replace_all(xml, "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
              "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing");
  replace_all(xml, "http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main");
}

// A part of word/ beside the main one: how it is related to it, and its content type's last word.
struct Related {
  std::string name, relation, type, xml;
};

std::string notes(const std::string& kind, const std::map<int, std::string>& all) {
  // Word writes two separators with negative or zero ids first; they are no notes.
  std::string out = "<w:" + kind + R"( w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:)" + kind + ">" + "<w:" + kind +
                    R"( w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:)" + kind + ">";
  for (const auto& [id, content] : all) out += "<w:" + kind + " w:id=\"" + std::to_string(id) + "\">" + content + "</w:" + kind + ">";
  return word_part(kind + "s", out);
}

std::vector<Related> related_parts(const Package& package) {
  std::vector<Related> out;
  if (!package.styles.empty()) out.push_back({"styles", "styles", "styles", word_part("styles", package.styles)});
  if (!package.numbering.empty()) out.push_back({"numbering", "numbering", "numbering", word_part("numbering", package.numbering)});
  if (!package.settings.empty()) out.push_back({"settings", "settings", "settings", word_part("settings", package.settings)});
  if (!package.footnotes.empty()) out.push_back({"footnotes", "footnotes", "footnotes", notes("footnote", package.footnotes)});
  if (!package.endnotes.empty()) out.push_back({"endnotes", "endnotes", "endnotes", notes("endnote", package.endnotes)});
  for (std::size_t i = 0; i < package.headers.size(); ++i)
    out.push_back({"header" + std::to_string(i + 1), "header", "header", word_part("hdr", package.headers[i])});
  for (std::size_t i = 0; i < package.footers.size(); ++i)
    out.push_back({"footer" + std::to_string(i + 1), "footer", "footer", word_part("ftr", package.footers[i])});
  return out;
}

std::string relations(const std::vector<std::pair<std::string, std::string>>& type_and_target) {
  std::string out = std::string(declaration) + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  for (std::size_t i = 0; i < type_and_target.size(); ++i) {
    out += "<Relationship Id=\"rId" + std::to_string(i + 1) + "\" Type=\"" + std::string(relation_types) + "/" + type_and_target[i].first +
           "\" Target=\"" + type_and_target[i].second + "\"/>";
  }
  return out + "</Relationships>";
}

std::string content_types(const std::string& main_type, const std::vector<Related>& related) {
  std::string out =
      std::string(declaration) +
      R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels")"
      R"( ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>)";
  const auto add = [&](const std::string& name, const std::string& type) {
    out += "<Override PartName=\"/word/" + name + ".xml\" ContentType=\"" + type + "\"/>";
  };
  add("document", main_type);
  for (const Related& one : related) add(one.name, std::string(word_types) + one.type + "+xml");
  return out + "</Types>";
}

// Headers and footers are shown where a section names them.
std::string section(const std::vector<Related>& related) {
  std::string out = "<w:sectPr>";
  for (std::size_t i = 0; i < related.size(); ++i) {
    if (related[i].relation == "header" || related[i].relation == "footer")
      out += "<w:" + related[i].relation + "Reference w:type=\"default\" r:id=\"rId" + std::to_string(i + 1) + "\"/>";
  }
  return out + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>";
}

}  // namespace

std::string document_xml(const std::string& content, const std::string& before) { return word_part("document", content, before); }

std::vector<ZipEntry> parts(const Package& package) {
  const std::vector<Related> related = related_parts(package);
  std::vector<std::pair<std::string, std::string>> targets;
  for (const Related& one : related) targets.emplace_back(one.relation, one.name + ".xml");

  std::vector<ZipEntry> out;
  const auto add = [&](std::string name, std::string data) { out.push_back({std::move(name), std::move(data), package.method}); };
  add("[Content_Types].xml", content_types(package.main_type, related));
  add("_rels/.rels", relations({{"officeDocument", "word/document.xml"}}));
  add("word/document.xml", document_xml("<w:body>" + package.body + section(related) + "</w:body>"));
  add("word/_rels/document.xml.rels", relations(targets));
  for (const Related& one : related) add("word/" + one.name + ".xml", one.xml);
  if (package.strict)
    for (ZipEntry& entry : out) make_strict(entry.data);
  return out;
}

std::string write(const Package& package) { return write_zip(parts(package)); }

std::string write_body(std::string body) {
  Package package;
  package.body = std::move(body);
  return write(package);
}

ZipEntry& part(std::vector<ZipEntry>& entries, const std::string& name) {
  for (ZipEntry& entry : entries)
    if (entry.name == name) return entry;
  throw std::out_of_range("no entry " + name);
}

}  // namespace gouji::test::docx
