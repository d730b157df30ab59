// The annotated copy: comments stand on exactly the printed figures, everything else of the package stays as it was, and gouji reads the
// copy as it read the original.
#include <zip.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <memory>
#include <regex>

#include "app/auditor.h"
#include "corpus/docx/package.h"
#include "output/docx/annotate.h"
#include "support/docx_fixtures.h"
#include "support/docx_samples.h"
#include "support/docx_writer.h"
#include "support/docx_xml.h"
#include "temporary_folder.h"

namespace gouji::app {
namespace {

using namespace gouji::test::docx;
using output::Annotated;

output::Report audited(const std::string& bytes) {
  static const Auditor auditor(patterns::Library::load({}).value(), [] {
    Auditor::Options options;
    options.all_texts = options.annotates = true;
    return options;
  }());
  Outcome outcome = auditor.run(corpus::Bytes{"a.docx", bytes, corpus::sha256_hex(bytes)});
  if (const auto* refusal = std::get_if<output::Refusal>(&outcome)) FAIL(refusal->message);
  return std::get<output::Report>(std::move(outcome));
}

Annotated annotated(const std::string& bytes) {
  const auto copy = output::annotate(audited(bytes), bytes, Language::zh, {});
  if (!copy) FAIL(copy.error().message);
  return *copy;
}

std::string part_of(const std::string& package, const std::string& name) {
  const auto opened = corpus::docx::Package::open(package, {});
  REQUIRE(opened);
  const auto part = opened->read(name);
  return part ? std::string(part->view()) : std::string();
}

// Every entry by name with its bytes as they stand in the archive, compressed.
std::map<std::string, std::string> entries(const std::string& package) {
  std::map<std::string, std::string> out;
  zip_t* archive = zip_open_from_source(zip_source_buffer_create(package.data(), package.size(), 0, nullptr), ZIP_RDONLY, nullptr);
  REQUIRE(archive != nullptr);
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    REQUIRE(zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) == 0);
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), ZIP_FL_COMPRESSED);
    std::string bytes(stat.comp_size, '\0');
    CHECK(zip_fread(file, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
    zip_fclose(file);
    out[stat.name] = std::to_string(stat.comp_method) + " " + std::to_string(stat.mtime) + " " + bytes;
  }
  zip_discard(archive);
  return out;
}

bool is_subsequence(const std::string& part, const std::string& whole) {
  std::size_t at = 0;
  for (const char c : whole) at += at < part.size() && part[at] == c ? 1 : 0;
  return at == part.size();
}

std::string unescaped(std::string text) {
  for (const auto& [entity, character] : std::map<std::string, std::string>{{"&lt;", "<"}, {"&gt;", ">"}, {"&#x31;", "1"}, {"&amp;", "&"}})
    text = std::regex_replace(text, std::regex(entity), character);
  return text;
}

// The texts of w:t in a piece of XML.
std::string shown(const std::string& xml) {
  static const std::regex text("<(?:[A-Za-z0-9]+:)?t(?: [^>]*)?>([^<]*)</|<w:(noBreakHyphen)/>");
  std::string out;
  for (std::sregex_iterator at(xml.begin(), xml.end(), text), end; at != end; ++at) out += (*at)[2].matched ? "-" : unescaped((*at)[1].str());
  return out;
}

struct SeenComment {
  std::string on, text;  // what it stands on, what it says
};

std::vector<SeenComment> comments(const std::string& package, const std::string& part = "word/comments.xml") {
  const std::string document = part_of(package, "word/document.xml"), texts = part_of(package, part);
  static const std::regex comment("<[^<>/]*comment [^<>]*id=\"([0-9]+)\" [^<>]*author=\"gouji\".*?</[a-z0-9]*:?comment>");
  std::vector<SeenComment> out;
  for (std::sregex_iterator at(texts.begin(), texts.end(), comment), end; at != end; ++at) {
    const std::string id = "id=\"" + (*at)[1].str() + "\"/>";
    const std::size_t begin = document.find("commentRangeStart w:" + id), behind = document.find("commentRangeEnd w:" + id);
    REQUIRE(begin != std::string::npos);
    REQUIRE(behind != std::string::npos);
    CHECK(begin < behind);
    CHECK(document.find("commentReference w:" + id, behind) != std::string::npos);
    out.push_back({shown(document.substr(begin, behind - begin)), shown(at->str())});
  }
  return out;
}

