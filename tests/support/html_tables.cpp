#include "support/html_tables.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

namespace gouji::test {
namespace {

std::string_view name_of(const xmlNode* node) {
  return node->type == XML_ELEMENT_NODE ? std::string_view(reinterpret_cast<const char*>(node->name)) : std::string_view();
}

std::string attribute(const xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> value(xmlGetProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>(name)), xmlFree);
  return value ? reinterpret_cast<const char*>(value.get()) : "";
}

unsigned span(const xmlNode* node, const char* name) {
  const std::string text = attribute(node, name);
  return text.empty() ? 1U : static_cast<unsigned>(std::max(1, std::atoi(text.c_str())));
}

class Collector {
 public:
  std::vector<HtmlTable> tables;

  void walk(const xmlNode* node, std::string* text) {
    for (; node != nullptr; node = node->next) {
      const std::string_view name = name_of(node);
      if (name == "table") {
        read_table(node);
      } else if (node->type == XML_TEXT_NODE && text != nullptr) {
        *text += reinterpret_cast<const char*>(node->content);
      } else if (name.empty() || left_out(node)) {
        continue;
      } else {
        if (name == "li" && text != nullptr) *text += '\x01';
        walk(node->children, text);
        if (text != nullptr) *text += ' ';
      }
    }
  }

 private:
  static bool left_out(const xmlNode* node) {
    const std::string kind = attribute(node, "class");
    return kind == "footnote-ref" || kind.rfind("math", 0) == 0;
  }

  void read_table(const xmlNode* node) {
    const std::size_t index = tables.size();
    tables.emplace_back();
    HtmlTable table;
    std::set<std::pair<unsigned, unsigned>> taken;
    read_rows(node->children, table, taken);
    tables[index] = std::move(table);
  }

  void read_rows(const xmlNode* node, HtmlTable& table, std::set<std::pair<unsigned, unsigned>>& taken) {
    for (; node != nullptr; node = node->next) {
      const std::string_view name = name_of(node);
      if (name == "tr") {
        read_row(node->children, table, taken);
      } else if (name == "thead" || name == "tbody" || name == "tfoot") {
        read_rows(node->children, table, taken);
      }
    }
  }

  void read_row(const xmlNode* node, HtmlTable& table, std::set<std::pair<unsigned, unsigned>>& taken) {
    const unsigned row = table.rows++;
    unsigned column = 0;
    for (; node != nullptr; node = node->next) {
      const std::string_view name = name_of(node);
      if (name != "td" && name != "th") continue;
      while (taken.count({row, column}) > 0) ++column;
      HtmlCell cell{row, column, span(node, "rowspan"), span(node, "colspan"), {}};
      for (unsigned r = 0; r < cell.row_span; ++r)
        for (unsigned c = 0; c < cell.column_span; ++c) taken.emplace(row + r, column + c);
      walk(node->children, &cell.text);
      column += cell.column_span;
      table.columns = std::max(table.columns, column);
      table.cells.push_back(std::move(cell));
    }
  }
};

}  // namespace

std::vector<HtmlTable> html_tables(const std::string& html) {
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                     HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | XML_PARSE_HUGE),
      &xmlFreeDoc);
  Collector collector;
  if (document) collector.walk(xmlDocGetRootElement(document.get()), nullptr);
  return collector.tables;
}

}  // namespace gouji::test
