#include <algorithm>

#include "generate/writer.h"

namespace gouji::generate {
namespace {

// One row of heads, or two where some stand together below one of a group.
std::vector<Row> header_rows(const std::vector<Heads>& heads) {
  const bool two = std::any_of(heads.begin(), heads.end(), [](const Heads& h) { return !h.group.empty(); });
  std::vector<Row> rows(two ? 2 : 1);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i].group.empty()) {
      rows[0].cells.push_back({{{{heads[i].name}}}, 1, two ? 2U : 1U});
      continue;
    }
    if (i == 0 || heads[i - 1].group != heads[i].group) {
      unsigned width = 0;
      for (std::size_t k = i; k < heads.size() && heads[k].group == heads[i].group; ++k) ++width;
      rows[0].cells.push_back({{{{heads[i].group}}}, width, 1});
    }
    rows[1].cells.push_back({{{{heads[i].name}}}, 1, 1});
  }
  return rows;
}

}  // namespace

FigureGrid Writer::table(const std::string& name, const std::vector<Heads>& heads, const std::vector<BodyRow>& rows, const std::string& unit,
                         const std::string& left) {
  end();
  Element element;
  element.kind = Element::Kind::table;
  Table& table = element.table;
  table.title = name;
  table.unit = unit == "-" ? "单位：" + style_.table_money.name : unit;
  table.left_of_unit = left;
  table.columns = static_cast<unsigned>(heads.size());
  table.rows = header_rows(heads);
  table.header_rows = static_cast<unsigned>(table.rows.size());
  FigureGrid out;
  for (const BodyRow& body : rows) {
    Row row;
    row.leaf = body.leaf;
    std::vector<FigureId> ids;
    for (const Content& content : body.cells) {
      FigureId id = nobody;
      Cell cell;
      const bool blank = content.quantity >= 0 && quantity(content.quantity).value == 0 && style_.zero_blank;
      if (content.quantity >= 0 && !blank) {
        id = print(content.quantity, content.unit, true);
        Figure& figure = report_.figures[static_cast<std::size_t>(id)];
        if (content.show_unit) figure.unit = content.unit.name;
        cell.lines = {{{(figure.sign < 0 ? "-" : "") + figure.number + figure.unit, id, nobody, {}}}};
        if (!content.prefix.empty()) cell.lines[0].insert(cell.lines[0].begin(), {content.prefix});
      } else if (!content.text.empty()) {
        cell.lines = {{{content.text}}};
      }
      row.cells.push_back(std::move(cell));
      ids.push_back(id);
    }
    table.rows.push_back(std::move(row));
    out.push_back(std::move(ids));
  }
  report_.elements.push_back(std::move(element));
  return out;
}

void Writer::relate(RelationKind kind, FigureId result, std::vector<Term> terms) {
  const bool complete = result != nobody && std::all_of(terms.begin(), terms.end(), [](const Term& t) { return t.figure != nobody; });
  if (complete && !terms.empty()) report_.relations.push_back({kind, result, std::move(terms), false});
}

void Writer::sum(FigureId total, const std::vector<FigureId>& parts, bool blanks_are_zero) {
  std::vector<Term> terms;
  for (const FigureId part : parts)
    if (part != nobody || !blanks_are_zero) terms.push_back({part, 1});
  relate(RelationKind::sum, total, std::move(terms));
}

void Writer::list_sum(FigureId total, const Said& said, const std::string& items, const std::string& slot) {
  std::vector<Term> terms;
  for (const FigureId part : said.all(items, slot)) terms.push_back({part, 1});
  const std::size_t stated = report_.relations.size();
  relate(said.some(items) ? RelationKind::at_most : RelationKind::sum, total, std::move(terms));
  if (report_.relations.size() > stated) report_.relations.back().by_names = said.by_names(items);
}

void Writer::signed_sum(FigureId total, const std::vector<Term>& terms) { relate(RelationKind::sum, total, terms); }
void Writer::quotient(FigureId result, FigureId numerator, FigureId denominator) {
  relate(RelationKind::quotient, result, {{numerator, 1}, {denominator, 1}});
}
void Writer::growth(FigureId rate, FigureId by, FigureId present) { relate(RelationKind::growth, rate, {{by, 1}, {present, 1}}); }
void Writer::change(FigureId rate, FigureId present, FigureId former) { relate(RelationKind::change, rate, {{present, 1}, {former, 1}}); }
void Writer::product(FigureId result, FigureId count, FigureId price) { relate(RelationKind::product, result, {{count, 1}, {price, 1}}); }

}  // namespace gouji::generate