// Sum of 100 and 260 said to be 300: three figures, each printed once.
std::string sentence(const std::string& total) { return p("云溪县教育局2023年度部门决算说明") + p("一、收支情况") + total; }
const std::string whole_sentence = "2023年支出合计300万元，其中基本支出100万元，项目支出260万元。";

void same_report(const std::string& original, const std::string& copy) {
  const output::Report a = audited(original), b = audited(copy);
  CHECK(a.document.text == b.document.text);
  REQUIRE(a.extraction.figures.size() == b.extraction.figures.size());
  for (std::size_t i = 0; i < a.extraction.figures.size(); ++i) {
    const Figure &x = a.extraction.figures[i], &y = b.extraction.figures[i];
    CHECK((x.text == y.text && x.value == y.value && x.indicator == y.indicator && x.period.value == y.period.value));
    CHECK(a.document.map.place(x.text).runs == b.document.map.place(y.text).runs);
  }
  REQUIRE(a.checks.size() == b.checks.size());
  for (std::size_t i = 0; i < a.checks.size(); ++i)
    CHECK((a.checks[i].id == b.checks[i].id && a.checks[i].verdict == b.checks[i].verdict && a.checks[i].formula == b.checks[i].formula));
}

void only_comments_added(const std::string& original, const std::string& copy) {
  std::map<std::string, std::string> before = entries(original), after = entries(copy);
  CHECK(after.erase("word/comments.xml") == 1);
  for (const char* name : {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}) {
    CHECK(is_subsequence(part_of(original, name), part_of(copy, name)));
    before.erase(name);
    after.erase(name);
  }
  before.erase("word/comments.xml");
  CHECK((before == after));
}

TEST_CASE("every Word sample: nothing changes but for the comments, which stand on the figures that they name") {
  std::size_t seen = 0;
  for (const auto& [name, bytes] : test::docx_samples()) {
    INFO(name);
    const Annotated copy = annotated(bytes);
    if (name.find("clean") != std::string::npos) {
      CHECK((copy.package == bytes));
      continue;
    }
    only_comments_added(bytes, copy.package);
    same_report(bytes, copy.package);
    CHECK((annotated(bytes).package == copy.package));
    CHECK(copy.left_out.empty());
    for (const SeenComment& comment : comments(copy.package)) {
      ++seen;
      INFO(comment.text);
      if (std::find(copy.beside.begin(), copy.beside.end(), comment.on) == copy.beside.end() && copy.beside.empty())
        CHECK(comment.text.find("：" + comment.on) != std::string::npos);
    }
  }
  CHECK(seen > 40);
}

