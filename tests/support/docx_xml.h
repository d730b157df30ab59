// WordprocessingML for tests and samples, written as Word writes it: each function gives one element as a string, so that a body is
// put together by adding strings. Texts are escaped here; what is called xml or content is taken as it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gouji::test::docx {

std::string escaped(std::string_view text);

// Runs: what stands inside a paragraph.
struct RunLook {
  bool hidden = false;     // w:vanish
  std::string style = {};  // w:rStyle
  std::string extra = {};  // more of w:rPr
};
std::string run(std::string_view text, const RunLook& look = {});
std::string run_of(std::string_view xml, const RunLook& look = {});  // a run whose content is xml
std::string tab();
std::string line_break(std::string_view type = "");  // "page", "column"
std::string symbol(std::string_view font, std::string_view hex);
std::string no_break_hyphen();
std::string ruby(std::string_view base, std::string_view above);
std::string simple_field(std::string_view code, std::string_view result_runs);
std::string complex_field(std::string_view code, std::string_view result_runs);
std::string hyperlink(std::string_view runs);
std::string inserted(std::string_view xml);
std::string deleted(std::string_view text);     // w:del with w:delText
std::string moved_from(std::string_view text);  // w:moveFrom
std::string moved_to(std::string_view text);    // w:moveTo
std::string footnote_mark(int id);
std::string endnote_mark(int id);

// A text box as Word writes it: mc:AlternateContent with the DrawingML shape and its VML twin, both holding `content`.
std::string text_box(std::string_view content);
std::string text_box_drawing(std::string_view content);  // DrawingML alone
std::string text_box_vml(std::string_view content);      // VML alone
std::string alternate(std::string_view choice, std::string_view fallback);

// Paragraphs.
struct ParagraphLook {
  std::string style = {};
  int list = -1;  // w:numId; -1: none said, 0: numbering taken away
  int level = 0;
  int outline = -1;
  bool hidden_mark = false;   // the paragraph's mark is hidden
  bool deleted_mark = false;  // the paragraph's mark is deleted: it runs on into the next one
};
std::string paragraph(std::string_view runs, const ParagraphLook& look = {});
std::string p(std::string_view text, const ParagraphLook& look = {});  // one run

// Structured document tags around anything.
std::string sdt(std::string_view content);
std::string custom_xml(std::string_view content);

// Tables.
struct CellLook {
  int span = 1;
  std::string merge = {};  // "restart", "continue"
};
struct RowLook {
  int before = 0, after = 0;
  bool deleted = false;
  bool header = false;
};
std::string cell(std::string_view content, const CellLook& look = {});  // content: paragraphs, tables
std::string c(std::string_view text, const CellLook& look = {});        // one paragraph
std::string row(std::string_view cells, const RowLook& look = {});
std::string table(int columns, std::string_view rows);
// Rows of plain cells.
std::string table_of(const std::vector<std::vector<std::string>>& rows);

// numbering.xml: one list a definition; levels are written "format|text|suffix" with %1…%9 ("chineseCounting|%1、|nothing").
struct Level {
  std::string format, text;
  std::string suffix = "nothing";
  int start = 1;
  int restart = -1;        // w:lvlRestart; -1: not said
  bool legal = false;      // w:isLgl
  std::string style = {};  // w:pStyle: the style whose paragraphs this level numbers
};
struct ListDefinition {
  int id = 1;
  std::vector<Level> levels;
};
struct ListOverride {
  int level = 0;
  int start = -1;
};
struct List {
  int id = 1, definition = 1;
  std::vector<ListOverride> overrides = {};
};
std::string numbering(const std::vector<ListDefinition>& definitions, const std::vector<List>& lists);

struct Style {
  std::string id, name;
  std::string based_on = {};
  int outline = -1;
  int list = -1, level = 0;
  bool hidden = false;
  std::string type = "paragraph";
};
std::string styles(const std::vector<Style>& all);

}  // namespace gouji::test::docx