TEST_CASE("a comment stands on exactly the printed figure, however the runs are cut") {
  const std::string rest = "，其中基本支出100万元，项目支出260万元。";
  struct {
    const char* what;
    std::string body;
  } const cases[] = {
      {"one run", paragraph(run(whole_sentence))},
      {"properties go with both halves",
       paragraph(run(whole_sentence, {.extra = "<w:b/><w:rPrChange w:id=\"9\" w:author=\"x\"><w:rPr><w:i/></w:rPr></w:rPrChange>"}))},
      {"a run of its own", paragraph(run("2023年支出合计") + run("300万元") + run(rest))},
      {"number and unit in two runs", paragraph(run("2023年支出合计3") + run("00") + run("万元" + rest))},
      {"a tab before, in the same run",
       paragraph(run_of("<w:t>2023年支出合计</w:t><w:tab/><w:t>300万元</w:t><w:tab/><w:t>，其中基本支出100万元，项目支出260万元。</w:t>"))},
      {"entities before", paragraph(run("2023年甲&乙<丙>支出合计300万元" + rest))},
      {"a number that is an entity",
       paragraph(run_of("<w:t xml:space=\"preserve\">2023年支出合计300万元，其中基本支出&#x31;00万元，项目支出260万元。</w:t>"))},
      {"blanks beside it, without xml:space", paragraph(run_of("<w:t>2023年支出合计 300万元 ，其中基本支出 100万元，项目支出260万元。</w:t>"))},
      {"inserted", paragraph(run("2023年支出合计") + inserted(run("300万元")) + deleted("290万元") + run(rest))},
      {"in a link", paragraph(hyperlink(run(whole_sentence)))},
      {"in a content control", paragraph(sdt(run("2023年支出合计300万元")) + run(rest))},
      {"a field's result", paragraph(run("2023年支出合计") + complex_field("=SUM(ABOVE)", run("300万元")) + run(rest))},
      {"comments and instructions between",
       paragraph(run_of("<!-- < --><w:t>2023年支出合计300万元，其中基本支出100万元，项目支出260万元。</w:t><?x < ?>"))},
      {"white space between the tags", paragraph("\n <w:r>\n  <w:t>2023年支出合计300万元</w:t>\n </w:r>\n" + run(rest))},
  };
  for (const auto& c : cases) {
    INFO(c.what);
    const std::string original = write_body(sentence(c.body));
    const Annotated copy = annotated(original);
    CHECK(copy.beside.empty());
    const std::vector<SeenComment> seen = comments(copy.package);
    std::vector<std::string> on;
    for (const SeenComment& comment : seen) on.push_back(comment.on);
    CHECK(on == std::vector<std::string>{"300万元", "100万元", "260万元"});
    only_comments_added(original, copy.package);
    same_report(original, copy.package);
    CHECK(annotated(copy.package).package.size() > copy.package.size());  // and once more, behind the comments that are there
  }
}

TEST_CASE("figures of tables are commented on in their cells") {
  const std::string original = write_body(p("云溪县教育局2023年度部门决算公开") + p("收入支出决算总表") + p("单位：万元") +
                                          table(2, row(c("项目") + c("决算数")) + row(c("基本支出") + c("100.00")) +
                                                       row(c("项目支出") + c("260.00")) + row(c("支出合计") + c("300.00"))));
  const Annotated copy = annotated(original);
  std::vector<std::string> on;
  for (const SeenComment& comment : comments(copy.package)) on.push_back(comment.on);
  std::sort(on.begin(), on.end());
  CHECK(on == std::vector<std::string>{"100.00", "260.00", "300.00"});
  only_comments_added(original, copy.package);
  same_report(original, copy.package);
}

TEST_CASE("where Word takes no comment it stands where the text refers to the figure, and that is said") {
  SECTION("a text box: the run that holds it") {
    const std::string original = write_body(sentence(paragraph(run("见下框") + text_box(p(whole_sentence)))));
    const Annotated copy = annotated(original);
    CHECK(copy.beside == std::vector<std::string>{"300万元", "100万元", "260万元"});
    const std::vector<SeenComment> seen = comments(copy.package);
    REQUIRE(seen.size() == 3);
    for (const SeenComment& comment : seen) CHECK(comment.on.find("300万元") != std::string::npos);
    only_comments_added(original, copy.package);
    same_report(original, copy.package);
  }
  SECTION("a footnote: its mark") {
    Package package;
    package.body = sentence(paragraph(run("支出情况见注") + footnote_mark(2) + run("。")));
    package.footnotes = {{1, p("无关。")}, {2, p(whole_sentence)}};
    const std::string original = write(package);
    const Annotated copy = annotated(original);
    CHECK(copy.beside.size() == 3);
    const std::string document = part_of(copy.package, "word/document.xml");
    CHECK(std::regex_search(
        document, std::regex("commentRangeStart w:id=\"0\"/>(<w:commentRangeStart w:id=\"[12]\"/>)*<w:r>.{0,80}footnoteReference w:id=\"2\"")));
    only_comments_added(original, copy.package);
    same_report(original, copy.package);
  }
  SECTION("a footnote that the text does not refer to") {
    Package package;
    package.body = sentence(p("支出情况见注。"));
    package.footnotes = {{2, p(whole_sentence)}};
    const Annotated copy = annotated(write(package));
    CHECK(copy.left_out == std::vector<std::string>{"300万元", "100万元", "260万元"});
  }
}

TEST_CASE("comments that are there stay, new ones are numbered behind them") {
  Package package;
  package.body = sentence(paragraph("<w:commentRangeStart w:id=\"7\"/>" + run(whole_sentence) +
                                    "<w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r>"));
  std::vector<test::ZipEntry> all = parts(package);
  const std::string uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const auto with = [&](const std::string& xml) {
    std::vector<test::ZipEntry> changed = all;
    part(changed, "word/_rels/document.xml.rels").data =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"remarks.xml\"/></Relationships>";
    changed.push_back({"word/remarks.xml", xml});
    return test::write_zip(changed);
  };
  const std::string theirs = "<w:comment w:id=\"7\" w:author=\"李\"><w:p/></w:comment>";
  const std::string root = "<w:comments xmlns:w=\"" + uri + "\">";
  const std::string original = with(root + theirs + "</w:comments>");
  const std::string copy = annotated(original).package;
  CHECK(part_of(copy, "word/remarks.xml").starts_with(root + theirs + "<w:comment w:id=\"8\" w:author=\"gouji\""));
  CHECK(comments(copy, "word/remarks.xml").at(0).on == "300万元");
  CHECK((entries(copy).at("[Content_Types].xml") == entries(original).at("[Content_Types].xml")));
  same_report(original, copy);
  CHECK(comments(annotated(with("<w:comments xmlns:w=\"" + uri + "\"/>")).package, "word/remarks.xml").size() == 3);
  for (const std::string broken : {"<w:comments", "", "<", "<w:comments xmlns:w=\"u\"><w:comment>", "<!DOCTYPE x><x/>"}) {
    INFO(broken);
    const std::string package_bytes = with(broken);
    CHECK_FALSE(output::annotate(audited(package_bytes), package_bytes, Language::zh, {}));
  }
}

TEST_CASE("namespaces as the file has them: strict, the default one, no relationships yet") {
  Package package;
  package.body = sentence(p(whole_sentence));
  package.strict = true;
  const std::string strict = annotated(write(package)).package;
  CHECK(part_of(strict, "word/comments.xml").find("purl.oclc.org/ooxml/wordprocessingml/main") != std::string::npos);
  CHECK(part_of(strict, "word/_rels/document.xml.rels").find("purl.oclc.org/ooxml/officeDocument/relationships/comments") != std::string::npos);

  package.strict = false;
  std::vector<test::ZipEntry> all = parts(package);
  const std::string uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  std::string body;
  for (const char* text : {"云溪县教育局2023年度部门决算说明", "一、收支情况", whole_sentence.c_str()})
    body += std::string("<p><r><t>") + text + "</t></r></p>";
  part(all, "word/document.xml").data = "<document xmlns=\"" + uri + "\"><body>" + body + "</body></document>";
  std::erase_if(all, [](const test::ZipEntry& entry) { return entry.name == "word/_rels/document.xml.rels"; });
  const std::string original = test::write_zip(all), copy = annotated(original).package;
  CHECK(part_of(copy, "word/document.xml").find("<w:commentRangeStart xmlns:w=\"" + uri + "\" w:id=\"0\"/>") != std::string::npos);
  CHECK(part_of(copy, "word/_rels/document.xml.rels").find("comments.xml") != std::string::npos);
  same_report(original, copy);
}

TEST_CASE("what cannot be annotated is refused by name") {
  std::vector<test::ZipEntry> all = parts({.body = sentence(p(whole_sentence))});
  std::string& main = part(all, "word/document.xml").data;
  std::u16string wide;
  for (std::size_t at = 0; at < main.size();) {
    const auto lead = static_cast<unsigned char>(main[at]);
    const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
    unsigned code = length == 1 ? lead : length == 2 ? lead & 0x1FU : lead & 0x0FU;
    for (int i = 1; i < length; ++i) code = (code << 6U) | (static_cast<unsigned char>(main[at + static_cast<std::size_t>(i)]) & 0x3FU);
    wide += static_cast<char16_t>(code);
    at += static_cast<std::size_t>(length);
  }
  std::string bytes = "\xFF\xFE";
  for (const char16_t unit : wide) bytes.append({static_cast<char>(unit & 0xFFU), static_cast<char>(unit >> 8U)});
  main = bytes;
  const std::string package = test::write_zip(all);
  const auto copy = output::annotate(audited(package), package, Language::zh, {});
  REQUIRE_FALSE(copy);
  CHECK(copy.error().code == "utf16_part");

  Auditor::Options options;
  options.annotates = true;
  const Auditor auditor(patterns::Library::load({}).value(), options);
  const Outcome text = auditor.run(corpus::Bytes{"a.txt", whole_sentence, corpus::sha256_hex(whole_sentence)});
  CHECK(std::get<output::Refusal>(text).code == "not_word");
}

TEST_CASE("LibreOffice opens the copy and shows every comment") {
  if (std::system("command -v soffice >/dev/null 2>&1") != 0) {
    WARN("SKIPPED: no soffice");
    return;
  }
  const testing::TemporaryFolder folder;
  const std::string copy = annotated(test::sample_accounts(true)).package;
  folder.write("copy.docx", copy);
  const std::string line =
      "cd '" + folder.path() +
      "' && LC_ALL=C.UTF-8 timeout 180 soffice -env:UserInstallation=file://$PWD/profile --headless --convert-to fodt copy.docx >log 2>&1";
  REQUIRE(std::system(line.c_str()) == 0);
  const std::string flat = testing::contents(folder / "copy.fodt");
  if (flat.empty()) {
    WARN("SKIPPED: no LibreOffice Writer");
    return;
  }
  std::size_t shown_by_office = 0;
  for (std::size_t at = 0; (at = flat.find("<office:annotation ", at)) != std::string::npos; ++at) ++shown_by_office;
  CHECK(shown_by_office == comments(copy).size());
  CHECK(flat.find("<dc:creator>gouji</dc:creator>") != std::string::npos);
}

// Whatever Word wrote: the copy reads as the original did. Needs the files of other projects.
TEST_CASE("annotated copies of other projects' files read as their originals") {
  const auto folder = test::docx_fixtures_folder();
  if (!folder) {
    WARN("SKIPPED: no fixtures");
    return;
  }
  static const Auditor auditor(patterns::Library::load({}).value(), [] {
    Auditor::Options options;
    options.all_texts = options.annotates = true;
    return options;
  }());
  for (const test::Fixture& fixture : test::docx_fixtures(*folder)) {
    const std::string bytes = test::file_contents(fixture.path);
    Outcome outcome = auditor.run(corpus::Bytes{fixture.name, bytes, corpus::sha256_hex(bytes)});
    auto* report = std::get_if<output::Report>(&outcome);
    if (report == nullptr || report->extraction.figures.empty()) continue;
    INFO(fixture.name);
    // A finding on every figure, whether the report has one or not.
    output::Report& all = *report;
    all.checks.clear();
    for (FigureId id = 0; id < all.extraction.figures.size(); ++id) {
      Check check;
      check.verdict = Verdict::inconsistent;
      check.severity = Severity::error;
      check.stated = id;
      check.operands.push_back({id, OperandRole::total, 1});
      all.checks.push_back(check);
    }
    const auto copy = output::annotate(all, bytes, Language::en, {});
    if (!copy) FAIL_CHECK(copy.error().code);
    if (copy) {
      same_report(bytes, copy->package);
      CHECK(copy->left_out.empty());
    }
  }
}

}  // namespace
}  // namespace gouji::app
